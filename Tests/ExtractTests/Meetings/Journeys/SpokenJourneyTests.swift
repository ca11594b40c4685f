import Model
import TestLanguage
import Testing

@testable import Extract

/// Journeys that somebody tells of himself or of the one he speaks to, and those that thanks are for, in our own wording.
@Suite struct SpokenJourneyTests {
    typealias Case = MeetingTests.Case

    static let cases = [
        // Whoever speaks, and the state of the one he speaks to.
        Case(
            """
            Президент Сербии Александр Вучич встретился в Белграде с президентом Кении Уильямом Руто. «Я в январе \
            прошлого года посетил вашу страну с официальным визитом», – сказал Александр Вучич.
            """, on: "2024-05-20",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held - Белград/RS RS",
            "visit KE,RS - head_of_state Александр Вучич/RS/president official - held 2023-01 -/KE KE"
        ),
        Case(
            """
            Президент Финляндии Александр Стубб принял в Хельсинки президента Чили Габриэля Борича. «В ноябре 2022 \
            года Вы посетили Финляндию», – сказал Александр Стубб.
            """, on: "2024-05-20",
            "talks CL,FI - head_of_state Александр Стубб/FI/president,Габриэль Борич/CL/president - - held - Хельсинки/FI FI",
            "visit CL,FI - head_of_state Габриэль Борич/CL/president - - held 2022-11 -/FI FI"
        ),
        Case(
            """
            Президент Финляндии Александр Стубб принял в Хельсинки президента Чили Габриэля Борича. «В апреле 2023 \
            года я имел честь побывать в Сантьяго», – сказал Александр Стубб.
            """, on: "2024-05-20",
            "talks CL,FI - head_of_state Александр Стубб/FI/president,Габриэль Борич/CL/president - - held - Хельсинки/FI FI",
            "visit CL,FI - head_of_state Александр Стубб/FI/president - - held 2023-04 Сантьяго/CL CL"
        ),
        // Thanks for a visit at some time; for the one under way they are no row.
        Case(
            """
            Президент Сербии Александр Вучич встретился в Вене с президентом Кении Уильямом Руто. Александр Вучич \
            поблагодарил коллегу за визит в Белград в январе.
            """, on: "2024-05-20",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held - Вена/AT -",
            "visit KE,RS - head_of_state Уильям Руто/KE/president - - held 2024-01 Белград/RS RS"
        ),
        Case(
            """
            Президент Сербии Александр Вучич встретился в Белграде с президентом Кении Уильямом Руто. Александр Вучич \
            поблагодарил коллегу за визит в Белград.
            """, on: "2024-05-20",
            "talks KE,RS - head_of_state Александр Вучич/RS/president,Уильям Руто/KE/president - - held - Белград/RS RS"
        ),
        // His visit, where the place is told before.
        Case(
            """
            Президент Италии Серджо Маттарелла встретился в Найроби с президентом Кении Уильямом Руто. Президент Кении \
            напомнил о документах, подписанных в Риме в ходе его государственного визита в феврале 2020 года.
            """, on: "2024-05-20",
            "talks IT,KE - head_of_state Серджо Маттарелла/IT/president,Уильям Руто/KE/president - - held - Найроби/KE KE",
            "visit IT,KE - head_of_state Уильям Руто/KE/president state - held 2020-02 Рим/IT IT"
        ),
        // A minister whose state is not told is from the other of the two.
        Case(
            """
            Президент Чили Габриэль Борич встретился в Хельсинки с президентом Финляндии Александром Стуббом. В \
            феврале в Хельсинки побывал министр горной промышленности Хорхе Салас.
            """, on: "2024-05-20",
            "talks CL,FI - head_of_state Габриэль Борич/CL/president,Александр Стубб/FI/president - - held - Хельсинки/FI FI",
            "visit CL,FI - minister Хорхе Салас/CL/minister - - held 2024-02 Хельсинки/FI FI"
        ),
    ]

    @Test(arguments: cases)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }
}
