import Model
import TestLanguage
import Testing

@testable import Extract

/// Journeys of several, journeys called off, and what a journey tells of the encounters on it, in our own wording.
@Suite struct JourneyTests {
    typealias Case = MeetingTests.Case

    static let several = [
        Case(
            "Премьер-министры Кении, Чили и Сербии в понедельник прибыли в Тбилиси.", on: "2025-09-04",
            "visit CL,GE,KE,RS - head_of_government - - - held 2025-09-01 Тбилиси/GE GE"
        ),
        // The summit they came to has them all.
        Case(
            "Президенты Казахстана и Узбекистана прибыли в Казань для участия в саммите БРИКС.", on: "2025-09-04",
            "summit KZ,RU,UZ БРИКС head_of_state - - - planned - Казань/RU RU"
        ),
        Case(
            """
            За год Республику Молдова посетил целый ряд глав государств, в том числе президент Кении Джон Отиено, \
            президент Сербии Марко Петрович и президент Швейцарской Конфедерации Анна Келлер.
            """,
            "visit KE,MD - head_of_state Джон Отиено/KE/president - - held - -/MD MD",
            "visit MD,RS - head_of_state Марко Петрович/RS/president - - held - -/MD MD",
            "visit CH,MD - head_of_state Анна Келлер/CH/president - - held - -/MD MD"
        ),
        Case(
            """
            Министры иностранных дел Латвии и Кении посетили Тбилиси. Они встретились с президентом Грузии Леваном \
            Беридзе.
            """,
            "talks GE,KE,LV - head_of_state Леван Беридзе/GE/president - - held - Тбилиси/GE GE"
        ),
        Case(
            """
            Национальный лидер туркменского народа, председатель Халк Маслахаты Туркменистана Гурбангулы \
            Бердымухамедов посетил с рабочим визитом Иран.
            """, on: "2025-09-04",
            "visit IR,TM - head_of_state Гурбангулы Бердымухамедов/TM/speaker working - held - -/IR IR"
        ),
    ]

    static let off = [
        // Some of many are none in particular.
        Case("Президент Кении Уильям Руто неоднократно совершал визиты в Перу."),
        Case("Президент Кении Уильям Руто не раз посещал Перу."),
        Case(
            """
            Премьер-министр Кении Джон Отиено отменил запланированный на 23–26 мая визит в Грузию. Отиено должен был \
            принять участие в форуме по воде в Батуми.
            """, on: "2025-05-22",
            "visit GE,KE - head_of_government Джон Отиено/KE/prime_minister - - cancelled 2025-05-23 -/GE GE"
        ),
        Case(
            """
            Премьер-министр Кении Джон Отиено отложил официальный визит в Грузию. «Премьер планировал принять участие \
            в форуме по воде 25 мая», – сообщили в агентстве.
            """, on: "2025-05-22",
            "visit GE,KE - head_of_government Джон Отиено/KE/prime_minister official - planned - -/GE GE"
        ),
        // Nobody has called this one off.
        Case(
            """
            Премьер-министр Кении Джон Отиено прибыл в Грузию. Он планирует принять участие в форуме по воде в Батуми.
            """, on: "2025-05-22",
            "forum GE,KE - head_of_government Джон Отиено/KE/prime_minister - - planned - Батуми/GE GE"
        ),
        // An invitation to a visit is no part of the talks where it was given.
        Case(
            """
            Спикер парламента Сербии Марко Петрович пригласил спикера парламента Кении Джона Отиено посетить страну с \
            официальным визитом. На полях ассамблеи в Вене Петрович встретился с Отиено.
            """,
            "talks KE,RS - parliament Марко Петрович/RS/speaker,Джон Отиено/KE/speaker - - held - Вена/AT -"
        ),
    ]

