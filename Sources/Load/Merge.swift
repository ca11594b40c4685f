import Foundation
import Postgres

extension Loader {
    /// Brings meetings, figures, agreements and what hangs on them up to date with the reports: reports lead to the row
    /// that `joined_tellings` names; rows go when their last report went, come with their first, and are written only
    /// where they differ from what the functions `merged_*` say. The id of a row stands for its countries, so that those
    /// are written with the row, whose xmax is 0 then, and never again.
    ///
    /// Under a lock until the transaction ends: of two transactions that report on one meeting the second must see
    /// the reports of the first, which it does from the moment the first has committed.
    func merge(_ touched: Touched) throws {
        if touched.isEmpty { return }
        try lockMerging()
        var (meetings, agreements) = (touched.meetings, touched.agreements)
        try join(&meetings, .meetings)
        try mergeMeetings(meetings)
        try mergeFigures(touched.figures)
        try join(&agreements, .agreements)
        try mergeAgreements(agreements)
    }

    /// Taken before reports of others are read or written, and held until the transaction ends.
    func lockMerging() throws {
        // Another batch of the run may hold it as long as its merging takes: what an operator sets is meant for others.
        try connection.script("set local lock_timeout = 0")
        try connection.lockTransaction(Self.mergeLock)
    }
}
