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
            Sample.report("a", on: "2024-12-01", [.meeting(on: "2024")]),
            Sample.report("b", on: "2024-12-31", [.meeting(on: "2024-11-27", ["К. Токаев"], city: "Астана")]),
            Sample.report("c", on: "2024-12-01", [.meeting(on: "2024-11", ["Касым-Жомарт Токаев", "Эмомали Рахмон"])]),
        ])
        #expect(
            try warehouse.rows("select date, date_from, date_to, place_city, reports, articles from chancery.meetings")
                == ["2024-11-27|2024-11-27|2024-11-27|Астана|3|3"])
        #expect(
            try warehouse.rows("select position, name, country, office from chancery.meeting_participants") == [
                "1|Касым-Жомарт Токаев|KZ|president", "2|Эмомали Рахмон|TJ|president",
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
        try warehouse.load([Sample.report("a", [.declaration("Декларация о мире"), .declaration("Декларация о мире")])])
        #expect(try warehouse.rows("select reports, articles from chancery.agreements") == ["2|1"])
    }

    @Test func whatMostReportsSayIsShownAndTheRestIsKept() throws {
        let warehouse = try Warehouse()
        try warehouse.load([
            Sample.report("a", [.trade(5, year: 2023, speaker: "Б. Орлов")]),
            Sample.report("b", [.trade(5, year: 2023, speaker: "Анна Орлова")]),
            Sample.report("c", [.trade(5, year: 2023, speaker: "Анна Орлова")]),
            Sample.report("d", [.trade(5, year: 2023)]),
        ])
        #expect(try warehouse.rows("select speaker, reports from chancery.figures") == ["Анна Орлова|4"])
        #expect(
            try warehouse.rows("select article_id, differs from chancery.figure_sources order by 1") == [
                "a|speaker: Б. Орлов", "b|∅", "c|∅", "d|∅",
            ])
    }

    @Test func ofDatesTheOneOfMostReportsIsShown() throws {
        let warehouse = try Warehouse()
        let other = Told.meeting(on: "2024-11-28")
        try warehouse.load([
            Sample.report("a", [.meeting(on: "2024-11-27")]), Sample.report("b", [other]), Sample.report("c", [other]),
            Sample.report("d", [.meeting(on: "2024-11")]), Sample.report("e", on: "2024-11-28", [.meeting(on: nil)]),
        ])
        #expect(try warehouse.rows("select date, reports from chancery.meetings") == ["2024-11-28|5"])
        #expect(
            try warehouse.rows("select article_id, joined_by, differs from chancery.meeting_sources order by 1") == [
                "a|a day apart|date: 2024-11-27", "b|the same day|∅", "c|the same day|∅", "d|within 2024-11|∅",
                "e|undated, published 2024-11-28|∅",
            ])
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
