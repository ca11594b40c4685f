import Model
import TestLanguage
import Testing

@testable import Extract

/// Encounters and visits told by the way, in our own wording: those remembered, those of a series, the stages of a journey.
@Suite struct JourneySeriesTests {
    typealias Case = MeetingTests.Case

    static let memories = [
        Case(
            """
            Касым-Жомарт Токаев принял в Астане Си Цзиньпина. Президент Казахстана припомнил собственные поездки в Сиань в мае и в Пекин в октябре прошлого года.
            """, on: "2024-07-03",
            "talks CN,KZ - head_of_state Касым-Жомарт Токаев/KZ/president,Си Цзиньпин/CN/president - - held - Астана/KZ KZ",
            "visit CN,KZ - head_of_state Касым-Жомарт Токаев/KZ/president - - held 2023-05 Сиань/CN CN",
            "visit CN,KZ - head_of_state Касым-Жомарт Токаев/KZ/president - - held 2023-10 Пекин/CN CN"
        ),
        Case(
            """
            Президент Узбекистана Шавкат Мирзиёев принял министра иностранных дел Китая Ли Мина. Глава узбекского государства вспомнил о своих визитах в Пекин в ноябре и в Шанхай в январе.
            """, on: "2025-03-11",
            "talks CN,UZ - head_of_state Шавкат Мирзиёев/UZ/president,Ли Мин/CN/foreign_minister - - held - -/UZ UZ",
            "visit CN,UZ - head_of_state Шавкат Мирзиёев/UZ/president - - held 2024-11 Пекин/CN CN",
            "visit CN,UZ - head_of_state Шавкат Мирзиёев/UZ/president - - held 2025-01 Шанхай/CN CN"
        ),
        Case(
            """
            В мае 2023 года Шавкат Мирзиёев посещал с визитом Германию, а в сентябре того же года участвовал в Берлине в первом саммите «Центральная Азия – Германия». Второй такой саммит 17 сентября примет Астана, куда направятся и Президент Узбекистана, и Федеральный канцлер Германии Олаф Шольц.
            """, on: "2024-09-16",
            "visit DE,UZ - head_of_state Шавкат Мирзиёев/UZ/president - - held 2023-05 -/DE DE",
            "summit DE,UZ - head_of_state Шавкат Мирзиёев/UZ/president - - held 2023-09 Берлин/DE DE",
            "summit DE,KZ,UZ - head_of_state Шавкат Мирзиёев/UZ/president,Олаф Шольц/DE/prime_minister - - planned 2024-09-17 Астана/KZ KZ"
        ),
        Case(
            """
            Премьер-министр Грузии Ираклий Кобахидзе 10 июня принял в Тбилиси главу правительства Армении Никола Пашиняна. Межправительственная комиссия, последнее заседание которой состоялось в Ереване в июне прошлого года, соберется в Тбилиси в ноябре.
            """, on: "2025-06-10",
            "talks AM,GE - head_of_government Ираклий Кобахидзе/GE/prime_minister,Никол Пашинян/AM/prime_minister - - held 2025-06-10 Тбилиси/GE GE",
            "session AM,GE - - - - - planned 2025-11 Тбилиси/GE GE",
            "session AM,GE - - - - - held 2024-06 Ереван/AM AM"
        ),
        Case(
            """
            Побывал президент Казахстана и в столичном парке Рудаки.
            """, on: "2024-08-22"
        ),
    ]

