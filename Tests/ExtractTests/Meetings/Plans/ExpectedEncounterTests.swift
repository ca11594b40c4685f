import Model
import TestLanguage
import Testing

@testable import Extract

/// Encounters told by who waits, phones, may come, or met before, in our own wording.
@Suite struct ExpectedEncounterTests {
    typealias Case = MeetingTests.Case

    private static let day = "2025-05-14"

    /// Over the telephone, whatever the verb says of it; a headline that leaves the way open is the call of the lead.
    static let calls = [
        Case(
            """
            Президент Грузии Михаил Кавелашвили по телефону выразил президенту Армении Ваагну Хачатуряну \
            соболезнования.
            """, on: day,
            "call AM,GE - head_of_state Михаил Кавелашвили/GE/president,Ваагн Хачатурян/AM/president - - held - - -"
        ),
        Case(
            """
            Президенту Сербии Александру Вучичу пришлось объясняться по телефону с президентом Австрии Александром Ван \
            дер Белленом.
            """, on: day,
            "call AT,RS - head_of_state Александр Вучич/RS/president,Александр Ван дер Беллен/AT/president - - held - - -"
        ),
        Case(
            """
            Премьер-министр Грузии Ираклий Кобахидзе 13 мая принял телефонный звонок от премьер-министра Армении \
            Никола Пашиняна.
            """, on: day,
            "call AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister,Никол Пашинян/AM/prime_minister - - held 2025-05-13 - -"
        ),
        Case(
            """
            Кобахидзе обсудил с премьер-министром Армении поставки газа

            Премьер-министр Грузии Ираклий Кобахидзе 13 мая связался по телефону с премьер-министром Армении Николом \
            Пашиняном.
            """, on: day,
            "call AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister,Никол Пашинян/AM/prime_minister - - held 2025-05-13 - -"
        ),
        Case(
            """
            Министр иностранных дел Грузии Мака Бочоришвили и министр иностранных дел Армении Арарат Мирзоян провели \
            встречу по ВКС.
            """, on: day,
            "call AM,GE - minister Мака Бочоришвили/GE/foreign_minister,Арарат Мирзоян/AM/foreign_minister - - held - - -"
        ),
        Case(
            """
            Премьер-министр Армении Никол Пашинян провел ряд телефонных бесед.

            С премьер-министром Грузии Ираклием Кобахидзе речь шла о поставках газа.
            """, on: day,
            "call AM,GE - head_of_government Никол Пашинян/AM/prime_minister,Ираклий Кобахидзе/GE/prime_minister - - held - - -"
        ),
    ]

    /// Who waits for a guest, or meets him before talks, meets him.
    static let waits = [
        Case(
            """
            Президент Узбекистана Шавкат Мирзиёев 12 мая прилетел в Баку, где его ждал президент Азербайджана Ильхам \
            Алиев.
            """, on: day,
            "talks AZ,UZ - head_of_state Ильхам Алиев/AZ/president,Шавкат Мирзиёев/UZ/president - - held 2025-05-12 Баку/AZ AZ"
        ),
        Case(
            """
            Премьер-министр Грузии Ираклий Кобахидзе посетит Прагу. 22 мая его ждет в Вене президент Австрии Александр \
            Ван дер Беллен.
            """, on: day,
            "visit CZ,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister - - planned - Прага/CZ CZ",
            "talks AT,GE - head_of_state Александр Ван дер Беллен/AT/president,Ираклий Кобахидзе/GE/prime_minister - - planned 2025-05-22 Вена/AT AT"
        ),
        Case(
            """
            Президент Узбекистана Шавкат Мирзиёев прибыл в Баку. Гостя встретил президент Азербайджана Ильхам Алиев, \
            после чего прошли переговоры.
            """, on: day,
            "talks AZ,UZ - head_of_state Ильхам Алиев/AZ/president,Шавкат Мирзиёев/UZ/president - - held - Баку/AZ AZ"
        ),
        Case(
            """
            Министра иностранных дел Грузии Маку Бочоришвили ждут переговоры с министром иностранных дел Армении \
            Араратом Мирзояном 19 мая.
            """, on: day,
            "talks AM,GE - minister Мака Бочоришвили/GE/foreign_minister,Арарат Мирзоян/AM/foreign_minister - - planned 2025-05-19 - -"
        ),
    ]

