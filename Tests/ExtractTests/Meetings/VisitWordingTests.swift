import Model
import TestLanguage
import Testing

@testable import Extract

/// Visits with their kinds, their guests and hosts, their days and legs, in our own wording.
@Suite struct VisitWordingTests {
    typealias Case = MeetingTests.Case

    static let kinds = [
        Case(
            """
            Премьер-министр Кубы Мануэль Марреро нанес официальный и дружественный визит в Лаос. Состоялись переговоры с премьер-министром Лаоса Сонсаем Сипхандоном.
            """,
            "talks CU,LA - head_of_government Сонсай Сипхандон/LA/prime_minister,Мануэль Марреро/CU/prime_minister official - held - -/LA LA"
        ),
        Case(
            """
            Президент Вьетнама То Лам и президент Лаоса Тхонглун Сисулит провели переговоры в узком и в расширенном составах.
            """,
            "talks LA,VN - head_of_state То Лам/VN/president,Тхонглун Сисулит/LA/president - narrow,extended held - - -"
        ),
        Case(
            """
            Президент Вьетнама То Лам и президент Лаоса Тхонглун Сисулит провели широкие консультации по экономике.
            """,
            "talks LA,VN - head_of_state То Лам/VN/president,Тхонглун Сисулит/LA/president - - held - - -"
        ),
        Case(
            """
            Президент Вьетнама То Лам и президент Лаоса Тхонглун Сисулит провели расширенные двусторонние переговоры.
            """,
            "talks LA,VN - head_of_state То Лам/VN/president,Тхонглун Сисулит/LA/president - extended held - - -"
        ),
        Case(
            """
            Президент Вьетнама То Лам и президент Лаоса Тхонглун Сисулит на встрече обсудили узкие вопросы торговли.
            """,
            "talks LA,VN - head_of_state То Лам/VN/president,Тхонглун Сисулит/LA/president - - held - - -"
        ),
    ]

    static let guests = [
        Case(
            """
            По приглашению Президента Кыргызской Республики Садыра Жапарова 14 сентября в нашу страну с рабочим визитом прибыл Президент Таджикистана Эмомали Рахмон. В первый день визита пройдут переговоры на высшем уровне.
            """, on: "2022-09-14",
            "talks KG,TJ - head_of_state Эмомали Рахмон/TJ/president,Садыр Жапаров/KG/president working - planned 2022-09 -/KG KG"
        ),
        Case(
            """
            Делегация правительства Перу во главе с министром Хуаном Пересом посетила с рабочим визитом Беларусь. Делегацию приняли президент Александр Лукашенко и премьер-министр Сергей Сидорский.
            """,
            "talks BY,PE - head_of_state Александр Лукашенко/BY/president,Хуан Перес/PE/minister working - held - -/BY BY",
            "talks BY,PE - head_of_government Сергей Сидорский/BY/prime_minister,Хуан Перес/PE/minister working - held - -/BY BY"
        ),
        Case(
            """
            Делегация Омской области во главе с губернатором Леонидом Полежаевым посетила Беларусь. Гостей принял президент Александр Лукашенко.
            """,
            "talks BY,RU - head_of_state Александр Лукашенко/BY/president,Леонид Полежаев/RU/governor - - held - -/BY BY"
        ),
        Case(
            """
            Состоялся визит в Минск делегации парламента Чили во главе со спикером Карлосом Пересом.
            """,
            "visit BY,CL - parliament Карлос Перес/CL/speaker - - held - Минск/BY BY"
        ),
        Case(
            """
            Начался визит правительственной делегации во главе с премьер-министром Узбекистана Абдуллой Ариповым во Вьетнам. Запланированы переговоры с премьер-министром Вьетнама Фам Минь Тинем.
            """,
            "talks UZ,VN - head_of_government Фам Минь Тинь/VN/prime_minister,Абдулла Арипов/UZ/prime_minister - - planned - -/VN VN"
        ),
        Case(
            """
            17–18 мая в Бишкеке пройдет саммит ШОС. Участие в саммите подтвердили президенты Казахстана и Узбекистана.
            """, on: "2023-05-16",
            "summit KG,KZ,UZ ШОС head_of_state - - - planned 2023-05-17 Бишкек/KG KG"
        ),
    ]

