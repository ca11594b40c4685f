import Model
import TestLanguage
import Testing

@testable import Extract

/// Plans and memories of ministers and delegations, in our own wording.
@Suite struct EncounterPlanTests {
    typealias Case = MeetingTests.Case

    static let ministers = [
        Case(
            """
            В Астане 9 июня прошли переговоры президентов Казахстана и Словении. Накануне визита состоялся телефонный разговор министров иностранных дел Мурата Нуртлеу и Тани Файон.
            """, on: "2025-06-10",
            "talks KZ,SI - head_of_state - - - held 2025-06-09 Астана/KZ KZ",
            "call KZ,SI - minister Мурат Нуртлеу/KZ/foreign_minister,Таня Файон/SI/foreign_minister - - held - - -"
        ),
        Case(
            """
            Министр иностранных дел Казахстана Мурат Нуртлеу провел встречи с министрами иностранных дел других государств.
            """, on: "2025-06-10"
        ),
        Case(
            """
            Президент Таджикистана Эмомали Рахмон прибыл в Баку. С высоким гостем встретились председатель Милли Меджлиса Сахиба Гафарова и премьер-министр Азербайджана Али Асадов.
            """, on: "2024-05-30",
            "talks AZ,TJ - head_of_state Сахиба Гафарова/AZ/speaker,Эмомали Рахмон/TJ/president - - held - Баку/AZ AZ",
            "talks AZ,TJ - head_of_state Али Асадов/AZ/prime_minister,Эмомали Рахмон/TJ/president - - held - Баку/AZ AZ"
        ),
        Case(
            """
            Министр иностранных дел Азербайджана Эльмар Мамедъяров начинает турне. После глава азербайджанского дипведомства посетит Индию и Узбекистан.
            """, on: "2020-01-14",
            "visit AZ,IN - minister Эльмар Мамедъяров/AZ/foreign_minister - - planned - -/IN IN",
            "visit AZ,UZ - minister Эльмар Мамедъяров/AZ/foreign_minister - - planned - -/UZ UZ"
        ),
    ]

    static let plans = [
        Case(
            """
            Министр иностранных дел Казахстана Мурат Нуртлеу 27 сентября обсудил в Нью-Йорке с алжирским коллегой Ахмедом Аттафом поставки зерна. Министры условились о проведении в первой половине 2025 года заседания межправительственной комиссии.
            """, on: "2024-09-28",
            "talks DZ,KZ - minister Мурат Нуртлеу/KZ/foreign_minister,Ахмед Аттаф/DZ/foreign_minister - - held 2024-09-27 Нью-Йорк/US -",
            "session DZ,KZ - - - - - planned 2025 - -"
        ),
        Case(
            """
            Министр иностранных дел Казахстана Мурат Нуртлеу 27 сентября обсудил в Нью-Йорке с алжирским коллегой Ахмедом Аттафом итоги проведения в мае заседания межправительственной комиссии.
            """, on: "2024-09-28",
            "talks DZ,KZ - minister Мурат Нуртлеу/KZ/foreign_minister,Ахмед Аттаф/DZ/foreign_minister - - held 2024-09-27 Нью-Йорк/US -"
        ),
        Case(
            """
            Президент Казахстана Касым-Жомарт Токаев 9 июня провел в Астане переговоры с президентом Словении Наташей Пирц Мусар. В мае будущего года президента Казахстана примет Любляна.
            """, on: "2025-06-10",
            "talks KZ,SI - head_of_state Касым-Жомарт Токаев/KZ/president,Наташа Пирц Мусар/SI/president - - held 2025-06-09 Астана/KZ KZ",
            "visit KZ,SI - head_of_state Касым-Жомарт Токаев/KZ/president - - planned 2026-05 Любляна/SI SI"
        ),
        Case(
            """
            На октябрь намечен визит в Любляну казахстанской парламентской делегации во главе со спикером Мажилиса Ерланом Кошановым.
            """, on: "2025-06-10",
            "visit KZ,SI - parliament Ерлан Кошанов/KZ/speaker - - planned 2025-10 Любляна/SI SI"
        ),
        Case(
            """
            Президент Алжира Абдельмаджид Теббун заявил: «Мой визит в Казахстан стоит в графике, и он состоится в мае». 16 марта председатель Сената Казахстана Маулен Ашимбаев во время визита в Алжир передал президенту страны приглашение посетить с официальным визитом Казахстан.
            """, on: "2023-03-21",
            "visit DZ,KZ - head_of_state Абдельмаджид Теббун/DZ/president - - planned - -/KZ KZ",
            "visit DZ,KZ - parliament Маулен Ашимбаев/KZ/speaker - - held 2023-03-16 -/DZ DZ"
        ),
    ]