    static let ways = [
        Case(
            """
            7 апреля президент Латвии Янис Берзиньш посетит Республику Молдова. У латвийского гостя запланирована \
            встреча с президентом Молдовы Еленой Русу.
            """, on: "2025-04-06",
            "talks LV,MD - head_of_state Янис Берзиньш/LV/president,Елена Русу/MD/president - - planned 2025-04-07 -/MD MD"
        ),
        Case(
            """
            Министр иностранных дел Турции Али Йылмаз принял участие в сессии комиссии ЕС. После этого, по приглашению \
            своего германского коллеги, он посетит Германию.
            """,
            "session TR ЕС minister Али Йылмаз/TR/foreign_minister - - held - - -",
            "visit DE,TR - minister Али Йылмаз/TR/foreign_minister - - planned - -/DE DE"
        ),
        Case(
            """
            4 июня президент Кении Джон Отиено прибыл с рабочим визитом в Россию. В Иркутске его встретили губернатор \
            Петр Ильин и посол Кении в России Анна Мванги.
            """, on: "2025-06-04",
            "visit KE,RU - head_of_state Джон Отиено/KE/president working - held 2025-06-04 Иркутск/RU RU"
        ),
        Case(
            """
            В Баку прибыла делегация Сербии во главе с руководителем администрации президента Марко Петровичем. В ходе \
            встречи сербской делегации с президентом Азербайджана обсуждалась торговля.
            """,
            "talks AZ,RS - head_of_state Марко Петрович/RS/other - - held - Баку/AZ AZ"
        ),
        // Those who meet the guests at the airport talk to nobody yet.
        Case(
            """
            Делегация во главе со спикером парламента Сербии Марко Петровичем прибыла с официальным визитом в Кению. В \
            аэропорту Найроби делегацию встретил спикер парламента Джон Отиено. На встречах, которые состоятся в \
            рамках визита, пройдет обмен мнениями о торговле.
            """,
            "visit KE,RS - parliament Марко Петрович/RS/speaker official - held - Найроби/KE KE"
        ),
    ]

    static let back = [
        Case(
            "На днях из Молдавии вернулась делегация парламента Сербии во главе со спикером Марко Петровичем.",
            "visit MD,RS - parliament Марко Петрович/RS/speaker - - held - -/MD MD"
        ),
        Case(
            "Президент Сербии Марко Петрович 5 мая вернулся из официальной поездки в Китай.", on: "2025-05-06",
            "visit CN,RS - head_of_state Марко Петрович/RS/president official - held 2025-05 -/CN CN"
        ),
        Case("Президент Сербии Марко Петрович вернулся из отпуска."),
        Case("Туристы вернулись из Сербии, сообщил министр торговли Кении Джон Отиено."),
    ]

    static let times = [
        Case(
            """
            В рамках рабочей поездки в Брюссель, президент Сербии Марко Петрович встретился с президентом Кении Джоном \
            Отиено.
            """,
            "talks KE,RS - head_of_state Марко Петрович/RS/president,Джон Отиено/KE/president working - held - Брюссель/BE -"
        ),
        Case(
            "Президент Кении Джон Отиено доволен. В среду Отиено прибыл в Белград.", on: "2025-09-04",
            "visit KE,RS - head_of_state Джон Отиено/KE/president - - held 2025-09-03 Белград/RS RS"
        ),
        Case(
            "Президент Беларуси Александр Лукашенко доволен. В марте Лукашенко посетит Сербию.", on: "2025-01-04",
            "visit BY,RS - head_of_state Александр Лукашенко/BY/president - - planned 2025-03 -/RS RS"
        ),
        // The summit of an organisation that is told again without its town.
        Case(
            """
            В субботу президент Турции Али Йылмаз совершит официальный визит в Ашхабад, где примет участие в саммите \
            ОЭС. Затем Йылмаз примет участие в саммите ОЭС, который пройдет в воскресенье.
            """, on: "2025-09-04",
            "summit TM,TR ОЭС head_of_state Али Йылмаз/TR/president - - planned 2025-09-06 Ашхабад/TM TM"
        ),
    ]

    @Test(arguments: several + off + ways + back + times)
    func journey(_ it: Case) throws { try it.check() }
}
