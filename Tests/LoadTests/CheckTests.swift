import Foundation
import Load
import Postgres
import TestSupport
import Testing

/// Each data test holds for what was loaded, and fails when its fault is planted.
@Suite struct CheckTests {
    static let checks: [DataCheck] = (try? DataCheck.read(folder: TestCluster.root.appending(path: "sql/checks"))) ?? []

    /// The check, and a statement after which it must fail.
    static let faults: [(String, SQL)] = [
        ("amounts", "update chancery.figure_reports set direction = 'up' where measure = 'level'"),
        ("amounts", "update chancery.figure_reports set value_max = value"),
        ("amounts", "update chancery.figure_reports set unit = 'count', value = -1"),
        ("countries", "update chancery.figure_reports set countries = '{TJ,KZ}'"),
        ("countries", "update chancery.meeting_reports set host = 'ZZ'"),
        ("countries", "update chancery.agreement_reports set countries = '{KZ,KZ}'"),
        ("dates", "update chancery.meeting_reports set date_to = date_to + 1"),
        ("dates", "update chancery.agreement_reports set signed_on = '2023'"),
        ("dates", "update chancery.figure_reports set period_to = '20240-01-01'"),
        ("dates", "update chancery.articles set published_on = '0204-11-27'"),
        ("documents", "update chancery.agreement_reports set unit = 'USD' where value is null"),
        ("documents", "update chancery.agreement_reports set title = ''"),
        ("evidence", #"update chancery.meeting_reports set evidence = '[]'"#),
        (
            "evidence",
            #"update chancery.figure_reports set evidence = evidence || '{"start": 1, "end": 100000}'::jsonb"#
        ),
        ("indicators", "update chancery.figure_reports set indicator = 'nonsense'"),
        ("joins", "update chancery.meeting_reports set meeting_id = gen_random_uuid()"),
        ("joins", "update chancery.agreement_reports set agreement_id = gen_random_uuid()"),
        ("ledger", "update chancery.loads set articles_unchanged = articles_unchanged + 1"),
        ("ledger", "update chancery.load_batches set articles_new = articles_new + 1"),
        ("ledger", "update chancery.loads set finished_at = started_at - interval '1 hour'"),
        ("participants", #"update chancery.meeting_reports set participants = '[{"name": " "}]'"#),
        ("participants", #"update chancery.meeting_reports set participants = '[{"name": "A", "office": "tsar"}]'"#),
        ("publication", "update chancery.articles set published_on = current_date + 2"),
        ("quotes", "update chancery.figure_reports set quote = overlay(quote placing '#' from 1 for 1)"),
        ("quotes", "update chancery.articles set body = '#' || body"),
        ("rebuild-agreements", "update chancery.agreements set title = title || '!'"),
        ("rebuild-agreements", "delete from chancery.agreement_countries where country = 'TJ'"),
        ("rebuild-agreements", "delete from chancery.agreements"),
        ("rebuild-figures", "update chancery.figures set reports = reports + 1"),
        ("rebuild-figures", "insert into chancery.figure_countries select id, 'UZ' from chancery.figures"),
        ("rebuild-figures", "update chancery.figure_reports set speaker = 'Некто'"),
        ("rebuild-meetings", "update chancery.meetings set level = 'business'"),
        ("rebuild-meetings", "delete from chancery.meeting_participants"),
        ("rebuild-meetings", "delete from chancery.meeting_countries where country = 'TJ'"),
        ("rebuild-meetings", "update chancery.people set meetings = meetings + 1"),
        ("reports-lead-to-rows", "delete from chancery.figures"),
        ("reports-lead-to-rows", "update chancery.meeting_reports set meeting_id = gen_random_uuid()"),
        ("rows-have-reports", "delete from chancery.agreement_reports"),
        ("rows-have-reports", "update chancery.figures set report_id = gen_random_uuid()"),
        ("rows-have-reports", "delete from chancery.articles"),
    ]

    private static func loaded() throws -> Warehouse {
        let warehouse = try Warehouse()
        try warehouse.load([
            Sample.report(
                "a",
                [
                    .meeting(on: "2024-11-27", ["Касым-Жомарт Токаев", "Эмомали Рахмон"], level: .headOfState),
                    .trade(1_400_000_000, year: 2023), .declaration("Декларация о дружбе", on: "2024-11-27"),
                ]),
            Sample.report("b", [.trade(1_400_000_000, year: 2023), .declaration("Декларация о мире", on: "2024-11")]),
        ])
        return warehouse
    }

    @Test func everyCheckHoldsForWhatWasLoaded() throws {
        let warehouse = try Self.loaded()
        try warehouse.load(Sample.corpus(40, seed: 5))
        #expect(Self.checks.count >= 15)
        for check in Self.checks {
            #expect(try warehouse.loader.fault(check) == nil)
            #expect(try warehouse.loader.fault(check, articles: ["a", "a1", "a2"]) == nil)
            #expect(try warehouse.loader.fault(check, articles: []) == nil)
        }
    }

    @Test(arguments: faults)
    func aPlantedFaultIsFound(name: String, statement: SQL) throws {
        let warehouse = try Self.loaded()
        let check = try #require(Self.checks.first { $0.name == name })
        #expect(try warehouse.loader.fault(check) == nil)
        #expect(try warehouse.connection.query(statement).affected > 0)
        let fault = try #require(try warehouse.loader.fault(check))
        #expect(fault.count >= 1 && !fault.examples.isEmpty)
        #expect(fault.description.contains(check.rule))
    }

    /// After a load only what it brought is looked at.
    @Test(arguments: ["quotes", "rebuild-figures", "indicators"])
    func aFaultElsewhereIsLeftToTheNextCheck(name: String) throws {
        let warehouse = try Self.loaded()
        let statement = try #require(Self.faults.first { $0.0 == name }).1
        try warehouse.connection.query(statement)
        try warehouse.load([Sample.report("c", [.trade(5, year: 2020)])])
        let check = try #require(Self.checks.first { $0.name == name })
        #expect(try warehouse.loader.fault(check, articles: ["c"]) == nil)
        #expect(try warehouse.loader.fault(check, articles: ["a"]) != nil)
        #expect(try warehouse.loader.fault(check) != nil)
    }

    @Test func everyFaultHasACheckAndEveryCheckAFault() {
        #expect(Set(Self.faults.map(\.0)) == Set(Self.checks.map(\.name)))
    }

    @Test func aFileThatSaysNotWhatMustHoldIsNoCheck() {
        #expect(throws: LoadError.self) { try DataCheck(name: "x", script: "select 1") }
        #expect(throws: LoadError.self) { try DataCheck.read(folder: URL(filePath: "/nonexistent")) }
    }
}
