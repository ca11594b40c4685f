import Model
import TestLanguage
import Testing

@testable import Extract

/// Encounters as press services and agencies word them beyond the plain case, in our own wording.
@Suite struct EncounterWordingTests {
    typealias Case = MeetingTests.Case

    static let people = [
        Case(
            "Министр иностранных дел Вьетнама Ле Хоай Чунг встретился в Ханое с послом Грузии Иваном Петровым.",
            "talks GE,VN - minister Ле Хоай Чунг/VN/foreign_minister,Иван Петров/GE/ambassador - - held - Ханой/VN VN"
        ),
        Case(
            "Президент Грузии Михаил Кавелашвили встретился с вьетнамским коллегой Ле Хоай Туаном.",
            "talks GE,VN - head_of_state Михаил Кавелашвили/GE/president,Ле Хоай Туан/VN/president - - held - - -"
        ),
        Case(
            "Губернатор Омской области Иван Петров встретился в Минске с президентом Беларуси Александром Лукашенко.",
            "talks BY,RU - head_of_state Иван Петров/RU/governor,Александр Лукашенко/BY/president - - held - Минск/BY BY"
        ),
        Case(
            """
            Министр сельского хозяйства Грузии Леван Беридзе провел встречу с министром сельского, лесного и водного
            хозяйства Сербии Браниславом Петровичем.
            """,
            "talks GE,RS - minister Леван Беридзе/GE/minister,Бранислав Петрович/RS/minister - - held - - -"
        ),
        Case(
            "Пашинян прибыл в Тбилиси\n\nПремьер-министр Армении Никол Пашинян встретился с президентом Грузии Михаилом Кавелашвили.",
            "talks AM,GE - head_of_state Никол Пашинян/AM/prime_minister,Михаил Кавелашвили/GE/president - - held - Тбилиси/GE GE"
        ),
        Case(
            """
            Министр иностранных дел России Сергей Лавров прибыл в Египет.
            В Каире министр встретился с президентом Египта Абдель Фаттахом ас-Сиси.
            """,
            "talks EG,RU - head_of_state Сергей Лавров/RU/foreign_minister,Абдель Фаттах ас-Сиси/EG/president - - held - Каир/EG EG"
        ),
        Case(
            "Лавров провел в Ереване переговоры с министром иностранных дел Армении Араратом Мирзояном. Россия готова к ним.",
            on: "2023-05-05",
            "talks AM,RU - minister Лавров/RU/foreign_minister,Арарат Мирзоян/AM/foreign_minister - - held - Ереван/AM AM"
        ),
    ]

    /// Those whom the text names elsewhere, by a spelling of their own, or not at all.
    static let memories = [
        Case(
            "Министр иностранных дел Грузии Леван Беридзе посетил Кению. В столице страны он встретился с министром Джоном Руто.",
            "talks GE,KE - minister Леван Беридзе/GE/foreign_minister,Джон Руто/KE/minister - - held - Найроби/KE KE"
        ),
        // Of a time after the article.
        Case(
            "Подтверждена договоренность о визите президента Узбекистана Шавката Мирзиёева в Казахстан 20 марта.",
            on: "2025-03-06",
            "visit KZ,UZ - head_of_state Шавкат Мирзиёев/UZ/president - - planned 2025-03-20 -/KZ KZ"
        ),
        Case(
            """
            Президент Казахстана Касым-Жомарт Токаев принял в Астане министра иностранных дел Франции Луи Рено.
            Президенты двух стран встречались в Париже в ноябре 2024 года.
            """, on: "2025-03-06",
            "talks FR,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Луи Рено/FR/foreign_minister - - held - "
                + "Астана/KZ KZ",
            "talks FR,KZ - head_of_state Касым-Жомарт Токаев/KZ/president - - held 2024-11 Париж/FR FR"
        ),
        Case(
            "В мае Касым-Жомарт Токаев встретился с Эмманюэлем Макроном на полях Генеральной Ассамблеи ООН в Нью-Йорке.",
            on: "2025-06-06",
            "talks FR,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Эмманюэль Макрон/FR/president - - held 2025-05 "
                + "Нью-Йорк/US -"
        ),
    ]