    static let past = [
        // Where something is agreed on has been; what is agreed on has not.
        Case(
            "Президент Кении Уильям Руто и президент Чили Габриэль Борич договорились о рейсе на встрече в среду.",
            on: "2025-06-13",
            "talks CL,KE - head_of_state Уильям Руто/KE/president,Габриэль Борич/CL/president - - held 2025-06-11 - -"
        ),
        Case(
            "Президент Кении Уильям Руто и президент Чили Габриэль Борич договорились о встрече в среду.",
            on: "2025-06-13",
            "talks CL,KE - head_of_state Уильям Руто/KE/president,Габриэль Борич/CL/president - - planned 2025-06-18 - -"
        ),
        // Who tells of a guest does not come with him.
        Case(
            """
            Премьер Перу Густаво Адрианзен сказал, что ожидает визита президента Чили Габриэля Борича в ноябре для \
            участия в саммите АТЭС.
            """, on: "2025-06-13",
            "summit CL АТЭС head_of_state Габриэль Борич/CL/president - - planned 2025-11 - -"
        ),
        Case(
            """
            В мае в Ташкенте работала белорусская правительственная делегация во главе с вице-премьером Виктором Каранкевичем.
            """, on: "2025-06-10",
            "visit BY,UZ - minister Виктор Каранкевич/BY/deputy_prime_minister - - held 2025-05 Ташкент/UZ UZ"
        ),
        Case(
            """
            Министр экономики Беларуси Юрий Чеботарь до 2020 года работал в Ташкенте.
            """, on: "2025-06-10"
        ),
        Case(
            """
            Президент Казахстана Касым-Жомарт Токаев 9 июня провел в Астане переговоры с президентом Словении Наташей Пирц Мусар. Год назад в Любляне лидеры условились открыть прямой рейс.
            """, on: "2025-06-10",
            "talks KZ,SI - head_of_state Касым-Жомарт Токаев/KZ/president,Наташа Пирц Мусар/SI/president - - held 2025-06-09 Астана/KZ KZ",
            "talks KZ,SI - head_of_state Касым-Жомарт Токаев/KZ/president,Наташа Пирц Мусар/SI/president - - held 2024 Любляна/SI SI"
        ),
        // What they travel for is yet to come.
        Case(
            "Президент Словении Наташа Пирц Мусар отбыла в Астану для проведения переговоров с президентом Казахстана Касым-Жомартом Токаевым.",
            on: "2025-06-10",
            "talks KZ,SI - head_of_state Наташа Пирц Мусар/SI/president,Касым-Жомарт Токаев/KZ/president - - planned - Астана/KZ KZ"
        ),
        // What was said before of what is held by now is no other.
        Case(
            "Президент Казахстана Касым-Жомарт Токаев 9 июня встретился в Астане с президентом Словении Наташей Пирц Мусар. Ранее сообщалось, что лидеры проведут беседу за обедом.",
            on: "2025-06-10",
            "talks KZ,SI - head_of_state Касым-Жомарт Токаев/KZ/president,Наташа Пирц Мусар/SI/president - - held 2025-06-09 Астана/KZ KZ"
        ),
        // Of those with whom the day begins.
        Case(
            "Президент Словении Наташа Пирц Мусар проведет в Астане переговоры с президентом Казахстана Касым-Жомартом Токаевым. Кроме того, запланирована встреча в расширенном составе.",
            on: "2025-06-10",
            "talks KZ,SI - head_of_state Наташа Пирц Мусар/SI/president,Касым-Жомарт Токаев/KZ/president - extended planned - Астана/KZ KZ"
        ),
        // The day that a visit was put off from is no day of it.
        Case(
            "Стороны договорились перенести планировавшийся на 28 мая визит министра иностранных дел Словении Тани Файон в Астану на более поздний срок.",
            on: "2025-05-10",
            "visit KZ,SI - minister Таня Файон/SI/foreign_minister - - planned - Астана/KZ KZ"
        ),
        // The state of those who lead a body stands in its name.
        Case(
            "Министр обороны Словении Борут Сайовиц прибыл в Астану. Он встретится с руководством казахстанского оборонного ведомства.",
            on: "2025-05-10",
            "talks KZ,SI - minister Борут Сайовиц/SI/minister - - planned - Астана/KZ KZ"
        ),
        // Leaders hold a summit, whoever of those there is named.
        Case(
            "В Астане прошел саммит премьер-министров стран СНГ. Украину на саммите представлял посол Виктор Майко.",
            on: "2025-05-10",
            "summit KZ,UA СНГ head_of_government Виктор Майко/UA/ambassador - - held - Астана/KZ KZ"
        ),
        // The day of the words, told in two ways.
        Case(
            "Визит министра иностранных дел Словении Тани Файон в Астану прорабатывается, сообщила сегодня, 10 мая, пресс-секретарь МИД Казахстана.",
            on: "2025-05-10",
            "visit KZ,SI - minister Таня Файон/SI/foreign_minister - - planned - Астана/KZ KZ"
        ),
        // A title in quotation marks is nobody's name.
        Case(
            "Министры иностранных дел Казахстана и Словении Мурат Нуртлеу и Таня Файон 3 мая на полях конференции «Диалог Петрова» в Вене провели встречу.",
            on: "2025-05-10",
            "talks KZ,SI - minister Мурат Нуртлеу/KZ/foreign_minister,Таня Файон/SI/foreign_minister - - held 2025-05-03 Вена/AT -"
        ),
        // Experts of an organisation, and a body named by a common word that is a surname too.
        Case(
            "Министр экономики Таджикистана Завки Завкизода провел встречу с делегацией экспертов Всемирного банка.",
            on: "2025-05-10",
            "talks TJ ВБ minister Завки Завкизода/TJ/minister - - held - - -"
        ),
        Case(
            "Министр экономики Таджикистана Завки Завкизода встретился с гендиректором Фонда развития Катара Халидом аль-Кувари.",
            on: "2025-05-10",
            "talks QA,TJ - minister Завки Завкизода/TJ/minister,Халид аль-Кувари/QA/executive - - held - - -"
        ),
    ]

    @Test(arguments: ministers + plans + past)
    func aTextTellsItsEncounters(_ it: Case) throws { try it.check() }
}
