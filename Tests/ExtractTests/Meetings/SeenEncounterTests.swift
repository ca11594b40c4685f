import Model
import TestLanguage
import Testing

@testable import Extract

/// Kind, day, status and those who take part, where the words around an encounter leave them open, in our own wording.
@Suite struct SeenEncounterTests {
    typealias Case = MeetingTests.Case

    static let told = [
        // Premiers are leaders too.
        Case(
            "В Каунасе проходит неформальная встреча премьер-министров Литвы, Латвии и Эстонии.",
            "summit EE,LT,LV - head_of_government - - - held - Каунас/LT LT"
        ),
        Case(
            """
            В субботу должна состояться встреча министра торговли Сербии Марко Петровича и министра торговли Кении Джона \
            Отиено.
            """, on: "2025-09-04",
            "talks KE,RS - minister Марко Петрович/RS/minister,Джон Отиено/KE/minister - - planned 2025-09-06 - -"
        ),
        Case(
            """
            Министр торговли Сербии Марко Петрович во вторник встречается с коллегами из Кении и Чили. Во вторник \
            Петрович также встретится с министром торговли Чили Луисом Рохасом.
            """, on: "2025-09-01",
            "talks KE,RS - minister Марко Петрович/RS/minister - - planned 2025-09-02 - -",
            "talks CL,RS - minister Марко Петрович/RS/minister,Луис Рохас/CL/minister - - planned 2025-09-02 - -"
        ),
        Case(
            """
            Президент Сербии Марко Петрович прибыл в Кению. В ходе переговоров Петровича с президентом Кении Джоном \
            Отиено планируется обсуждение торговли.
            """,
            "talks KE,RS - head_of_state Марко Петрович/RS/president,Джон Отиено/KE/president - - planned - -/KE KE"
        ),
        Case(
            """
            Президент Сербии Марко Петрович сообщил, что есть договоренность о встрече с президентом Кении Джоном \
            Отиено.
            """,
            "talks KE,RS - head_of_state Марко Петрович/RS/president,Джон Отиено/KE/president - - planned - - -"
        ),
        Case(
            """
            Посол выразил признательность за прием, оказанный в ходе саммита СНГ в Ашхабаде.
            """,
            "summit TM СНГ head_of_state - - - held - Ашхабад/TM TM"
        ),
        Case(
            """
            Президент Сербии Марко Петрович посетит Кению. «Также запланирована поездка на саммит АТЭС, который пройдет \
            13 ноября в Лиме», – сказал помощник Иван Илич.
            """, on: "2025-09-01",
            "visit KE,RS - head_of_state Марко Петрович/RS/president - - planned - -/KE KE",
            "summit PE,RS АТЭС head_of_state Марко Петрович/RS/president - - planned 2025-11-13 Лима/PE PE"
        ),
        Case(
            "Министр ИД Литвы Йонас Каунас встретился с министром ИД Латвии Янисом Берзиньшем.",
            "talks LT,LV - minister Йонас Каунас/LT/foreign_minister,Янис Берзиньш/LV/foreign_minister - - held - - -"
        ),
    ]

    static let people = [
        Case(
            """
            Пройдут переговоры торага Жогорку Кенеша Нурланбека Шакиева с председателем Великого хурала Монголии Баяром \
            Болдом.
            """,
            "talks KG,MN - parliament Нурланбек Шакиев/KG/speaker,Баяр Болд/MN/speaker - - planned - - -"
        ),
        Case(
            "В Кению прилетел спикер парламента Сербии, Марко Петрович.",
            "visit KE,RS - parliament Марко Петрович/RS/speaker - - held - -/KE KE"
        ),
        Case(
            "Генсек ОБСЕ Анна Келлер и послы ОБСЕ встретятся со спикером парламента Кении Джоном Отиено.",
            "talks KE ОБСЕ parliament Анна Келлер/-/secretary_general,Джон Отиено/KE/speaker - - planned - - -"
        ),
        Case(
            """
            Президент «Деловой Сербии» Марко Петрович встретился с послом Кении Джоном Отиено. На встрече обсудили \
            отношения между Сербией и Чили.
            """,
            "talks KE,RS - official Марко Петрович/RS/executive,Джон Отиено/KE/ambassador - - held - - -"
        ),
        Case(
            """
            Российская делегация во главе с председателем комитета Государственной Думы Иваном Ильиным примет участие \
            в заседании комиссии Киргизии и России.
            """,
            "session KG,RU - parliament Иван Ильин/RU/other - - planned - - -"
        ),
        Case(
            "В сентябре предстоит встреча на уровне глав МИД стран-участниц ОБСЕ в Афинах.", on: "2025-06-01",
            "session GR ОБСЕ minister - - - planned 2025-09 Афины/GR GR"
        ),
        // No visit of state: a secretary of state.
        Case(
            """
            Генсек ОБСЕ Анна Келлер прибыла в Кению с рабочим визитом. Она рассказала журналистам о беседе с \
            государственным секретарем Кении Джоном Отиено.
            """,
            "talks KE ОБСЕ official Анна Келлер/-/secretary_general,Джон Отиено/KE/other working - held - -/KE KE"
        ),
    ]

    static let none = [
        // What they have agreed to do tells of no meeting.
        Case(
            """
            По словам министра, президент Сербии Марко Петрович и премьер-министр Кении Джон Отиено договорились о \
            том, чтобы удвоить торговлю.
            """
        ),
        Case("Президент Сербии Марко Петрович приветствовал намерение провести в Найроби сербско-кенийский форум."),
        Case("Стороны обсудили вопросы участия сербских фирм в кенийско-сербском форуме."),
        Case("Министры отметили, что необходимо провести встречу министров иностранных дел Сербии и Кении."),
        Case("По окончании беседы стороны сделают заявления, которые запланированы на полдень."),
    ]

    @Test(arguments: told + people + none)
    func encounter(_ it: Case) throws { try it.check() }
}