    /// Those who take part in an assembly, told behind it.
    static let assemblies = [
        Case(
            """
            5 мая в Ереване прошел саммит ОДКБ под председательством премьер-министра Армении Никола Пашиняна.

            В нем участвовали лидеры Казахстана – Касым-Жомарт Токаев, Таджикистана – Эмомали Рахмон.
            """, on: "2024-05-06",
            "summit AM,KZ,TJ ОДКБ head_of_state Никол Пашинян/AM/prime_minister,Касым-Жомарт Токаев/KZ/president,"
                + "Эмомали Рахмон/TJ/president - - held 2024-05-05 Ереван/AM AM"
        ),
        Case(
            """
            В Минске завершился саммит СНГ.

            Президент Казахстана Касым-Жомарт Токаев призвал партнеров открыть новые дороги.

            Президент Узбекистана Шавкат Мирзиёев предложил создать фонд.
            """,
            "summit BY,KZ,UZ СНГ head_of_state Касым-Жомарт Токаев/KZ/president,Шавкат Мирзиёев/UZ/president - - held - "
                + "Минск/BY BY"
        ),
        // Two who speak of another's summit comment from afar.
        Case(
            """
            В Брюсселе прошел саммит ЕС.

            Президент Бразилии Луис Петров заявил, что пошлины вырастут. Президент Чили Хуан Иванов сообщил о росте торговли.
            """,
            "summit - ЕС head_of_state - - - held - Брюссель/BE -"
        ),
        Case(
            """
            В Ташкенте открылся саммит ШОС.
            В Ташкент прилетели президент Казахстана Касым-Жомарт Токаев и президент Таджикистана Эмомали Рахмон.
            """,
            "summit KZ,TJ,UZ ШОС head_of_state Касым-Жомарт Токаев/KZ/president,Эмомали Рахмон/TJ/president - - held - "
                + "Ташкент/UZ UZ"
        ),
        Case(
            "В Баку прошел саммит глав государств ОТГ. Турцию на саммите представлял вице-президент Кемаль Йылдыз.",
            "summit AZ,TR ОТГ head_of_state Кемаль Йылдыз/TR/vice_president - - held - Баку/AZ AZ"
        ),
        Case(
            "В очередном саммите ОТГ в Баку приняли участие президент Турции Реджеп Тайип Эрдоган и Виктор Ковач (Венгрия).",
            "summit AZ,HU,TR ОТГ head_of_state Реджеп Тайип Эрдоган/TR/president,Виктор Ковач/HU/- - - held - Баку/AZ AZ"
        ),
        Case(
            "Участниками саммита ШОС в Ташкенте стали президент Казахстана Касым-Жомарт Токаев и президент Таджикистана Эмомали Рахмон.",
            "summit KZ,TJ,UZ ШОС head_of_state Касым-Жомарт Токаев/KZ/president,Эмомали Рахмон/TJ/president - - held - "
                + "Ташкент/UZ UZ"
        ),
        Case(
            """
            В Батуми состоялись трехсторонние переговоры министров иностранных дел Турции, Азербайджана и Грузии.
            В них приняли участие Хакан Фидан, Джейхун Байрамов и министр иностранных дел Грузии Нино Беридзе.
            """,
            "talks AZ,GE,TR - minister Хакан Фидан/TR/foreign_minister,Джейхун Байрамов/AZ/foreign_minister,"
                + "Нино Беридзе/GE/foreign_minister - - held - Батуми/GE GE"
        ),
        Case(
            "Во встрече также участвовали посол Турции Али Озтюрк и заместитель министра Грузии Леван Беридзе."
        ),
        // Welcomed at the door, not met.
        Case("Во дворце лидеров стран, прибывших на мероприятие, приветствовал президент Грузии Михаил Кавелашвили."),
    ]

