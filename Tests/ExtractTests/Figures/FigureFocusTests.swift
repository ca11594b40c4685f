import Model
import TestLanguage
import Testing

@testable import Extract

/// Whose a figure is by what its passage is about: one of two, both, or one and a union.
@Suite struct FigureFocusTests {
    private static let talks = "Президент Кении принял президента Перу. Кения и Перу торгуют давно.\n"

    private static func shown(_ text: String) throws -> [String] {
        try TestLanguage.facts(text, on: "2025-10-20").figures.map(FigureContextTests.shown)
    }

    /// Indicator, value, countries and both ends.
    @Test(arguments: [
        // Who has a part of what is of both.
        ("Они создали банк, доля Перу в котором составляет 40%.", ["share 40 KE,PE"]),
        ("Доля перуанской стороны – 40%.", ["share 40 KE,PE"]),
        ("Из средств фонда 40% поступило из Перу.", ["share 40 KE,PE"]),
        ("Кения доведет долю солнечной энергии до 40%.", ["share 40 KE"]),
        // What goes on, and who speaks of "us".
        ("«За год мы приросли более чем на 60 процентов», – сказал президент Перу.", ["other 60 up KE,PE"]),
        // A body of many states gives to the one that it deals with.
        (
            "Европейский банк развития сообщил, что подписал с Перу соглашение о кредите на 20 млн долларов.",
            ["finance 20000000 PE PE<"]
        ),
        // A dative before a passive of giving; where something was signed is no end of what it is on.
        ("Кении будут предоставлены гранты на 5 млн евро.", ["finance 5000000 KE,PE PE>KE"]),
        ("В Лиме подписан договор об экспорте 100 автобусов.", ["exports 100 KE,PE"]),
        // Another body gives to the same one, whatever was told between.
        (
            "Всемирный банк дал Перу кредит на 20 млн долларов на строительство шести мостов. Еще 5 млн евро выделит ЕБРР.",
            ["finance 20000000 PE PE<", "infrastructure 6 PE", "finance 5000000 PE PE<"]
        ),
        // What money builds is where it goes; a part of what one state has is its own; what trade leaves over is of both.
        (
            "Кения вложила в Перу 5 млн долларов, в том числе в дорогу длиной 30 км.",
            ["investment 5000000 KE,PE KE>PE", "infrastructure 30 PE"]
        ),
        (
            "Урожай зерна в Перу превысил 17 млн тонн, четверть посевов отдана под рис.",
            ["agriculture 17000000 PE", "share 25 PE"]
        ),
        ("Сальдо сложилось положительным для Перу и составило 5 млн долларов.", ["other 5000000 KE,PE"]),
        // Of two adjectives each invests; guests of an event work nowhere.
        (
            "Кенийские инвестиции достигли 10 млн долларов, перуанские – 15 млн долларов.",
            ["investment 10000000 KE,PE KE>PE", "investment 15000000 KE,PE PE>KE"]
        ),
        ("В форуме в Найроби участвуют 60 перуанских фирм.", ["companies_count 60 KE,PE"]),
        ("Кения является 40-м торговым партнером Перу.", ["rank 40 KE,PE"]),
        ("Кения входит в число 50 крупнейших партнеров Перу.", ["rank 50 KE,PE"]),
        ("Кения остается 27-летним партнером.", []),
        // Who only helps with what stands or grows elsewhere; not who has it.
        ("Перуанская сторона поможет нарастить мощности трех электростанций на 200 МВт.", ["energy 200000000 up KE"]),
        ("Обсуждалось участие перуанских банков в строительстве ГЭС мощностью 120 МВт.", ["energy 120000000 KE"]),
        ("С помощью перуанской техники страна собрала 5 млн тонн зерна.", ["agriculture 5000000 KE"]),
        ("Мощность перуанских электростанций достигла 300 МВт.", ["energy 300000000 PE"]),
        ("Протяженность перуанского участка составит 300 км.", ["infrastructure 300 PE"]),
        // What a state is in need of is its own.
        ("Президент Перу заявил, что стране необходимо 5 млрд долларов.", ["other 5000000000 PE"]),
    ])
    func belongs(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(Self.talks + text) == expected)
    }

    /// In a report on several encounters what follows one is of the two who met, until another is told or a third state is named.
    @Test(arguments: [
        (
            """
            Президент Кении Джон Отиено принял президента Перу Хосе Переса и президента Чили Пабло Сото.
            Президент Кении встретился с Пабло Сото. Лидеры отметили, что товарооборот двух стран вырос на 7%.
            Президент Кении встретился с Хосе Пересом. Товарооборот достиг 5 млн долларов.
            """,
            ["trade_turnover 7 up CL,KE", "trade_turnover 5000000 KE,PE"]
        ),
        (
            """
            Президент Кении Джон Отиено принял президента Перу Хосе Переса. Президент Чили Пабло Сото принял президента Перу. \
            Товарооборот Чили с Кубой достиг 5 млн долларов.
            """,
            ["trade_turnover 5000000 CL,CU"]
        ),
    ])
    func goesOnWithThoseWhoMet(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(text) == expected)
    }

    /// The other one of two as the subject sells the other way.
    @Test func turnsRound() throws {
        let text = """
            Президент Кении принял президента Египта. Кения и Египет торгуют давно.
            Товарооборот вырос на 5%. Кения продала товаров на 10 млн долларов, Египет – на 15 млн долларов.
            """
        #expect(
            try Self.shown(text) == [
                "trade_turnover 5 up EG,KE", "exports 10000000 EG,KE KE>EG", "exports 15000000 EG,KE EG>KE",
            ])
    }

    /// Who "we" and "you" are in what an official of one of the two says.
    @Test(arguments: [
        ("«Мы поставили вам товаров на 30 млн долларов», – сказал президент Перу.", ["exports 30000000 KE,PE PE>KE"]),
        ("«Вы закупаете у нас товаров на 30 млн долларов», – сказал президент Перу.", ["exports 30000000 KE,PE PE>KE"]),
        ("«К нам приехали 12 тысяч ваших туристов», – сказал президент Перу.", ["passengers 12000 KE,PE KE>PE"]),
        ("«У нас работают 40 кенийских компаний», – сказал президент Перу.", ["companies_count 40 KE,PE KE>PE"]),
        ("«Наша экономика выросла на 5%», – сказал президент Перу.", ["gdp 5 up PE"]),
        ("«Наша экономика выросла на 5%», – сказал президент Кении.", ["gdp 5 up KE"]),
        ("В Кении проживает 7 млн человек.", ["people 7000000 KE"]),
        ("Кения ежегодно добывает 90 млн тонн нефти.", ["energy 90000000 KE"]),
        ("Объем торговли Кении со странами Балкан составил 300 млн долларов.", ["trade_turnover 300000000 KE"]),
    ])
    func knowsWhoSpeaks(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(Self.talks + text) == expected)
    }

    /// A capital that is the seat of a union stands for it, where nothing else is told of its state.
    @Test(arguments: [
        ("Торговля Кении с Евросоюзом растет. Брюссель выделит Кении 5 млн евро.", ["finance 5000000 KE KE<"]),
        (
            "Торговля Кении с Бельгией растет, сообщили в Евросоюзе. Брюссель выделит Кении 5 млн евро.",
            ["finance 5000000 BE,KE BE>KE"]
        ),
    ])
    func knowsSeats(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(text) == expected)
    }

    /// Money between one state and a region or a union.
    @Test(arguments: [
        ("Кения помогает соседям. Странам Африки она выделит кредит на 60 млн долларов.", ["finance 60000000 KE KE>"]),
        ("Кения помогает соседям. Она направит странам Африки кредит на 60 млн долларов.", ["finance 60000000 KE KE>"]),
        ("Парламент Кении одобрил бюджет. Помощь ЕС составит 60 млн евро.", ["finance 60000000 KE KE<"]),
    ])
    func dealsWithUnions(_ text: String, _ expected: [String]) throws {
        #expect(try Self.shown(text) == expected)
    }

    /// Of a gathering, the two of whom a paragraph tells, and the one that is met by the one that the article is about.
    @Test func keepsThePairOfAParagraph() throws {
        let text = """
            Кения принимает премьеров. В Найроби прибыли премьер-министр Перу Хуан Перес, премьер-министр Чили Педро Рохас, \
            премьер-министр Кубы Мануэль Крус и премьер-министр Кении Джон Отиено.

            Хуан Перес провел переговоры с Педро Рохасом. Премьер-министр Перу рассказал, что товарооборот между странами вырос на 25%. \
            Сторонами ведутся 30 проектов.

            На встрече с кубинским премьером Кения назвала цифры: товарооборот двух стран достиг 5 млн долларов.
            """
        #expect(
            try Self.shown(text) == [
                "trade_turnover 25 up CL,PE", "projects_count 30 CL,PE", "trade_turnover 5000000 CU,KE",
            ])
    }

    /// A speech as it was held, up to where a report goes on.
    @Test func readsASpeech() throws {
        let text = """
            Выступление премьер-министра Кении Джона Отиено на кенийско-перуанском форуме

            Уважаемые гости!

            Перу – наш партнер. Товарооборот составил 5 млн долларов. Мы занимаем первое место в мире по сбору чая.

            Затем Джон Отиено провел переговоры с перуанской стороной. Товарооборот достигнет 9 млн долларов.
            """
        let figures = try TestLanguage.facts(text, on: "2025-10-20").figures
        #expect(figures.map(FigureContextTests.shown).prefix(2) == ["trade_turnover 5000000 KE,PE", "rank 1 KE"])
        #expect(figures.map(\.speaker) == ["Джон Отиено", "Джон Отиено", nil])
    }
}