    /// What may come about on a day that is told, journeys made for an assembly, and what was called off.
    static let plans = [
        Case(
            "Президент Сербии Александр Вучич может посетить Казахстан в июне.", on: day,
            "visit KZ,RS - head_of_state Александр Вучич/RS/president - - planned 2025-06 -/KZ KZ"
        ),
        Case(
            "Президент Сербии Александр Вучич прервал официальный визит в Австрию.", on: day,
            "visit AT,RS - head_of_state Александр Вучич/RS/president official - held - -/AT AT"
        ),
        Case(
            "Президент Сербии Александр Вучич провел два дня в Ереване.", on: day,
            "visit AM,RS - head_of_state Александр Вучич/RS/president - - held - Ереван/AM AM"
        ),
        Case(
            "До конца года у президента Сербии Александра Вучича запланирована поездка на саммит АТЭС в Дананг.",
            on: day,
            "summit RS АТЭС head_of_state Александр Вучич/RS/president - - planned 2025 - -"
        ),
        Case(
            """
            Премьер-министры Грузии и Армении Ираклий Кобахидзе и Никол Пашинян договорились провести заседание \
            комиссии 27 июня в Тбилиси.
            """, on: day,
            "session AM,GE - - - - - planned 2025-06-27 Тбилиси/GE GE"
        ),
        Case(
            """
            Была запланирована встреча президента Сербии Александра Вучича с президентом Австрии Александром Ван дер \
            Белленом, однако ее отменили.
            """, on: day,
            "talks AT,RS - head_of_state Александр Вучич/RS/president,Александр Ван дер Беллен/AT/president - - cancelled - - -"
        ),
    ]

    /// Several in one sentence: along with another, some of many, one behind the other, with each.
    static let several = [
        Case(
            """
            Премьер-министр Грузии Ираклий Кобахидзе вместе с армянским коллегой Николом Пашиняном провел 13 мая \
            заседание межправительственной комиссии.
            """, on: day,
            "session AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister,Никол Пашинян/AM/prime_minister - - held 2025-05-13 - -"
        ),
        Case(
            """
            Министр иностранных дел Грузии Мака Бочоришвили провела в Вене встречи с руководством Австрии, в том числе \
            с президентом Александром Ван дер Белленом и канцлером Кристианом Штокером.
            """, on: day,
            "talks AT,GE - head_of_state Мака Бочоришвили/GE/foreign_minister,Александр Ван дер Беллен/AT/president - - held - Вена/AT AT",
            "talks AT,GE - head_of_government Мака Бочоришвили/GE/foreign_minister,Кристиан Штокер/AT/prime_minister - - held - Вена/AT AT"
        ),
        Case(
            """
            Министр экономики Грузии Мариам Квривишвили 13 мая приняла министра экономики Армении Геворга Папояна, а \
            позднее – министра экономики Сербии Адриану Месарович.
            """, on: day,
            "talks AM,GE - minister Мариам Квривишвили/GE/minister,Геворг Папоян/AM/minister - - held 2025-05-13 -/GE GE",
            "talks GE,RS - minister Мариам Квривишвили/GE/minister,Адриана Месарович/RS/minister - - held 2025-05-13 -/GE GE"
        ),
        Case(
            """
            Спикер парламента Грузии Шалва Папуашвили принял по отдельности посла Сербии Ивана Петровича, посла \
            Австрии Ханса Мюллера и посла Кении Джона Руто.
            """, on: day,
            "talks GE,RS - parliament Шалва Папуашвили/GE/speaker,Иван Петрович/RS/ambassador - - held - -/GE GE",
            "talks AT,GE - parliament Шалва Папуашвили/GE/speaker,Ханс Мюллер/AT/ambassador - - held - -/GE GE",
            "talks GE,KE - parliament Шалва Папуашвили/GE/speaker,Джон Руто/KE/ambassador - - held - -/GE GE"
        ),
        Case(
            """
            Премьер-министр Грузии Ираклий Кобахидзе прилетел в Вену. Там были премьер-министр Армении Никол Пашинян и \
            президент Сербии Александр Вучич. С каждым из них он побеседовал отдельно.
            """, on: day,
            "talks AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister,Никол Пашинян/AM/prime_minister - - held - Вена/AT -",
            "talks GE,RS - head_of_state Ираклий Кобахидзе/GE/prime_minister,Александр Вучич/RS/president - - held - Вена/AT -"
        ),
        Case(
            """
            Спикер парламента Эстонии Лаури Хуссар, с которым министр иностранных дел Грузии Мака Бочоришвили \
            увиделась 13 мая, поддержал реформы.
            """, on: day,
            "talks EE,GE - parliament Мака Бочоришвили/GE/foreign_minister,Лаури Хуссар/EE/speaker - - held 2025-05-13 - -"
        ),
        Case(
            """
            В Брюсселе премьер-министр Грузии Ираклий Кобахидзе провел 45 минут с президентом Турции Реджепом Тайипом \
            Эрдоганом.
            """, on: day,
            "talks GE,TR - head_of_state Ираклий Кобахидзе/GE/prime_minister,Реджеп Тайип Эрдоган/TR/president - - held - Брюссель/BE -"
        ),
    ]

