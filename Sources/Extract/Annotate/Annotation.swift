import Grammar
import Model
import Morphology

/// What an article's text names, kind by kind: dates and amounts first, then places, organisations and offices, then people,
/// who are what is left with a capital.
struct Annotation {
    let reading: Reading
    /// Those of the reading: to ask it for them would count references at every token.
    let document: Document
    let marks: Marks
    /// In the order of finding; nil where it was taken back.
    private var found: [Entity?] = []
    /// The cities among them, which a name may yet claim, by the scalar they begin at.
    private var cities = NumberedLists<Int>()
    /// By token, what it is already part of.
    var owners: [Owners]

    /// What a token belongs to.
    struct Owners: OptionSet {
        let rawValue: UInt16
        static let date = Owners(rawValue: 1)
        static let amount = Owners(rawValue: 2)
        static let place = Owners(rawValue: 4)
        static let organisation = Owners(rawValue: 8)
        static let profession = Owners(rawValue: 16)
        static let person = Owners(rawValue: 32)
        static let quoted = Owners(rawValue: 64)
    }

    init(_ reading: Reading) {
        self.reading = reading
        document = reading.document
        marks = reading.marks
        owners = Array(repeating: [], count: reading.document.tokens.count)
    }

    var classes: AnnotationMarks { marks.annotation }

    mutating func entities() -> [Entity] {
        markQuotations()
        addDates()
        addAmounts()
        addLooseMoney()
        addBareYears()
        let places = addPlaces()
        addCitiesAgain()
        addOrganisations()
        let offices = addProfessions()
        addPeople(offices: offices)
        addNationalities(places, offices: offices)
        addNumbers()
        return ordered()
    }

    /// What was found, each once. Sorted by number, since an entity is heavy to move and to compare.
    private func ordered() -> [Entity] {
        var order: [(key: UInt64, index: Int)] = []
        order.reserveCapacity(found.count)
        for index in found.indices {
            guard let span = found[index]?.span else { continue }
            order.append((UInt64(span.start) << 32 | UInt64(UInt32.max - UInt32(span.end)), index))
        }
        order.sort { a, b in
            if a.key != b.key { return a.key < b.key }
            guard let first = found[a.index], let second = found[b.index] else { return false }
            return first < second || !(second < first) && a.index < b.index
        }
        var entities: [Entity] = []
        entities.reserveCapacity(order.count)
        for (place, (key, index)) in order.enumerated() {
            guard let entity = found[index] else { continue }
            let mayBeSame = place > 0 && order[place - 1].key == key
            if !mayBeSame || entities.last != entity { entities.append(entity) }
        }
        return entities
    }

    /// The towns of whose state nothing is known.
    func unknownCities() -> [Span] {
        cities.isEmpty ? [] : found.compactMap { $0.flatMap { $0.kind == .city && $0.normal == nil ? $0.span : nil } }
    }

    mutating func add(
        _ kind: Entity.Kind, _ tokens: Range<Int>, _ normal: String?, as owner: Owners = [], rule: String
    ) {
        guard !tokens.isEmpty else { return }
        add(kind, span: document.span(tokens), normal, rule: rule)
        for token in tokens { owners[token].formUnion(owner) }
    }

    /// Takes back the cities within a range of tokens.
    mutating func removeCities(within tokens: Range<Int>) {
        guard !cities.isEmpty else { return }
        let span = document.span(tokens)
        var taken: [Int] = []
        for token in tokens {
            cities.forEach(at: document.tokens[token].start) { index in
                if let city = found[index], span.contains(city.span) { taken.append(index) }
            }
        }
        for index in taken { found[index] = nil }
    }

    mutating func add(_ kind: Entity.Kind, span: Span, _ normal: String?, rule: String) {
        if kind == .city { cities.append(found.count, at: Int32(span.start)) }
        found.append(Entity(kind: kind, span: span, normal: normal, rule: rule))
    }

    /// Whether any token of a range belongs to one of `owner` already.
    func isOwned(_ range: Range<Int>, by owner: Owners) -> Bool {
        range.contains { !owners[$0].isDisjoint(with: owner) }
    }

    @inline(__always)
    func isCapitalized(_ token: Int) -> Bool { document.isCapitalized(token) }

    func has(_ kind: MarkClass, at token: Int) -> Bool { document.mark(at: token, kind) != nil }

    /// Whether a given name of the lexicon that the dictionary lacks is written as it is listed there.
    func isAsListed(_ token: Int) -> Bool {
        guard let mark = document.mark(at: token, classes.given), let word = document.word(token), !word.isKnown else {
            return false
        }
        return document.lexicon.entries[Int(mark.entry)].phrase.lowercased() == word.text
    }

    func startsSentence(_ token: Int) -> Bool {
        let sentence = document.sentence(of: token)
        return token == sentence.lowerBound
            || token - sentence.lowerBound < 4
                && (sentence.lowerBound..<token).allSatisfy { document.tokens[$0].kind == .mark }
    }

    func isQuote(_ token: Int) -> Bool {
        document.isMark(token, "«") || document.isMark(token, "»") || document.isMark(token, "\"")
            || document.isMark(token, "“") || document.isMark(token, "”") || document.isMark(token, "„")
    }

    /// Whether quotation marks hold these tokens and nothing else.
    func fillsQuotation(_ tokens: Range<Int>) -> Bool { isQuote(tokens.lowerBound - 1) && isQuote(tokens.upperBound) }

    /// Tokens between quotation marks, up to twelve of them: names of things.
    private mutating func markQuotations() {
        let tokens = document.tokens
        var open: Int?
        for token in tokens.indices {
            guard let mark = tokens[token].mark else { continue }
            switch mark {
            case "«", "“", "„": open = token
            case "»", "”":
                quote(open, token)
                open = nil
            case "\"":
                if open != nil {
                    quote(open, token)
                    open = nil
                } else if token + 1 < tokens.count, !tokens[token + 1].shape.contains(.spaceBefore) {
                    open = token
                }
            default: break
            }
        }
    }

    private mutating func quote(_ first: Int?, _ last: Int) {
        guard let first, last - first <= 12 else { return }
        for inner in first + 1..<last { owners[inner].insert(.quoted) }
    }
}
