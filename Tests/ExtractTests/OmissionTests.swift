import Model
import TestLanguage
import Testing

@testable import Extract

/// Sentences in our own wording, and the numbers and documents' words in them that become no fact.
@Suite struct OmissionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let omissions: [String]
        var testDescription: String { text }

        init(_ text: String, _ omissions: String...) {
            self.text = text
            self.omissions = omissions
        }
    }

    static let numbers = [
        Case("Экспорт Армении в Грузию вырос на 12% и достиг 40 млн долларов."),
        Case(
            "3 мая экспорт Армении в Грузию достиг 40 млн долларов.", "number 3 мая: date"),
        Case("Дорогу между Арменией и Грузией строили пять лет.", "number пять лет: duration"),
        Case("Переговоры Армении и Грузии начались в 14:30.", "number 14:30: clock"),
        Case("Отношения двух стран развиваются.", "number двух стран: idle"),
        Case("Армения занимает второе место среди партнеров Грузии."),
        Case("Состоялся второй раунд переговоров Армении и Грузии.", "number второй: ordinal"),
        Case("Об этом говорится в указе № 17 президента Армении.", "number 17: label"),
        Case("Президенты Армении и Грузии встречались три раза.", "number три раза: occasions"),
        Case("Министр Армении подарил коллеге из Грузии 7 гвоздик.", "number 7: nothingCounted"),
    ]

    static let documents = [
        Case("Армения и Грузия подписали Соглашение о тропах."),
        Case("Постпред Программы развития ООН посетил Армению и Грузию.", "document Программы: nameOfBody"),
        Case("Программа визита президента Грузии в Армению насыщенная.", "document Программа: noDocument"),
        Case(
            "Договор между Арменией и Грузией не подписан.", "document Договор: notConcluded"),
        Case("План Армении и Грузии прост.", "document План: noStatus"),
        Case("Правительство Армении утвердило Стратегию развития туризма.", "document Стратегию: domestic"),
        Case(
            "Армения и Грузия подписали договор о реках. Подписание документов прошло в саду.",
            "document документов: echo"),
        Case("О соглашениях Армения и Грузия молчат.", "document соглашениях: general"),
        Case(
            "Договорно-правовая база Армении и Грузии насчитывает 90 документов.", "document документов: stock"),
    ]

    @Test(arguments: numbers + documents) func saysWhy(_ it: Case) throws {
        #expect(try TestLanguage.omissions(it.text, on: "2025-05-06") == it.omissions)
    }

    @Test func passesOverThePage() throws {
        let text = """
            Просмотров: 131
            Президенты Армении и Грузии подписали договор о реках.
            """
        #expect(try TestLanguage.omissions(text) == ["number 131: furniture"])
    }
}
