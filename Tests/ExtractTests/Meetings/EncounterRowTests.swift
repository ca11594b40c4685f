import Model
import TestLanguage
import Testing

@testable import Extract

/// Which encounters a text tells, and which are one, in our own wording.
@Suite struct EncounterRowTests {
    typealias Case = MeetingTests.Case

    static let beside = [
        Case(
            "Министры Армении и Грузии Арам Петросян и Леван Беридзе встретились в Баку в рамках заседания Совета министров ОЧЭС.",
            "talks AM,GE - minister Арам Петросян/AM/minister,Леван Беридзе/GE/minister - - held - Баку/AZ -",
            "session AZ ОЧЭС minister - - - held - Баку/AZ AZ"
        ),
        Case(
            "Министр Армении Арам Петросян обсудил с грузинским коллегой Леваном Беридзе подготовку к саммиту ОЧЭС, который состоится 3 мая в Баку.",
            on: "2025-04-10",
            "talks AM,GE - minister Арам Петросян/AM/minister,Леван Беридзе/GE/minister - - held - - -",
            "summit AZ ОЧЭС head_of_state - - - planned 2025-05-03 Баку/AZ AZ"
        ),
        Case(
            """
            Президент Грузии Михаил Кавелашвили в ходе телефонного разговора с президентом Армении Ваагном Хачатуряном обсудил подготовку к форуму, который пройдет в Баку в мае.
            """, on: "2025-04-10",
            "call AM,GE - head_of_state Михаил Кавелашвили/GE/president,Ваагн Хачатурян/AM/president - - held - - -"
        ),
        Case(
            "На армяно-грузинском деловом форуме в Тбилиси выступил президент Армении Ваагн Хачатурян.",
            "forum AM,GE - head_of_state Ваагн Хачатурян/AM/president - - held - Тбилиси/GE GE"
        ),
    ]

    static let apart = [
        Case(
            "Министр Грузии Леван Беридзе встретился с президентом Казахстана Касым-Жомартом Токаевым и министром Армении Арамом Петросяном.",
            "talks GE,KZ - head_of_state Леван Беридзе/GE/minister,Касым-Жомарт Токаев/KZ/president - - held - - -",
            "talks AM,GE - minister Леван Беридзе/GE/minister,Арам Петросян/AM/minister - - held - - -"
        ),
        Case(
            "Президент Грузии Михаил Кавелашвили встретится с президентом и спикером парламента Монголии.",
            "talks GE,MN - head_of_state Михаил Кавелашвили/GE/president - - planned - - -",
            "talks GE,MN - head_of_state Михаил Кавелашвили/GE/president - - planned - - -"
        ),
        Case(
            "Министр Узбекистана Тимур Каримов и министр Грузии Леван Беридзе обсудили саммит ОТГ в Баку и саммит ШОС в Астане.",
            "talks GE,UZ - minister Тимур Каримов/UZ/minister,Леван Беридзе/GE/minister - - held - - -"
        ),
    ]

    static let one = [
        Case(
            "В мае в Пекине прошел саммит «Китай – Центральная Азия».", on: "2023-06-01",
            "summit CN - head_of_state - - - held 2023-05 Пекин/CN CN"
        ),
        Case(
            "Накануне президент Армении Ваагн Хачатурян принял министра Грузии Левана Беридзе, который прибыл в Ереван.",
            "talks AM,GE - head_of_state Ваагн Хачатурян/AM/president,Леван Беридзе/GE/minister - - held - Ереван/AM AM"
        ),
        Case(
            """
            В Тбилиси проходят переговоры премьер-министра Грузии Ираклия Кобахидзе и премьер-министра Армении Никола Пашиняна.
            Сначала Кобахидзе и Пашинян встретятся один на один.
            """,
            "talks AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister,Никол Пашинян/AM/prime_minister - narrow held - Тбилиси/GE GE"
        ),
        Case(
            "В Тбилиси проходит очередное заседание армяно-грузинской межправительственной комиссии.",
            "session AM,GE - - - - - held - Тбилиси/GE GE"
        ),
        Case(
            "Министр Грузии Леван Беридзе прилетел в Баку. Там 3 мая состоится заседание Совета министров ОЧЭС.",
            on: "2025-05-02",
            "session AZ,GE ОЧЭС minister Леван Беридзе/GE/minister - - planned 2025-05-03 Баку/AZ AZ"
        ),
    ]