    static let several = [
        Case(
            "5 мая министр Грузии Леван Беридзе провел встречи с министром Армении Арамом Петросяном и министром Ирана Али Ахмади.",
            on: "2025-05-06",
            "talks AM,GE - minister Леван Беридзе/GE/minister,Арам Петросян/AM/minister - - held 2025-05-05 - -",
            "talks GE,IR - minister Леван Беридзе/GE/minister,Али Ахмади/IR/minister - - held 2025-05-05 - -"
        ),
        Case(
            "Министр иностранных дел Грузии Леван Беридзе провел переговоры в Кении и Уганде.",
            "talks GE,KE - minister Леван Беридзе/GE/foreign_minister - - held - -/KE KE",
            "talks GE,UG - minister Леван Беридзе/GE/foreign_minister - - held - -/UG UG"
        ),
        Case(
            "Заседание Совета глав правительств СНГ пройдет в Баку 31 мая, заседание Совета глав государств СНГ намечено в Минске на 11 октября.",
            on: "2025-04-01",
            "session AZ СНГ head_of_government - - - planned 2025-05-31 Баку/AZ AZ",
            "summit BY СНГ head_of_state - - - planned 2025-10-11 Минск/BY BY"
        ),
        Case(
            """
            В Баку начался двухдневный саммит ОТГ.
            В саммите примут участие президент Казахстана Касым-Жомарт Токаев и президент Турции Реджеп Тайип Эрдоган.
            """,
            "summit AZ,KZ,TR ОТГ head_of_state Касым-Жомарт Токаев/KZ/president,Реджеп Тайип Эрдоган/TR/president - - held - Баку/AZ AZ"
        ),
    ]

    static let settings = [
        Case(
            "Президент Грузии Михаил Кавелашвили и президент Армении Ваагн Хачатурян обсудят на встрече в воскресенье, 15 июля, торговлю.",
            on: "2018-07-13",
            "talks AM,GE - head_of_state Михаил Кавелашвили/GE/president,Ваагн Хачатурян/AM/president - - planned 2018-07-15 - -"
        ),
        Case(
            """
            В рамках рабочего визита во Францию министр обороны Армении Арам Петросян встретился с министром Франции Жаном Дюпоном.
            Как сообщили в пресс-службе министерства Армении, в ходе встречи обсудили торговлю.
            """,
            "talks AM,FR - minister Арам Петросян/AM/minister,Жан Дюпон/FR/minister working - held - -/FR FR"
        ),
        Case(
            """
            Телефонный разговор состоялся по инициативе турецкой стороны.
            В ходе беседы президент Казахстана Касым-Жомарт Токаев и президент Турции Реджеп Тайип Эрдоган обсудили торговлю.
            """,
            "call KZ,TR - head_of_state Касым-Жомарт Токаев/KZ/president,Реджеп Тайип Эрдоган/TR/president - - held - - -"
        ),
        Case(
            "Премьер-министр Армении Никол Пашинян не будет принимать участие в саммите ОДКБ в Минске 23 ноября.",
            on: "2023-11-14",
            "summit BY ОДКБ head_of_state - - - planned 2023-11-23 Минск/BY BY"
        ),
        Case(
            "Заседание Совета глав государств СНГ намечено на октябрь. Оно пройдет в Сочи.", on: "2025-04-01",
            "summit RU СНГ head_of_state - - - planned 2025-10 Сочи/RU RU"
        ),
        Case(
            "Саммит ОДКБ проходит в формате видеоконференции.",
            "summit - ОДКБ head_of_state - - - held - - -"
        ),
    ]

