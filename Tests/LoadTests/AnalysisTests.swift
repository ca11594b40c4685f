import Foundation
import Load
import Model
import Normalize
import Postgres
import TestSupport
import Testing

/// What the analysts' views say of made-up reports.
@Suite struct AnalysisTests {
    @Test func tradeStandsBesideItsTarget() throws {
        let warehouse = try Warehouse()
        try warehouse.load([
            article("a", [.trade(1_500_000_000, year: 2024)]),
            article("b", [.trade(2_000_000_000, year: 2024, nature: .target)]),
            article("c", [.trade(900_000_000, year: 2024, countries: [.kz, .tj, .uz])]),
        ])
        #expect(
            try warehouse.rows(
                """
                select country_a, country_b, year, actual, target, percent_of_target, sources
                from chancery.trade_by_year
                """) == ["KZ|TJ|2024|1500000000|2000000000|75.0|{Пример}"])
    }

    @Test func aPossibilityAloneMakesNoRowOfTrade() throws {
        let warehouse = try Warehouse()
        try warehouse.load([
            article("a", [.trade(3_000_000_000, year: 2027, nature: .potential)]),
            article(
                "b",
                [
                    .trade(2_000_000_000, year: 2025, nature: .target),
                    .trade(4_000_000_000, year: 2025, nature: .potential),
                ]),
        ])
        #expect(
            try warehouse.rows("select year, actual, target, potential from chancery.trade_by_year")
                == ["2025|∅|2000000000|4000000000"])
    }

    @Test func growthStandsBesideWhatTheLevelsImply() throws {
        let warehouse = try Warehouse()
        try warehouse.load([
            article("a", [.trade(1_000_000_000, year: 2023)]),
            article("b", [.trade(1_250_000_000, year: 2024), .growth(25, year: 2024)]),
            article("c", [.growth(40, year: 2024)]),
            article("d", [.growth(3, unit: "times", year: 2023)]),
            article("e", [.growth(20, year: 2024, comparator: .gt), .growth(20, year: 2024, .down)]),
        ])
        #expect(
            try warehouse.rows(
                """
                select claimed_percent, comparator, implied_percent, agrees
                from chancery.growth_claims
                order by 1, 2
                """) == ["-20.0|eq|25.0|f", "20.0|gt|25.0|t", "25.0|eq|25.0|t", "40.0|eq|25.0|f", "200.0|eq|∅|∅"])
    }

    /// A target is missed only when the amount of the time it was due in is told.
    @Test(arguments: [
        (2_000_000_000, 2001, [2001: 2_000_000_000], "reached"), (2_000_000_000, 2001, [2001: 1_900_000_000], "missed"),
        (2_000_000_000, 2001, [2000: 1_900_000_000], "unknown"), (2_000_000_000, 2001, [:], "unknown"),
        (2_000_000_000, 2001, [2000: 2_100_000_000], "reached"),
        (2_000_000_000, 2001, [2002: 2_100_000_000], "unknown"),
        (2_000_000_000, 2998, [2001: 1_900_000_000], "open"), (2_000_000_000, 2998, [2001: 2_900_000_000], "reached"),
    ])
    func targetsAreDueAndMissed(target: Int, due: Int, told: [Int: Int], outcome: String) throws {
        let warehouse = try Warehouse()
        try warehouse.load(
            [article("t", [.trade(Decimal(target), year: due, nature: .target)])]
                + told.map { article("a\($0.key)", [.trade(Decimal($0.value), year: $0.key)]) })
        #expect(try warehouse.column("select outcome from chancery.targets") == [outcome])
    }

    /// Two months say little of a year, unless they are enough already or nothing else is told.
    @Test(arguments: [
        (year: 1_900_000_000, months: 300_000_000, latest: "1900000000|open"),
        (year: 1_900_000_000, months: 2_000_000_000, latest: "2000000000|reached"),
        (year: nil, months: 300_000_000, latest: "300000000|open"),
    ])
    func aTargetIsHeldAgainstAWholeYear(year: Int?, months: Int, latest: String) throws {
        let warehouse = try Warehouse()
        try warehouse.load(
            [
                article("target", [.trade(2_000_000_000, year: 2998, nature: .target)]),
                article("months", [.trade(Decimal(months), from: "2002-01-01", to: "2002-02-28")]),
            ] + (year.map { [article("year", [.trade(Decimal($0), year: 2001)])] } ?? []))
        #expect(try warehouse.rows("select latest, outcome from chancery.targets") == [latest])
    }

    /// Numbers that differ by rounding, that are bounds, or that one article states side by side contradict nothing.
    @Test(arguments: [
        ("12500000000", Figure.Comparator.eq, "13000000000", Figure.Comparator.eq, 0),
        ("12500000000", .eq, "13500000000", .eq, 1), ("12500000000", .eq, "12000000000", .gt, 0),
        ("12500000000", .eq, "13000000000", .gt, 1), ("12500000000", .eq, "13000000000", .lt, 0),
        ("12500000000", .eq, "13000000000", .approx, 0), ("12500000000", .eq, "14000000000", .approx, 1),
        ("1000000000", .eq, "1200000000", .eq, 1), ("1000000000", .eq, "2500000000", .eq, 0),
        ("0.4", .eq, "0.42", .eq, 0), ("0.40", .eq, "0.45", .eq, 1),
    ])
    func contradictionsAreMoreThanRounding(
        a: String, how: Figure.Comparator, b: String, other: Figure.Comparator, count: Int
    ) throws {
        let told: [Told] = [
            .trade(Decimal(string: a)!, year: 2024, comparator: how),
            .trade(Decimal(string: b)!, year: 2024, comparator: other),
        ]
        let apart = try Warehouse()
        try apart.load([article("a", [told[0]]), article("b", [told[1]])])
        #expect(try apart.rows("select 1 from chancery.contradictions").count == count)
        let together = try Warehouse()
        try together.load([article("a", told)])
        #expect(try together.rows("select 1 from chancery.contradictions") == [])
    }

    @Test func whoMetWhomStandsBothWays() throws {
        let warehouse = try Warehouse()
        try warehouse.load([
            article(
                "a",
                [
                    .encounter(on: "2024-11-27", ["Касым-Жомарт Токаев": .kz, "Эмомали Рахмон": .tj]),
                    .encounter(on: "2024-12-03", ["Касым-Жомарт Токаев": .kz, "Эмомали Рахмон": .tj]),
                    .encounter(on: "2026", ["Касым-Жомарт Токаев": .kz, "Эмомали Рахмон": .tj], status: .planned),
                ])
        ])
        #expect(
            try warehouse.rows(
                """
                select person, counterpart, counterpart_countries, held, planned, first_on, last_on
                from chancery.who_met_whom
                order by person
                """) == [
                    "Касым-Жомарт Токаев|Эмомали Рахмон|{TJ}|2|1|2024-11-27|2024-12-03",
                    "Эмомали Рахмон|Касым-Жомарт Токаев|{KZ}|2|1|2024-11-27|2024-12-03",
                ])
    }

    /// Spellings of one person are counted together, those of two never.
    @Test(arguments: [
        (["Касым-Жомарт Токаев", "К. Токаев", "Токаев"], ["Касым-Жомарт Токаев"]),
        (["Касым-Жомарт Токаев", "Касым-Жомарт Кемелевич Токаев"], ["Касым-Жомарт Кемелевич Токаев"]),
        (["Шавкат Мирзиёев", "Шавкат Мирзиеев", "Ш.М. Мирзиеев"], ["Шавкат Мирзиеев"]),
        (["Марат Тажин", "Мурат Тажин", "М. Тажин"], ["М. Тажин", "Марат Тажин", "Мурат Тажин"]),
        (["Марат Тажин", "Ержан Тажин", "М. Тажин", "Тажин"], ["Ержан Тажин", "Марат Тажин", "Тажин"]),
        (["Иван Петрович Орлов", "Иван Сергеевич Орлов"], ["Иван Петрович Орлов", "Иван Сергеевич Орлов"]),
        (["К. Токаев", "Токаев"], ["К. Токаев", "Токаев"]),
    ])
    func spellingsOfAPersonAreCountedTogether(names: [String], persons: [String]) throws {
        let warehouse = try Warehouse()
        try warehouse.load(
            names.enumerated().map { number, name in
                article(
                    "a\(number)",
                    [.encounter(on: "2024-0\(2 * number + 1)-01", [name: .kz, "Эмомали Рахмон": .tj])])
            })
        #expect(
            try warehouse.column(
                "select person from chancery.who_met_whom where counterpart = 'Эмомали Рахмон' order by person collate \"C\""
            )
                == persons)
        #expect(
            try warehouse.rows("select sum(held) from chancery.who_met_whom where person = 'Эмомали Рахмон'")
                == ["\(names.count)"])
    }

    @Test func oneNameInTwoStatesIsTwoPeople() throws {
        let warehouse = try Warehouse()
        try warehouse.load([
            article("a", [.encounter(on: "2024-01-01", ["Марат Тажин": .kz, "Эмомали Рахмон": .tj])]),
            article("b", [.encounter(on: "2024-03-01", ["М. Тажин": .uz, "Эмомали Рахмон": .tj])]),
        ])
        #expect(
            try warehouse.rows("select name, person from chancery.person_names order by name collate \"C\"") == [
                "М. Тажин|М. Тажин", "Марат Тажин|Марат Тажин", "Эмомали Рахмон|Эмомали Рахмон",
            ])
    }

    /// A summit within a visit is part of that visit, and no visit of the other guests; nor is what they signed.
    @Test func aSummitIsAVisitOnlyOfWhomItIsToldOf() throws {
        let warehouse = try Warehouse()
        let all = tokayev.merging(rahmon) { $1 }.merging(mirziyoyev) { $1 }
        try warehouse.load([
            article(
                "a",
                [
                    .encounter(on: "2024-11-27", tokayev.merging(mirziyoyev) { $1 }, visit: .state, host: .uz),
                    .document("Договор о союзе", [.kz, .uz]),
                ]),
            article(
                "b",
                [
                    .encounter(on: "2024-11-28", all, visit: .working, host: .uz, kind: .summit),
                    .document("Заявление о границах", [.kz, .tj, .uz]), .document("Договор о воде", [.tj, .uz]),
                ]),
            article(
                "c",
                [
                    .encounter(
                        on: "2025-06-01", rahmon, visit: .working, host: .uz, kind: .summit, countries: [.kz, .tj, .uz])
                ]),
        ])
        let visits = try warehouse.rows(
            """
            select guests, host, visit, date_from, date_to, people, cardinality(meeting_ids), titles
            from chancery.visits
            order by date_from
            """)
        #expect(
            visits == [
                "{KZ}|UZ|state|2024-11-27|2024-11-28|Касым-Жомарт Токаев|2|Договор о союзе; Заявление о границах",
                "{TJ}|UZ|working|2025-06-01|2025-06-01|Эмомали Рахмон|1|∅",
            ])
    }

    /// The second day was still to come when it was told; the forum beside the talks says nothing of a visit.
    @Test func aVisitIsOneRowWithAllThatWasOnItsDays() throws {
        let warehouse = try Warehouse()
        let both = tokayev.merging(rahmon) { $1 }
        try warehouse.load([
            article(
                "a",
                [
                    .encounter(on: "2024-09-16", both, visit: .official, host: .tj),
                    .encounter(on: "2024-09-17", both, visit: .official, host: .tj, kind: .session, status: .planned),
                ]),
            article(
                "b",
                [
                    .encounter(on: "2024-09-17", both, host: .tj, kind: .forum),
                    .encounter(on: "2024-09-19", both, host: .tj, kind: .forum),
                    .encounter(on: "2024-09-17", both, host: .kz, kind: .summit),
                ]),
            article(
                "c", [.encounter(on: "2024-09-17", both, visit: .state, host: .tj, kind: .visit, status: .cancelled)]),
        ])
        let visits = try warehouse.rows(
            """
            select guests, host, status, visit, date_from, date_to, cardinality(meeting_ids)
            from chancery.visits
            order by status desc
            """)
        #expect(
            visits == [
                "{KZ}|TJ|held|official|2024-09-16|2024-09-17|3", "{KZ}|TJ|cancelled|state|2024-09-17|2024-09-17|1",
            ])
    }

    @Test func aSummitIsToldApartFromMeetingsOfAPair() throws {
        let warehouse = try Warehouse()
        let all = tokayev.merging(rahmon) { $1 }.merging(mirziyoyev) { $1 }
        try warehouse.load([
            article(
                "a",
                [
                    .encounter(on: "2024-05-01", tokayev.merging(rahmon) { $1 }),
                    .encounter(on: "2024-06-01", all, kind: .summit),
                    .encounter(on: "2024-07-01", all, kind: .summit, status: .planned),
                ])
        ])
        #expect(
            try warehouse.rows(
                """
                select country_a, country_b, status, meetings, multilateral
                from chancery.meetings_by_pair
                where country_a = 'KZ'
                order by country_b, status
                """) == ["KZ|TJ|held|2|1", "KZ|TJ|planned|1|1", "KZ|UZ|held|1|1", "KZ|UZ|planned|1|1"])
        #expect(
            try warehouse.rows(
                """
                select counterpart, held, multilateral, planned
                from chancery.who_met_whom
                where person = 'Касым-Жомарт Токаев'
                order by counterpart collate "C"
                """) == ["Шавкат Мирзиёев|1|1|1", "Эмомали Рахмон|2|1|1"])
    }

    /// What is less than half of another amount of the time is of a part, however many tell it.
    @Test(arguments: [
        (part: 500_000_000, reports: 2, shown: "1700000000"), (part: 1_600_000_000, reports: 2, shown: "1600000000"),
        (part: 1_600_000_000, reports: 1, shown: "1700000000"),
    ])
    func tradeInSomeGoodsIsNotAllTrade(part: Int, reports: Int, shown: String) throws {
        let warehouse = try Warehouse()
        try warehouse.load(
            [
                article("whole", [.trade(1_700_000_000, year: 2001)]),
                article("target", [.trade(2_000_000_000, year: 2001, nature: .target)]),
            ]
                + (1...reports).map { article("part\($0)", [.trade(Decimal(part), year: 2001)]) })
        #expect(
            try warehouse.rows("select actual, actual_subject, target from chancery.trade_by_year")
                == ["\(shown)|∅|2000000000"])
        #expect(try warehouse.column("select latest from chancery.targets") == [shown])
    }

    @Test func meetingsOfOneVisitAreOneRowWithItsDocuments() throws {
        let warehouse = try Warehouse()
        let people: [String: CountryCode] = ["Касым-Жомарт Токаев": .kz, "Эмомали Рахмон": .tj]
        try warehouse.load([
            article(
                "a",
                [
                    .encounter(on: "2024-11-27", people, visit: .state, host: .tj),
                    .declaration("Декларация о дружбе"), .trade(1_400_000_000, year: 2023),
                ]),
            article("b", [.encounter(on: "2024-11-29", people, visit: .state, host: .tj, kind: .visit)]),
            article("c", [.encounter(on: "2024-12-09", people, visit: .working, host: .tj)]),
            article("d", [.encounter(on: "2024-12-09", people, host: .tj)]),
            article("e", [.declaration("Декларация о мире")]),
        ])
        #expect(
            try warehouse.rows(
                """
                select guests, host, visit, date_from, date_to, people, cardinality(meeting_ids), titles, agreements, figures
                from chancery.visits
                order by date_from
                """) == [
                    "{KZ}|TJ|state|2024-11-27|2024-11-29|Касым-Жомарт Токаев|2|Декларация о дружбе|1|1",
                    "{KZ}|TJ|working|2024-12-09|2024-12-09|Касым-Жомарт Токаев|1|∅|0|0",
                ])
    }

    @Test func coverageIsByMonth() throws {
        let warehouse = try Warehouse()
        try warehouse.load([
            article("a", on: "2024-11-27", [.trade(1, year: 2023)]), article("b", on: "2024-11-28", []),
            article("c", on: "2025-01-02", []), article("d", on: nil, []),
        ])
        #expect(
            try warehouse.rows(
                "select source, month, articles, days, with_facts, countries from chancery.coverage order by month")
                == [
                    "Пример|2024-11-01|2|2|1|{KZ,TJ}", "Пример|2025-01-01|1|1|0|{KZ,TJ}",
                ])
        #expect(
            try warehouse.rows(
                "select articles, undated, without_facts, figures, extractor_versions from chancery.freshness")
                == ["4|1|3|1|{1}"])
    }

    private let tokayev: [String: CountryCode] = ["Касым-Жомарт Токаев": .kz]
    private let rahmon: [String: CountryCode] = ["Эмомали Рахмон": .tj]
    private let mirziyoyev: [String: CountryCode] = ["Шавкат Мирзиёев": .uz]

    /// As Normalize makes it, with keys of its own.
    private func article(_ id: String, on date: String? = "2024-11-27", _ told: [Told]) -> ArticleReport {
        let report = Sample.report(id, on: date, told)
        let facts = Facts(
            language: "ru", publishedOn: report.publishedOn, countries: report.countries,
            meetings: report.meetings.map(\.fact), figures: report.figures.map(\.fact),
            agreements: report.agreements.map(\.fact))
        return Normalizer().report(of: report.article, facts: facts)
    }
}