    static let sides = [
        Case(
            "В Баку министр Грузии Леван Беридзе выступил на встрече грузинской делегации с азербайджанскими официальными лицами.",
            "talks AZ,GE - minister Леван Беридзе/GE/minister - - held - Баку/AZ AZ"
        ),
        Case(
            "В Баку прошло заседание, в котором приняли участие делегации Грузии, Армении, Северного Кипра и Турции.",
            "session AM,AZ,GE,TR - - - - - held - Баку/AZ AZ"
        ),
        Case(
            "Делегация парламента Грузии во главе с председателем парламента Шалвой Папуашвили отбыла в Турцию с официальным визитом.",
            "visit GE,TR - parliament Шалва Папуашвили/GE/speaker official - held - -/TR TR"
        ),
        Case(
            "3 мая посол Грузии Иван Петров вручил верительные грамоты президенту Армении Ваагну Хачатуряну.",
            on: "2025-05-04",
            "talks AM,GE - head_of_state Иван Петров/GE/ambassador,Ваагн Хачатурян/AM/president - - held 2025-05-03 - -"
        ),
        Case(
            "Министр Грузии Леван Беридзе примет участие во встрече министров иностранных дел государств ОЧЭС в режиме видеоконференции.",
            "session GE ОЧЭС minister Леван Беридзе/GE/minister - - planned - - -"
        ),
    ]

    static let referred = [
        Case(
            "По итогам телефонного разговора с президентом Армении Ваагном Хачатуряном, состоявшегося 3 мая, президент Грузии Михаил Кавелашвили поблагодарил соседей.",
            on: "2025-05-04",
            "call AM,GE - head_of_state Михаил Кавелашвили/GE/president,Ваагн Хачатурян/AM/president - - held 2025-05-03 - -"
        ),
        Case(
            "На состоявшейся в Баку встрече лидеры Армении и Грузии обсудили торговлю.",
            "talks AM,GE - head_of_state - - - held - Баку/AZ -"
        ),
        Case(
            "В ходе армяно-грузинского форума в Ереване сообщили о росте торговли.",
            "forum AM,GE - - - - - held - Ереван/AM AM"
        ),
        Case(
            "По итогам саммита ШОС в Астане подписали декларацию.",
            "summit KZ ШОС head_of_state - - - held - Астана/KZ KZ"
        ),
        Case(
            "Президент Грузии Михаил Кавелашвили и президент Армении Ваагн Хачатурян обсудили саммит ШОС в Китае и саммит ОТГ в Турции 3 мая.",
            on: "2025-04-01",
            "talks AM,GE - head_of_state Михаил Кавелашвили/GE/president,Ваагн Хачатурян/AM/president - - held - - -",
            "summit CN ШОС head_of_state - - - planned 2025-05-03 -/CN CN",
            "summit TR ОТГ head_of_state - - - planned 2025-05-03 -/TR TR"
        ),
        Case(
            "3 мая запланированы саммит ШОС в Китае и саммит ОТГ в Турции.", on: "2025-04-01",
            "summit CN ШОС head_of_state - - - planned 2025-05-03 -/CN CN",
            "summit TR ОТГ head_of_state - - - planned 2025-05-03 -/TR TR"
        ),
    ]

