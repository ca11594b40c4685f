import Load
import Model
import Normalize
import Postgres
import Testing

/// Which reports of several articles are one row.
@Suite struct JoinTests {
    /// How many meetings a report of each article gives; each is loaded in both orders, by one and at once.
    private func rows(_ articles: [ArticleReport], of table: String) throws -> [String] {
        let counts = try [(articles, 1), (articles.reversed(), 1), (articles, 100)].map { articles, size in
            let warehouse = try Warehouse()
            try warehouse.load(articles, by: size)
            return try warehouse.rows(SQL(verbatim: "select reports from chancery.\(table) order by reports desc, id"))
        }
        #expect(Set(counts).count == 1)
        return counts[0]
    }

    private static let president = ["Касым-Жомарт Токаев", "Эмомали Рахмон"]

    @Test(
        arguments: [
            ("a day apart", [.meeting(on: "2024-11-27"), .meeting(on: "2024-11-28")], ["2"]),
            ("two days apart", [.meeting(on: "2024-11-27"), .meeting(on: "2024-11-29")], ["1", "1"]),
            ("across a month", [.meeting(on: "2024-11-30"), .meeting(on: "2024-12-01")], ["2"]),
            ("across New Year", [.meeting(on: "2024-12-31"), .meeting(on: "2025-01-01")], ["2"]),
            (
                "across New Year, and the year that ended",
                [.meeting(on: "2024-12-31"), .meeting(on: "2025-01-01"), .meeting(on: "2024")], ["3"]
            ),
            (
                "across New Year, and a year in which there was another",
                [
                    .meeting(on: "2024-12-31"), .meeting(on: "2025-01-01"), .meeting(on: "2025"),
                    .meeting(on: "2025-06-01"),
                ], ["2", "1", "1"]
            ),
            (
                "three days on end, two by two from the first",
                [.meeting(on: "2024-11-27"), .meeting(on: "2024-11-28"), .meeting(on: "2024-11-29")], ["2", "1"]
            ),
            ("inside the month", [.meeting(on: "2024-11-27"), .meeting(on: "2024-11")], ["2"]),
            ("inside the year", [.meeting(on: "2024-11-27"), .meeting(on: "2024")], ["2"]),
            ("a month inside the year", [.meeting(on: "2024-11"), .meeting(on: "2024")], ["2"]),
            ("another month", [.meeting(on: "2024-11-27"), .meeting(on: "2024-10")], ["1", "1"]),
            ("another year", [.meeting(on: "2024-11-27"), .meeting(on: "2023")], ["1", "1"]),
            (
                "a month in which there were two",
                [.meeting(on: "2024-11-05"), .meeting(on: "2024-11-27"), .meeting(on: "2024-11")], ["1", "1", "1"]
            ),
            (
                "a month in which the city was one of two",
                [
                    .meeting(on: "2024-11-05", city: "Душанбе"), .meeting(on: "2024-11-27", city: "Астана"),
                    .meeting(on: "2024-11", city: "Астана"),
                ], ["2", "1"]
            ),
            (
                "the same names", [.meeting(on: "2024-11-27", president), .meeting(on: "2024-11-27", ["К. Токаев"])],
                ["2"]
            ),
            ("a name and none", [.meeting(on: "2024-11-27", president), .meeting(on: "2024-11-27")], ["2"]),
            (
                "other names",
                [
                    .meeting(on: "2024-11-27", ["К. Токаев"]), .meeting(on: "2024-11-27", ["Э. Рахмон"], [.kz, .tj]),
                ], ["1", "1"]
            ),
            (
                "a surname alone",
                [.meeting(on: "2024-11-27", ["Токаев"]), .meeting(on: "2024-11-28", ["Касым-Жомарт Токаев"])], ["2"]
            ),
            (
                "another given name",
                [.meeting(on: "2024-11-27", ["С. Бердиев"]), .meeting(on: "2024-11-27", ["Г. Бердиев"])], ["1", "1"]
            ),
            (
                "contradicting names, and one that fits both",
                [
                    .meeting(on: "2024-11-27", ["А. Серик", "Б. Назри"]),
                    .meeting(on: "2024-11-27", ["А. Серик", "В. Шариф"]),
                    .meeting(on: "2024-11-27", ["Серик"]),
                ], ["2", "1"]
            ),
            (
                "another city",
                [.meeting(on: "2024-11-27", city: "Астана"), .meeting(on: "2024-11-27", city: "Алматы")], ["1", "1"]
            ),
            ("another level", [.meeting(on: "2024-11-27", level: .minister), .meeting(on: "2024-11-27")], ["1", "1"]),
            ("another state", [.meeting(on: "2024-11-27"), .meeting(on: "2024-11-27", [], [.de, .kz])], ["1", "1"]),
            ("undated, of the day of publication", [.meeting(on: "2024-11-27"), .meeting(on: nil)], ["2"]),
            (
                "planned and held", [.meeting(on: "2024-11-27", status: .planned), .meeting(on: "2024-11-27")], ["2"]
            ),
            (
                "planned for some day of the year",
                [.meeting(on: "2024", status: .planned), .meeting(on: "2024-11-27")], ["1", "1"]
            ),
        ] as [(String, [Told], [String])])
    func meetings(name: String, told: [Told], expected: [String]) throws {
        let articles = told.enumerated().map { Sample.report("a\($0)", [$1]) }
        #expect(try rows(articles, of: "meetings") == expected, "\(name)")
    }

