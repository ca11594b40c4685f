import Grammar
import Model
import Morphology

/// What an article's text names, kind by kind: dates and amounts first, then places, organisations and offices, then people,
/// who are what is left with a capital.
struct Annotation {
    let reading: Reading
    let classes: AnnotationMarks
    private(set) var found: Set<Entity> = []
    /// The cities, which a name may yet claim, by the scalar they begin at.
    private var byStart: [Int32: [Entity]] = [:]
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
        classes = reading.marks.annotation
        owners = Array(repeating: [], count: reading.document.tokens.count)
    }

    var document: Document { reading.document }
    var marks: Marks { reading.marks }

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
        let all = Array(found)
        return all.indices.sorted { all[$0] < all[$1] }.map { all[$0] }
    }

    mutating func add(
        _ kind: Entity.Kind, _ tokens: Range<Int>, _ normal: String?, as owner: Owners = [], rule: String
    ) {
        guard !tokens.isEmpty else { return }
        add(kind, span: document.span(tokens), normal, rule: rule)
        for token in tokens { owners[token].formUnion(owner) }
    }

    /// Takes back what was found of a kind within a range of tokens.
    mutating func remove(_ kind: Entity.Kind, within tokens: Range<Int>) {
        let span = document.span(tokens)
        for token in tokens {
            for entity in byStart[document.tokens[token].start] ?? []
            where entity.kind == kind && span.contains(entity.span) {
                found.remove(entity)
            }
        }
    }

    mutating func add(_ kind: Entity.Kind, span: Span, _ normal: String?, rule: String) {
        let entity = Entity(kind: kind, span: span, normal: normal, rule: rule)
        found.insert(entity)
        if kind == .city { byStart[Int32(span.start), default: []].append(entity) }
    }

    /// Whether any token of a range belongs to one of `owner` already.
    func isOwned(_ range: Range<Int>, by owner: Owners) -> Bool {
        range.contains { !owners[$0].isDisjoint(with: owner) }
    }

    func isCapitalized(_ token: Int) -> Bool {
        token >= 0 && token < document.tokens.count && document.tokens[token].kind == .word
            && document.tokens[token].shape.contains(.capitalized)
    }

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
        var open: Int?
        for token in document.tokens.indices where document.tokens[token].kind == .mark {
            if document.isMark(token, "«") || document.isMark(token, "“") || document.isMark(token, "„") {
                open = token
            } else if document.isMark(token, "»") || document.isMark(token, "”") {
                if let first = open, token - first <= 12 {
                    for inner in first + 1..<token { owners[inner].insert(.quoted) }
                }
                open = nil
            } else if document.isMark(token, "\"") {
                if let first = open {
                    if token - first <= 12 { for inner in first + 1..<token { owners[inner].insert(.quoted) } }
                    open = nil
                } else if token + 1 < document.tokens.count, !document.tokens[token + 1].shape.contains(.spaceBefore) {
                    open = token
                }
            }
        }
    }
}
