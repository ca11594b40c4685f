import Model
import TestLanguage
import Testing

@testable import Extract

/// Encounters whose day the text leaves open, and times that it tells by counting from another.
@Suite struct OpenDayTests {
    typealias Case = MeetingTests.Case

    /// The day of the tale is that of what the words tie to it, and not of what is told beside it.
    static let beside = [
        Case(
            """
            5 марта президент Кении Джон Отиено провел в Белграде переговоры с президентом Сербии Марко Петровичем. Стороны обсудили торговлю. Документы подписали министры. За год товарооборот вырос вдвое. Отиено встретился также с премьер-министром Сербии Анной Брнабич.
            """, on: "2025-03-06",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - held 2025-03-05 Белград/RS RS",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Анна Брнабич/RS/prime_minister - - held - Белград/RS RS"
        ),
        Case(
            """
            5 марта президент Кении Джон Отиено провел в Белграде переговоры с президентом Сербии Марко Петровичем. Стороны обсудили торговлю. Документы подписали министры. За год товарооборот вырос вдвое. Следом Отиено встретился с премьер-министром Сербии Анной Брнабич.
            """, on: "2025-03-06",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - held 2025-03-05 Белград/RS RS",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Анна Брнабич/RS/prime_minister - - held 2025-03-05 Белград/RS RS"
        ),
        // The next in turn of one whose day is open.
        Case(
            """
            5 марта президент Кении Джон Отиено провел в Белграде переговоры с президентом Сербии Марко Петровичем. Отдельно Отиено встретился с премьер-министром Сербии Анной Брнабич. Затем он встретился со спикером парламента Сербии Владимиром Орличем.
            """, on: "2025-03-06",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - held 2025-03-05 Белград/RS RS",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Анна Брнабич/RS/prime_minister - - held - Белград/RS RS",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Владимир Орлич/RS/speaker - - held - Белград/RS RS"
        ),
        // Who came on that day need not have met anybody yet.
        Case(
            """
            Премьер-министр Грузии Ираклий Кобахидзе прилетел 3 марта в Ереван с официальным визитом. Программа рассчитана на два дня. Подписан ряд документов. Его принял президент Армении Ваагн Хачатурян.
            """, on: "2025-03-05",
            "talks AM,GE - head_of_state Ваагн Хачатурян/AM/president,Ираклий Кобахидзе/GE/prime_minister official - held - Ереван/AM AM"
        ),
    ]

    /// "Тогда" is the time told last; "тогда же" goes on with what is told.
    static let then = [
        Case(
            """
            Президент Кении Джон Отиено принял президента Сербии Марко Петровича. Напомним, Отиено посетил Белград в мае 2022 года. Тогда он провел переговоры с премьер-министром Сербии Анной Брнабич.
            """, on: "2025-03-06",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - held - -/KE KE",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Анна Брнабич/RS/prime_minister - - held 2022-05 Белград/RS RS"
        )
    ]

    /// A day of a visit by its number, which needs the days of the visit.
    static let counted = [
        Case(
            """
            Президент Кении Джон Отиено находился с официальным визитом в Сербии 3–6 марта. Во второй день визита он встретился с премьер-министром Сербии Анной Брнабич.
            """, on: "2025-03-10",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Анна Брнабич/RS/prime_minister official - held 2025-03-04 -/RS RS"
        ),
        Case(
            """
            Президент Кении Джон Отиено находился с официальным визитом в Сербии 3–4 марта. На третий день визита он встретился с премьер-министром Сербии Анной Брнабич.
            """, on: "2025-03-10",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Анна Брнабич/RS/prime_minister official - held 2025-03 -/RS RS"
        ),
        Case(
            """
            Президент Кении Джон Отиено на следующей неделе посетит Белград. Он проведет переговоры с президентом Сербии Марко Петровичем.
            """, on: "2025-03-05",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - planned 2025-03 Белград/RS RS"
        ),
        // A week of two months.
        Case(
            """
            Президент Кении Джон Отиено на следующей неделе посетит Белград. Он проведет переговоры с президентом Сербии Марко Петровичем.
            """, on: "2025-03-26",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - planned - Белград/RS RS"
        ),
        Case(
            """
            Визит президента Кении Джона Отиено в Сербию состоится в первой половине 2026 года.
            """, on: "2025-03-05",
            "visit KE,RS - head_of_state Джон Отиено/KE/president - - planned 2026 -/RS RS"
        ),
        Case(
            """
            Президент Кении Джон Отиено прибудет в Сербию до конца июня.
            """, on: "2025-03-05",
            "visit KE,RS - head_of_state Джон Отиено/KE/president - - planned 2025-06 -/RS RS"
        ),
    ]

