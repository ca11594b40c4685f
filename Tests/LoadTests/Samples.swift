import Foundation
import Load
import Logging
import Model
import Normalize
import Postgres
import TestSupport

/// Made-up articles whose facts stand in their text, and the reports of them.
enum Sample {
    /// An article of which each of `facts` is a sentence.
    static func report(_ id: String, on date: String? = "2024-11-27", _ told: [Told], title: String? = nil)
        -> ArticleReport
    {
        var text = "🇰🇿 Начало.\n"
        let published = date.flatMap { PartialDate(iso: $0) }
        var facts = Facts(
            language: "ru", publishedOn: published, title: title,
            countries: [CountryMention(code: .kz, mentions: 2), CountryMention(code: .tj, mentions: 1)])
        for told in told {
            let start = text.unicodeScalars.count
            text += told.words
            let span = Span(start, text.unicodeScalars.count)
            text += "."
            facts.sentences.append(Span(start, text.unicodeScalars.count))
            text += "\n"
            switch told {
            case .meeting(var meeting, _):
                meeting.evidence = [span]
                facts.meetings.append(meeting)
            case .figure(var figure, _):
                figure.evidence = [span]
                facts.figures.append(figure)
            case .agreement(var agreement, _):
                agreement.evidence = [span]
                facts.agreements.append(agreement)
            }
        }
        let article = Article(
            id: id, source: "Пример", url: nil, title: title, publishedOn: published, language: "ru", text: text)
        return Normalizer().report(of: article, facts: facts)
    }
}

/// A fact with the words that tell it.
enum Told {
    case meeting(Meeting, String)
    case figure(Figure, String)
    case agreement(Agreement, String)

    var words: String {
        switch self {
        case .meeting(_, let words), .figure(_, let words), .agreement(_, let words): words
        }
    }

    static func meeting(
        on date: String?, _ names: [String] = [], _ countries: [CountryCode] = [.kz, .tj], level: Meeting.Level? = nil,
        status: Meeting.Status = .held, city: String? = nil, words: String = "Главы государств встретились"
    ) -> Told {
        .meeting(
            Meeting(
                kind: .talks, countries: countries, level: level,
                participants: names.enumerated().map { index, name in
                    Participant(name: name, country: countries[index % countries.count], office: .president)
                },
                formats: [.narrow], status: status, date: date.flatMap { PartialDate(iso: $0) },
                place: Place(city: city, country: nil),
                evidence: [], rule: "test"), words)
    }

    static func trade(
        _ value: Decimal, year: Int, nature: Figure.Nature = .actual, countries: [CountryCode] = [.kz, .tj],
        speaker: String? = nil, words: String = "товарооборот составил"
    ) -> Told {
        let from = nature == .actual ? PartialDate(year: year) : nil
        return .figure(
            Figure(
                indicator: Indicator("trade_turnover"), value: value, unit: QuantityUnit("USD")!, nature: nature,
                period: Period(from: from, to: PartialDate(year: year)), countries: countries, speaker: speaker,
                evidence: [], rule: "test"), words)
    }

    static func declaration(_ title: String, on date: String? = nil, orgs: [String] = [], words: String? = nil) -> Told
    {
        .agreement(
            Agreement(
                kind: .declaration, title: title, status: .signed, countries: [.kz, .tj], orgs: orgs,
                signedOn: date.flatMap { PartialDate(iso: $0) },
                term: Period(from: PartialDate(year: 2022), to: PartialDate(year: 2026)), evidence: [], rule: "test"),
            words ?? title)
    }

    static func paper(
        _ title: String, _ kind: Agreement.Kind = .agreement, on date: String? = nil, term: ClosedRange<Int>? = nil
    ) -> Told {
        .agreement(
            Agreement(
                kind: kind, title: title, status: .signed, countries: [.kz, .tj],
                signedOn: date.flatMap { PartialDate(iso: $0) },
                term: term.flatMap {
                    Period(from: PartialDate(year: $0.lowerBound), to: PartialDate(year: $0.upperBound))
                }, evidence: [], rule: "test"),
            title)
    }

    static func treaty(_ title: String, on date: String? = nil) -> Told { paper(title, .treaty, on: date) }
}

extension CountryCode {
    static let kz = CountryCode("KZ")!
    static let tj = CountryCode("TJ")!
    static let de = CountryCode("DE")!
    static let uz = CountryCode("UZ")!
}

