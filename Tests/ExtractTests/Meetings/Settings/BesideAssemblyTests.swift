import Model
import TestLanguage
import Testing

@testable import Extract

/// Where and when an assembly is that others meet beside; who and what is meant by words for somebody told before.
@Suite struct BesideAssemblyTests {
    typealias Case = MeetingTests.Case

    static let texts = [
        Case(
            """
            Президент Кении Джон Отиено встретится с президентом Сербии Марко Петровичем на полях саммита, который пройдет в Вене 10 апреля.
            """, on: "2025-03-03",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - planned 2025-04-10 Вена/AT -"
        ),
        Case(
            """
            Президент Кении Джон Отиено встретился с президентом Сербии Марко Петровичем в рамках форума, который проходил в Вене 10–12 февраля.
            """, on: "2025-03-03",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - held 2025-02 Вена/AT -"
        ),
        Case(
            """
            Президент Кении Джон Отиено встретился с президентом Сербии Марко Петровичем в рамках форума, который проходил в Вене 30 января – 2 февраля.
            """, on: "2025-03-03",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - held 2025 Вена/AT -"
        ),
        Case(
            """
            Премьер-министр Кении Джон Отиено принял участие в саммите за чистую воду в Вене.
            """, on: "2025-03-03",
            "summit AT,KE - head_of_government Джон Отиено/KE/prime_minister - - held - Вена/AT AT"
        ),
        Case(
            """
            В Вене 26 марта открывается саммит по климату, который соберет лидеров 53 стран. В саммите участвует президент Кении Джон Отиено.
            """, on: "2025-03-03",
            "summit AT,KE - head_of_state Джон Отиено/KE/president - - planned 2025-03-26 Вена/AT AT"
        ),
        Case(
            """
            В октябре в Вене пройдет первый саммит Австрия-Африка.
            """, on: "2025-03-03",
            "summit AT - head_of_state - - - planned 2025-10 Вена/AT AT"
        ),
        Case(
            """
            Премьер-министр Кении Джон Отиено не намерен ехать на саммит ЕС в Вене.
            """, on: "2025-03-03",
            "summit AT ЕС head_of_state - - - planned - Вена/AT AT"
        ),
        Case(
            """
            Президент Сербии Марко Петрович встретился с премьер-министром Кении Джоном Отиено. Затем Петрович встретился с австрийским коллегой Гансом Вебером.
            """, on: "2025-03-03",
            "talks KE,RS - head_of_state Марко Петрович/RS/president,Джон Отиено/KE/prime_minister - - held - - -",
            "talks AT,RS - head_of_state Марко Петрович/RS/president,Ганс Вебер/AT/president - - held - - -"
        ),
        Case(
            """
            Президент Кении Джон Отиено прибыл в Вену. Здесь прошли переговоры с президентом Австрии Гансом Вебером. Затем он посетит Белград.
            """, on: "2025-03-03",
            "talks AT,KE - head_of_state Ганс Вебер/AT/president,Джон Отиено/KE/president - - held - Вена/AT AT",
            "visit KE,RS - head_of_state Джон Отиено/KE/president - - planned - Белград/RS RS"
        ),
        Case(
            """
            После официального визита в Вену 25–26 марта президент Кении Джон Отиено отправится в Белград.
            """, on: "2025-03-03",
            "visit AT,KE - head_of_state Джон Отиено/KE/president official - planned 2025-03-25 Вена/AT AT",
            "visit KE,RS - head_of_state Джон Отиено/KE/president - - planned - Белград/RS RS"
        ),
        Case(
            """
            По завершении визита в Австрию президент Кении Джон Отиено вылетел в Белград.
            """, on: "2025-03-03",
            "visit AT,KE - head_of_state Джон Отиено/KE/president - - held - -/AT AT",
            "visit KE,RS - head_of_state Джон Отиено/KE/president - - held - Белград/RS RS"
        ),
        Case(
            """
            Президент Кении Джон Отиено отправится в Вену. Об этом сообщила его пресс-служба. По ее словам, там пройдет саммит ЕС.
            """, on: "2025-03-03",
            "summit AT,KE ЕС head_of_state Джон Отиено/KE/president - - planned - Вена/AT AT"
        ),
        Case(
            """
            Президент Кении Джон Отиено в рамках саммита, который пройдет в Вене в апреле, проведет ряд встреч, в том числе переговоры с президентом Сербии Марко Петровичем. Он намерен провести двусторонние встречи и с президентом Хорватии Иваном Бабичем.
            """, on: "2025-03-03",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - planned 2025-04 Вена/AT -",
            "talks HR,KE - head_of_state Джон Отиено/KE/president,Иван Бабич/HR/president - - planned 2025-04 Вена/AT -"
        ),
        // An assembly that is only spoken of.
        Case(
            """
            Президент Кении Джон Отиено встретился с президентом Сербии Марко Петровичем. Они обсудили подготовку к саммиту, который пройдет в Вене 10 апреля.
            """, on: "2025-03-03",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - held - - -"
        ),
        Case(
            """
            Президент Кении Джон Отиено встретился с президентом Сербии Марко Петровичем и рассказал о форуме, который прошел в Вене 10 февраля.
            """, on: "2025-03-03",
            "talks KE,RS - head_of_state Джон Отиено/KE/president,Марко Петрович/RS/president - - held - - -"
        ),
    ]

    @Test(arguments: texts)
    func anAssemblyFramesWhatIsToldBesideIt(_ it: Case) throws { try it.check() }
}
