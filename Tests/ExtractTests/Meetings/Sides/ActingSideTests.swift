import Model
import TestLanguage
import Testing

@testable import Extract

/// Whom a pronoun, an office alone or nobody at all means: the one whom the text is about, in our own wording.
@Suite struct ActingSideTests {
    typealias Case = MeetingTests.Case

    static let cases = [
        // His visit is of whoever acted, not of the one whom he met.
        Case(
            """
            Президент Чили Габриэль Борич побывал в Осло и 10 мая встретился с премьер-министром Норвегии Йонасом \
            Гаром Стёре. Ожидается его визит в Лиссабон.
            """, on: "2024-05-20",
            "talks CL,NO - head_of_state Габриэль Борич/CL/president,Йонас Гар Стёре/NO/prime_minister - - held 2024-05-10 Осло/NO NO",
            "visit CL,PT - head_of_state Габриэль Борич/CL/president - - planned - Лиссабон/PT PT"
        ),
        // An office alone.
        Case(
            """
            Министр иностранных дел Сербии Марко Джурич встретился в Вене с министром иностранных дел Кении Мусалией \
            Мудавади. Потом министра ждут в Осло.
            """, on: "2024-05-20",
            "talks KE,RS - minister Марко Джурич/RS/foreign_minister,Мусалия Мудавади/KE/foreign_minister - - held - Вена/AT -",
            "visit NO,RS - minister Марко Джурич/RS/foreign_minister - - planned - Осло/NO NO"
        ),
        // Of him whom the whole article is about.
        Case(
            """
            Президент Сербии Александр Вучич находится в Вене. 19 мая он встретился с президентом Кении Уильямом Руто. \
            Затем Александр Вучич провел переговоры с президентом Чили Габриэлем Боричем. Александр Вучич принял и \
            президента Финляндии Александра Стубба. Александр Вучич встретился с королем Иордании Абдаллой II. \
            Премьер-министр Армении Никол Пашинян подтвердил, что приедет в Москву. 22 мая запланирована беседа с \
            премьером Словакии Робертом Фицо.
            """, on: "2024-05-20",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held 2024-05-19 Вена/AT -",
            "talks CL,RS - head_of_state Александр Вучич/RS/president,Габриэль Борич/CL/president - - held 2024-05-19 Вена/AT -",
            "talks FI,RS - head_of_state Александр Вучич/RS/president,Александр Стубб/FI/president - - held 2024-05-19 Вена/AT -",
            "talks JO,RS - head_of_state Александр Вучич/RS/president,Абдалла II/JO/monarch - - held 2024-05-19 Вена/AT -",
            "visit AM,RU - head_of_government Никол Пашинян/AM/prime_minister - - planned - Москва/RU RU",
            "talks RS,SK - head_of_state Александр Вучич/RS/president,Роберт Фицо/SK/prime_minister - - planned 2024-05-22 - -"
        ),
        // Talks of those who came with two leaders, a summit of two, and one who brings two others together.
        Case(
            """
            8 мая в Белграде президент Чили Габриэль Борич и президент Сербии Александр Вучич провели пленарное \
            заседание делегаций.
            """, on: "2024-05-20",
            "talks CL,RS - head_of_state Габриэль Борич/CL/president,Александр Вучич/RS/president - - held 2024-05-08 Белград/RS RS"
        ),
        Case(
            """
            Премьер-министр Индии Нарендра Моди и премьер-министр Японии Фумио Кисида провели в Токио ежегодный \
            саммит.
            """, on: "2024-05-20",
            "talks IN,JP - head_of_government Нарендра Моди/IN/prime_minister,Фумио Кисида/JP/prime_minister - - held - Токио/JP JP"
        ),
        // The host in the instrumental, before his guest.
        Case(
            """
            Во вторник в Анкаре президентом Турции Реджепом Тайипом Эрдоганом был принят министр иностранных дел Кении \
            Мусалия Мудавади.
            """, on: "2025-04-03",
            "talks KE,TR - head_of_state Реджеп Тайип Эрдоган/TR/president,Мусалия Мудавади/KE/foreign_minister - - held 2025-04-01 Анкара/TR TR"
        ),
        // Those whom nobody in particular is meant by.
        Case(
            """
            Президент Сербии Александр Вучич условился провести двусторонние встречи с главами государств. Прием дал \
            президент Кении Уильям Руто.
            """, on: "2025-04-03"
        ),
    ]

    @Test(arguments: cases)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }
}