    static let together = [
        Case(
            "3 мая министр Грузии Леван Беридзе провел встречу с министром Армении Арамом Петросяном, министром Турции Али Демиром и министром Узбекистана Тимуром Каримовым.",
            on: "2025-05-04",
            "talks AM,GE,TR,UZ - minister Леван Беридзе/GE/minister,Арам Петросян/AM/minister,Али Демир/TR/minister,Тимур Каримов/UZ/minister - - held 2025-05-03 - -"
        ),
        Case(
            "Президент Казахстана Касым-Жомарт Токаев прибыл в Астану, чтобы принять участие в саммите ШОС в Астане.",
            "summit KZ ШОС head_of_state Касым-Жомарт Токаев/KZ/president - - planned - Астана/KZ KZ"
        ),
        Case(
            "В Астане прошло заседание глав государств ШОС.",
            "summit KZ ШОС head_of_state - - - held - Астана/KZ KZ"
        ),
        Case(
            "Министры Армении и Грузии выступили на прошедшем в этот день в Ереване очередном заседании межправительственной комиссии.",
            "session AM,GE - - - - - held - Ереван/AM AM"
        ),
    ]

    /// What was agreed at another encounter tells neither when nor where this one is.
    static let bygone = [
        Case(
            "Президент Казахстана Касым-Жомарт Токаев и президент Кыргызстана Садыр Жапаров обсудили исполнение договоренностей, "
                + "достигнутых в ходе государственного визита президента Казахстана в Кыргызстан в июле этого года.",
            on: "2025-11-15",
            "talks KG,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Садыр Жапаров/KG/president - - held - - -",
            "visit KG,KZ - head_of_state Касым-Жомарт Токаев/KZ/president state - held 2025-07 -/KG KG"
        ),
        Case(
            "Президент Казахстана Касым-Жомарт Токаев и премьер-министр Грузии Ираклий Кобахидзе рассмотрели выполнение соглашений, "
                + "подписанных по итогам официального визита в Тбилиси в мае 2024 года.",
            "talks GE,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Ираклий Кобахидзе/GE/prime_minister - - held - - -"
        ),
    ]

    static let delegations = [
        Case(
            "3 мая президент Армении Ваагн Хачатурян принял делегацию Грузии.", on: "2025-05-04",
            "talks AM,GE - head_of_state Ваагн Хачатурян/AM/president - - held 2025-05-03 - AM"
        ),
        Case(
            "Министр Армении Арам Петросян встретился с грузинской делегацией в Ереване.",
            "talks AM,GE - minister Арам Петросян/AM/minister - - held - Ереван/AM AM"
        ),
        Case(
            "Генеральный секретарь ООН Антониу Гутерриш прибыл в Ташкент с официальным визитом.",
            "visit UZ ООН official Антониу Гутерриш/-/secretary_general official - held - Ташкент/UZ UZ"
        ),
        Case(
            "Контракт подписали в 2018 году во время визита в Тбилиси президента Армении Армена Саркисяна.",
            "visit AM,GE - head_of_state Армен Саркисян/AM/president - - held 2018 Тбилиси/GE GE"
        ),
    ]

    @Test(arguments: beside + apart + one + sides + referred + bygone + delegations + together)
    func aTextTellsItsEncounters(_ it: Case) throws {
        let found = try TestLanguage.facts(it.text, on: it.published).meetings.map(MeetingTests.line)
        #expect(found == it.meetings)
    }

    @Test(arguments: [
        "В завершение заседания комитета стороны примут решение о дате следующего заседания.",
        "На саммите ШОС президенты обсудят торговлю Армении и Грузии.",
        "Министр Грузии Леван Беридзе рассказал о подготовке к заседанию Совета министров ОЧЭС.",
        "Вряд ли президент Армении Ваагн Хачатурян посетит Тбилиси.",
        "В Тбилиси Иван Петров заявил, что на заседаниях комиссий Грузии и Армении спорили.",
        "Посол Грузии Иван Петров передал письмо президенту Армении Ваагну Хачатуряну.",
    ])
    func aTextTellsNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text, on: "2025-06-01").meetings.map(MeetingTests.line) == [])
    }
}
