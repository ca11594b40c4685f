import Testing

@testable import Extract

/// Of which talks a document takes the day, and where it takes none, in our own wording.
@Suite struct AgreementTalksDayTests {
    typealias Case = AgreementTests.Case

    static let days = [
        // Of several talks those that the passage goes on from.
        Case(
            """
            Президент Армении 16 июля провел переговоры с президентом Грузии в Гори.

            17 июля в Тбилиси прошли переговоры президентов Армении и Грузии. Сначала они общались в узком составе. \
            Подписан договор о тропах.
            """, on: "2030-07-20",
            "treaty signed AM,GE 2030-07-17 - - - договор о тропах"),
        // On a visit of several days those right before, and no other.
        Case(
            """
            Президент Армении прибыл в Грузию с двухдневным визитом 16 июля. 17 июля в Тбилиси прошло заседание комиссии \
            Армении и Грузии.

            Президенты подписали договор о тропах. Всего в ходе визита подписано 15 документов.
            """, on: "2030-07-18",
            "treaty signed AM,GE 2030-07-17 - - - договор о тропах",
            "package signed AM,GE - 15 - - документы"),
        // How many there were in all is told of the day of those that are named.
        Case(
            "Президенты Армении и Грузии сегодня подписали договор о тропах. Документ рассчитан на пять лет. Всего на встрече "
                + "стороны подписали 14 документов.",
            on: "2030-07-18",
            "treaty signed AM,GE 2030-07-18 - - - договор о тропах",
            "package signed AM,GE 2030-07-18 14 - - документы"),
        // Of several days nothing says which it was.
        Case(
            "В Тбилиси завершился саммит Армении и Грузии, проходивший 16–17 июля. По итогам саммита принята декларация о тропах.",
            on: "2030-07-18",
            "declaration signed AM,GE - - - - декларация о тропах"),
        // The eve that a guest came on is not the day of the talks, which nothing tells.
        Case(
            "Президент Армении накануне прибыл в Тбилиси. Президенты Армении и Грузии провели переговоры в узком составе. По "
                + "итогам переговоров подписан договор о тропах.",
            on: "2030-07-18",
            "treaty signed AM,GE - - - - договор о тропах"),
    ]

