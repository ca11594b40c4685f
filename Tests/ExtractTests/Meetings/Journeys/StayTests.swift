import Model
import TestLanguage
import Testing

@testable import Extract

/// Where somebody was, and what for: assemblies, the place told before, a state that waits, in our own wording.
@Suite struct StayTests {
    typealias Case = MeetingTests.Case

    static let cases = [
        // Whoever is where an assembly is.
        Case(
            """
            Премьер-министр Чехии Петр Фиала был в Кении в июле 2022 года на саммите по климату.
            """, on: "2024-12-15",
            "summit CZ,KE - head_of_government Петр Фиала/CZ/prime_minister - - held 2022-07 -/KE KE"
        ),
        Case(
            """
            Президент Чили Габриэль Борич в мае побывал в Осло на конференции по климату.
            """, on: "2024-12-15",
            "forum CL,NO - head_of_state Габриэль Борич/CL/president - - held 2024-05 Осло/NO NO"
        ),
        // "здесь", of whoever acted in the sentence before.
        Case(
            """
            Президент Италии Серджо Маттарелла прибыл в Кению. Впервые он побывал здесь в июле 2018 года.
            """, on: "2024-12-15",
            "visit IT,KE - head_of_state Серджо Маттарелла/IT/president - - held - -/KE KE",
            "visit IT,KE - head_of_state Серджо Маттарелла/IT/president - - held 2018-07 -/KE KE"
        ),
        // A state that waits, behind a conjunction.
        Case(
            """
            Вице-премьер Кении Джон Отиено подчеркнул, что Кения ожидает визит президента Чили Габриэля Борича в мае \
            2025 года.
            """, on: "2024-12-15",
            "visit CL,KE - head_of_state Габриэль Борич/CL/president - - planned 2025-05 -/KE KE"
        ),
        // A summit of two on a screen is a call; a year to come is not when they met.
        Case(
            """
            Президент Сербии Александр Вучич принял президента Кении Уильяма Руто. В январе 2021 года они провели \
            саммит в формате видеоконференции.
            """, on: "2024-12-15",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held - -/RS RS",
            "call KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held 2021-01 - -"
        ),
        Case(
            """
            Президенты Сербии и Кении Александр Вучич и Уильям Руто условились о проведении в следующем году в \
            Белграде выставки.
            """, on: "2024-12-15",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held - - -"
        ),
        // He who is met, and whoever the text is about.
        Case(
            """
            Президент Сербии Александр Вучич принял в Белграде президента Кении Уильяма Руто. Затем Александр Вучич \
            встретился с премьер-министром Чехии Петром Фиалой. С Петром Фиалой они встречались в октябре 2023 года в \
            Вене.
            """, on: "2024-12-15",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held - Белград/RS RS",
            "talks CZ,RS - head_of_state Александр Вучич/RS/president,Петр Фиала/CZ/prime_minister - - held - Белград/RS RS",
            "talks CZ,RS - head_of_state Александр Вучич/RS/president,Петр Фиала/CZ/prime_minister - - held 2023-10 Вена/AT -"
        ),
    ]

    @Test(arguments: cases)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }
}