    /// Encounters before that of the tale, and the visit that one was part of.
    static let past = [
        Case(
            """
            Президент Казахстана Касым-Жомарт Токаев принял в Астане президента Сербии Александра Вучича. Предыдущие \
            переговоры прошли в Белграде в декабре 2024 года.
            """, on: day,
            "talks KZ,RS - head_of_state Касым-Жомарт Токаев/KZ/president,Александр Вучич/RS/president - - held - Астана/KZ KZ",
            "talks KZ,RS - head_of_state Касым-Жомарт Токаев/KZ/president,Александр Вучич/RS/president - - held 2024-12 Белград/RS RS"
        ),
        Case(
            """
            Президент Казахстана Касым-Жомарт Токаев провел переговоры с президентом Сербии Александром Вучичем. До \
            этого они встречались в марте в Белграде.
            """, on: day,
            "talks KZ,RS - head_of_state Касым-Жомарт Токаев/KZ/president,Александр Вучич/RS/president - - held - - -",
            "talks KZ,RS - head_of_state Касым-Жомарт Токаев/KZ/president,Александр Вучич/RS/president - - held 2025-03 Белград/RS RS"
        ),
        Case(
            """
            Премьер-министры Грузии и Армении, Ираклий Кобахидзе и Никол Пашинян, обсудили по телефону поставки газа. \
            Предыдущий разговор состоялся 12 февраля.
            """, on: day,
            "call AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister,Никол Пашинян/AM/prime_minister - - held - - -",
            "call AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister,Никол Пашинян/AM/prime_minister - - held 2025-02-12 - -"
        ),
        Case(
            """
            Премьер-министр Грузии Ираклий Кобахидзе прибыл в Ереван. Последний раз он приезжал сюда в 2022 году.
            """, on: day,
            "visit AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister - - held - Ереван/AM AM",
            "visit AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister - - held 2022 Ереван/AM AM"
        ),
        Case(
            """
            12 мая президент Узбекистана Шавкат Мирзиёев провел в Баку переговоры с президентом Азербайджана Ильхамом \
            Алиевым. Они стали главным событием его государственного визита.
            """, on: day,
            "talks AZ,UZ - head_of_state Шавкат Мирзиёев/UZ/president,Ильхам Алиев/AZ/president state - held 2025-05-12 Баку/AZ AZ"
        ),
    ]

    @Test(arguments: calls + waits + plans + several + past)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }

    @Test(arguments: [
        "Эксперт прокомментировал возможную встречу президента Сербии Александра Вучича с президентом Австрии Александром Ван дер Белленом.",
        "Президент Сербии Александр Вучич назвал условие для встречи с президентом Австрии Александром Ван дер Белленом.",
        "Президент Сербии Александр Вучич не успел поговорить с президентом Австрии Александром Ван дер Белленом.",
        "Президент Сербии Александр Вучич может посетить Казахстан.",
        "Президент Сербии Александр Вучич по телефону рассказал о планах.",
        "Президент Сербии Александр Вучич хочет поздравить по телефону президента Австрии Александра Ван дер Беллена.",
        "В аэропорту президента Сербии Александра Вучича ждал министр энергетики Казахстана Ерлан Аккенженов.",
        "Президент Казахстана ждет от президента Сербии Александра Вучича ответа.",
        "Сроки визита президента Сербии Александра Вучича в Казахстан согласовываются.",
        "В администрации не подтвердили информацию о предстоящей встрече президента Сербии Александра Вучича с президентом Австрии Александром Ван дер Белленом.",
        "Президент Сербии Александр Вучич пригласил президента Казахстана Касым-Жомарта Токаева посетить Белград.",
    ])
    func aTextTellsNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text, on: Self.day).meetings.map(MeetingTests.line) == [])
    }
}
