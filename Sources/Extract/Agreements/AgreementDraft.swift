import Foundation
import Grammar
import Model

/// A row in the making: one mention and what its sentence says of it, or several joined.
struct AgreementDraft {
    var mention: DocumentMention
    var kind: Agreement.Kind
    var title: String
    var status: Agreement.Status
    var parties: AgreementParties
    var signedOn: PartialDate?
    /// The day is that of the talks or of the news, and not told of the document.
    let isDayOfNews: Bool
    var count: Int?
    var value: Decimal?
    var unit: QuantityUnit?
    var term: Period?
    var evidence: [Span]
    var rule: String
    /// What tells its name from others: lemmas of the complement, and of the adjectives before the kind word.
    var words: Set<String>
    /// Only a heading tells of it.
    var isHeading: Bool
    /// Its name is that of a heading, and the text has not told it in the same words.
    var isHeadline: Bool
    /// Its sentence says that it tells of what was before the news.
    let isOlder: Bool
    /// A parliament has ratified it.
    var isRatified: Bool
    /// One side has approved it, which is not yet to sign it.
    var isApproval: Bool
    /// It stands on a line of its own in a list of documents.
    let isItem: Bool
    /// Its sum is told: "стоимость контракта".
    let isPrice: Bool

    /// The last sentence that told of it.
    var toldLast: Int?

    var sentence: Int { mention.sentence }

    var agreement: Agreement {
        Agreement(
            kind: kind, title: title, status: status, countries: parties.countries, orgs: parties.orgs,
            signedOn: status == .planned ? nil : signedOn, count: count, value: value, unit: unit, term: term,
            evidence: evidence, rule: rule)
    }
}

extension AgreementReader {
    /// The lemmas of a name that tell it from others.
    func words(of mention: DocumentMention) -> Set<String> {
        var words: Set<String> = []
        if let alias = mention.alias { words.insert(alias) }
        let pairs = document.marks(reading.marks.pair, in: mention.title)
        let organisations = document.marks(reading.marks.organisation, in: mention.title)
        let places = reading.places(in: mention.title)
        // "договор о поставке" is a contract by what it is about.
        let headEnd = mention.kind == .contract ? mention.noun + 1 : mention.headEnd
        for token in mention.title where token >= headEnd || token < mention.noun {
            if let place = places.first(where: { $0.range.contains(token) }) {
                words.insert(place.country.rawValue)
                continue
            }
            if let organisation = organisations.first(where: { $0.range.contains(token) }) {
                words.insert(reading.value(organisation))
                continue
            }
            if pairs.contains(where: { $0.range.contains(token) }) { continue }
            guard let word = document.word(token), word.parses[0].tag.grammemes.intersects([.noun, .adjf, .latn]),
                document.mark(at: token, marks.common) == nil, document.mark(at: token, marks.document) == nil,
                // "новый большой договор"
                token > mention.noun || document.mark(at: token, marks.drop) == nil
            else { continue }
            words.insert(word.lemma)
        }
        return words
    }

    /// "соглашение между министерством и ведомством о туризме": of a name that tells both sides, the words of what it is about.
    func topic(of mention: DocumentMention) -> Set<String>? {
        let links = document.marks(marks.link, in: mention.headEnd..<mention.title.upperBound)
        guard let between = links.first, between.first == mention.headEnd, reading.value(between) == "between",
            let about = links.first(where: { reading.value($0) == "about" })
        else { return nil }
        let words = (about.end..<mention.title.upperBound).compactMap { token -> String? in
            guard let word = document.word(token), word.parses[0].tag.grammemes.intersects([.noun, .adjf, .latn]),
                document.mark(at: token, marks.common) == nil
            else { return nil }
            return word.lemma
        }
        return words.isEmpty ? nil : Set(words)
    }

    /// The proper names in a complement that are no state and no organisation.
    func names(of mention: DocumentMention) -> Set<String> {
        let places = reading.places(in: mention.title)
        let organisations = document.marks(reading.marks.organisation, in: mention.title)
        var names: Set<String> = []
        for token in mention.headEnd..<mention.title.upperBound {
            let shape = document.tokens[token].shape
            guard shape.contains(.capitalized), !shape.contains(.upper), let word = document.word(token),
                !places.contains(where: { $0.range.contains(token) }),
                !organisations.contains(where: { $0.range.contains(token) }),
                document.mark(at: token, marks.document) == nil, document.mark(at: token, marks.common) == nil
            else { continue }
            names.insert(word.lemma)
        }
        return names
    }
}
