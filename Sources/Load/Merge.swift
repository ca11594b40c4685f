import Foundation
import Postgres

/// What a transaction must compute anew: of old reports that went and of new ones that came.
struct Touched {
    /// The articles whose reports came.
    var articles: [String] = []
    var meetings = Rows()
    var figures = Rows()
    var agreements = Rows()

    var isEmpty: Bool { [meetings, figures, agreements].allSatisfy { $0.blocks.isEmpty && $0.ids.isEmpty } }

    struct Rows {
        /// Where rows have to be told apart anew.
        var blocks: Set<UUID> = []
        /// Rows that lost a report or, of figures, got one.
        var ids: Set<UUID> = []
    }
}

extension Loader {
    /// Brings meetings, figures, agreements and what hangs on them up to date with the reports: reports lead to the row
    /// that `joined_tellings` names; rows go when their last report went, come with their first, and are written only
    /// where they differ from what the functions `merged_*` say.
    ///
    /// Under a lock until the transaction ends: of two transactions that report on one meeting the second must see
    /// the reports of the first, which it does from the moment the first has committed.
    func merge(_ touched: Touched) throws {
        if touched.isEmpty { return }
        try lockMerging()
        let articles = Parameter(touched.articles)
        let meetings = try touched.meetings.ids.union(joinMeetings(touched.meetings.blocks, articles))
        if !meetings.isEmpty { try mergeMeetings(Parameter(meetings)) }
        if !touched.figures.ids.isEmpty { try mergeFigures(Parameter(touched.figures.ids)) }
        let agreements = try touched.agreements.ids.union(joinAgreements(touched.agreements.blocks, articles))
        if !agreements.isEmpty { try mergeAgreements(Parameter(agreements)) }
    }

    /// Taken before reports of others are written to, and held until the transaction ends.
    func lockMerging() throws { try connection.lockTransaction(Self.mergeLock) }
}
