import Foundation
import Load
import Model
import Normalize
import Postgres
import TestSupport
import Testing

@Suite struct MergeTests {
    @Test func theRowShowsTheReportThatKnowsMost() throws {
        let warehouse = try Warehouse()
        try warehouse.load([
            Sample.report("a", on: "2024-01-01", [.meeting(on: "2024")]),
            Sample.report(
                "b", on: "2024-12-31", [.meeting(on: "2024-11-27", ["К. Токаев"], level: .headOfState, city: "Астана")]),
            Sample.report("c", on: "2024-01-01", [.meeting(on: "2024-11")]),
        ])
        #expect(
            try warehouse.rows(
                "select date, date_from, date_to, level, place_city, reports, articles from chancery.meetings")
                == ["2024-11-27|2024-11-27|2024-11-27|head_of_state|Астана|3|3"])
        #expect(
            try warehouse.rows("select position, name, country, office from chancery.meeting_participants") == [
                "1|К. Токаев|KZ|president"
            ])
    }

    @Test func ofEqualsTheEarliestPublishedThenTheFirstIdSpeaks() throws {
        let warehouse = try Warehouse()
        let told = Told.trade(1, year: 2023)
        try warehouse.load([
            Sample.report("a", on: nil, [told]), Sample.report("d", on: "2024-02-01", [told]),
            Sample.report("c", on: "2024-02-01", [told]), Sample.report("b", on: "2024-03-01", [told]),
        ])
        #expect(try warehouse.column("select article_id from chancery.figure_register") == ["c"])
    }

    @Test func aFactToldTwiceInOneArticleIsTwoReportsOfOneArticle() throws {
        let warehouse = try Warehouse()
        try warehouse.load([Sample.report("a", [.trade(1, year: 2023), .trade(1, year: 2023)])])
        #expect(try warehouse.rows("select reports, articles from chancery.figures") == ["2|1"])
    }

    @Test func tradeStandsBesideItsTarget() throws {
        let warehouse = try Warehouse()
        try warehouse.load([
            Sample.report(
                "a",
                [
                    .trade(1_400_000_000, year: 2023), .trade(2_000_000_000, year: 2023, nature: .target),
                    .trade(3_000_000_000, year: 2030, nature: .target), .trade(9, year: 2023, countries: [.kz]),
                    .trade(8, year: 2023, countries: [.de, .kz]),
                ])
        ])
        #expect(
            try warehouse.rows(
                "select country_a, country_b, year, unit, actual, target from chancery.trade_by_year order by 1, 2, 3")
                == ["DE|KZ|2023|USD|8|∅", "KZ|TJ|2023|USD|1400000000|2000000000", "KZ|TJ|2030|USD|∅|3000000000"])
    }

    @Test func meetingsAreCountedForEveryPair() throws {
        let warehouse = try Warehouse()
        try warehouse.load([
            Sample.report(
                "a",
                [
                    .meeting(on: "2024-11-27", [.de, .kz, .tj], level: .minister),
                    .meeting(on: "2023", level: .minister),
                    .meeting(on: nil, [.de, .tj]),
                ])
        ])
        #expect(
            try warehouse.rows(
                "select country_a, country_b, year, level, meetings from chancery.meetings_by_pair order by 1, 2, 3")
                == [
                    "DE|KZ|2024|minister|1", "DE|TJ|2024|minister|1", "DE|TJ|∅|∅|1", "KZ|TJ|2023|minister|1",
                    "KZ|TJ|2024|minister|1",
                ])
    }

    @Test func theRegisterOfAgreementsLeadsToTheWords() throws {
        let warehouse = try Warehouse()
        try warehouse.load([
            Sample.report(
                "a", [.declaration("Декларация о дружбе", on: "2024-11", orgs: ["ЕАЭС"], words: "декларацию о дружбе")])
        ])
        #expect(
            try warehouse.rows(
                """
                select title, countries, orgs, signed_on, signed_from, signed_to, term_from, term_to, quote
                from chancery.agreement_register
                """)
                == [
                    "Декларация о дружбе|{KZ,TJ}|{ЕАЭС}|2024-11|2024-11-01|2024-11-30|2022-01-01|2026-12-31|декларацию о дружбе"
                ])
        #expect(
            try warehouse.rows("select source, articles, newest_on, without_facts from chancery.freshness") == [
                "Пример|1|2024-11-27|0"
            ])
    }
}

extension Told {
    static func meeting(on date: String?, _ countries: [CountryCode], level: Meeting.Level? = nil) -> Told {
        .meeting(on: date, [], countries, level: level)
    }
}
