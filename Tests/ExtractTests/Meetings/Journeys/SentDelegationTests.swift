import Model
import TestLanguage
import Testing

@testable import Extract

/// Journeys of delegations of which nobody is named, in our own wording.
@Suite struct SentDelegationTests {
    typealias Case = MeetingTests.Case

    static let cases = [
        // Nobody in particular, from a state.
        Case(
            """
            15 мая в Кению прибудет делегация из Сербии.
            """, on: "2024-05-10",
            "visit KE,RS - - - - - planned 2024-05-15 -/KE KE"
        ),
        Case(
            """
            В Ташкент 15 ноября прибудет делегация из Ошской области.
            """, on: "2024-05-10",
            "visit KG,UZ - - - - - planned 2024-11-15 Ташкент/UZ UZ"
        ),
        Case(
            """
            В июне ожидается визит в Осло делегации из Китая.
            """, on: "2024-05-10",
            "visit CN,NO - - - - - planned 2024-06 Осло/NO NO"
        ),
        Case(
            """
            В мае Минск посетит делегация предпринимателей из Турции.
            """, on: "2024-05-10",
            "visit BY,TR - - - - - planned 2024-05 Минск/BY BY"
        ),
        Case(
            """
            Делегация Минобороны Турции 5 мая прибыла с рабочим визитом в Баку.
            """, on: "2024-05-10",
            "visit AZ,TR - - - working - held 2024-05-05 Баку/AZ AZ"
        ),
        Case(
            """
            Визит вьетнамской парламентской делегации в Грузию намечен на октябрь.
            """, on: "2024-05-10",
            "visit GE,VN - parliament - - - planned 2024-10 -/GE GE"
        ),
        Case(
            """
            До конца июня Найроби посетит чешская делегация.
            """, on: "2024-05-10",
            "visit CZ,KE - - - - - planned 2024-06 Найроби/KE KE"
        ),
        // No officials, or at no time.
        Case(
            """
            10 мая в Баку прибыла делегация спортсменов из Кубы.
            """, on: "2024-05-10"
        ),
        Case(
            """
            Африканская делегация посетила Киев.
            """, on: "2024-05-10"
        ),
        // On the way of those who came for the talks.
        Case(
            """
            8 мая в Баку премьер-министр Азербайджана Али Асадов принял премьер-министра Чехии Петра Фиалу. В субботу \
            чешская делегация отправится в Физули.
            """, on: "2024-05-10",
            "talks AZ,CZ - head_of_government Али Асадов/AZ/prime_minister,Петр Фиала/CZ/prime_minister - - held 2024-05-08 Баку/AZ AZ"
        ),
    ]

    @Test(arguments: cases)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }
}