    /// Days, months and years around New Year, some with names and cities, come and go: what is joined anew by the days
    /// that a report touches is what is joined by looking at all.
    @Test(arguments: 1...6) func joiningByNeighboursIsJoiningByAll(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let dates =
            (28...31).map { "2024-12-\($0)" } + (1...4).map { "2025-01-0\($0)" }
            + ["2024-12", "2025-01", "2024", "2025", nil]
        let articles = (0..<50).map { number in
            let told = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                Told.meeting(
                    on: dates.randomElement(using: &random)!,
                    [[], ["К. Токаев"], ["С. Серик"], ["Токаев"]].randomElement(using: &random)!,
                    city: [nil, nil, "Астана", "Алматы"].randomElement(using: &random)!)
            }
            let published = "2025-01-0\(Int.random(in: 1...5, using: &random))"
            return Sample.report("a\(number)", on: published, told)
        }
        let warehouse = try Warehouse()
        for size in [1, 7] {
            try warehouse.load(articles.shuffled(using: &random).dropLast(size), by: size)
            #expect(try warehouse.column("select count(*)::text from chancery.misjoined") == ["0"])
            let run = try warehouse.begin()
            let gone = articles.shuffled(using: &random).prefix(20).map(\.article.id)
            for id in gone { try warehouse.loader.withdraw([id], run: run) }
            #expect(try warehouse.column("select count(*)::text from chancery.misjoined") == ["0"])
        }
        try warehouse.load(articles, by: 13)
        #expect(try warehouse.dump() == Warehouse.fresh(articles))
    }

    @Test func whatOneArticleTellsOfTwoDaysStaysTwo() throws {
        let articles = [
            Sample.report("a", [.meeting(on: "2024-11-27"), .meeting(on: "2024-11-28")]),
            Sample.report("b", [.meeting(on: "2024-11-27")]),
        ]
        #expect(try rows(articles, of: "meetings") == ["2", "1"])
        #expect(try rows([articles[1], Sample.report("c", [.meeting(on: "2024-11-28")])], of: "meetings") == ["2"])
    }

    @Test(
        arguments: [
            ("case, ё and quotes", [.declaration("Декларация «О мёде»"), .declaration("декларация о меде")], ["2"]),
            (
                "a day apart",
                [
                    .declaration("Декларация о мире", on: "2024-11-27"),
                    .declaration("Декларация о мире", on: "2024-11-28"),
                ],
                ["2"]
            ),
            (
                "another year",
                [.declaration("Декларация о мире", on: "2024-11-27"), .declaration("Декларация о мире", on: "2023")],
                ["1", "1"]
            ),
            (
                "undated, where there is one",
                [.declaration("Декларация о мире", on: "2020-01-01"), .declaration("Декларация о мире")], ["2"]
            ),
            (
                "undated, where there are two",
                [
                    .declaration("Декларация о мире", on: "2020-01-01"), .declaration("Декларация о мире", on: "2024"),
                    .declaration("Декларация о мире"),
                ], ["1", "1", "1"]
            ),
            (
                "no name of its own, another time",
                [.declaration("Декларация", on: "2020-01-01"), .declaration("Декларация")], ["1", "1"]
            ),
            (
                "no name of its own, one day",
                [.declaration("Декларация", on: "2024-11-27"), .declaration("Декларация")], ["2"]
            ),
            (
                "another party",
                [.declaration("Декларация о мире", orgs: ["ЕАЭС"]), .declaration("Декларация о мире")], ["1", "1"]
            ),
        ] as [(String, [Told], [String])])
    func agreements(name: String, told: [Told], expected: [String]) throws {
        let articles = told.enumerated().map { Sample.report("a\($0)", [$1]) }
        #expect(try rows(articles, of: "agreements") == expected, "\(name)")
    }

    @Test(
        arguments: [
            (
                "parties in the title",
                [
                    .treaty("Договор о взаимной выдаче осужденных"),
                    .treaty(
                        "Договор между Республикой Казахстан и Республикой Таджикистан о взаимной выдаче осуждённых"),
                    .treaty(
                        "Договор о взаимной выдаче осужденных между Республикой Казахстан и Республикой Таджикистан"),
                ], ["3"]
            ),
            (
                "governments in the title",
                [
                    .paper("Соглашение о торговле вином и чаем"),
                    .paper("Соглашение между правительствами Казахстана и Таджикистана о торговле вином и чаем"),
                    .paper("Соглашение между Правительством РК и Правительством РТ о торговле вином и чаем"),
                ], ["3"]
            ),
            (
                "towns are no parties",
                [
                    .paper("Соглашение о прямых рейсах между Алматы и Худжандом"),
                    .paper("Соглашение о прямых рейсах между Астаной и Душанбе"),
                    .paper("Соглашение о прямых рейсах"),
                ], ["1", "1", "1"]
            ),
            (
                "a third party",
                [
                    .paper(
                        "Соглашение между Республикой Казахстан, Республикой Таджикистан и Республикой Узбекистан о воде"
                    ),
                    .paper("Соглашение о воде"),
                ], ["1", "1"]
            ),
            (
                "too little is left",
                [
                    .paper("Соглашение между Республикой Казахстан и Республикой Таджикистан о сотрудничестве"),
                    .paper("Соглашение о сотрудничестве"),
                ], ["1", "1"]
            ),
            (
                "with the years of its term and without",
                [
                    .paper("Программа обмена студентами на 2022–2026 годы", .program, term: 2022...2026),
                    .paper("Программа обмена студентами", .program),
                ], ["2"]
            ),
            (
                "other years",
                [
                    .paper("Программа обмена студентами на 2022–2026 годы", .program, term: 2022...2026),
                    .paper("Программа обмена студентами на 2027–2031 годы", .program, term: 2027...2031),
                ], ["1", "1"]
            ),
            (
                "years that are no term",
                [.paper("Соглашение о долгах 1994 года"), .paper("Соглашение о долгах")], ["1", "1"]
            ),
            (
                "a treaty's shorter title, one day",
                [
                    .treaty("Договор о добрососедстве и союзничестве в XXI веке", on: "2013-11-11"),
                    .treaty("Договор о добрососедстве и союзничестве", on: "2013-11-11"),
                ], ["2"]
            ),
            (
                "a treaty's shorter title, undated, where one is dated",
                [
                    .treaty("Договор о добрососедстве и союзничестве в XXI веке", on: "2013-11-11"),
                    .treaty("Договор о добрососедстве и союзничестве"),
                ], ["2"]
            ),
            (
                "a treaty's shorter title, another year",
                [
                    .treaty("Договор о добрососедстве и союзничестве в XXI веке", on: "2013-11-11"),
                    .treaty("Договор о добрососедстве и союзничестве", on: "1998"),
                ], ["1", "1"]
            ),
            (
                "a treaty's shorter title, neither dated",
                [
                    .treaty("Договор о государственной границе"),
                    .treaty("Договор о государственной границе на реке Кигаш"),
                ], ["1", "1"]
            ),
            (
                "treaties that go on otherwise",
                [
                    .treaty("Договор о дружественных отношениях и сотрудничестве", on: "2013-11-11"),
                    .treaty("Договор о дружественных отношениях и партнерстве", on: "2013-11-11"),
                ], ["1", "1"]
            ),
            (
                "another kind's shorter title",
                [
                    .paper("Соглашение о торговле вином и чаем", on: "2013-11-11"),
                    .paper("Соглашение о торговле вином", on: "2013-11-11"),
                ], ["1", "1"]
            ),
        ] as [(String, [Told], [String])])
    func titles(name: String, told: [Told], expected: [String]) throws {
        let articles = told.enumerated().map { Sample.report("a\($0)", [$1]) }
        #expect(try rows(articles, of: "agreements") == expected, "\(name)")
    }

    @Test func aPackageIsOneUnlessItsNumberDiffers() throws {
        func package(_ id: String, _ title: String, _ count: Int?) -> ArticleReport {
            Sample.report(
                id,
                [
                    .agreement(
                        Agreement(
                            kind: .package, title: title, status: .signed, countries: [.kz, .tj],
                            signedOn: PartialDate(iso: "2024-11-27"), count: count, evidence: [], rule: "test"), title)
                ])
        }
        let told = [package("a", "документы", 15), package("b", "пакет двусторонних документов", nil)]
        #expect(try rows(told, of: "agreements") == ["2"])
        #expect(try rows(told + [package("c", "соглашения", 8)], of: "agreements") == ["2", "1"])
    }

    @Test func figuresWithoutAPeriodAreOfTheYear() throws {
        func article(_ id: String, on date: String?, speaker: String? = nil) -> ArticleReport {
            Sample.report(
                id, on: date,
                [
                    .figure(
                        Figure(
                            indicator: Indicator("trade_turnover"), value: 7, unit: QuantityUnit("USD")!,
                            countries: [.kz, .tj], speaker: speaker, evidence: [], rule: "test"), "семь")
                ])
        }
        let articles = [
            article("a", on: "2024-03-01"), article("b", on: "2024-11-27", speaker: "К. Токаев"),
            article("c", on: "2023-12-31"),
            article("d", on: nil), article("e", on: nil),
        ]
        #expect(try rows(articles, of: "figures") == ["2", "1", "1", "1"])
    }
}
