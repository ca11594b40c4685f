import Foundation
import Postgres

/// The merged rows that a transaction must compute anew: of old reports that went and of new ones that came.
struct Touched {
    var meetings: Set<UUID> = []
    var figures: Set<UUID> = []
    var agreements: Set<UUID> = []
}

extension Loader {
    /// Brings meetings, figures, agreements and what hangs on them up to date with the reports: rows go when their
    /// last report went, come with their first, and are written only where they differ from what the views
    /// `*_merged` say.
    ///
    /// Under a lock until the transaction ends: of two transactions that report on one meeting the second must see
    /// the reports of the first, which it does from the moment the first has committed.
    func merge(_ touched: Touched) throws {
        if touched.meetings.isEmpty && touched.figures.isEmpty && touched.agreements.isEmpty { return }
        try connection.lockTransaction(Self.mergeLock)
        if !touched.meetings.isEmpty { try mergeMeetings(Parameter(touched.meetings)) }
        if !touched.figures.isEmpty { try mergeFigures(Parameter(touched.figures)) }
        if !touched.agreements.isEmpty { try mergeAgreements(Parameter(touched.agreements)) }
    }
}
