import Model
import TestLanguage
import Testing

@testable import Extract

/// Encounters told without their noun, on somebody's programme or beside what they go before, in our own wording.
@Suite struct CountedOccasionTests {
    typealias Case = MeetingTests.Case

    /// A programme of his, a body beside what it meets before, counted ones without their noun, and calls on a host.
    static let further = [
        Case(
            """
            Премьер Кении Мусалия Мудавади прилетит в Вену 16 ноября. В его программе – переговоры с канцлером \
            Австрии Кристианом Штокером.
            """, on: "2025-11-05",
            "talks AT,KE - head_of_government Кристиан Штокер/AT/prime_minister,Мусалия Мудавади/KE/prime_minister - - planned 2025-11-16 Вена/AT AT"
        ),
        Case(
            """
            Совет глав МИД ОТГ собирался в Габале 6 октября, накануне саммита.
            """, on: "2025-11-05",
            "session AZ ОТГ minister - - - held 2025-10-06 Габала/AZ AZ"
        ),
        Case(
            """
            Президент Сербии Александр Вучич и президент Кении Уильям Руто виделись в марте трижды: в Белграде, в \
            Найроби и в Вене.
            """, on: "2025-11-05",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held 2025-03 Белград/RS RS",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held 2025-03 Найроби/KE KE",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held 2025-03 Вена/AT -"
        ),
        Case(
            """
            Комиссия Сербии и Австрии провела в Вене 14 сентября восьмое заседание. Седьмое провели в Белграде 14 \
            февраля 2024 года министр торговли Сербии Марко Петрович и министр торговли Австрии Пауль Хубер.
            """, on: "2025-11-05",
            "session AT,RS - - - - - held 2025-09-14 Вена/AT AT",
            "session AT,RS - minister Марко Петрович/RS/minister,Пауль Хубер/AT/minister - - held 2024-02-14 Белград/RS RS"
        ),
        Case(
            """
            Посол Китая Ли Вэй нанес прощальный визит министру транспорта Сербии Марко Петровичу.
            """, on: "2025-11-05",
            "talks CN,RS - minister Марко Петрович/RS/minister,Ли Вэй/CN/ambassador - - held - -/RS RS"
        ),
        Case(
            """
            Делегация парламента Сербии во главе с вице-спикером Марко Петровичем побывала в Вене. С ними беседовал \
            спикер Национального совета Австрии Вальтер Розенкранц.
            """, on: "2025-11-05",
            "talks AT,RS - parliament Вальтер Розенкранц/AT/speaker,Марко Петрович/RS/speaker - - held - Вена/AT AT"
        ),
        Case(
            """
            Министр торговли Сербии Марко Петрович был на приеме у президента Кении Уильяма Руто.
            """, on: "2025-11-05",
            "talks KE,RS - head_of_state Уильям Руто/KE/president,Марко Петрович/RS/minister - - held - -/KE KE"
        ),
        Case(
            """
            В Вене министр торговли Австрии Пауль Хубер и посол Кении Джон Мбади условились собрать комитет в \
            декабре в Найроби.
            """, on: "2025-10-22",
            "talks AT,KE - minister Пауль Хубер/AT/minister,Джон Мбади/KE/ambassador - - held - Вена/AT AT",
            "session AT,KE - - - - - planned 2025-12 Найроби/KE KE"
        ),
        Case(
            """
            Австрийско-венгерский форум вузов завершился в Будапеште; следующий решено провести в Вене.
            """, on: "2025-10-22",
            "forum AT,HU - - - - - held - Будапешт/HU HU",
            "forum AT,HU - - - - - planned - Вена/AT AT"
        ),
        Case(
            """
            Премьеры Сербии и Кении уже встретились в Вене.
            """, on: "2025-10-22",
            "talks KE,RS - head_of_government - - - held - Вена/AT -"
        ),
    ]

    static let none = [
        "Седьмое чувство провело министра Сербии Марко Петровича мимо Австрии.",
        "Совет Сербии одобрил план накануне саммита.",
    ]

    @Test(arguments: further)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }

    @Test(arguments: none)
    func aTextTellsNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text, on: "2025-06-10").meetings.map(MeetingTests.line) == [])
    }
}
