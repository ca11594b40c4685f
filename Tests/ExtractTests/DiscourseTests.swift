import Model
import TestLanguage
import Testing

@testable import Extract

/// To whom each sentence is attributed, and the states it is about.
struct DiscourseTests {
    private func speakers(_ text: String) throws -> [String?] {
        try TestLanguage.reading(text) { $0.discourse.speakers }
    }

    @Test func givesAQuotationOneSpeaker() throws {
        let text = """
            «Торговля растет. Мы ждем роста перевозок», – сказал президент Узбекистана Шавкат Мирзиёев. Потом был обед.
            """
        #expect(try speakers(text) == ["Шавкат Мирзиёев", "Шавкат Мирзиёев", nil])
    }

    @Test func givesADashedParagraphOneSpeaker() throws {
        let text = """
            – Торговля растет. Мы ждем роста перевозок, – отметил премьер-министр Казахстана Олжас Бектенов.
            Стороны обсудили транзит.
            """
        #expect(try speakers(text) == ["Олжас Бектенов", "Олжас Бектенов", nil])
    }

    @Test func givesAQuotationToWhoIsNamedOutsideOfIt() throws {
        let text = """
            Посол Чили Жозе Нету рассказал о торговле. «Мы ждем роста, когда Виктор Орбан приедет к нам», – сказал он.
            """
        #expect(try speakers(text) == ["Жозе Нету", "Жозе Нету"])
    }

    @Test(arguments: [
        ("По словам президента Ирана Масуда Пезешкиана, торговля растет.", "Масуд Пезешкиан"),
        ("Ильхам Алиев сообщил, что торговля растет.", "Ильхам Алиев"),
        ("Торговля растет.", nil),
    ])
    func attributesASentence(_ text: String, _ speaker: String?) throws { #expect(try speakers(text) == [speaker]) }

    @Test func keepsThePairOfThePassage() throws {
        let text = """
            Президент Казахстана Касым-Жомарт Токаев посетил Сербию и Венгрию.
            В Белграде казахстанского гостя принял президент Сербии Александр Вучич. Торговля двух стран растет.
            В Будапеште казахстанского гостя принял премьер-министр Венгрии Виктор Орбан. Торговля двух стран падает.
            """
        try TestLanguage.reading(text) { reading in
            let focus = reading.discourse.focus.map { $0.map(\.rawValue).joined(separator: " ") }
            #expect(focus[2] == "KZ RS")
            #expect(focus[4] == "HU KZ")
        }
    }
}
