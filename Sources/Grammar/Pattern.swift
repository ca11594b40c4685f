import Morphology

/// What a rule looks for: a sequence of tokens, written as text and compiled against a lexicon.
///
///     подписать           a word by its lemma               =млн        a word in exactly this form
///     [NOUN,gent]         a word that can be all of these   <country>   a mark of a class
///     <verb=up>           a mark of a class with a value    #           a number in digits
///     #4 #2               four digits; one digit or two
///     #4-  #4-х           such digits with an ending
///     #-                  digits with an ending: 2024-й      #-е         with this very ending
///     '–'                 a punctuation mark                –           any dash
///     ^                   a word with a capital             .           any one token
///     …                   up to twelve tokens of the sentence, as few as will do
///     x? x* x+            none or one, any number, one or more, as many as will do
///     ( x y | z )         either                            !x          not here (takes no token)
///     name:x              x, remembered under a name        x&y         both, of which y says how far it goes
public struct Pattern: Sendable {
    let root: [Node]
    let program: Program

    indirect enum Node: Sendable {
        case symbol(Int32)
        case grammemes(Grammemes)
        case mark(MarkClass, value: String?)
        case number
        case digits(ClosedRange<Int>)
        case numberWord(ending: String?, digits: Int?)
        case punctuation(Unicode.Scalar)
        case dash
        case capital
        case any
        case gap(Int)
        case repeated(Node, min: Int, max: Int)
        case either([[Node]])
        case not(Node)
        case capture(String, Node)
    }

    static let longestGap = 12
    private static let longestRun = 24

    /// - Throws: `LexiconError` that names `place` for a pattern that cannot be read.
    public init(_ text: String, lexicon: Lexicon, place: String) throws(LexiconError) {
        var reader = Reader(parts: Self.parts(of: text), place: place)
        root = try reader.sequence(lexicon: lexicon)
        guard reader.at == reader.parts.count else {
            throw LexiconError(
                place: place, message: "unexpected '\(reader.parts[reader.at])' in the pattern '\(text)'")
        }
        guard !root.isEmpty else { throw LexiconError(place: place, message: "the pattern is empty") }
        program = Program(root, lexicon: lexicon)
        guard program.registerCount <= Self.scratchSize else {
            throw LexiconError(place: place, message: "the pattern remembers too much")
        }
    }

    /// A group's brackets, its bars and the sign behind it are parts of their own; all else is parted by spaces.
    private static func parts(of text: String) -> [String] {
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        func flush() {
            if !part.isEmpty { parts.append(String(part)) }
            part.removeAll()
        }
        // Patterns are read at every start, scalar by scalar, which none of their signs needs more than one of.
        for letter in text.unicodeScalars {
            let isQuoted = previous == "'" && part.count == 1 && part.first == "'"
            if letter == " " || letter == "\n" || letter == "\t" {
                flush()
            } else if !isQuoted, letter == "(" || letter == ")" || letter == "|" {
                flush()
                parts.append(String(letter))
            } else if part.isEmpty, previous == ")", letter == "?" || letter == "*" || letter == "+" {
                parts.append(String(letter))
            } else {
                part.append(letter)
            }
            previous = letter
        }
        flush()
        return parts
    }

    private struct Reader {
        let parts: [String]
        let place: String
        var at = 0

        mutating func sequence(lexicon: Lexicon) throws(LexiconError) -> [Node] {
            var nodes: [Node] = []
            while at < parts.count, parts[at] != ")", parts[at] != "|" {
                nodes.append(try item(lexicon: lexicon))
            }
            return nodes
        }

        mutating func item(lexicon: Lexicon) throws(LexiconError) -> Node {
            var part = parts[at]
            at += 1
            if part.hasPrefix("!") && part.count > 1 {
                return .not(try atom(String(part.dropFirst()), lexicon: lexicon))
            }
            if part == "!" { return .not(try item(lexicon: lexicon)) }
            if let colon = part.firstIndex(of: ":"), colon != part.startIndex, !part.hasPrefix("<"),
                !part.hasPrefix("'")
            {
                let name = String(part[..<colon])
                let rest = String(part[part.index(after: colon)...])
                if rest.isEmpty { return .capture(name, try item(lexicon: lexicon)) }
                part = rest
                return .capture(name, try suffixed(part, lexicon: lexicon))
            }
            return try suffixed(part, lexicon: lexicon)
        }

