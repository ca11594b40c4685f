import Model
import TestLanguage
import Testing

@testable import Extract

/// The day and the town of the tale, which encounters take that tell none of their own.
@Suite struct TaleDayTests {
    typealias Case = MeetingTests.Case

    /// Days that sentences open with, of what is no encounter.
    static let openings = [
        Case(
            """
            Премьер-министр Грузии Ираклий Кобахидзе прибыл в Ереван 3 марта. 4 марта гость возложил венок к мемориалу. Затем с ним встретился премьер-министр Армении Никол Пашинян.
            """, on: "2025-03-05",
            "talks AM,GE - head_of_government Никол Пашинян/AM/prime_minister,Ираклий Кобахидзе/GE/prime_minister - - held 2025-03-04 Ереван/AM AM"
        ),
        Case(
            """
            Премьер-министр Грузии Ираклий Кобахидзе прибыл в Ереван 3 марта. 4 марта пресс-служба сообщила подробности. С гостем встретился премьер-министр Армении Никол Пашинян.
            """, on: "2025-03-05",
            "talks AM,GE - head_of_government Никол Пашинян/AM/prime_minister,Ираклий Кобахидзе/GE/prime_minister - - held - Ереван/AM AM"
        ),
        // A line of the page is no sentence of the tale.
        Case(
            """
            5 марта 2025 года Прочитано: 131
            Состоялась встреча премьер-министра Грузии Ираклия Кобахидзе и премьер-министра Армении Никола Пашиняна.
            """, on: "2025-03-05",
            "talks AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister,Никол Пашинян/AM/prime_minister - - held - - -"
        ),
    ]

    /// The eve is the day before that of the tale.
    static let eves = [
        Case(
            """
            Президент Турции Реджеп Тайип Эрдоган принял премьер-министра Грузии Ираклия Кобахидзе, который накануне прибыл в Анкару с официальным визитом.
            """, on: "2025-03-05",
            "talks GE,TR - head_of_state Реджеп Тайип Эрдоган/TR/president,Ираклий Кобахидзе/GE/prime_minister official - held 2025-03-05 Анкара/TR TR"
        ),
        Case(
            """
            Накануне, 4 марта, премьер-министр Грузии Ираклий Кобахидзе, прилетевший в Анкару с рабочим визитом, встретился с президентом Турции Реджепом Тайипом Эрдоганом.
            """, on: "2025-03-05",
            "talks GE,TR - head_of_state Ираклий Кобахидзе/GE/prime_minister,Реджеп Тайип Эрдоган/TR/president working - held 2025-03-04 Анкара/TR TR"
        ),
    ]

    /// A relative clause has the day of the journey that it goes on to tell of.
    static let arrivals = [
        Case(
            """
            5 марта 2020 года в Белград приезжал министр обороны Чехии Любомир Метнар, с которым встретился президент Сербии Александр Вучич.
            """, on: "2021-02-15",
            "talks CZ,RS - head_of_state Александр Вучич/RS/president,Любомир Метнар/CZ/minister - - held 2020-03-05 Белград/RS RS"
        ),
        Case(
            """
            В июне министр обороны Таджикистана Шерали Мирзо посетил Тегеран, а в апреле Душанбе посетил министр иностранных дел Ирана Джавад Зариф, которого принял президент Таджикистана Эмомали Рахмон.
            """, on: "2021-08-05",
            "visit IR,TJ - minister Шерали Мирзо/TJ/minister - - held 2021-06 Тегеран/IR IR",
            "talks IR,TJ - head_of_state Эмомали Рахмон/TJ/president,Джавад Зариф/IR/foreign_minister - - held 2021-04 Душанбе/TJ TJ"
        ),
    ]

