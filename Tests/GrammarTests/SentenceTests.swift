import Model
import TestLanguage
import Testing

@testable import Grammar

struct SentenceTests {
    @Test(arguments: [
        ("Встреча прошла. Подписан договор.", 2),
        ("Товарооборот – 5 млн. долларов в 2024 г. и 6 млн. в 2025 г. Это много.", 2),
        ("А. С. Иванов и О.Бектенов встретились. Ждут итогов.", 2),
        ("Рост составил 5,3 процента. 40 компаний ждут.", 2),
        ("Подписано соглашение! «Это важно», – сказал он. Все ждали…", 3),
        ("Заголовок без точки\nПервое предложение.", 2),
        ("Строка, которую\nперенесли посреди фразы.", 1),
        ("За 10 месяцев т.г. товарооборот вырос.", 1),
        ("Площадь им. Абая закрыта.", 1),
        ("«Мы рады. Мы ждем», – сказал он.", 2),
        ("Пришли министры, послы и др. Все ждали.", 2),
        ("«Что нам остается?» — добавил он.", 1),
        ("«Что нам остается?» — Он ушел.", 2),
        ("Порядок такой.\n2. Назначить нового главу.", 2),
        ("Дело по ч. 2 ст. 285 закрыто.", 1),
        ("Мощность равна 75 МВт·ч. Проект готов.", 2),
        ("Судно вошло в порт. Экипаж ждет.", 2),
        ("", 0),
    ])
    func cuts(_ text: String, _ count: Int) throws {
        let language = try TestLanguage.russian.get()
        let document = Document(text: text, language: language, vocabulary: language.makeVocabulary())
        #expect(
            document.sentences.map { document.text($0) }.count == count,
            "\(document.sentences.map { document.text($0) })")
        #expect(document.sentences.reduce(0) { $0 + $1.count } == document.tokens.count)
    }
}