extension Told {
    fileprivate static func trade(_ value: Decimal, year: Int, comparator: Figure.Comparator) -> Told {
        guard case .figure(var figure, let words) = trade(value, year: year) else { return trade(value, year: year) }
        figure.comparator = comparator
        return .figure(figure, words)
    }

    fileprivate static func trade(_ value: Decimal, from: String, to: String) -> Told {
        guard case .figure(var figure, let words) = trade(value, year: 2001) else { return trade(value, year: 2001) }
        figure.period = Period(from: PartialDate(iso: from), to: PartialDate(iso: to))
        return .figure(figure, words)
    }

    fileprivate static func growth(
        _ value: Decimal, unit: String = "percent", year: Int, comparator: Figure.Comparator = .eq,
        _ direction: Figure.Direction = .up
    ) -> Told {
        .figure(
            Figure(
                indicator: Indicator("trade_turnover"), value: value, unit: QuantityUnit(unit)!, comparator: comparator,
                measure: .change, direction: direction,
                period: Period(from: PartialDate(year: year), to: PartialDate(year: year)),
                countries: [.kz, .tj], evidence: [], rule: "test"), "рост \(comparator) \(direction)")
    }

    fileprivate static func document(_ title: String, _ countries: [CountryCode]) -> Told {
        .agreement(
            Agreement(
                kind: .treaty, title: title, status: .signed, countries: countries, orgs: [], evidence: [], rule: "test"
            ),
            title)
    }

    fileprivate static func encounter(
        on date: String, _ people: [String: CountryCode], visit: Meeting.Visit? = nil, host: CountryCode? = nil,
        kind: Meeting.Kind = .talks, status: Meeting.Status = .held, countries: [CountryCode]? = nil
    ) -> Told {
        .meeting(
            Meeting(
                kind: kind, countries: countries ?? people.values.sorted { $0.rawValue < $1.rawValue },
                participants: people.sorted { $0.key < $1.key }.map {
                    Participant(name: $0.key, country: $0.value, office: .president)
                }, visit: visit, status: status, date: PartialDate(iso: date), host: host, evidence: [], rule: "test"),
            "встреча")
    }
}