    static let series = [
        Case(
            """
            Главы МИД Узбекистана, Афганистана и Пакистана – Бахтиёр Саидов, Амир Хан Муттаки и Исхак Дар – в четверг встретились в Кабуле. Рабочая группа трех стран соберется в сентябре в Исламабаде.
            """, on: "2025-07-18",
            "talks AF,PK,UZ - minister Бахтиёр Саидов/UZ/foreign_minister,Амир Хан Муттаки/AF/foreign_minister,Исхак Дар/PK/foreign_minister - - held 2025-07-17 Кабул/AF AF",
            "session AF,PK,UZ - - - - - planned 2025-09 Исламабад/PK PK"
        ),
        Case(
            """
            Председатель правительства РФ Михаил Мишустин 3 ноября провел в Ханчжоу переговоры с премьером Госсовета КНР Ли Цяном. Тогда же вице-премьеры скрепили подписями протокол 29-го заседания комиссии по подготовке регулярных встреч глав правительств. Следующую регулярную встречу премьеров в 2026 году примет Россия.
            """, on: "2025-11-05",
            "talks CN,RU - head_of_government Михаил Мишустин/RU/prime_minister,Ли Цян/CN/prime_minister - - held 2025-11-03 Ханчжоу/CN CN",
            "talks CN,RU - head_of_government Михаил Мишустин/RU/prime_minister,Ли Цян/CN/prime_minister - - planned 2026 -/RU RU"
        ),
        Case(
            """
            Президент Казахстана Касым-Жомарт Токаев и президент Таджикистана Эмомали Рахмон 22 августа провели в Душанбе переговоры. Накануне, 21 августа, в таджикской столице прошел бизнес-форум.
            """, on: "2024-08-22",
            "talks KZ,TJ - head_of_state Касым-Жомарт Токаев/KZ/president,Эмомали Рахмон/TJ/president - - held 2024-08-22 Душанбе/TJ TJ",
            "forum KZ,TJ - business - - - held 2024-08-21 Душанбе/TJ TJ"
        ),
        Case(
            """
            Президент Казахстана Касым-Жомарт Токаев и президент Таджикистана Эмомали Рахмон 22 августа провели в Душанбе переговоры. В марте в таджикской столице прошел бизнес-форум.
            """, on: "2024-08-22",
            "talks KZ,TJ - head_of_state Касым-Жомарт Токаев/KZ/president,Эмомали Рахмон/TJ/president - - held 2024-08-22 Душанбе/TJ TJ"
        ),
    ]

    static let gatherings = [
        Case(
            """
            В Ташкенте 16 ноября состоялась VII Консультативная встреча глав государств Центральной Азии. Под председательством Президента Узбекистана Шавката Мирзиёева за круглым столом собрались Президент Казахстана Касым-Жомарт Токаев и Президент Кыргызстана Садыр Жапаров.

            Накануне, 15 ноября, в столице прошла встреча Шавката Мирзиёева с Садыром Жапаровым.
            """, on: "2025-11-16",
            "summit KG,KZ,UZ - head_of_state Шавкат Мирзиёев/UZ/president,Касым-Жомарт Токаев/KZ/president,Садыр Жапаров/KG/president - - held 2025-11-16 Ташкент/UZ UZ",
            "talks KG,UZ - head_of_state Шавкат Мирзиёев/UZ/president,Садыр Жапаров/KG/president - - held 2025-11-15 Ташкент/UZ UZ"
        ),
        Case(
            """
            В саммите ОТГ в Будапеште примет участие президент Азербайджана Ильхам Алиев. Свое присутствие подтвердил и президент Турции Реджеп Тайип Эрдоган.
            """, on: "2025-06-01",
            "summit AZ,HU,TR ОТГ head_of_state Ильхам Алиев/AZ/president,Реджеп Тайип Эрдоган/TR/president - - planned - Будапешт/HU HU"
        ),
        Case(
            """
            Министр иностранных дел Венгрии Петер Сийярто отказался участвовать в неформальной встрече министров ЕС в Копенгагене 30 мая.
            """, on: "2025-05-20",
            "session DK ЕС minister - - - planned 2025-05-30 Копенгаген/DK DK"
        ),
        Case(
            """
            Президент Объединенных Арабских Эмиратов поочередно принял президентов трех стран – Сербии, Черногории и Грузии.
            """, on: "2025-06-01",
            "talks AE,RS - head_of_state - - - held - -/AE AE",
            "talks AE,ME - head_of_state - - - held - -/AE AE",
            "talks AE,GE - head_of_state - - - held - -/AE AE"
        ),
    ]