    /// Told by how long before the article or after another encounter it was.
    static let distances = [
        Case(
            """
            Президент Украины Владимир Зеленский две недели назад принял в Киеве президента Литвы Гитанаса Науседу.
            """, on: "2024-06-10",
            "talks LT,UA - head_of_state Владимир Зеленский/UA/president,Гитанас Науседа/LT/president - - held 2024-05 Киев/UA UA"
        ),
        Case(
            """
            Президент Турции Реджеп Тайип Эрдоган встретился 1 июня в Анкаре с президентом Литвы Гитанасом Науседой. Десятью днями позже они увиделись в Вильнюсе.
            """, on: "2024-06-20",
            "talks LT,TR - head_of_state Реджеп Тайип Эрдоган/TR/president,Гитанас Науседа/LT/president - - held 2024-06-01 Анкара/TR TR",
            "talks LT,TR - head_of_state Реджеп Тайип Эрдоган/TR/president,Гитанас Науседа/LT/president - - held 2024-06-11 Вильнюс/LT LT"
        ),
        Case(
            """
            Президент Турции Реджеп Тайип Эрдоган встретился 1 июня в Анкаре с президентом Литвы Гитанасом Науседой. Двумя неделями позже они увиделись в Вильнюсе.
            """, on: "2024-06-20",
            "talks LT,TR - head_of_state Реджеп Тайип Эрдоган/TR/president,Гитанас Науседа/LT/president - - held 2024-06-01 Анкара/TR TR",
            "talks LT,TR - head_of_state Реджеп Тайип Эрдоган/TR/president,Гитанас Науседа/LT/president - - held - Вильнюс/LT LT"
        ),
    ]

    /// The ways of talks, however the two are joined.
    static let formats = [
        Case(
            """
            Президент Беларуси Александр Лукашенко встретился в Хараре с президентом Зимбабве Эммерсоном Мнангагвой сначала в узком, а затем – в расширенном составе.
            """,
            "talks BY,ZW - head_of_state Александр Лукашенко/BY/president,Эммерсон Мнангагва/ZW/president - narrow,extended held - Хараре/ZW ZW"
        ),
        Case(
            """
            Президент Беларуси Александр Лукашенко встретился с глазу на глаз в Хараре с президентом Зимбабве Эммерсоном Мнангагвой. Затем к диалогу присоединились делегации.
            """,
            "talks BY,ZW - head_of_state Александр Лукашенко/BY/president,Эммерсон Мнангагва/ZW/president - narrow,extended held - Хараре/ZW ZW"
        ),
    ]

    /// Where another encounter is, or will be, is not where this one was.
    static let others = [
        Case(
            """
            Вице-премьер России Виталий Савельев встретился в Тегеране с министром Ирана Фарзане Садег. Он переговорил также с вице-президентом Ирана Мохаммадом Арефом, а накануне в Баку принял участие в форуме.
            """, on: "2024-11-14",
            "talks IR,RU - minister Виталий Савельев/RU/deputy_prime_minister,Фарзане Садег/IR/minister - - held - Тегеран/IR IR",
            "talks IR,RU - head_of_government Виталий Савельев/RU/deputy_prime_minister,Мохаммад Ареф/IR/vice_president - - held - Тегеран/IR IR",
            "forum AZ,RU - minister Виталий Савельев/RU/deputy_prime_minister - - held 2024-11-13 Баку/AZ AZ"
        ),
        Case(
            """
            Роман Головченко, премьер-министр Беларуси, находится с визитом в Египте. Он провел переговоры с премьер-министром Египта Мустафой Мадбули. Завтра премьер-министр посетит Александрию, где проведет переговоры с губернатором провинции Ахмедом Саидом.
            """, on: "2025-11-13",
            "talks BY,EG - head_of_government Роман Головченко/BY/prime_minister,Мустафа Мадбули/EG/prime_minister - - held - -/EG EG",
            "talks BY,EG - head_of_government Роман Головченко/BY/prime_minister,Ахмед Саид/EG/governor - - planned 2025-11-14 Александрия/EG EG"
        ),
    ]

    @Test(arguments: openings + eves + arrivals + distances + formats + others)
    func takesTheDayOfTheTale(_ it: Case) throws { try it.check() }
}
