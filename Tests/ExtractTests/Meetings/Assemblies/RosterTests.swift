import Model
import TestLanguage
import Testing

@testable import Extract

/// Summits whose leaders stand in a row near the word for it, told in many ways, in our own wording.
@Suite struct RosterTests {
    private static let nominative =
        "президент Армении Ваагн Хачатурян, президент Сербии Александр Вучич и президент Италии Серджо Маттарелла"
    private static let genitive =
        "президента Армении Ваагна Хачатуряна, президента Сербии Александра Вучича и президента Италии Серджо Маттареллы"

    /// `N` stands for the row in the nominative, `G` in the genitive.
    @Test(arguments: [
        "16 мая 2031 года в Риме открылся саммит. На нем выступили N.",
        "16 мая 2031 года в Риме открылся саммит. За стол переговоров сели N.",
        "16 мая 2031 года в Риме проходит саммит лидеров. На саммит прибыли N.",
        "16 мая 2031 года в Риме начал работу саммит. Его открыл хозяин. Выступили также N.",
        "16 мая 2031 года в Риме прошел саммит. Среди участников – N.",
        "16 мая 2031 года в Риме прошел саммит, среди его участников N.",
        "16 мая 2031 года в Риме прошел саммит. Участники: N.",
        "16 мая 2031 года в Риме состоялась встреча лидеров Балкан. В ней участвовали N.",
        "Саммит в Риме 16 мая 2031 года собрал G.",
        "В Риме завершился саммит. 16 мая 2031 года N обсудили торговлю.",
        "В Риме прошел саммит.\n\nВ саммите, состоявшемся 16 мая 2031 года, участвовали N.",
    ])
    func aRowOfLeadersTakesPart(_ text: String) throws {
        let text = text.replacing("N", with: Self.nominative).replacing("G", with: Self.genitive)
        let found = try TestLanguage.facts(text, on: "2031-05-17").meetings.map(MeetingTests.line)
        #expect(
            found == [
                "summit AM,IT,RS - head_of_state Ваагн Хачатурян/AM/president,Александр Вучич/RS/president,"
                    + "Серджо Маттарелла/IT/president - - held 2031-05-16 Рим/IT IT"
            ])
    }

    /// Who writes, is invited or stays away takes part in nothing.
    @Test(arguments: [
        "В Риме прошел саммит. Телеграммы участникам прислали N.",
        "В Риме прошел саммит. От участия отказались N.",
        "N выразили соболезнования жителям Рима.",
    ])
    func aRowAloneTellsNoSummit(_ text: String) throws {
        let text = text.replacing("N", with: Self.nominative)
        #expect(try TestLanguage.facts(text, on: "2031-05-17").meetings.filter { $0.kind == .summit }.count == 0)
    }

    /// "с послами Чили, ЕС и Перу": with the envoy of each state.
    @Test func aUnionAmongStatesEndsNoList() throws {
        let text = "Президент Монголии встретился с послами Словакии, Евросоюза, Китая и Израиля."
        let found = try TestLanguage.facts(text, on: "2031-05-17").meetings.map { $0.countries.map(\.rawValue) }
        #expect(found == [["MN", "SK"], ["CN", "MN"], ["IL", "MN"]])
    }

    /// "Следующий саммит пройдет в Осло. Встреча прошла в Риме": those who took part did so in the one told last.
    @Test func whoTookPartWasAtTheAssemblyToldLast() throws {
        let text = """
            Следующий саммит центральноазиатской пятерки состоится в 2032 году в Ташкенте. Консультативная встреча глав государств Центральной Азии прошла 15 марта 2031 года в Астане.
            В мероприятии приняли участие лидеры Казахстана, Кыргызстана и Узбекистана.
            """
        let found = try TestLanguage.facts(text, on: "2031-03-17").meetings.map(MeetingTests.line)
        #expect(
            found == [
                "summit UZ - head_of_state - - - planned 2032 Ташкент/UZ UZ",
                "summit KG,KZ,UZ - head_of_state - - - held 2031-03-15 Астана/KZ KZ",
            ])
    }

    /// Two who speak of a summit on the telephone are not yet at it, nor do "президенты региона" mean them.
    @Test func whoSpeaksOfAnAssemblyIsNotAtIt() throws {
        let text = """
            Встреча глав государств Центральной Азии пройдет в Кыргызстане. Об этом накануне в ходе телефонного разговора \
            говорили президенты Кыргызстана Садыр Жапаров и Узбекистана Шавкат Мирзиёев. Проведение саммита президентов \
            региона запланировано на 21 июля в Чолпон-Ате.
            """
        let found = try TestLanguage.facts(text, on: "2025-07-05").meetings
        #expect(found.first { $0.kind == .summit }?.participants.count == 0)
        #expect(found.first { $0.kind == .call }?.participants.count == 2)
    }

    /// "в рамках встречи приняты документы": it took place, and its leaders are told below.
    @Test func documentsAreAdoptedAtAnAssembly() throws {
        let text = """
            Сегодня, 21 июля, в рамках Консультативной встречи глав государств Центральной Азии приняты итоговые документы.
            Президент Кыргызстана Садыр Жапаров, президент Казахстана К.-Ж. Токаев и президент Узбекистана Шавкат Мирзиёев подписали договор о тропах.
            Главы государств одобрили также концепцию развития туризма.
            """
        let facts = try TestLanguage.facts(text, on: "2022-07-21")
        #expect(
            facts.meetings.map(MeetingTests.line) == [
                "summit KG,KZ,UZ - head_of_state Садыр Жапаров/KG/president,К.-Ж. Токаев/KZ/president,"
                    + "Шавкат Мирзиёев/UZ/president - - held 2022-07-21 - -"
            ])
        #expect(facts.agreements.allSatisfy { $0.countries.map(\.rawValue) == ["KG", "KZ", "UZ"] })
        #expect(facts.agreements.count == 3)
    }
}
