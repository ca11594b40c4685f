import Model
import TestLanguage
import Testing

@testable import Extract

/// Members of parliaments, ministers in the plural and delegations: nobody by name, and yet of a state.
@Suite struct DelegationTests {
    typealias Case = MeetingTests.Case

    static let talks = [
        Case(
            "Польские сенаторы встретились с грузинскими депутатами.",
            "talks GE,PL - parliament - - - held - - -"
        ),
        Case(
            "Польские и чешские министры встретились с президентом Грузии Михаилом Кавелашвили.",
            "talks CZ,GE,PL - head_of_state Михаил Кавелашвили/GE/president - - held - - -"
        ),
        Case(
            "Парламентарии Казахстана и Кыргызстана обсудили водные вопросы на встрече в Бишкеке.",
            "talks KG,KZ - parliament - - - held - Бишкек/KG KG"
        ),
        Case(
            "Делегации Польши и Грузии встретились в Варшаве.",
            "talks GE,PL - - - - - held - Варшава/PL PL"
        ),
        Case(
            "Группа депутатов бундестага посетила Тбилиси, где провела переговоры с министром Грузии Леваном Беридзе.",
            "talks DE,GE - parliament Леван Беридзе/GE/minister - - held - Тбилиси/GE GE"
        ),
        Case(
            "Члены Сената Польши встретятся с делегацией парламента Грузии.",
            "talks GE,PL - parliament - - - planned - - -"
        ),
    ]

    static let visits = [
        Case(
            "Парламентская делегация Ирана посетит Минск 23–25 марта.", on: "2022-03-14",
            "visit BY,IR - parliament - - - planned 2022-03-23 Минск/BY BY"
        ),
        Case(
            "Правительственная делегация Пакистана прибыла в Минск с официальным визитом.",
            "visit BY,PK - - - official - held - Минск/BY BY"
        ),
        Case(
            "Визит сенаторов США в Ереван состоится 12 апреля.", on: "2022-03-14",
            "visit AM,US - parliament - - - planned 2022-04-12 Ереван/AM AM"
        ),
    ]

    @Test(arguments: talks + visits)
    func thoseWithoutNamesAreOfTheirStates(_ it: Case) throws {
        #expect(try TestLanguage.facts(it.text, on: it.published).meetings.map(MeetingTests.line) == it.meetings)
    }

    /// Of no officials, and among those of one state.
    @Test(arguments: [
        "В Минск прибыла делегация бизнесменов Пакистана.",
        "Депутаты Госдумы обсудили закон с министром Антоном Ивановым.",
    ])
    func othersAreNone(_ text: String) throws {
        #expect(try TestLanguage.facts(text).meetings.map(MeetingTests.line) == [])
    }
}
