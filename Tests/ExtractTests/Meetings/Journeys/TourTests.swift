import Model
import TestLanguage
import Testing

@testable import Extract

/// Tours, and visits whose words stand apart, in our own wording.
@Suite struct TourTests {
    typealias Case = MeetingTests.Case

    static let cases = [
        // The states that a tour leads through, each on some day of it.
        Case(
            """
            Премьер-министр Чехии Петр Фиала 3 апреля начал турне по Казахстану, Узбекистану и Монголии.
            """, on: "2025-04-03",
            "visit CZ,KZ - head_of_government Петр Фиала/CZ/prime_minister - - held 2025-04 -/KZ KZ",
            "visit CZ,UZ - head_of_government Петр Фиала/CZ/prime_minister - - held 2025-04 -/UZ UZ",
            "visit CZ,MN - head_of_government Петр Фиала/CZ/prime_minister - - held 2025-04 -/MN MN"
        ),
        Case(
            """
            Министр иностранных дел Китая Ван И совершит с 5 по 11 апреля поездку по Намибии и Чаду.
            """, on: "2025-04-03",
            "visit CN,NA - minister Ван И/CN/foreign_minister - - planned 2025-04 -/NA NA",
            "visit CN,TD - minister Ван И/CN/foreign_minister - - planned 2025-04 -/TD TD"
        ),
        Case(
            """
            Турне президента Турции Реджепа Тайипа Эрдогана по Малайзии и Пакистану началось 10 февраля.
            """, on: "2025-04-03",
            "visit MY,TR - head_of_state Реджеп Тайип Эрдоган/TR/president - - held 2025-02 -/MY MY",
            "visit PK,TR - head_of_state Реджеп Тайип Эрдоган/TR/president - - held 2025-02 -/PK PK"
        ),
        Case(
            """
            Президент Чехии Петр Павел отправился в турне по странам Азии.
            """, on: "2025-04-03"
        ),
        // Days and adjectives between a verb and the visit.
        Case(
            """
            Президент Сербии Александр Вучич совершит с 5 по 7 мая государственный визит в Баку.
            """, on: "2025-04-03",
            "visit AZ,RS - head_of_state Александр Вучич/RS/president state - planned 2025-05-05 Баку/AZ AZ"
        ),
        // Who gets ready for a journey of his own.
        Case(
            """
            Президент Сербии Александр Вучич готовится к визиту в Токио, который состоится в июне.
            """, on: "2025-04-03",
            "visit JP,RS - head_of_state Александр Вучич/RS/president - - planned 2025-06 Токио/JP JP"
        ),
        // Whoever goes along is not the one who is spoken of.
        Case(
            """
            Президент Чили Габриэль Борич прилетит в Осло 5 мая. Главу государства будут сопровождать министр торговли \
            Чили Педро Торрес и сенаторы. До этого, 3 мая, он посетит Хельсинки.
            """, on: "2025-04-03",
            "visit CL,NO - head_of_state Габриэль Борич/CL/president - - planned 2025-05-05 Осло/NO NO",
            "visit CL,FI - head_of_state Габриэль Борич/CL/president - - planned 2025-05-03 Хельсинки/FI FI"
        ),
    ]

    @Test(arguments: cases)
    func aTextTellsItsEncounters(_ it: Case) throws {
        try it.check()
    }
}
