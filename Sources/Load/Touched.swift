import Foundation
import Normalize

/// What a transaction must compute anew: of old reports that went and of new ones that came.
struct Touched {
    var meetings = Rows()
    var figures = Rows()
    var agreements = Rows()

    var isEmpty: Bool { [meetings, figures, agreements].allSatisfy(\.isEmpty) }

    struct Rows {
        /// What reports that came or went have to say; of figures nothing, they are never compared.
        var tellings: [UUID: Place] = [:]
        /// Tellings that part days for being of one article.
        var parting: Set<UUID> = []
        /// Where the reports of a telling lead that was known before.
        var known: [UUID: UUID] = [:]
        /// Rows that lost a report, so that they may have to go.
        var lost: Set<UUID> = []
        /// Rows that got one.
        var won: Set<UUID> = []

        var isEmpty: Bool { tellings.isEmpty && lost.isEmpty && won.isEmpty }

        /// What has to be joined anew: what was not known, and what tells days apart.
        var unsettled: [(id: UUID, place: Place)] {
            tellings.filter { known[$0.key] == nil || parting.contains($0.key) }.map { (id: $0.key, place: $0.value) }
        }

        /// Takes note of what one article tells, or told.
        mutating func add(_ tellings: [(id: UUID, place: Place)]) {
            var first: [UUID: UUID] = [:]
            for (id, place) in tellings {
                self.tellings[id] = place
                if let other = first[place.block], other != id {
                    parting.formUnion([other, id])
                } else {
                    first[place.block] = id
                }
            }
        }

        /// Takes note of where tellings were known to lead.
        mutating func settle(_ known: [UUID: UUID]) {
            self.known = known
            won.formUnion(known.values)
        }
    }

    /// Where a telling is compared with others: its block, and the days as the database writes them.
    struct Place: Hashable {
        let block: UUID
        let first: String?
        let last: String?

        init(block: UUID, first: String?, last: String?) {
            self.block = block
            self.first = first
            self.last = last
        }

        init(_ telling: Telling) {
            self.init(
                block: telling.block, first: telling.days?.first.description, last: telling.days?.last.description)
        }
    }
}

extension Report {
    var told: (id: UUID, place: Touched.Place) { (id: telling.id, place: Touched.Place(telling)) }
    var leading: (id: UUID, telling: UUID) { (id: id, telling: telling.id) }
}
