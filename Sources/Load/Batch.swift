import Foundation
import Model
import Normalize
import Postgres

extension Loader {
    /// Loads a batch in one transaction: articles that are new, those that changed in the place of their old selves,
    /// those that are withdrawn no more, the merged rows they touch, the rejections, and the run's counts.
    ///
    /// When the database refuses a row, the batch is divided until the article is found; it becomes a rejection
    /// (`refused_by_database`) and its neighbours are loaded. What the work of another loader causes is tried again.
    ///
    /// Of articles with one id in a batch the first is taken and the others, where they differ, are rejected.
    /// - Throws: `PostgresError` when the fault is not an article's; what was committed before stays. `LoadError` of
    ///   kind `superseded`.
    @discardableResult
    public func load(
        batch: [Incoming], withdrawn: [String] = [], rejections: [Rejection] = [], run: Run
    ) throws -> Outcome {
        var outcome = Outcome()
        let gone = Set(withdrawn)
        let (batch, conflicts) = Self.distinct(gone.isEmpty ? batch : batch.filter { !gone.contains($0.id) })
        try divide(batch, Others(withdrawn: withdrawn, rejections: rejections + conflicts), run, &outcome)
        return outcome
    }

    /// What goes with the articles of a batch.
    private struct Others {
        var withdrawn: [String] = []
        var rejections: [Rejection] = []

        var isEmpty: Bool { withdrawn.isEmpty && rejections.isEmpty }
    }

    /// As `load(batch: [Incoming], …)`, where the article's id is all that names its place.
    @discardableResult
    public func load(reports: [ArticleReport], rejections: [Rejection] = [], run: Run) throws -> Outcome {
        try load(batch: reports.map { Incoming($0, source: $0.article.id) }, rejections: rejections, run: run)
    }

    /// Takes articles away with all that hangs on them.
    @discardableResult
    public func withdraw(_ ids: [String], run: Run) throws -> Outcome {
        try load(batch: [], withdrawn: ids, run: run)
    }

    /// One transaction when the database takes it; else what comes before the article it names, that article, and
    /// what comes after it, or two halves when it names none.
    private func divide(
        _ batch: [Incoming], _ others: Others, _ run: Run, _ outcome: inout Outcome
    ) throws {
        do {
            outcome += try retrying { try loadWhole(batch, others, run) }
        } catch let refusal as Refusal {
            guard batch.count > 1 else {
                let rejected = batch.map { Self.rejection($0, refusal.error) }
                guard !rejected.isEmpty else { throw refusal.error }
                try divide(
                    [], Others(withdrawn: others.withdrawn, rejections: others.rejections + rejected), run, &outcome)
                return
            }
            try divide([], others, run, &outcome)
            let middle = batch.count / 2
            let cuts = refusal.article.map { [0, $0, $0 + 1, batch.count] } ?? [0, middle, batch.count]
            for (from, to) in zip(cuts, cuts.dropFirst()) where from < to {
                try divide(Array(batch[from..<to]), Others(), run, &outcome)
            }
        }
    }

    private func loadWhole(_ batch: [Incoming], _ others: Others, _ run: Run) throws -> Outcome {
        var outcome = Outcome()
        if batch.isEmpty && others.isEmpty { return outcome }
        do {
            try connection.transaction {
                let known = try known(batch.map(\.id))
                let news = batch.enumerated().filter { !Self.isSame($1, known[$1.id], run) }
                let changed = news.map(\.element.id).filter { known[$0] != nil }
                // By id: of two transactions that write the same articles one waits for the other, and neither for both.
                let articles = news.map { (index: $0.offset, report: $0.element.report) }
                    .sorted { $0.report.article.id < $1.report.article.id }
                var touched = Touched()
                let withdrawn = try remove(others.withdrawn.filter { !$0.utf8.contains(0) }, &touched)
                try remove(changed, &touched)
                let files = Dictionary(news.map { ($0.element.id, $0.element.source) }) { $1 }
                try write(articles, files, run)
                try settle(articles, &touched)
                try merge(touched)
                try store(others.rejections, run)
                outcome.withdrawn = withdrawn.count
                outcome.unchanged = batch.count - news.count
                outcome.replaced = changed.count
                outcome.new = news.count - changed.count
                outcome.rejections = others.rejections
                outcome.changes =
                    news.map { Outcome.Change(id: $0.element.id, kind: known[$0.element.id] == nil ? .new : .changed) }
                    + withdrawn.map { Outcome.Change(id: $0, kind: .withdrawn) }
                for article in news {
                    outcome.meetings += article.element.report.meetings.count
                    outcome.figures += article.element.report.figures.count
                    outcome.agreements += article.element.report.agreements.count
                }
                try record(outcome, run)
            }
        } catch let error as PostgresError where error.kind == .data {
            throw Refusal(error: error, article: nil)
        }
        return outcome
    }

    private static func isSame(_ incoming: Incoming, _ known: KnownArticle?, _ run: Run) -> Bool {
        !run.reloads
            && known == KnownArticle(contentHash: incoming.report.contentHash, extractorVersion: run.extractorVersion)
    }

