import Testing

@testable import Extract

/// The day of a signing, how far a name goes and whose a document is, in our own wording.
@Suite struct AgreementDayTests {
    typealias Case = AgreementTests.Case

    static let signings = [
        // A contract is concluded on the day of the forum that is told right before it, and no other document is.
        Case(
            "Накануне, 21 августа, в Тбилиси прошел бизнес-форум Армении и Грузии. Его участники подписали контракт на чай.",
            on: "2030-08-22",
            "contract signed AM,GE 2030-08-21 - - - контракт на чай"),
        Case(
            "Накануне, 21 августа, в Тбилиси прошел бизнес-форум Армении и Грузии. Его участники подписали меморандум о чае.",
            on: "2030-08-22",
            "memorandum signed AM,GE - - - - меморандум о чае"),
        // A verb tells that they met.
        Case(
            "Министры Армении и Грузии 17 июля встретились в Тбилиси. После беседы заключено соглашение о тропах.",
            on: "2030-07-18",
            "agreement signed AM,GE 2030-07-17 - - - соглашение о тропах"),
        // What a package is of is no document besides; how much money it brings is no part of a name.
        Case(
            "Армения и Грузия подписали пакет соглашений по развитию совместных троп.", on: "2030-07-18",
            "package signed AM,GE - - - - пакет соглашений по развитию совместных троп"),
        Case(
            "Армения и Грузия подписали соглашение о выделении кредита в размере 32 млн долларов.", on: "2030-07-18",
            "agreement signed AM,GE - - - - соглашение о выделении кредита"),
        // Brackets behind a name tell the date of that document alone.
        Case(
            "В основе отношений Армении и Грузии – Договор о дружбе (подписан 6 марта 2016 г.) и Соглашение о тропах (2019).",
            on: "2030-07-18",
            "treaty existing AM,GE 2016-03-06 - - - Договор о дружбе",
            "agreement existing AM,GE 2019 - - - Соглашение о тропах"),
        Case(
            "Отношения Армении и Грузии строятся на основе Договоров о дружбе (2014 год) и о горных тропах (2015 год).",
            on: "2030-07-18",
            "treaty existing AM,GE 2014 - - - Договор о дружбе",
            "treaty existing AM,GE 2015 - - - Договор о горных тропах"),
        // The day of the words.
        Case(
            "По итогам переговоров президентов Армении и Грузии подписано соглашение о тропах, передает во вторник Trend.",
            on: "2030-07-18",
            "agreement signed AM,GE - - - - соглашение о тропах"),
        // The last of several days is not the one of a signing.
        Case(
            "Фирмы Армении и Грузии подписали контракты на 5 млн долларов в ходе форума, который завершился в пятницу.",
            on: "2030-07-18",
            "contract signed AM,GE - - 5000000 USD - контракты"),
        // A colon opens what is to come of it.
        Case(
            "С фирмами Грузии в Армении подписано соглашение о поставке чая: 60 тонн отправят в мае.", on: "2030-03-18",
            "agreement signed AM,GE - - - - соглашение о поставке чая"),
        // A participle behind a comma tells of its noun alone.
        Case(
            "Армения и Грузия 13 июля подписали меморандум о реках, подписанный также министром Ирана, соглашение о тропах и "
                + "договор о кино.",
            on: "2030-07-18",
            "memorandum signed AM,GE,IR 2030-07-13 - - - меморандум о реках",
            "agreement signed AM,GE 2030-07-13 - - - соглашение о тропах",
            "treaty signed AM,GE 2030-07-13 - - - договор о кино"),
        Case(
            "Армения передала Грузии два катера по контракту, заключенному в 2022 году. Стоимость контракта – 47 млн долларов.",
            on: "2030-07-18",
            "contract existing AM,GE 2022 - 47000000 USD - контракт"),
        Case(
            "Министры Армении и Грузии подписали 2 марта соглашение. Это открывает путь к подписанию соглашения о мостах.",
            on: "2030-03-18",
            "agreement signed AM,GE 2030-03-02 - - - соглашение",
            "agreement planned AM,GE - - - - соглашение о мостах"),
        // "соответствующий": a document on what was told, of a kind that has no row yet.
        Case(
            "Фирмы Армении и Грузии 3 мая подписали контракт на чай. Армения вложит в Грузию 2 млн долларов; соответствующий "
                + "меморандум министры Армении и Грузии подписали 24 июня.",
            on: "2030-07-18",
            "contract existing AM,GE 2030-05-03 - - - контракт на чай",
            "memorandum signed AM,GE 2030-06-24 - - - меморандум"),
        // What is done by the terms of a contract is not its price.
        Case(
            "По контракту на разработку карьера, подписанному в мае, компания Армении намерена вложить в Грузии 5 млн долларов.",
            on: "2030-07-18",
            "contract existing AM,GE 2030-05 - - - контракт на разработку карьера"),
    ]

    static let titles = [
        Case(
            "Армения и Грузия подписали соглашение о совместном управлении центром имени Тиграна Петросяна и обучении врачей.",
            "agreement signed AM,GE - - - - соглашение о совместном управлении центром имени Тиграна Петросяна и обучении врачей"
        ),
        Case(
            "Армения и Грузия подписали соглашение о строительстве моста через реку Туманная.",
            "agreement signed AM,GE - - - - соглашение о строительстве моста через реку Туманная"),
        Case(
            "Армения и Грузия подписали дорожную карту по доведению товарооборота до 5 млрд долларов.",
            "roadmap signed AM,GE - - - - дорожная карта по доведению товарооборота до 5 млрд долларов"),
        Case(
            "Армения и Грузия подписали протокол о строительстве станции мощностью 220 МВт.",
            "protocol signed AM,GE - - - - протокол о строительстве станции мощностью 220 МВт"),
        // Statements that are counted are papers.
        Case(
            "Президенты Армении и Грузии подписали два совместных заявления – о торговле и о безопасности.",
            "package signed AM,GE - 2 - - совместные заявления",
            "statement signed AM,GE - - - - совместное заявление о торговле",
            "statement signed AM,GE - - - - совместное заявление о безопасности"),
        Case(
            "Президенты Армении и Грузии утвердили Каталог рисков на 2031 год.",
            "other signed AM,GE - - - 2031/2031 Каталог рисков на 2031 год"),
        // The name of a body is none of a state.
        Case(
            "Армения и Грузия подписали соглашение между агентством ТАНЮМ и Грузинским агентством.",
            "agreement signed AM,GE - - - - соглашение между агентством ТАНЮМ и Грузинским агентством"),
    ]

    @Test(arguments: signings) func dates(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: titles) func names(_ it: Case) throws { try AgreementTests.check(it) }
}