        private mutating func suffixed(_ part: String, lexicon: Lexicon) throws(LexiconError) -> Node {
            if part == "(" {
                let group = try group(lexicon: lexicon)
                guard at < parts.count, ["?", "*", "+"].contains(parts[at]) else { return group }
                at += 1
                return repeated(group, parts[at - 1])
            }
            if part.count > 1, let last = part.last, "?*+".contains(last) {
                return repeated(try atom(String(part.dropLast()), lexicon: lexicon), String(last))
            }
            return try atom(part, lexicon: lexicon)
        }

        private func repeated(_ node: Node, _ sign: String) -> Node {
            switch sign {
            case "?": .repeated(node, min: 0, max: 1)
            case "*": .repeated(node, min: 0, max: Pattern.longestRun)
            default: .repeated(node, min: 1, max: Pattern.longestRun)
            }
        }

        private mutating func group(lexicon: Lexicon) throws(LexiconError) -> Node {
            var options = [try sequence(lexicon: lexicon)]
            while at < parts.count, parts[at] == "|" {
                at += 1
                options.append(try sequence(lexicon: lexicon))
            }
            guard at < parts.count, parts[at] == ")" else { throw fault("a bracket is not closed") }
            at += 1
            return .either(options)
        }

        private mutating func atom(_ part: String, lexicon: Lexicon) throws(LexiconError) -> Node {
            if let sign = part.lastIndex(of: "&"), sign != part.startIndex, part.index(after: sign) != part.endIndex {
                let both = try atom(String(part[..<sign]), lexicon: lexicon)
                return .either([
                    [.not(.not(both)), try atom(String(part[part.index(after: sign)...]), lexicon: lexicon)]
                ])
            }
            switch part {
            case "#": return .number
            case "#4": return .digits(4...4)
            case "#2": return .digits(1...2)
            case "#-": return .numberWord(ending: nil, digits: nil)
            case "^": return .capital
            case ".": return .any
            case "…": return .gap(Pattern.longestGap)
            case "–": return .dash
            default: break
            }
            if part == "#4-" { return .numberWord(ending: nil, digits: 4) }
            if part.hasPrefix("#4-") { return .numberWord(ending: String(part.dropFirst(2)), digits: 4) }
            if part.hasPrefix("#-") { return .numberWord(ending: String(part.dropFirst()), digits: nil) }
            if part.hasPrefix("<"), part.hasSuffix(">") {
                let inner = part.dropFirst().dropLast().split(separator: "=", maxSplits: 1)
                guard let name = inner.first else { throw fault("a mark has no class") }
                return .mark(lexicon.markClass(String(name)), value: inner.count > 1 ? String(inner[1]) : nil)
            }
            if part.hasPrefix("["), part.hasSuffix("]") {
                guard let grammemes = Grammemes(String(part.dropFirst().dropLast())) else {
                    throw fault("unknown grammeme in \(part)")
                }
                return .grammemes(grammemes)
            }
            if part.hasPrefix("'"), part.hasSuffix("'"), part.unicodeScalars.count == 3 {
                return .punctuation(part.unicodeScalars.dropFirst().first!)
            }
            guard part.unicodeScalars.first.map({ $0 == "=" || $0.properties.isAlphabetic }) == true else {
                throw fault("cannot read '\(part)'")
            }
            return .symbol(lexicon.symbols.number(part))
        }

        private func fault(_ message: String) -> LexiconError {
            LexiconError(place: place, message: message + " in the pattern '\(parts.joined(separator: " "))'")
        }
    }
}

/// Where a pattern was found, with what it remembered.
public struct Match: Sendable {
    public let range: Range<Int>
    private let names: [String]
    private let slots: [Range<Int>?]

    fileprivate init(range: Range<Int>, names: [String], slots: [Range<Int>?]) {
        self.range = range
        self.names = names
        self.slots = slots
    }

    public subscript(_ name: String) -> Range<Int>? { names.firstIndex(of: name).flatMap { slots[$0] } }

    public var captures: [String: Range<Int>] {
        Dictionary(uniqueKeysWithValues: zip(names, slots).compactMap { name, range in range.map { (name, $0) } })
    }
}

extension Pattern {
    /// Room for what a match in progress remembers.
    static let scratchSize = 256

    /// The match that begins at token `at` and ends at or before `limit`; the first that the pattern's order of choices gives.
    public func match(in document: Document, at: Int, limit: Int) -> Match? {
        program.run(in: document, at: at, limit: limit).map { program.remembered(in: document, at..<$0) }
    }
}

extension Program {
    /// The match that was run last, over a range of tokens.
    func remembered(in document: Document, _ range: Range<Int>) -> Match {
        let slots: [Range<Int>?] = names.indices.map { slot in
            let register = document.scratch + 3 * slot
            return register[0] < 0 ? nil : Int(register[0])..<Int(register[1])
        }
        return Match(range: range, names: names, slots: slots)
    }
}
