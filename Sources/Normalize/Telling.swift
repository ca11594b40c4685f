import Foundation
import Model

/// What a report has to say that decides with which others it is one row.
///
/// Only tellings of one block are compared, by their days and marks; the rules are the database's, `joined_tellings`.
/// A figure is one row with all that say the same: its block, its telling and its row have one id.
public struct Telling: Hashable, Sendable {
    /// UUID version 5 over what all reports of one row must agree in.
    public let block: UUID
    /// UUID version 5 over the block, the days and the marks.
    public let id: UUID
    /// The days it can have been; nil when any day will do.
    public let days: PartialDate.Days?
    /// Who, where, how many: `KZ=токаев`. Other values for what stands before `=` contradict. Sorted.
    public let marks: [String]

    init(_ kind: String, block fields: [String?], days: PartialDate.Days? = nil, marks: [String] = []) {
        let name = fields.keyName(kind)
        block = UUID(namespace: Normalizer.namespace, name: name)
        self.days = days
        self.marks = marks.sortedSet
        let told = [days?.first.description, days?.last.description] + self.marks
        id =
            told.allSatisfy { $0 == nil }
            ? block : UUID(namespace: Normalizer.namespace, name: name + told.keyName("|telling"))
    }
}

/// When a fact took place, as far as joining goes.
struct Occasion {
    /// A part of the block: facts with other values are never one.
    let period: String
    /// The days it can have been.
    let days: PartialDate.Days?

    /// What is dated can be one with what is dated likewise; what happened undated, with what is of the day of
    /// publication or the day before. Of what was still to come only like and like are compared, unless the month of it
    /// is known.
    init(_ date: PartialDate?, isPast: Bool, _ context: KeyContext) {
        if let date, isPast || date.month != nil {
            (period, days) = ("dated", date.days)
        } else if let published = context.publishedOn, isPast, published.isDay {
            (period, days) = ("dated", published.days)
        } else {
            (period, days) = ("still " + (date?.description ?? context.moment), nil)
        }
    }
}

extension PartialDate {
    /// A first and a last day.
    public struct Days: Hashable, Sendable {
        public let first: PartialDate
        public let last: PartialDate
    }

    var days: Days { Days(first: firstDay, last: lastDay) }
}

extension String {
    /// Fit to be compared: case, ё, quotes and dashes make no difference.
    var folded: String { words.joined(separator: " ") }

    /// The words, folded.
    var words: [Substring] {
        lowercased().replacingOccurrences(of: "ё", with: "е").split { !$0.isLetter && !$0.isNumber }
    }
}

extension Participant {
    /// The last word of the name, for the state represented and, where a given name or its initial stands before it,
    /// that letter: С. and Г. Бердымухамедов are two, Бердымухамедов can be either.
    var marks: [String] {
        let words = name.words
        guard let last = words.last else { return [] }
        let side = country?.rawValue ?? "?"
        return ["\(side)=\(last)"] + (words.count > 1 ? ["\(side) \(last)=\(words[0].prefix(1))"] : [])
    }
}