    /// Assemblies: what has ended, and what others will meet beside.
    static let assemblies = [
        Case(
            """
            В Белграде завершился саммит ОБСЕ, проходивший 3–4 марта.
            """, on: "2025-03-05",
            "summit RS ОБСЕ head_of_state - - - held 2025-03-03 Белград/RS RS"
        ),
        Case(
            """
            В Белграде 5 марта завершился саммит ОБСЕ.
            """, on: "2025-03-05",
            "summit RS ОБСЕ head_of_state - - - held - Белград/RS RS"
        ),
        Case(
            """
            10 марта президент Кении Джон Отиено примет участие в саммите ООН в Белграде. На полях саммита намечена его встреча с президентом Чили Пабло Рохасом.
            """, on: "2025-03-05",
            "summit KE,RS ООН head_of_state Джон Отиено/KE/president - - planned 2025-03-10 Белград/RS RS",
            "talks CL,KE - head_of_state Джон Отиено/KE/president,Пабло Рохас/CL/president - - planned 2025-03-10 Белград/RS -"
        ),
        Case(
            """
            На полях конференции, проходящей сегодня в Вене, президент Кении Джон Отиено встретился с президентом Сербии Марко Петровичем.
            """, on: "2025-03-05",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - held 2025-03-05 Вена/AT -"
        ),
    ]

    /// The day of what is to come goes on from sentence to sentence; what is said at an encounter has times of its own.
    static let plans = [
        // What will be in another town has a day of its own.
        Case(
            """
            Президент Сербии Марко Петрович прибыл с визитом в Кению. Завтра, 4 марта, он встретится с президентом Кении \
            Джоном Отиено. Заседание сербско-кенийской комиссии пройдет в Белграде.
            """, on: "2025-03-03",
            "talks KE,RS - head_of_state Марко Петрович/RS/president,Джон Отиено/KE/president - - planned 2025-03-04 -/KE KE",
            "session KE,RS - - - - - planned - Белград/RS RS"
        ),
        Case(
            """
            Президент Сербии Марко Петрович прибыл с визитом в Кению. Основные мероприятия намечены на завтра, 4 марта. Состоится встреча с президентом Кении Джоном Отиено. Затем пройдут переговоры с премьер-министром Кении Уильямом Руто.
            """, on: "2025-03-03",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - planned 2025-03-04 -/KE KE",
            "talks KE,RS - head_of_state Уильям Руто/KE/prime_minister,Марко Петрович/RS/president - - planned 2025-03-04 -/KE KE"
        ),
        Case(
            """
            Спикер парламента Кении Джон Отиено намерен посетить Белград в конце 2025 года, заявил премьер-министр Сербии Марко Петрович на встрече с президентом Кении Уильямом Руто.
            """, on: "2025-03-03",
            "talks KE,RS - head_of_state Марко Петрович/RS/prime_minister,Уильям Руто/KE/president - - held - - -",
            "visit KE,RS - parliament Джон Отиено/KE/speaker - - planned 2025 Белград/RS RS"
        ),
    ]

    @Test(arguments: beside + then + counted + assemblies + plans)
    func leavesOpenWhatIsNotTold(_ it: Case) throws { try it.check() }
}