    static let standings = [
        // Many documents that are being drafted are told by their number, as a package or by whose they are.
        Case(
            "Президенты Армении и Грузии встретятся в среду. Подготовка идет, готовится солидный пакет документов.",
            "package planned AM,GE - - - - пакет документов"),
        Case(
            "Президенты Армении и Грузии встретятся в среду. К подписанию подготовлены важные двусторонние документы.",
            "package planned AM,GE - - - - двусторонние документы"),
        Case("Президенты Армении и Грузии встретятся в среду. Стороны готовят документы."),
        // What is done by the terms of a document need not be by one in force.
        Case(
            "Армения спишет Грузии долг в рамках соглашения, которое планируется подписать в среду.",
            "agreement planned AM,GE - - - - соглашение"),
        Case(
            "Армения спишет Грузии долг в рамках соглашения, которое подписали в 2020 году.",
            "agreement existing AM,GE 2020 - - - соглашение"),
        // A parliament reads a document, and its name ends there.
        Case(
            "Армения внесла договор с Грузией на ратификацию в парламент.",
            "treaty existing AM,GE - - - - договор с Грузией"),
        // Many that a document is one of are told elsewhere, or not at all.
        Case(
            "Президенты Армении и Грузии подписали договор о дружбе. Среди других документов – соглашение о тропах.",
            "treaty signed AM,GE - - - - договор о дружбе",
            "agreement signed AM,GE - - - - соглашение о тропах"),
        // A year, or a month, says which one it is.
        Case(
            "Между Арменией и Грузией действует безвизовый режим на основании соглашения от 1999 года.",
            "agreement existing AM,GE 1999 - - - соглашение"),
        Case(
            "Армения и Грузия торгуют чаем по контракту 1996 года.", on: "2030-07-18",
            "contract existing AM,GE 1996 - - - контракт"),
        // Papers of one kind, counted among documents of any.
        Case(
            "Подписан пакет документов Армении и Грузии, в числе которых Декларация о союзе и пять меморандумов.",
            "package signed AM,GE - - - - пакет документов Армении и Грузии",
            "declaration signed AM,GE - - - - Декларация о союзе",
            "package signed AM,GE - 5 - - меморандумы"),
        // A parliament that ratifies has signed nothing.
        Case(
            "Армения ратифицировала договор о тропах с Грузией. Документ был принят парламентом 30 июня. Договор подписан "
                + "19 апреля в Гори.",
            on: "2030-07-18",
            "treaty existing AM,GE 2030-04-19 - - - договор о тропах с Грузией"),
        // A time that figures are measured against is none of a signing.
        Case(
            "По итогам форума фирм Армении и Грузии отмечен рост торговли по сравнению с тем же периодом 2029 года, были "
                + "заключены контракты на 5 млн долларов.",
            on: "2030-07-18",
            "contract signed AM,GE - - 5000000 USD - контракты"),
        // What each is about tells two of the same sides apart.
        Case(
            "Армения и Грузия подпишут соглашение между Кабинетом министров Армении и Правительством Грузии о реадмиссии; "
                + "соглашение между Кабинетом министров Армении и Правительством Грузии об охране патентов.",
            "agreement planned AM,GE - - - - соглашение между Кабинетом министров Армении и Правительством Грузии о реадмиссии",
            "agreement planned AM,GE - - - - соглашение между Кабинетом министров Армении и Правительством Грузии об охране патентов"
        ),
        Case(
            "Лидеры Армении и Грузии примут декларацию глав государств. Она называется Лимская декларация.",
            "declaration planned AM,GE - - - - декларация глав государств"),
    ]

    static let parties = [
        // Another document is with another state.
        Case(
            "Парламент Армении ратифицировал соглашение о тропах с Грузией, а также аналогичный документ с Ираном.",
            "agreement existing AM,GE - - - - соглашение о тропах с Грузией"),
        // A union stands for its members, be they named among those who sign.
        Case(
            "Подписано соглашение о торговле между ЕАЭС и Ираном. Документ подписали вице-премьер Армении и министр Ирана.",
            "agreement signed IR,ЕАЭС - - - - соглашение о торговле между ЕАЭС и Ираном"),
        Case(
            "Одобрено соглашение о торговле между странами Евразийского экономического союза (ЕАЭС) и Ираном.",
            "agreement signed IR,ЕАЭС - - - - соглашение о торговле между странами Евразийского экономического союза (ЕАЭС) и "
                + "Ираном"),
        // Who pays a visit and whom it is paid to, be a third named before.
        Case(
            "С премьером Армении и премьером Грузии встретился премьер Ирана. По итогам визита премьера Ирана в Грузию будет "
                + "подписан ряд документов.",
            "package planned GE,IR - - - - документы"),
        // What a state joins has signed nothing.
        Case(
            "Армения и Грузия подписали меморандум о присоединении к ВТО.",
            "memorandum signed AM,GE - - - - меморандум о присоединении к ВТО"),
        // In an article on a summit, those two whose talks the sentence itself tells.
        Case(
            """
            В Тбилиси открылся саммит СНГ. Лидеры СНГ приняли декларацию о мире.

            Накануне на армяно-грузинских переговорах Ваагн Хачатурян и Саломе Зурабишвили подписали совместное заявление.
            """, on: "2030-07-18",
            "declaration signed СНГ - - - - декларация о мире",
            "statement signed AM,GE 2030-07-17 - - - совместное заявление"),
    ]

    @Test(arguments: days) func dates(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: standings) func standing(_ it: Case) throws { try AgreementTests.check(it) }

    @Test(arguments: parties) func whose(_ it: Case) throws { try AgreementTests.check(it) }
}