    static let stages = [
        Case(
            """
            Президент Узбекистана Шавкат Мирзиёев в воскресенье вечером встречается в загородной резиденции с эмиром Катара шейхом Тамимом бен Хамадом Аль Тани.
            """, on: "2024-10-20",
            "talks QA,UZ - head_of_state Шавкат Мирзиёев/UZ/president,Тамим бен Хамад Аль Тани/QA/monarch - - held 2024-10-20 - -"
        ),
        Case(
            """
            Министр иностранных дел Казахстана Кайрат Абдрахманов 22 ноября проведет в Минске переговоры с главой МИД Беларуси Владимиром Макеем. 24 ноября он посетит Португалию и встретится с главой МИД и президентом страны.
            """, on: "2018-11-16",
            "talks BY,KZ - minister Кайрат Абдрахманов/KZ/foreign_minister,Владимир Макей/BY/foreign_minister - - planned 2018-11-22 Минск/BY BY",
            "talks KZ,PT - minister Кайрат Абдрахманов/KZ/foreign_minister - - planned 2018-11-24 -/PT PT",
            "talks KZ,PT - head_of_state Кайрат Абдрахманов/KZ/foreign_minister - - planned 2018-11-24 -/PT PT"
        ),
        Case(
            """
            Министр иностранных дел Казахстана Мухтар Тилеуберди прилетел с рабочим визитом в Ташкент. В четверг, 28 июля, у министра запланированы встречи с главой МИД КНР Ван И, а также с президентом Узбекистана Шавкатом Мирзиёевым.
            """, on: "2022-07-27",
            "talks CN,KZ - minister Мухтар Тилеуберди/KZ/foreign_minister,Ван И/CN/foreign_minister - - planned 2022-07-28 Ташкент/UZ -",
            "talks KZ,UZ - head_of_state Мухтар Тилеуберди/KZ/foreign_minister,Шавкат Мирзиёев/UZ/president working - planned 2022-07-28 Ташкент/UZ UZ"
        ),
        Case(
            """
            Министр иностранных дел Азербайджана Эльмар Мамедъяров прибыл в Республику Конго. Турне министра началось с Гвинеи, в рамках визита он встретился с министром торговли страны Мамади Барри.
            """, on: "2019-06-04",
            "visit AZ,CG - minister Эльмар Мамедъяров/AZ/foreign_minister - - held - -/CG CG",
            "talks AZ,GN - minister Эльмар Мамедъяров/AZ/foreign_minister,Мамади Барри/GN/minister - - held - -/GN GN"
        ),
        Case(
            """
            Министр иностранных дел Казахстана Мухтар Тилеуберди передал президенту Кении Ухуру Кениате послание. Встреча политиков прошла 25 июля в Накуру.
            """, on: "2022-07-27",
            "talks KE,KZ - head_of_state Мухтар Тилеуберди/KZ/foreign_minister,Ухуру Кениата/KE/president - - held 2022-07-25 - -"
        ),
        Case(
            """
            Глава МИД Турции Мевлют Чавушоглу прибыл в королевство Лесото.
            """, on: "2023-01-24",
            "visit LS,TR - minister Мевлют Чавушоглу/TR/foreign_minister - - held - -/LS LS"
        ),
        Case(
            """
            В Тбилиси премьер-министр Армении Никол Пашинян прилетел из Еревана, а оттуда отправится в Брюссель на саммит ЕС.
            """, on: "2025-06-10",
            "visit AM,GE - head_of_government Никол Пашинян/AM/prime_minister - - held - Тбилиси/GE GE",
            "summit AM ЕС head_of_government Никол Пашинян/AM/prime_minister - - planned - Брюссель/BE -"
        ),
    ]

    @Test(arguments: memories + series + gatherings + stages)
    func aTextTellsItsEncounters(_ it: Case) throws { try it.check() }
}
