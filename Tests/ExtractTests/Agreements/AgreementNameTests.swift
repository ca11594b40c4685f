import Testing

@testable import Extract

/// Where the names of documents begin and end, which of them are one, and what a contract costs, in our own wording.
@Suite struct AgreementNameTests {
    typealias Case = AgreementTests.Case

    /// One word of kind for several documents.
    static let lists = [
        Case(
            "Армения и Грузия подписали межправительственные соглашения о пастбищах, о горных тропах и о маяках.",
            "agreement signed AM,GE - - - - соглашение о пастбищах",
            "agreement signed AM,GE - - - - соглашение о горных тропах",
            "agreement signed AM,GE - - - - соглашение о маяках"),
        Case(
            "Армения и Грузия подписали два меморандума: о музеях и о театрах.",
            "package signed AM,GE - 2 - - меморандумы",
            "memorandum signed AM,GE - - - - меморандум о музеях",
            "memorandum signed AM,GE - - - - меморандум о театрах"),
        Case(
            "Армения и Грузия подписали соглашение о торговле и о защите вкладов.",
            "agreement signed AM,GE - - - - соглашение о торговле"),
        Case(
            "Армения и Грузия подписали соглашения о музеях, о театрах и другие.",
            "agreement signed AM,GE - - - - соглашение о музеях",
            "agreement signed AM,GE - - - - соглашение о театрах"),
        Case(
            "Армения и Грузия подписали пять документов. Министры дали интервью. Среди ключевых документов:\n"
                + "- Меморандум о музеях;\n- Меморандум о театрах.",
            "package signed AM,GE - 5 - - документы",
            "memorandum signed AM,GE - - - - Меморандум о музеях",
            "memorandum signed AM,GE - - - - Меморандум о театрах"),
    ]

    static let ends = [
        Case(
            "Армения и Грузия подписали протокол о намерении открыть музеи.",
            "protocol signed AM,GE - - - - протокол о намерении открыть музеи"),
        Case(
            "Армения и Грузия подписали Соглашение о предупреждении лавин и ликвидации их последствий.",
            "agreement signed AM,GE - - - - Соглашение о предупреждении лавин и ликвидации их последствий"),
        Case(
            "Армения и Грузия одобрили Концепцию взаимодействия музеев в рамках многосторонних форматов.",
            "other signed AM,GE - - - - Концепция взаимодействия музеев в рамках многосторонних форматов"),
        Case(
            "Армения и Грузия подписали Меморандум о музеях в рамках визита президента.",
            "memorandum signed AM,GE - - - - Меморандум о музеях"),
        Case(
            "Министры Армении и Грузии подписали постановление совместного заседания коллегий.",
            "other signed AM,GE - - - - постановление совместного заседания коллегий"),
    ]

    static let one = [
        Case(
            "В 2031 году Армения заключила с Ираном контракт на поставку десяти вагонов. Сумма сделки составила 3 млн долларов.",
            on: "2032-05-06",
            "contract existing AM,IR 2031 - 3000000 USD - контракт на поставку десяти вагонов"),
        Case(
            "Армения и Грузия подписали План горного сближения (ПГС). Президент Армении назвал ПГС важным шагом.",
            "plan signed AM,GE - - - - План горного сближения"),
        Case(
            "Армения и Грузия заключили договор о союзничестве\n"
                + "Президенты Армении и Грузии подписали Договор о союзнических отношениях.",
            "treaty signed AM,GE - - - - Договор о союзнических отношениях"),
        Case(
            "Президент Армении подписал указ об утверждении меморандума с Грузией о музеях. "
                + "Данный меморандум был подписан 3 марта 2030 года.", on: "2031-05-06",
            "memorandum existing AM,GE 2030-03-03 - - - меморандум с Грузией о музеях"),
        Case(
            "Армения и Грузия подписали договор о реках. Он заменит прежний договор.",
            "treaty signed AM,GE - - - - договор о реках"),
    ]

    /// A kind word alone, or with an adjective of praise, points at the document told just before.
    static let pointing = [
        Case(
            "Армения и Грузия подписали соглашение о музеях. Министры назвали его важным. "
                + "Мощное соглашение поможет туризму.",
            "agreement signed AM,GE - - - - соглашение о музеях"),
        Case(
            "Армения и Иран подписали соглашение о музеях. По итогам подписания соглашения президент Армении выступил перед прессой.",
            "agreement signed AM,IR - - - - соглашение о музеях"),
        Case(
            "Армения и Грузия подписали соглашение о музеях. Стороны готовят новое соглашение.",
            "agreement signed AM,GE - - - - соглашение о музеях",
            "agreement planned AM,GE - - - - новое соглашение"),
        Case(
            "Президенты Армении и Грузии подписали документ о границе.",
            "other signed AM,GE - - - - документ о границе"),
        Case(
            "Армения и Грузия подписали договор о границе. Президенты подписали документ о границе вечером.",
            "treaty signed AM,GE - - - - договор о границе"),
        Case(
            "Посол Грузии работает, чтобы соглашение с Арменией о музеях было подписано осенью.",
            "agreement planned AM,GE - - - - соглашение с Арменией о музеях"),
        Case(
            "Армения и Грузия подписали план обменов до 2033 года. План обменов на 2031–2033 годы утвердили министры.",
            "plan signed AM,GE - - - 2031/2033 План обменов на 2031–2033 годы"),
    ]

    /// The day of the event that the news tells, where no encounter of the parties is told with its day.
    static let days = [
        Case(
            "5 мая в Ереване прошли переговоры. Армения и Грузия подписали соглашение о музеях.",
            on: "2031-05-06", "agreement signed AM,GE 2031-05-05 - - - соглашение о музеях"),
        Case(
            "5 мая президент Грузии прибыл в Ереван с официальным визитом. Подписано соглашение о музеях.",
            on: "2031-05-06", "agreement signed AM,GE - - - - соглашение о музеях"),
    ]

    static let standing = [
        Case(
            "Министр Армении назвал срок подписания соглашения с Грузией о музеях.",
            "agreement planned AM,GE - - - - соглашение с Грузией о музеях"),
        Case(
            "Дружба Армении и Грузии закреплена в Хартии о соседстве.",
            "declaration existing AM,GE - - - - Хартия о соседстве"),
        Case(
            "Саммит Армении, Грузии и Ирана прошел в Тбилиси в июне 2030 года. По итогам саммита президенты подписали "
                + "Декларацию о мире. На саммите в Ереване 12 сентября 2032 года президенты Армении, Грузии и Ирана "
                + "обсудили торговлю.",
            "declaration existing AM,GE,IR 2030-06 - - - Декларация о мире"),
    ]

    @Test(arguments: lists) func partsLists(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: ends) func endsNames(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: one) func joinsWhatIsOne(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: pointing) func joinsWhatPointsBack(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: days) func datesBySomeEvent(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: standing) func tellsHowTheyStand(_ it: Case) throws { try AgreementTests.check(it) }
}