/// A migrated database with reference rows, and a loader on it.
struct Warehouse {
    let settings: ConnectionSettings
    let connection: Connection
    let loader: Loader

    /// - Parameter logger: takes what the server says.
    init(logger: Logger = TestCluster.quiet) throws {
        settings = try TestCluster.migratedDatabase()
        connection = try Connection(settings, logger: logger)
        loader = Loader(connection)
        try loader.reference(Self.reference)
    }

    static let reference = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "reference")

    func begin(version: String = "1") throws -> Run {
        try loader.beginRun(programVersion: "test", extractorVersion: version, paths: ["seeds"])
    }

    /// One run that loads the articles in batches of a size.
    @discardableResult
    func load(_ articles: [ArticleReport], by size: Int = 1000, version: String = "1") throws -> Outcome {
        let run = try begin(version: version)
        var outcome = Outcome()
        for start in stride(from: 0, to: articles.count, by: size) {
            outcome += try loader.load(reports: Array(articles[start..<min(start + size, articles.count)]), run: run)
        }
        try loader.finishRun(run, .completed)
        return outcome
    }

    func dump() throws -> String { try canonicalDump(connection) }

    /// The dump of a database that was loaded with these articles alone.
    static func fresh(_ articles: [ArticleReport], version: String = "1") throws -> String {
        let warehouse = try Warehouse()
        try warehouse.load(articles, version: version)
        return try warehouse.dump()
    }

    /// The first column of all rows.
    func column(_ sql: SQL, _ parameters: Parameter...) throws -> [String?] {
        try connection.query(sql, parameters: parameters).rows.map { $0[0] }
    }

    /// All rows, columns joined by `|`.
    func rows(_ sql: SQL) throws -> [String] {
        let result = try connection.query(sql)
        return result.rows.map { row in result.columns.indices.map { row[$0] ?? "∅" }.joined(separator: "|") }
    }
}

/// A small repeatable generator. Source: S. Vigna, "splitmix64.c", public domain.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension Sample {
    /// Random articles whose facts often coincide, with details known in some and not in others.
    static func corpus(_ count: Int, seed: UInt64) -> [ArticleReport] {
        var random = SplitMix(seed: seed)
        return (0..<count).map { article("a\($0)", using: &random) }
    }

    static func article(_ id: String, using random: inout SplitMix) -> ArticleReport {
        let facts = (0..<Int.random(in: 0...5, using: &random)).map { _ in fact(using: &random) }
        let dates: [String?] = ["2024-11-27", "2024-11-28", nil]
        return report(id, on: dates.randomElement(using: &random)!, facts)
    }

    private static func fact(using random: inout SplitMix) -> Told {
        switch Int.random(in: 0...2, using: &random) {
        case 0:
            return .meeting(
                on: [
                    "2024-11-25", "2024-11-27", "2024-11-28", "2024-11-29", "2024-11", "2024-12", "2024", "2023", nil,
                ].randomElement(using: &random)!,
                [
                    ["Касым-Жомарт Токаев"], ["К. Токаев", "Э. Рахмон"], ["Рахмон"], ["Е. Токаев"], ["Ш. Мирзиёев"], [],
                    [],
                ].randomElement(using: &random)!,
                [[.kz, .tj], [.de, .kz]].randomElement(using: &random)!,
                level: [.headOfState, nil].randomElement(using: &random)!,
                status: [.held, .held, .planned, .cancelled].randomElement(using: &random)!,
                city: ["Астана", "Душанбе", nil, nil].randomElement(using: &random)!)
        case 1:
            return .trade(
                [Decimal(1_400_000_000), Decimal(string: "2.5")!].randomElement(using: &random)!, year: 2023,
                nature: [.actual, .target].randomElement(using: &random)!,
                speaker: ["Эмомали Рахмон", nil].randomElement(using: &random)!)
        default:
            return .declaration(
                ["Декларация о союзничестве", "Декларация о Дружбе", "Декларация о дружбе", "Декларация"]
                    .randomElement(using: &random)!,
                on: ["2024-11-27", "2024-11-28", "2023-05", "2024", nil].randomElement(using: &random)!,
                orgs: [["ЕАЭС"], [], []].randomElement(using: &random)!)
        }
    }
}
