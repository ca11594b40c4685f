import Model
import TestLanguage
import Testing

@testable import Extract

/// Encounters of which a text tells several parts: those of a summit, of a delegation, of what was expected and settled.
@Suite struct EncounterPartTests {
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

    static let delegations = [
        Case(
            "Делегация Кении во главе с министром обороны Петером Кастро встретилась с премьер-министром Египта Рустамом Фишером.",
            "talks EG,KE - head_of_government Петер Кастро/KE/minister,Рустам Фишер/EG/prime_minister - - held - - -"
        ),
        Case(
            "Премьер-министр Египта Рустам Фишер принял делегацию парламента Кении во главе с Петером Кастро.",
            "talks EG,KE - head_of_government Рустам Фишер/EG/prime_minister,Петер Кастро/KE/- - - held - -/EG EG"
        ),
        Case("Делегация Кении прибыла в Каир."),
        Case(
            "По инициативе премьера Кении Юсуфа Хассани состоялся телефонный разговор с президентом Египта Хасаном Шармой.",
            "call EG,KE - head_of_state Юсуф Хассани/KE/prime_minister,Хасан Шарма/EG/president - - held - - -"
        ),
        Case(
            "Премьер Кении Юсуф Хассани готовится к встрече с президентом Египта Хасаном Шармой.",
            "talks EG,KE - head_of_state Юсуф Хассани/KE/prime_minister,Хасан Шарма/EG/president - - planned - - -"
        ),
        Case(
            "В Найроби под председательством министра Кении Юсуфа Хассани и министра Чили Хасана Шармы прошло заседание совместной комиссии.",
            "session CL,KE - minister Юсуф Хассани/KE/minister,Хасан Шарма/CL/minister - - held - Найроби/KE KE"
        ),
        Case(
            "В Найроби состоялось 22-е заседание кенийско-чилийской комиссии.",
            "session CL,KE - - - - - held - Найроби/KE KE"
        ),
        // A memory sets no day for what is told now.
        Case(
            """
            Президенты Кении и Чили провели переговоры в Найроби

            Президент Кении Юсуф Хассани провел переговоры с президентом Чили Хасаном Шармой. Первое заседание Высшего межгосударственного совета состоялось в Сантьяго в августе прошлого года. По завершении переговоров принято заявление.
            """, on: "2025-11-15",
            "talks CL,KE - head_of_state Юсуф Хассани/KE/president,Хасан Шарма/CL/president - - held - Найроби/KE KE",
            "session CL,KE - - - - - held 2024-08 Сантьяго/CL CL"
        ),
        Case(
            "На минувшей неделе в Найроби прошли переговоры министра Кении Юсуфа Хассани с чилийским коллегой Хасаном Шармой.",
            "talks CL,KE - minister Юсуф Хассани/KE/minister,Хасан Шарма/CL/minister - - held - Найроби/KE KE"
        ),
        Case(
            "9 октября 2025 года в Найроби пройдет деловой форум Кении и Чили.", on: "2025-05-06",
            "forum CL,KE - business - - - planned 2025-10-09 Найроби/KE KE"
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

    static let expected = [
        Case(
            "3 мая президент Казахстана Касым-Жомарт Токаев прибыл в Самарканд для участия в саммите ОТГ.",
            on: "2025-05-03",
            "summit KZ,UZ ОТГ head_of_state Касым-Жомарт Токаев/KZ/president - - planned - Самарканд/UZ UZ"
        ),
        Case(
            """
            Президент Казахстана Касым-Жомарт Токаев прилетел на саммит ОТГ.
            В саммите, который прошел в Самарканде 4 мая, участвовал и президент Турции Реджеп Тайип Эрдоган.
            """, on: "2025-05-05",
            "summit KZ,TR,UZ ОТГ head_of_state Касым-Жомарт Токаев/KZ/president,Реджеп Тайип Эрдоган/TR/president - - held 2025-05-04 Самарканд/UZ UZ"
        ),
        Case(
            "Премьер-министр Армении Никол Пашинян не примет участия в саммите ОДКБ, который пройдет в Минске 3 ноября.",
            on: "2023-10-20",
            "summit BY ОДКБ head_of_state - - - planned 2023-11-03 Минск/BY BY"
        ),
        Case(
            """
            Президент Грузии Михаил Кавелашвили посетит Турцию. Визит пройдет с 5 по 7 октября.
            В Анкаре он встретится с президентом Турции Реджепом Тайипом Эрдоганом.
            """, on: "2025-09-20",
            "talks GE,TR - head_of_state Михаил Кавелашвили/GE/president,Реджеп Тайип Эрдоган/TR/president - - planned 2025-10 Анкара/TR TR"
        ),
    ]

    static let settled = [
        Case(
            """
            Министр Казахстана Арман Шаккалиев и министр Грузии Леван Давиташвили обсудили торговлю, сообщила во вторник пресс-служба.
            """, on: "2025-07-08",
            "talks GE,KZ - minister Арман Шаккалиев/KZ/minister,Леван Давиташвили/GE/minister - - held - - -"
        ),
        Case(
            "Президент Армении Ваагн Хачатурян и президент Грузии Михаил Кавелашвили поговорили о положении в Сирии.",
            "talks AM,GE - head_of_state Ваагн Хачатурян/AM/president,Михаил Кавелашвили/GE/president - - held - - -"
        ),
        Case(
            """
            Президент Казахстана Касым-Жомарт Токаев встретился с президентом Ирана Хасаном Рухани, который прибыл в Астану с рабочим визитом.
            """,
            "talks IR,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Хасан Рухани/IR/president working - held - Астана/KZ KZ"
        ),
        Case(
            """
            Премьер-министр Армении Никол Пашинян провел переговоры с премьер-министром Грузии Ираклием Кобахидзе,
            встретился с президентом Грузии Михаилом Кавелашвили.
            """,
            "talks AM,GE - head_of_government Никол Пашинян/AM/prime_minister,Ираклий Кобахидзе/GE/prime_minister - - held - - -",
            "talks AM,GE - head_of_state Никол Пашинян/AM/prime_minister,Михаил Кавелашвили/GE/president - - held - - -"
        ),
        Case(
            """
            4 мая президент Грузии Михаил Кавелашвили встретился с президентом Казахстана Касым-Жомартом Токаевым в Тбилиси.
            5 мая в Гори они проведут переговоры.
            """, on: "2025-05-04",
            "talks GE,KZ - head_of_state Михаил Кавелашвили/GE/president,Касым-Жомарт Токаев/KZ/president - - held 2025-05-04 Тбилиси/GE GE",
            "talks GE,KZ - head_of_state Михаил Кавелашвили/GE/president,Касым-Жомарт Токаев/KZ/president - - planned 2025-05-05 Гори/GE GE"
        ),
        Case(
            "Министр Армении Арам Петросян встретился с коллегой из Грузии Леваном Беридзе.",
            "talks AM,GE - minister Арам Петросян/AM/minister,Леван Беридзе/GE/minister - - held - - -"
        ),
        Case(
            "У президента Армении Ваагна Хачатуряна запланирована встреча с президентом Грузии Михаилом Кавелашвили.",
            "talks AM,GE - head_of_state Ваагн Хачатурян/AM/president,Михаил Кавелашвили/GE/president - - planned - - -"
        ),
    ]

    @Test(arguments: several + people + delegations + settings + expected + settled)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }

    /// Who stayed away, whom the sidelines of an assembly name, and nobody in particular.
    @Test(arguments: [
        "Президент Армении не приехал на встречу с президентом Грузии.",
        "Премьер-министр Армении Никол Пашинян собирается провести встречи с главами правительств других государств.",
        "Президент Армении не принял посла Грузии.",
        "Президент Грузии пригласил премьер-министра Армении Никола Пашиняна принять участие в форуме в Тбилиси.",
        "Главы министерств Казахстана и Грузии примут решение о дате следующего заседания.",
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