    static let visits = [
        Case(
            "Ранее министр иностранных дел России Сергей Лавров посетил Гвинею.",
            "visit GN,RU - minister Сергей Лавров/RU/foreign_minister - - held - -/GN GN"
        ),
        Case(
            "На саммите речь зашла о том, что возглавляемая Николом Пашиняном армянская делегация находится с визитом во Франции.",
            "visit AM,FR - head_of_government Никол Пашинян/AM/prime_minister - - held - -/FR FR"
        ),
    ]

    static let scenes = [
        Case(
            """
            Сегодня, 11 октября, в Душанбе состоялась официальная церемония встречи президента Беларуси Александра Лукашенко.
            Лукашенко и президент Таджикистана Эмомали Рахмон начали переговоры.
            """, on: "2024-10-11",
            "talks BY,TJ - head_of_state Александр Лукашенко/BY/president,Эмомали Рахмон/TJ/president - - held 2024-10-11 Душанбе/TJ TJ"
        ),
        Case(
            "В октябре министр Грузии Леван Беридзе посетит Турцию и Армению.", on: "2025-09-01",
            "visit GE,TR - minister Леван Беридзе/GE/minister - - planned 2025-10 -/TR TR",
            "visit AM,GE - minister Леван Беридзе/GE/minister - - planned 2025-10 -/AM AM"
        ),
        Case(
            "Президент РК Ли Чжэ Мён встретился в Токио с премьер-министром Японии Санаэ Такаити. Южнокорейский лидер остался доволен.",
            "talks JP,KR - head_of_state Ли Чжэ Мён/KR/president,Санаэ Такаити/JP/prime_minister - - held - Токио/JP JP"
        ),
    ]

    static let calls = [
        Case(
            "Президент Армении Ваагн Хачатурян поздравил по телефону президента Сербии Александра Вучича с днем рождения.",
            "call AM,RS - head_of_state Ваагн Хачатурян/AM/president,Александр Вучич/RS/president - - held - - -"),
        Case(
            "Президенту Сербии Александру Вучичу по телефону выразил соболезнования президент Армении Ваагн Хачатурян.",
            "call AM,RS - head_of_state Ваагн Хачатурян/AM/president,Александр Вучич/RS/president - - held - - -"),
        Case("Министр Грузии Леван Беридзе заявил по телефону агентству, что договор готов."),
        Case(
            "Президенту Армении Ваагну Хачатуряну нанес визит президент Сербии Александр Вучич.",
            "talks AM,RS - head_of_state Ваагн Хачатурян/AM/president,Александр Вучич/RS/president - - held - -/AM AM"),
        Case(
            "Гостем президента Армении Ваагна Хачатуряна стал президент Сербии Александр Вучич.",
            "talks AM,RS - head_of_state Ваагн Хачатурян/AM/president,Александр Вучич/RS/president - - held - -/AM AM"),
    ]

    static let postponed = [
        Case(
            "Визит президента Сербии Александра Вучича в Ереван перенесен с 20 апреля на 5 мая.", on: "2031-04-17",
            "visit AM,RS - head_of_state Александр Вучич/RS/president - - planned 2031-05-05 Ереван/AM AM"),
        Case(
            "Саммит СНГ в Минске отложен до мая.", on: "2031-04-17",
            "summit BY СНГ head_of_state - - - planned 2031-05 Минск/BY BY"),
        Case(
            "Президент Сербии Александр Вучич отложил визит в Армению.", on: "2031-04-17",
            "visit AM,RS - head_of_state Александр Вучич/RS/president - - planned - -/AM AM"),
    ]

    @Test(arguments: calls + postponed + people + memories + assemblies + several + settings + visits + scenes)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }

    /// A welcome at the airport, words said before a summit, what nobody would come to.
    @Test(arguments: [
        "В аэропорту Тбилиси президента Армении Ваагна Хачатуряна приветствовал министр Грузии Леван Беридзе.",
        "Премьер-министр Армении Никол Пашинян сообщил, что не сможет прилететь на саммит.",
    ])
    func aTextTellsNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text, on: "2025-06-01").meetings.map(MeetingTests.line) == [])
    }
}
