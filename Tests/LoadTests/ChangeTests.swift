import Foundation
import Load
import Model
import Normalize
import Postgres
import TestSupport
import Testing

/// Property 2: what changed replaces its own reports, what is withdrawn takes them along, merged rows follow.
@Suite struct ChangeTests {
    @Test func aChangedArticleReplacesItsOwnFactsOnly() throws {
        let other = Sample.report("other", [.trade(5, year: 2023), .meeting(on: "2024")])
        let before = Sample.report("a", [.trade(5, year: 2023), .meeting(on: "2024-11-27", ["Э. Рахмон"])])
        let after = Sample.report("a", [.trade(7, year: 2023)])
        let warehouse = try Warehouse()
        try warehouse.load([other, before])
        #expect(try warehouse.column("select name from chancery.people") == ["Э. Рахмон"])

        let outcome = try warehouse.load([other, after])
        #expect((outcome.new, outcome.replaced, outcome.unchanged) == (0, 1, 1))
        #expect(try warehouse.rows("select value, reports from chancery.figures order by value") == ["5|1", "7|1"])
        #expect(try warehouse.rows("select date, reports from chancery.meetings") == ["2024|1"])
        #expect(try warehouse.column("select name from chancery.people").isEmpty)
        #expect(try warehouse.dump() == Warehouse.fresh([after, other]))
    }

    @Test func newerRulesReadEverythingAnew() throws {
        let warehouse = try Warehouse()
        let article = Sample.report("a", [.trade(5, year: 2023)])
        try warehouse.load([article])
        let found = ["b", "a"].map { FoundArticle(id: $0, contentHash: article.contentHash, file: "-") }
        #expect(try warehouse.loader.unchanged(among: found, extractorVersion: "1").map(\.place) == [1])
        #expect(try warehouse.loader.unchanged(among: found, extractorVersion: "2").isEmpty)
        #expect(try warehouse.load([article], version: "2").replaced == 1)
        #expect(try warehouse.dump() == Warehouse.fresh([article], version: "2"))
        #expect(try warehouse.column("select extractor_version from chancery.articles") == ["2"])
    }

    /// Random sequences against a dictionary in memory, some of them broken off in the middle of a statement; the tables
    /// equal a fresh load of what survives. scripts/property.py plays longer ones on the program itself.
    @Test(arguments: 1...12)
    func anyHistoryEqualsAFreshLoadOfTheSurvivors(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var model: [String: ArticleReport] = [:]
        let warehouse = try Warehouse()
        for _ in 0..<Int.random(in: 2...8, using: &random) {
            let ids = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                "a\(Int.random(in: 0...15, using: &random))"
            }
            if Bool.random(using: &random) || model.isEmpty {
                let articles = Set(ids).sorted().map { Sample.article($0, using: &random) }
                for article in articles { model[article.article.id] = article }
                if Bool.random(using: &random) {
                    let table = ["figure_reports", "meetings", "meeting_participants", "agreements", "load_batches"]
                        .randomElement(using: &random)!
                    try warehouse.breakOff(articles, at: table)
                }
                try warehouse.load(articles, by: Int.random(in: 1...12, using: &random))
            } else {
                let run = try warehouse.begin()
                let there = Set(ids).filter { model[$0] != nil }
                #expect(try warehouse.loader.withdraw(ids, run: run).withdrawn == there.count)
                for id in ids { model[id] = nil }
            }
        }
        #expect(try warehouse.dump() == Warehouse.fresh(model.values.shuffled(using: &random)))
    }

    @Test func anEmptyStringIsNotNull() throws {
        let warehouse = try Warehouse()
        try warehouse.load([Sample.report("a", [], title: ""), Sample.report("b", [], title: nil)])
        #expect(try warehouse.rows("select id, title from chancery.articles order by id") == ["a|", "b|∅"])
    }

    @Test(arguments: [
        "tab\tback\\slash\nline\r\n\\N \\. {\"json\"}", "\\.", "👩‍👩‍👧 и e\u{301}", "'; drop schema chancery cascade; --",
    ])
    func wordsArriveAsTheyAre(words: String) throws {
        let warehouse = try Warehouse()
        let meeting = Told.meeting(on: "2024", [words], city: words, words: words)
        try warehouse.load([Sample.report("a\t\\", [meeting, .declaration(words, orgs: [words, ""])], title: words)])
        #expect(try warehouse.column("select title from chancery.articles") == [words])
        #expect(try warehouse.column("select name from chancery.people") == [words])
        #expect(try warehouse.column("select place_city from chancery.meetings") == [words])
        #expect(try warehouse.column("select orgs[2] from chancery.agreements where orgs[1] = ''") == [words])
    }

    /// Property 5: every fact leads to its words.
    @Test func quotesAreTheWordsAtTheirOffsets() throws {
        let warehouse = try Warehouse()
        try warehouse.load(
            Sample.corpus(50, seed: 3) + [Sample.report("x", [.trade(1, year: 2020, words: "👩‍👩‍👧 e\u{301}")])])
        let told = try warehouse.rows(
            """
            select count(*) > 0, bool_and(quote = substr(a.body, char_start + 1, char_end - char_start))
            from (
                select article_id, quote, char_start, char_end from chancery.meeting_reports
                union all
                select article_id, quote, char_start, char_end from chancery.figure_reports
                union all
                select article_id, quote, char_start, char_end from chancery.agreement_reports
            ) r
            join chancery.articles a on a.id = r.article_id
            """)
        #expect(told == ["t|t"])
    }
}
