import TestLanguage
import Testing

@testable import Extract

/// Words that look like a document and are none, and papers whose name decides what they are.
@Suite struct AgreementWordTests {
    typealias Case = AgreementTests.Case

    static let papers = [
        Case(
            "Грузия и Иран подписали договор об экспорте ста тракторов.",
            "contract signed GE,IR - - - - договор об экспорте ста тракторов"),
        // What it costs may stand before the verb.
        Case(
            "Грузия и Иран провели форум. На 180 млн юаней оформлены договоры о поставке чая.",
            "contract signed GE,IR - - 180000000 CNY - договоры о поставке чая"),
        Case(
            "Грузия и Иран торговали на 180 млн юаней, и подписан договор о поставке чая.",
            "contract signed GE,IR - - - - договор о поставке чая"),
        Case(
            "Грузия и Иран подписали договор о границе.",
            "treaty signed GE,IR - - - - договор о границе"),
        Case(
            "Грузия и Иран подписали письмо-намерение о льготном кредите.",
            "other signed GE,IR - - - - письмо-намерение о льготном кредите"),
    ]

    static let manners = [
        Case(
            "По заявлению министра Грузии, стороны подписали соглашение о торговле с Ираном.",
            "agreement signed GE,IR - - - - соглашение о торговле с Ираном"),
        Case("Кандидата утвердят единогласным решением министров Грузии и Ирана."),
        Case(
            "По контракту с Ираном на 3 млн долларов Грузия получит тракторы.",
            "contract signed GE,IR - - 3000000 USD - контракт с Ираном"),
    ]

    static let asked = [
        Case(
            "Какие документы подписали Грузия и Иран\n\nГрузия и Иран подписали меморандум о туризме.",
            "memorandum signed GE,IR - - - - меморандум о туризме"),
        // What the question is answered with takes its status over.
        Case(
            "Какие документы приняты на саммите ШОС\n\n1. Декларация о дружбе.\n2. План действий до 2030 года.",
            "declaration signed ШОС - - - - Декларация о дружбе",
            "plan signed ШОС - - - /2030 План действий до 2030 года"),
        Case(
            "Грузия и Иран подписали восемь документов.",
            "package signed GE,IR - 8 - - документы"),
    ]

    static let headings = [
        Case(
            "Иран и Грузия подписали договор о сотрудничестве парламентов\n\n2 марта спикеры парламентов Грузии и Ирана "
                + "подписали меморандум о сотрудничестве между парламентами. Документ рассчитан на пять лет.",
            on: "2025-03-03",
            "memorandum signed GE,IR 2025-03-02 - - - меморандум о сотрудничестве между парламентами"),
        Case(
            "Иран и Грузия подписали договор о границе\n\n2 марта министры Грузии и Ирана подписали меморандум о туризме.",
            on: "2025-03-03",
            "treaty signed GE,IR - - - - договор о границе",
            "memorandum signed GE,IR 2025-03-02 - - - меморандум о туризме"),
    ]

    static let listed = [
        Case(
            "Грузия и Иран подписали три соглашения. В частности, это соглашение о туризме и соглашение о визах.",
            "package signed GE,IR - 3 - - соглашения",
            "agreement signed GE,IR - - - - соглашение о туризме",
            "agreement signed GE,IR - - - - соглашение о визах")
    ]

    @Test(arguments: papers + manners + asked + headings + listed)
    func tellsWhatIsADocument(_ it: Case) throws { try AgreementTests.check(it) }
}