    static let times = [
        Case(
            """
            Премьер-министр Казахстана Алихан Смаилов прибыл в Ташкент. 28 апреля он проведет переговоры с президентом Узбекистана Шавкатом Мирзиёевым, а 29 апреля встретится с премьер-министром Абдуллой Ариповым.
            """, on: "2023-04-27",
            "talks KZ,UZ - head_of_state Алихан Смаилов/KZ/prime_minister,Шавкат Мирзиёев/UZ/president - - planned 2023-04-28 Ташкент/UZ UZ",
            "talks KZ,UZ - head_of_government Алихан Смаилов/KZ/prime_minister,Абдулла Арипов/UZ/prime_minister - - planned 2023-04-29 Ташкент/UZ UZ"
        ),
        Case(
            """
            Премьер-министр Латвии Эвика Силиня 3 апреля в Варшаве провела переговоры с премьером Польши Дональдом Туском, а 5 апреля в Праге – с премьером Чехии Петром Фиалой.
            """, on: "2025-04-06",
            "talks LV,PL - head_of_government Эвика Силиня/LV/prime_minister,Дональд Туск/PL/prime_minister - - held 2025-04-03 Варшава/PL PL",
            "talks CZ,LV - head_of_government Эвика Силиня/LV/prime_minister,Петр Фиала/CZ/prime_minister - - held 2025-04-05 Прага/CZ CZ"
        ),
        Case(
            """
            В мае 2019 года министр обороны Чили Хуан Перес посетил Перу. В сентябре того же года он встретился в Лиме с президентом Перу Карлосом Гарсиа.
            """, on: "2025-04-06",
            "visit CL,PE - minister Хуан Перес/CL/minister - - held 2019-05 -/PE PE",
            "talks CL,PE - head_of_state Хуан Перес/CL/minister,Карлос Гарсиа/PE/president - - held 2019-09 Лима/PE PE"
        ),
        Case(
            """
            4 октября премьер-министр Кубы Мануэль Марреро возложил венок к мемориалу во Вьентьяне. Во второй половине дня он провел переговоры с премьер-министром Лаоса Сонсаем Сипхандоном.
            """, on: "2024-10-08",
            "talks CU,LA - head_of_government Мануэль Марреро/CU/prime_minister,Сонсай Сипхандон/LA/prime_minister - - held 2024-10-04 - -"
        ),
        Case(
            """
            Основная часть переговоров президентов Азербайджана Ильхама Алиева и Сербии Александра Вучича состоится во вторник.
            """, on: "2018-10-08",
            "talks AZ,RS - head_of_state Ильхам Алиев/AZ/president,Александр Вучич/RS/president - - planned 2018-10-09 - -"
        ),
    ]

    static let tale = [
        Case(
            """
            15 ноября в Ташкенте завершились переговоры президента Казахстана Касым-Жомарта Токаева и президента Узбекистана Шавката Мирзиёева. Шавкат Миромонович назвал государственный визит казахстанского лидера историческим. Накануне, 12 ноября, в Ташкенте прошел казахско-узбекский бизнес-форум.
            """, on: "2025-11-15",
            "talks KZ,UZ - head_of_state Касым-Жомарт Токаев/KZ/president,Шавкат Мирзиёев/UZ/president state - held 2025-11-15 Ташкент/UZ UZ",
            "forum KZ,UZ - business - - - held 2025-11-12 Ташкент/UZ UZ"
        ),
        Case(
            """
            В четверг президент Чили Габриэль Борич проведет переговоры с президентом Перу Карлосом Гарсиа, который прибывает с официальным визитом.
            """, on: "2025-05-07",
            "talks CL,PE - head_of_state Габриэль Борич/CL/president,Карлос Гарсиа/PE/president official - planned 2025-05-08 - -"
        ),
        Case(
            """
            Улан-Батор, 29 октября 2024 года

            Президент Монголии Ухнаагийн Хурэлсух и президент Казахстана Касым-Жомарт Токаев провели сегодня переговоры. Встреча началась в узком кругу, позднее к ней подключились члены официальных делегаций.
            """,
            "talks KZ,MN - head_of_state Ухнаагийн Хурэлсух/MN/president,Касым-Жомарт Токаев/KZ/president - narrow,extended held 2024-10-29 Улан-Батор/MN MN"
        ),
        Case(
            """
            Премьер-министр Италии Джорджа Мелони за день побывала в Астане на форуме и на переговорах. Утром 30 мая президент Казахстана Касым-Жомарт Токаев и его гостья выступили на форуме. Разговор начался с глазу на глаз. Этой весной казахстанский президент принимал в Астане еще одного гостя из Италии – президента Серджо Маттареллу.
            """, on: "2025-05-30",
            "forum IT,KZ - head_of_state Джорджа Мелони/IT/prime_minister,Касым-Жомарт Токаев/KZ/president - - held 2025-05-30 Астана/KZ KZ",
            "talks IT,KZ - head_of_state Джорджа Мелони/IT/prime_minister,Касым-Жомарт Токаев/KZ/president - narrow held 2025-05-30 Астана/KZ KZ",
            "talks IT,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Серджо Маттарелла/IT/president - - held 2025 Астана/KZ KZ"
        ),
    ]

    @Test(arguments: kinds + guests + times + tale)
    func aTextTellsItsEncounters(_ it: Case) throws {
        let found = try TestLanguage.facts(it.text, on: it.published).meetings.map(MeetingTests.line)
        #expect(found == it.meetings)
    }
}
