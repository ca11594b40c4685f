import Model
import TestLanguage
import Testing

@testable import Extract

/// Sessions whose body is only pointed to, and sessions whose noun is left out, in our own wording.
@Suite struct SessionBodyTests {
    typealias Case = MeetingTests.Case

    static let cases = [
        // The noun is left out, its number stands between.
        Case(
            """
            В Белграде прошло 21-е заседание сербско-турецкой межправительственной комиссии. Предыдущее, 20-е, \
            проходило в Анкаре в апреле 2023 года.
            """, on: "2024-05-20",
            "session RS,TR - - - - - held - Белград/RS RS",
            "session RS,TR - - - - - held 2023-04 Анкара/TR TR"
        ),
        Case(
            """
            В июне в Риме состоится очередное заседание итало-кенийской межправкомиссии. Предыдущее прошло в феврале \
            2022 года в Найроби.
            """, on: "2024-05-20",
            "session IT,KE - - - - - planned 2024-06 Рим/IT IT",
            "session IT,KE - - - - - held 2022-02 Найроби/KE KE"
        ),
        // By a relative pronoun.
        Case(
            """
            Стороны отметили роль чешско-вьетнамской комиссии по торговле, седьмое заседание которой прошло в Праге 18 \
            октября 2023 года.
            """, on: "2024-05-20",
            "session CZ,VN - - - - - held 2023-10-18 Прага/CZ CZ"
        ),
        Case(
            """
            Подчеркнута роль армяно-иранской межправкомиссии, очередное заседание которой состоится в июне в Ереване.
            """, on: "2024-05-20",
            "session AM,IR - - - - - planned 2024-06 Ереван/AM AM"
        ),
        // By a possessive, in the same sentence or the next.
        Case(
            """
            Министры поручили активизировать работу финско-чилийской комиссии; ее третье заседание намечено на \
            сентябрь в Хельсинки.
            """, on: "2024-05-20",
            "session CL,FI - - - - - planned 2024-09 Хельсинки/FI FI"
        ),
        Case(
            """
            Координатором служит межправительственная комиссия между Грузией и Катаром. Последнее ее заседание прошло \
            в Дохе в ноябре 2023 года.
            """, on: "2024-05-20",
            "session GE,QA - - - - - held 2023-11 Доха/QA QA"
        ),
        // What the pronoun means is no body.
        Case(
            """
            Министр рассказал о своей книге, переводы которой вышли в Праге в 2023 году.
            """, on: "2024-05-20"
        ),
        // Behind a comma, on its own time.
        Case(
            """
            Предыдущее заседание кенийско-чилийской межправительственной комиссии прошло в Найроби в марте 2023 года, \
            следующее намечено на первый квартал 2025 года в Сантьяго.
            """, on: "2024-10-20",
            "session CL,KE - - - - - held 2023-03 Найроби/KE KE",
            "session CL,KE - - - - - planned 2025 Сантьяго/CL CL"
        ),
        // In the course of one that two leaders meet at.
        Case(
            """
            Президент Сербии Александр Вучич прибыл в Кению. Его принял президент Кении Уильям Руто. Оба лидера \
            пообщались один на один и в рамках первого заседания Совета стратегического партнерства.
            """, on: "2024-10-20",
            "talks KE,RS - head_of_state Уильям Руто/KE/president,Александр Вучич/RS/president - narrow held - -/KE KE",
            "session KE,RS - head_of_state Уильям Руто/KE/president,Александр Вучич/RS/president - - held - -/KE KE"
        ),
        // Agreed on.
        Case(
            """
            Президент Сербии Александр Вучич встретился в Вене с президентом Кении Уильямом Руто. С Уильямом Руто \
            договорились о проведении в октябре заседания Консультационного комитета президентов.
            """, on: "2024-09-27",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held - Вена/AT -",
            "session KE,RS - head_of_state - - - planned 2024-10 - -"
        ),
    ]

    @Test(arguments: cases)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }
}
