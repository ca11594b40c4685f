import Foundation
import Model
import TestLanguage
import Testing

@testable import Extract

/// Texts in our own wording with the documents that they tell, one line each:
/// kind, status, parties, day, count, money, term, title. A dash is nothing.
@Suite struct AgreementTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let published: String?
        let agreements: [String]
        var testDescription: String { text }

        init(_ text: String, on published: String? = nil, _ agreements: String...) {
            self.text = text
            self.published = published
            self.agreements = agreements
        }
    }

    static let signed = [
        Case(
            "Армения и Грузия подписали меморандум о сотрудничестве музеев.",
            "memorandum signed AM,GE - - - - меморандум о сотрудничестве музеев"),
        Case(
            "5 мая президенты Армении и Грузии приняли Совместную декларацию о добрососедстве.", on: "2025-05-06",
            "declaration signed AM,GE 2025-05-05 - - - Совместная декларация о добрососедстве"),
        Case(
            "Министры Грузии и Ирана поставили подписи под Соглашением о водных путях, портах и маяках.",
            "agreement signed GE,IR - - - - Соглашение о водных путях, портах и маяках"),
        Case(
            "Переговоры Монголии и Японии завершились подписанием Протокола о карантине.",
            "protocol signed JP,MN - - - - Протокол о карантине"),
        Case(
            "Главы правительств Армении и Грузии утвердили Программу обменов в сфере кино на 2031–2033 годы.",
            "program signed AM,GE - - - 2031/2033 Программа обменов в сфере кино на 2031–2033 годы"),
        Case(
            "Армения и Грузия подписали соглашение о торговле в сфере критически важных минералов.",
            "agreement signed AM,GE - - - - соглашение о торговле в сфере критически важных минералов"),
        Case(
            "Между Арменией и Грузией заключен Договор о правовой помощи по уголовным делам.",
            "treaty signed AM,GE - - - - Договор о правовой помощи по уголовным делам"),
    ]

    static let planned = [
        Case(
            "Армения и Грузия готовят соглашение о пастбищах.",
            "agreement planned AM,GE - - - - соглашение о пастбищах"),
        Case(
            "Завтра Армения и Грузия подпишут Дорожную карту по виноделию до 2035 года.", on: "2030-02-03",
            "roadmap planned AM,GE - - - /2035 Дорожная карта по виноделию до 2035 года"),
        Case(
            "Ожидается, что Грузия и Монголия заключат договор о дружбе.",
            "treaty planned GE,MN - - - - договор о дружбе"),
        Case(
            "Армения и Иран согласуют проект Соглашения о горных тропах.",
            "agreement planned AM,IR - - - - Соглашение о горных тропах"),
        Case(
            "В ходе визита в Армению президента Грузии будет обсуждена торговля и подписана Хартия городов.",
            "declaration planned AM,GE - - - - Хартия городов"),
        Case(
            "Итогом визита президента Грузии в Армению станет подписание плана обменов.",
            "plan planned AM,GE - - - - план обменов"),
        Case(
            "Подписание между Арменией и Грузией Договора о реках назначено на осень.",
            "treaty planned AM,GE - - - - Договор о реках"),
    ]

    static let existing = [
        Case(
            "Работа Армении и Грузии ведется в рамках Соглашения о совместном патрулировании.",
            "agreement existing AM,GE - - - - Соглашение о совместном патрулировании"),
        Case(
            "Отношения Армении и Грузии строятся на Договоре о дружбе, подписанном в марте 2001 года.",
            on: "2025-05-06",
            "treaty existing AM,GE 2001-03 - - - Договор о дружбе"),
        Case(
            "Основой связей Армении с Грузией остается Договор о границе от 7 апреля 1994 года.", on: "2025-05-06",
            "treaty existing AM,GE 1994-04-07 - - - Договор о границе"),
        Case(
            "Действует Соглашение о свободной торговле между ЕАЭС и Сербией.",
            "agreement existing RS,ЕАЭС - - - - Соглашение о свободной торговле между ЕАЭС и Сербией"),
        Case(
            "Парламент Грузии ратифицировал Соглашение с Арменией о взаимной защите инвестиций.",
            "agreement existing AM,GE - - - - Соглашение с Арменией о взаимной защите инвестиций"),
        Case(
            "Десять лет назад Армения и Грузия подписали договор о музеях.", on: "2025-05-06",
            "treaty existing AM,GE - - - - договор о музеях"),
    ]

    static let many = [
        Case(
            "По итогам переговоров Армении и Грузии подписано 17 документов.",
            "package signed AM,GE - 17 - - документы"),
        Case(
            "Армения и Грузия подписали семь документов. Среди них Соглашение о туризме и Меморандум о связи.",
            "package signed AM,GE - 7 - - документы", "agreement signed AM,GE - - - - Соглашение о туризме",
            "memorandum signed AM,GE - - - - Меморандум о связи"),
        Case(
            """
            Президенты Армении и Грузии подписали ряд документов:
            - соглашение о пчеловодстве;
            - меморандум о туризме;
            """,
            "package signed AM,GE - - - - документы", "agreement signed AM,GE - - - - соглашение о пчеловодстве",
            "memorandum signed AM,GE - - - - меморандум о туризме"),
        Case(
            "Готовится солидный пакет двусторонних документов Армении и Грузии.",
            "package planned AM,GE - - - - двусторонние документы Армении и Грузии"),
        Case(
            "Компании Армении и Грузии заключили девять контрактов на 25 млн долларов.",
            "contract signed AM,GE - - 25000000 USD - контракты"),
        Case(
            "На форуме фирмы Армении и Грузии подписали соглашения на общую сумму 40 млн евро.",
            "contract signed AM,GE - - 40000000 EUR - соглашения"),
        Case(
            "Завершился саммит ШОС. Утверждена Стратегия развития туризма до 2040 года.",
            "other signed ШОС - - - /2040 Стратегия развития туризма до 2040 года"),
    ]

    /// Several mentions, one document.
    static let merged = [
        Case(
            """
            Армения и Грузия готовят Меморандум о рыболовстве.
            Вечером Армения и Грузия подписали Меморандум о рыболовстве в горных озерах.
            """,
            "memorandum signed AM,GE - - - - Меморандум о рыболовстве в горных озерах"),
        Case(
            "Армения и Грузия подписали Договор о дорогах. Договор открывает новые пути.",
            "treaty signed AM,GE - - - - Договор о дорогах"),
        Case(
            "Армения и Грузия подписали Протокол о порядке обмена данными к Соглашению о пошлинах.",
            "protocol signed AM,GE - - - - Протокол о порядке обмена данными к Соглашению о пошлинах",
            "agreement existing AM,GE - - - - Соглашение о пошлинах"),
    ]

    /// Rows that a neighbour must not lend its name, its parties or its day to.
    static let apart = [
        Case(
            """
            Президенты Армении, Грузии и Ирана договорились заключить договор о стыке границ.
            Ранее Армения и Грузия подписали Договор о границе.
            """,
            "treaty planned AM,GE,IR - - - - договор о стыке границ", "treaty signed AM,GE - - - - Договор о границе"),
        Case(
            """
            Президенты Армении, Грузии и Ирана подписали договор о стыке границ.
            Кроме того, лидеры подписали декларацию о дружбе.
            """,
            "treaty signed AM,GE,IR - - - - договор о стыке границ",
            "declaration signed AM,GE,IR - - - - декларация о дружбе"),
        Case(
            """
            Армения и Грузия подписали договор о горных реках. Подписание соглашения назвали шагом вперед.
            Подписание документов прошло в саду.
            """,
            "treaty signed AM,GE - - - - договор о горных реках"),
        Case(
            "Соглашение о тропах, а также меморандум о музеях подписали вчера президенты Армении и Грузии.",
            on: "2030-02-03",
            "agreement signed AM,GE 2030-02-02 - - - Соглашение о тропах",
            "memorandum signed AM,GE 2030-02-02 - - - меморандум о музеях"),
        Case(
            "Министры Армении и Грузии подписали протокол о карантине и обсудили дорожную карту по виноделию.",
            "protocol signed AM,GE - - - - протокол о карантине",
            "roadmap existing AM,GE - - - - дорожная карта по виноделию"),
        Case(
            "Сербия рассчитывает подписать с ЕАЭС соглашение о молоке. Надеемся выйти на подписание этого договора.",
            "agreement planned RS,ЕАЭС - - - - соглашение о молоке"),
        Case(
            "Министры Армении и Грузии назвали подписание договора о реках важным событием.",
            "treaty signed AM,GE - - - - договор о реках"),
        Case(
            """
            Армения и Грузия подписали ряд меморандумов:
            - меморандум о взаимопонимании в сфере связи;
            - меморандум о взаимопонимании в сфере пчеловодства;
            """,
            "package signed AM,GE - - - - меморандумы",
            "memorandum signed AM,GE - - - - меморандум о взаимопонимании в сфере связи",
            "memorandum signed AM,GE - - - - меморандум о взаимопонимании в сфере пчеловодства"),
    ]

    /// Who a document is concluded with.
    static let partners = [
        Case("Иран и ЕАЭС подписали меморандум о торговле.", "memorandum signed IR,ЕАЭС - - - - меморандум о торговле"),
        Case(
            "Завод подписал с Мьянмой дорожную карту по станкам.",
            "roadmap signed MM - - - - дорожная карта по станкам"),
        Case(
            "Соглашение Грузии и Армении о пастбищах заменит договор, заключенный в апреле 1997 года.",
            "agreement existing AM,GE - - - - Соглашение Грузии и Армении о пастбищах",
            "treaty existing AM,GE 1997-04 - - - договор"),
        Case(
            "Отношения Армении и Грузии строятся на Договоре о создании Союзного государства.",
            "treaty existing AM,GE - - - - Договор о создании Союзного государства"),
    ]

    /// Items of a list, numbered or in a sentence of names alone.
    static let items = [
        Case(
            """
            Завершился саммит ШОС. Подписаны документы:
            1. Ташкентская декларация;
            2. Заявление о торговле зерном.
            3. Решение о создании банка.
            """,
            "package signed ШОС - - - - документы", "declaration signed ШОС - - - - Ташкентская декларация",
            "statement signed ШОС - - - - Заявление о торговле зерном",
            "other signed ШОС - - - - Решение о создании банка"),
        Case(
            "Армения и Грузия подписали три документа. Меморандум о связи между почтами, а также план обменов.",
            "package signed AM,GE - 3 - - документы",
            "memorandum signed AM,GE - - - - Меморандум о связи между почтами",
            "plan signed AM,GE - - - - план обменов"),
    ]

    /// Who looks on, and the language of a paper, are no parties.
    static let strangers = [
        Case(
            "В присутствии президента США министры Армении и Грузии подписали договор о реках.",
            "treaty signed AM,GE - - - - договор о реках"),
        Case(
            "Армения и Грузия подписали мирное соглашение на английском языке.",
            "agreement signed AM,GE - - - - мирное соглашение"),
    ]

    /// The day of the talks, not of the forum, the dispatch or the words.
    static let dated = [
        Case(
            """
            3 февраля в Тбилиси состоялись переговоры президентов Армении и Грузии. Накануне прошел бизнес-форум.
            По итогам подписано Соглашение о тропах.
            """, on: "2030-02-05",
            "agreement signed AM,GE 2030-02-03 - - - Соглашение о тропах"),
        Case(
            """
            Президенты Армении и Грузии провели переговоры в Тбилиси. Деловой форум прошел 1 февраля.
            Подписано Соглашение о тропах.
            """, on: "2030-02-05",
            "agreement signed AM,GE - - - - Соглашение о тропах"),
        Case(
            "ЕРЕВАН, 4 февраля. Армения и Грузия подписали Соглашение о тропах.", on: "2030-02-05",
            "agreement signed AM,GE - - - - Соглашение о тропах"),
        Case(
            "Армения и Грузия подписали Соглашение о тропах, сообщило 4 февраля агентство.", on: "2030-02-05",
            "agreement signed AM,GE - - - - Соглашение о тропах"),
        Case(
            "Граница закрыта: 13 января после трудных многолетних переговоров о спорных участках в высоких горах "
                + "Армения и Грузия подписали Договор о границе.", on: "2030-02-05",
            "treaty signed AM,GE 2030-01-13 - - - Договор о границе"),
        Case(
            "О заключении торгового соглашения между Арменией и Грузией объявил министр.", on: "2030-02-05",
            "agreement signed AM,GE - - - - торговое соглашение между Арменией и Грузией"),
        Case(
            "Подписание между Арменией и Грузией договора о реках состоится в марте.", on: "2030-02-05",
            "treaty planned AM,GE - - - - договор о реках"),
    ]

    static let none = [
        "Армения и Грузия хотели бы теснее сотрудничать в сфере спорта.",
        "Между Арменией и Грузией действует более 90 соглашений.",
        "Программа визита президента Грузии в Армению насыщенная.",
        "Президент Грузии сделал заявление для прессы в Ереване.",
        "В планах Армении и Грузии – новая дорога. План на год – 5 млн тонн.",
        "Постпред Программы развития ООН посетил Армению и Грузию.",
        "Министры Армении и Грузии обменялись мнениями и приняли участие в форуме.",
        "Армения и Грузия приняли решение открыть консульства.",
        "Договор между Арменией и Грузией не подписан.",
        "Суд в Ереване одобрил решение суда Грузии.",
        "Министр Армении подписал в Грузии заявление об отставке.",
        "Полиция Грузии составила протокол о нарушении гражданином Армении правил.",
        "Правительство Армении утвердило Стратегию развития туризма.",
        "Государственная программа развития села в Армении рассчитана на пять лет.",
    ]

    @Test(arguments: signed + planned + existing) func readsStatusAndParties(_ it: Case) throws { try check(it) }

    @Test(arguments: many) func readsPackagesAndContracts(_ it: Case) throws { try check(it) }

    @Test(arguments: merged) func joinsMentions(_ it: Case) throws { try check(it) }

    @Test(arguments: apart + partners + items + strangers) func keepsDocumentsApart(_ it: Case) throws { try check(it) }

    @Test(arguments: dated) func datesASigning(_ it: Case) throws { try check(it) }

    @Test(arguments: none) func findsNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text, on: "2025-05-06").agreements.map(line) == [])
    }

    @Test func pointsAtItsWords() throws {
        let text = "Вечером Армения и Грузия подписали меморандум о музеях."
        let agreement = try #require(try TestLanguage.facts(text).agreements.first)
        let quotes = agreement.evidence.map { span in
            String(String.UnicodeScalarView(Array(text.unicodeScalars)[span.start..<span.end]))
        }
        #expect(quotes == ["подписали меморандум о музеях"])
        #expect(agreement.rule == "agreement.signed")
    }

    private func check(_ it: Case) throws {
        #expect(try TestLanguage.facts(it.text, on: it.published).agreements.map(line) == it.agreements)
    }

    private func line(_ it: Agreement) -> String {
        let parties = (it.countries.map(\.rawValue) + it.orgs).joined(separator: ",")
        let money = it.value.map { "\($0) \(it.unit?.description ?? "-")" } ?? "-"
        let term = it.term.map { "\($0.from?.description ?? "")/\($0.to?.description ?? "")" } ?? "-"
        return [
            it.kind.rawValue, it.status.rawValue, parties.isEmpty ? "-" : parties, it.signedOn?.description ?? "-",
            it.count.map { "\($0)" } ?? "-", money, term, it.title,
        ].joined(separator: " ")
    }
}
