import Model
import TestLanguage
import Testing

@testable import Extract

/// The visit that the article tells of, of which the encounters of its guest are a part.
@Suite struct PresentVisitTests {
    typealias Case = MeetingTests.Case

    static let shared = [
        Case(
            """
            В рамках официального визита в Италию состоялась встреча премьер-министра Сербии Джуро Мацута и президента Италии Серджо Маттареллы. На завтра запланированы переговоры Джуро Мацута с премьер-министром Италии Джорджей Мелони.
            """, on: "2025-10-01",
            "talks IT,RS - head_of_state Джуро Мацут/RS/prime_minister,Серджо Маттарелла/IT/president official - held - -/IT IT",
            "talks IT,RS - head_of_government Джуро Мацут/RS/prime_minister,Джорджа Мелони/IT/prime_minister official - planned 2025-10-02 -/IT IT"
        )
    ]

    /// Of those who have come for something else, at another time, or of nobody.
    static let apart = [
        Case(
            """
            Президент Вьетнама То Лам находится в Минске с государственным визитом. Его принял президент Беларуси Александр Лукашенко. Одновременно в Минске прошел белорусско-вьетнамский бизнес-форум.
            """, on: "2025-05-12",
            "talks BY,VN - head_of_state Александр Лукашенко/BY/president,То Лам/VN/president state - held - Минск/BY BY",
            "forum BY,VN - business - - - held - Минск/BY BY"
        )
    ]

    /// The kind of the journey that it stands beside.
    static let kinds = [
        Case(
            """
            В июне министр Таджикистана Шерали Мирзо посетил Тегеран, а в апреле Душанбе с рабочим визитом посетил министр Ирана Джавад Зариф.
            """, on: "2021-08-05",
            "visit IR,TJ - minister Шерали Мирзо/TJ/minister - - held 2021-06 Тегеран/IR IR",
            "visit IR,TJ - minister Джавад Зариф/IR/minister working - held 2021-04 Душанбе/TJ TJ"
        )
    ]

    /// All that is done on a working trip is a part of it.
    static let trips = [
        Case(
            """
            Президент Украины Петр Порошенко завершил рабочую поездку в США. 25 сентября он встретился в Нью-Йорке с президентом Словакии Андреем Киской.
            """, on: "2018-09-27",
            "talks SK,UA - head_of_state Петр Порошенко/UA/president,Андрей Киска/SK/president working - held 2018-09-25 Нью-Йорк/US -"
        )
    ]

    @Test(arguments: shared + apart + kinds + trips)
    func belongsToTheVisit(_ it: Case) throws { try it.check() }
}