    /// Deletes articles with their reports, and remembers which merged rows they were part of.
    /// - Returns: those that were there.
    @discardableResult
    private func remove(_ ids: [String], _ touched: inout Touched) throws -> [String] {
        guard !ids.isEmpty else { return [] }
        try lockMerging()
        let ids = Parameter(ids)
        try remove(
            """
            delete from chancery.meeting_reports
            where article_id = any($1)
            returning article_id, meeting_id, telling_id, block_id, span_from, span_to
            """, ids, &touched.meetings)
        try remove(
            """
            delete from chancery.agreement_reports
            where article_id = any($1)
            returning article_id, agreement_id, telling_id, block_id, span_from, span_to
            """, ids, &touched.agreements)
        let figures = try connection.query(
            "delete from chancery.figure_reports where article_id = any($1) returning figure_id", ids
        ).rows
        touched.figures.lost.formUnion(figures.compactMap { $0.uuid(0) })
        try connection.query("delete from chancery.article_countries where article_id = any($1)", ids)
        return try connection.query(
            """
            with gone as (
                delete from chancery.articles
                where id = any($1)
                returning id
            )
            select id
            from gone
            order by id
            """, ids
        ).rows.compactMap { $0[0] }
    }

    private func remove(_ sql: SQL, _ articles: Parameter, _ touched: inout Touched.Rows) throws {
        var told: [String?: [(id: UUID, place: Touched.Place)]] = [:]
        for row in try connection.query(sql, articles).rows {
            guard let id = row.uuid(1), let telling = row.uuid(2), let block = row.uuid(3) else { continue }
            touched.lost.insert(id)
            told[row[0], default: []].append((telling, Touched.Place(block: block, first: row[4], last: row[5])))
        }
        for tellings in told.values { touched.add(tellings) }
    }

    /// Writes the articles and what they say, each report leading to a row of its own: before the lock, so that another
    /// transaction may merge meanwhile.
    private func write(
        _ articles: [(index: Int, report: ArticleReport)], _ files: [String: String], _ run: Run
    ) throws {
        guard !articles.isEmpty else { return }
        try copy(ArticleTable(extractorVersion: run.extractorVersion), articles)
        try copy(ArticleFileTable(files: files), articles)
        try copy(ArticleCountryTable(), articles)
        try copy(FigureReportTable(), articles)
        try copy(MeetingReportTable(), articles)
        try copy(AgreementReportTable(), articles)
    }

    /// Takes note of what articles tell, and makes their reports lead to where others that say the same lead.
    private func settle(_ articles: [(index: Int, report: ArticleReport)], _ touched: inout Touched) throws {
        for (_, report) in articles {
            touched.meetings.add(report.meetings.map(\.told))
            touched.agreements.add(report.agreements.map(\.told))
            touched.figures.won.formUnion(report.figures.lazy.map(\.telling.id))
        }
        if touched.isEmpty { return }
        try lockMerging()
        let ids = Parameter(articles.map(\.report.article.id))
        touched.meetings.settle(try known(touched.meetings, besides: ids, .meetings))
        touched.agreements.settle(try known(touched.agreements, besides: ids, .agreements))
        try lead(articles.flatMap { $0.report.meetings.map(\.leading) }, to: touched.meetings.known, .meetings)
        try lead(articles.flatMap { $0.report.agreements.map(\.leading) }, to: touched.agreements.known, .agreements)
    }

    /// Copies every article's rows of a table; a refused row is traced back to its article.
    private func copy(_ table: some ReportTable, _ articles: [(index: Int, report: ArticleReport)]) throws {
        var lastLine: [Int] = []
        do {
            try connection.copyIn(table: table.name, columns: table.columns) { rows in
                for (_, report) in articles {
                    try table.write(report, to: &rows)
                    lastLine.append(rows.count)
                }
            }
        } catch let error as PostgresError where error.kind == .data {
            let place = error.copyPlace.flatMap { place in lastLine.firstIndex { $0 >= place.line } ?? lastLine.count }
            throw Refusal(error: error, article: place.flatMap { $0 < articles.count ? articles[$0].index : nil })
        }
    }

    private struct Refusal: Error {
        let error: PostgresError
        /// The article of the batch that the refused row belongs to, where the error tells.
        let article: Int?
    }

    private static func rejection(_ incoming: Incoming, _ error: PostgresError) -> Rejection {
        // The detail of a missing reference row is a code; that of other errors can be the article's text.
        let detail = error.sqlState == "23503" ? error.detail.map { ": \($0)" } ?? "" : ""
        return Rejection(
            source: incoming.source, line: incoming.line, articleID: incoming.id, reason: .refused,
            detail: error.message + detail)
    }

    private static func distinct(_ batch: [Incoming]) -> ([Incoming], [Rejection]) {
        var taken: [String: [UInt8]] = [:]
        var distinct: [Incoming] = []
        var conflicts: [Rejection] = []
        for incoming in batch {
            if let hash = taken[incoming.id] {
                guard hash != incoming.report.contentHash else { continue }
                conflicts.append(
                    Rejection(
                        source: incoming.source, line: incoming.line, articleID: incoming.id, reason: .conflictingID,
                        detail: "another article of this run has the id \(incoming.id)"))
            } else {
                taken[incoming.id] = incoming.report.contentHash
                distinct.append(incoming)
            }
        }
        return (distinct, conflicts)
    }

    /// Deadlocks pass when one of the two tries again. So does a key that another loader has inserted since this one
    /// looked what is known (`unique_violation`): on the next try it is known. One that stays is the article's fault.
    private func retrying<Value>(_ body: () throws -> Value) throws -> Value {
        for _ in 0..<5 {
            do {
                return try body()
            } catch let error as PostgresError where error.isTransient {
                continue
            } catch let refusal as Refusal where refusal.error.sqlState == "23505" {
                continue
            }
        }
        return try body()
    }
}
