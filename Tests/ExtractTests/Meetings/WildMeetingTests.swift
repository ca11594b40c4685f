import Model
import TestLanguage
import Testing

@testable import Extract

/// What real pages do beyond the plain case, in our own wording.
@Suite struct WildMeetingTests {
    typealias Case = MeetingTests.Case

    static let several = [
        Case(
            "5 мая президент Казахстана Касым-Жомарт Токаев встретился с лидерами Сербии и Словакии.", on: "2025-05-06",
            "talks KZ,RS - head_of_state Касым-Жомарт Токаев/KZ/president - - held 2025-05-05 - -",
            "talks KZ,SK - head_of_state Касым-Жомарт Токаев/KZ/president - - held 2025-05-05 - -"
        ),
        Case(
            """
            В Самарканде начался саммит Организации тюркских государств.
            В заседании участвуют президент Казахстана Касым-Жомарт Токаев и президент Турции Реджеп Тайип Эрдоган.
            """,
            "summit KZ,TR,UZ ОТГ head_of_state Касым-Жомарт Токаев/KZ/president,Реджеп Тайип Эрдоган/TR/president - - held - Самарканд/UZ UZ"
        ),
        Case(
            "В Астане прошла встреча министров иностранных дел государств ШОС.",
            "session KZ ШОС minister - - - held - Астана/KZ KZ"
        ),
    ]

    static let people = [
        Case(
            "В Женеве начались переговоры президента Армении Ваагна Хачатуряна и его грузинского коллеги Михаила Кавелашвили.",
            "talks AM,GE - head_of_state Ваагн Хачатурян/AM/president,Михаил Кавелашвили/GE/president - - held - Женева/CH -"
        ),
        Case(
            "Премьер-министр Армении Никол Пашинян проведет в Минске встречу с главой белорусского государства Александром Лукашенко.",
            "talks AM,BY - head_of_state Никол Пашинян/AM/prime_minister,Александр Лукашенко/BY/president - - planned - Минск/BY BY"
        ),
        Case(
            "Президент Казахстана Касым-Жомарт Токаев провел встречу с Генеральным секретарем ООН Антониу Гутерришем.",
            "talks KZ ООН head_of_state Касым-Жомарт Токаев/KZ/president,Антониу Гутерриш/-/secretary_general - - held - - -"
        ),
        Case(
            "Президенту Кыргызстана Садыру Жапарову позвонил президент Казахстана Касым-Жомарт Токаев.",
            "call KG,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Садыр Жапаров/KG/president - - held - - -"
        ),
    ]

    static let settings = [
        Case(
            "Министр Казахстана Арман Шаккалиев прибыл в Тбилиси, где встретился с министром Грузии Леваном Давиташвили.",
            "talks GE,KZ - minister Арман Шаккалиев/KZ/minister,Леван Давиташвили/GE/minister - - held - Тбилиси/GE GE"
        ),
        Case(
            "Президент Сербии Александр Вучич отменил визит в Астану.",
            "visit KZ,RS - head_of_state Александр Вучич/RS/president - - cancelled - Астана/KZ KZ"
        ),
        Case(
            "Премьер-министр Армении Никол Пашинян отложил свою поездку в Польшу.",
            "visit AM,PL - head_of_government Никол Пашинян/AM/prime_minister - - planned - -/PL PL"
        ),
        Case(
            "Президент Кыргызстана Садыр Жапаров был в Ташкенте в ноябре 2024 года.",
            "visit KG,UZ - head_of_state Садыр Жапаров/KG/president - - held 2024-11 Ташкент/UZ UZ"
        ),
    ]

    @Test(arguments: several + people + settings)
    func aTextTellsItsEncounters(_ it: Case) throws {
        let found = try TestLanguage.facts(it.text, on: it.published).meetings.map(MeetingTests.line)
        #expect(found == it.meetings)
    }

    /// Who stayed away, whom the sidelines of an assembly name, and nobody in particular.
    @Test(arguments: [
        "Президент Армении не приехал на встречу с президентом Грузии.",
        "Премьер-министр Армении Никол Пашинян собирается провести встречи с главами правительств других государств.",
        "Президент Армении не принял посла Грузии.",
        "Саммит ШОС намечен на июнь.",
    ])
    func aTextTellsNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text, on: "2025-06-01").meetings.map(MeetingTests.line) == [])
    }

    @Test func anEarlierEncounterIsAnother() throws {
        let text = """
            В Баку состоялась встреча президента Казахстана Касым-Жомарта Токаева с президентом Азербайджана Ильхамом Алиевым.
            Предыдущие переговоры президентов состоялись в 2019 году.
            """
        #expect(try TestLanguage.facts(text).meetings.map { $0.date?.description } == [nil, "2019"])
    }
}
