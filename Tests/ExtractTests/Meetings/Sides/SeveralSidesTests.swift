import Model
import TestLanguage
import Testing

@testable import Extract

/// Several encounters in one breath, and one encounter of several: who met whom, and when it was left open.
@Suite struct SeveralSidesTests {
    typealias Case = MeetingTests.Case

    /// One guest after another, and four who sit down together.
    static let guests = [
        Case(
            "Утром президент Кении принял министра экономики Чили, а позже – главу ЕБРР Одиль Рено-Бассо.",
            on: "2025-06-10",
            "talks CL,KE - head_of_state - - - held - -/KE KE",
            "talks KE ЕБРР head_of_state Одиль Рено-Бассо/-/other - - held - -/KE KE"
        ),
        Case(
            """
            Президент Сербии Александр Вучич встретился с премьером Чили, а затем – с президентом Кении Уильямом Руто.
            """, on: "2025-06-10",
            "talks CL,RS - head_of_state Александр Вучич/RS/president - - held - - -",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held - - -"
        ),
        Case(
            """
            Президент Сербии Александр Вучич провел четырехстороннюю встречу с президентом Кении Уильямом Руто, президентом Чили \
            Габриэлем Боричем и премьером Армении Николом Пашиняном. Она прошла в Лондоне на полях саммита НАТО.
            """, on: "2025-06-10",
            "summit AM,CL,KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president,Габриэль Борич/CL/president,Никол Пашинян/AM/prime_minister - - held - - -"
        ),
        Case(
            "Президент Азербайджана Ильхам Алиев принимает в Баку своего кенийского коллегу Уильяма Руто.",
            on: "2025-06-10",
            "talks AZ,KE - head_of_state Ильхам Алиев/AZ/president,Уильям Руто/KE/president - - held - Баку/AZ AZ"
        ),
    ]

    /// Journeys in a row, and days that are of the next.
    static let legs = [
        Case(
            "Президент Сербии Александр Вучич побывал в Грузии, Армении и Иране.", on: "2025-06-10",
            "visit GE,RS - head_of_state Александр Вучич/RS/president - - held - -/GE GE",
            "visit AM,RS - head_of_state Александр Вучич/RS/president - - held - -/AM AM",
            "visit IR,RS - head_of_state Александр Вучич/RS/president - - held - -/IR IR"
        ),
        Case(
            "Президент Сербии Александр Вучич побывал в Кении, а 25 июня посетит Анголу.", on: "2025-06-10",
            "visit KE,RS - head_of_state Александр Вучич/RS/president - - held - -/KE KE",
            "visit AO,RS - head_of_state Александр Вучич/RS/president - - planned 2025-06-25 -/AO AO"
        ),
        // What is done over the telephone is not what it is about.
        Case(
            """
            Президент Сербии Александр Вучич поздравил по телефону премьера Армении Никола Пашиняна с проведением переговоров \
            президентов Чили и Кении.
            """, on: "2025-06-10",
            "talks CL,KE - head_of_state - - - held - - -",
            "call AM,RS - head_of_state Александр Вучич/RS/president,Никол Пашинян/AM/prime_minister - - held - - -"
        ),
        Case(
            "Президент Сербии Александр Вучич провел встречу с президентом Кении Уильямом Руто, а также с премьером Чили.",
            on: "2025-06-10",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held - - -",
            "talks CL,RS - head_of_state Александр Вучич/RS/president - - held - - -"
        ),
    ]

    /// Whose an assembly is, and that it is under way.
    static let assemblies = [
        Case(
            "Вопросы обсудили в ходе 25-го заседания комиссии по торговле между Чили и Кенией, прошедшего в Найроби.",
            on: "2025-06-10", "session CL,KE - - - - - held - Найроби/KE KE"),
        Case(
            "Посол Чили Педро Торрес прибыл в Найроби на медиафорум, который открылся здесь накануне.",
            on: "2025-06-10",
            "forum CL,KE - official Педро Торрес/CL/ambassador - - held 2025-06-09 Найроби/KE KE"),
        // Presidents are no premiers.
        Case(
            "Президенты Чили и Кении примут участие в форуме. Об этом заявил премьер-министр Чили Педро Торрес.",
            on: "2025-06-10", "forum CL,KE - head_of_state - - - planned - - -"),
    ]

    /// A time that names no day, a visit that a pronoun owns, and one that is only talked about.
    static let times = [
        Case(
            """
            17 мая президент Сербии Александр Вучич и президент Кении Уильям Руто провели телефонный разговор. На этой неделе они \
            встретились в Нью-Йорке.
            """, on: "2025-06-10",
            "call KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held 2025-05-17 - -",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held 2025-06 Нью-Йорк/US -"
        ),
        Case(
            "Президент Сербии Александр Вучич объявил, что его официальный визит в Кению запланирован на 12 ноября.",
            on: "2025-06-10",
            "visit KE,RS - head_of_state Александр Вучич/RS/president official - planned 2025-11-12 -/KE KE"),
        // Of two who have been named he who acted is the likelier, unless it leads to his home.
        Case(
            """
            Президент Сербии Александр Вучич встретился с премьером Армении Николом Пашиняном. Его визит в Кению намечен на ноябрь.
            """, on: "2025-06-10",
            "talks AM,RS - head_of_state Александр Вучич/RS/president,Никол Пашинян/AM/prime_minister - - held - - -",
            "visit KE,RS - head_of_state Александр Вучич/RS/president - - planned 2025-11 -/KE KE"
        ),
        Case(
            """
            Президент Сербии Александр Вучич встретился с премьером Армении Николом Пашиняном. Его визит в Сербию намечен на ноябрь.
            """, on: "2025-06-10",
            "talks AM,RS - head_of_state Александр Вучич/RS/president,Никол Пашинян/AM/prime_minister - - held - - -"
        ),
        Case(
            """
            Министр экономики Чили Педро Торрес провел беседу с министром экономики Кении Джоном Окелло, в ходе которой обсудили \
            визит президента Чили в Баку.
            """, on: "2025-06-10",
            "talks CL,KE - minister Педро Торрес/CL/minister,Джон Окелло/KE/minister - - held - - -"
        ),
    ]

    @Test(arguments: guests + legs + assemblies + times)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }
}
