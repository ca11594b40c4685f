import Morphology

/// The word forms that one worker has met. Not for use by two threads at once.
public final class Vocabulary {
    private let analyzer: MorphologicalAnalyzer
    private let lexicon: Lexicon
    private let government: Government
    private let starts: StartIndex
    private let joins: @Sendable ([[Parse]]) -> Bool
    private var entries: [UnsafeMutablePointer<Word.Entry>] = []
    private var arena = Arena()
    /// Open addressing, a power of two in size: the place in `entries` plus one, and the hash of the lower-case scalars.
    private var table: UnsafeMutableBufferPointer<Slot>
    /// Punctuation that the lexicon names, by scalar: the common signs side by side, all others in a dictionary.
    private var signs: [Word??] = []
    private var marks: [UInt32: Word?] = [:]
    private static let signCount = 0x2100
    private let limit: Int
    /// How often it has begun afresh: what was remembered by the numbers of words holds for one of these times.
    public private(set) var trims = 0

    private struct Slot {
        var hash: UInt32 = 0
        var index: Int32 = 0
        var entry: UnsafePointer<Word.Entry>?
    }

    /// - Parameters:
    ///   - rules: all that its words may be matched by.
    ///   - government: what decides on a word's parse in its context.
    ///   - limit: the number of forms after which it begins afresh, so that memory stays bounded.
    ///   - joins: whether the parses of a hyphenated word's parts make it two words that a hyphen joins.
    public init(
        analyzer: MorphologicalAnalyzer, lexicon: Lexicon, rules: RuleBook = RuleBook(),
        government: Government = .none, limit: Int = 400_000,
        joins: @escaping @Sendable ([[Parse]]) -> Bool = { _ in false }
    ) {
        self.analyzer = analyzer
        self.lexicon = lexicon
        self.government = government
        precondition(rules.numbered.count <= 32, "a word has bits for 32 groups of rules")
        starts = StartIndex(rules.numbered)
        self.joins = joins
        self.limit = limit
        table = Self.emptyTable(Self.smallest)
    }

    deinit {
        entries.forEach(Self.free)
        arena.free()
        table.deallocate()
    }

    private static func emptyTable(_ size: Int) -> UnsafeMutableBufferPointer<Slot> {
        let table = UnsafeMutableBufferPointer<Slot>.allocate(capacity: size)
        table.initialize(repeating: Slot())
        return table
    }

    private static let smallest = 1 << 14

    /// To be called between articles: words and indices given before it no longer hold when it empties the vocabulary.
    public func trim() {
        guard entries.count > limit else { return }
        trims += 1
        entries.forEach(Self.free)
        entries.removeAll()
        arena.free()
        marks.removeAll()
        signs.removeAll()
        table.deallocate()
        table = Self.emptyTable(Self.smallest)
    }

    /// The word of an index.
    @inline(__always)
    func word(_ index: Int32) -> Word { Word(entry: entries[Int(index)]) }

    /// Gives the words among the tokens of a text their indices, for the hashes that the tokenizer left there.
    ///
    /// Step by step for all of them: where a word is kept lies far from where the one before is, and memory that nothing waits for
    /// yet is fetched for many at once.
    ///
    /// - Parameter small: the text's words in small letters, each scalar at its place.
    func number(_ tokens: inout [Token], small: UnsafePointer<Unicode.Scalar>) {
        tokens.withUnsafeMutableBufferPointer { tokens in
            withUnsafeTemporaryAllocation(of: Sought.self, capacity: tokens.count + 1) { sought in
                let mask = table.count - 1
                for place in tokens.indices where tokens[place].kind == .word {
                    let slot = Int(UInt32(bitPattern: tokens[place].payload)) & mask
                    (sought.baseAddress! + place).initialize(to: Sought(entry: table[slot].entry))
                }
                for place in tokens.indices where tokens[place].kind == .word {
                    if let entry = sought[place].entry { sought[place].keyCount = entry.pointee.keyCount }
                }
                for place in tokens.indices where tokens[place].kind == .word {
                    let token = tokens[place]
                    let form = UnsafeBufferPointer(start: small + Int(token.start), count: Int(token.end - token.start))
                    if let entry = sought[place].entry, Int(sought[place].keyCount) == form.count,
                        Self.isAlike(entry.pointee.key, form)
                    {
                        tokens[place].payload = entry.pointee.number
                    } else {
                        tokens[place].payload = index(of: form, hash: UInt32(bitPattern: token.payload))
                    }
                }
            }
        }
    }

    private struct Sought {
        var keyCount: Int32 = 0
        /// What stands where the word would, most often the word itself.
        let entry: UnsafePointer<Word.Entry>?
    }

    /// Whether a key is that of a form in small letters that is as long.
    @inline(__always)
    private static func isAlike(
        _ key: UnsafePointer<Unicode.Scalar>, _ form: UnsafeBufferPointer<Unicode.Scalar>
    ) -> Bool {
        guard let start = form.baseAddress else { return true }
        // Two letters at once.
        var place = 0
        while place &+ 2 <= form.count {
            let letters = UnsafeRawPointer(start + place).loadUnaligned(as: UInt64.self)
            if UnsafeRawPointer(key + place).loadUnaligned(as: UInt64.self) != letters { return false }
            place &+= 2
        }
        return place == form.count || key[place] == start[place]
    }

    /// The index of a word form, in any case.
    func index(of form: UnsafeBufferPointer<Unicode.Scalar>) -> Int32 {
        var hash = WordHash()
        let small = form.map(Self.lower)
        for letter in small { hash.add(letter.value) }
        return small.withUnsafeBufferPointer { index(of: $0, hash: hash.value) }
    }

    /// - Parameter form: in small letters.
    private func index(of form: UnsafeBufferPointer<Unicode.Scalar>, hash short: UInt32) -> Int32 {
        let mask = table.count - 1
        var slot = Int(short) & mask
        while table[slot].index != 0 {
            if table[slot].hash == short, let entry = table[slot].entry,
                Int(entry.pointee.keyCount) == form.count, Self.isAlike(entry.pointee.key, form)
            {
                return table[slot].index - 1
            }
            slot = (slot + 1) & mask
        }
        let index = Int32(entries.count)
        let made = make(Array(form))
        entries.append(made)
        table[slot] = Slot(hash: short, index: index + 1, entry: made)
        if entries.count * 2 > table.count { grow() }
        return index
    }

    /// The word for a text, in any case: for a part of a word that stands by itself.
    public func word(for text: some StringProtocol) -> Word {
        word(Array(text.unicodeScalars).withUnsafeBufferPointer { index(of: $0) })
    }

    /// Punctuation as the lexicon's phrases name it; nil where none does.
    func mark(_ scalar: UInt32) -> Word? {
        guard scalar < Self.signCount else { return rareMark(scalar) }
        if signs.isEmpty { signs = Array(repeating: nil, count: Self.signCount) }
        if let known = signs[Int(scalar)] { return known }
        let word = makeMark(scalar)
        signs[Int(scalar)] = .some(word)
        return word
    }

    private func rareMark(_ scalar: UInt32) -> Word? {
        if let known = marks[scalar] { return known }
        let word = makeMark(scalar)
        // A text of all the signs there are shall not fill the memory.
        if marks.count < 4096 { marks[scalar] = .some(word) }
        return word
    }

    private func makeMark(_ scalar: UInt32) -> Word? {
        guard let letter = Unicode.Scalar(scalar), let symbol = lexicon.symbols[form: String(letter)] else {
            return nil
        }
        let made = entry(
            text: String(letter), length: 1, key: [letter], parses: [], symbols: [symbol], isKnown: false,
            isJoined: false)
        entries.append(made)
        return Word(entry: made)
    }

    private func grow() {
        let old = table
        table = Self.emptyTable(old.count * 2)
        for known in old where known.index != 0 {
            var slot = Int(known.hash) & (table.count - 1)
            while table[slot].index != 0 { slot = (slot + 1) & (table.count - 1) }
            table[slot] = known
        }
        old.deallocate()
    }

    // MARK: Making words

    /// A word of absurd length is not worth a look into the dictionary, and would cost time by its square.
    private static let longest = 64

    private func make(_ key: [Unicode.Scalar]) -> UnsafeMutablePointer<Word.Entry> {
        // A combining acute marks the stress, a soft hyphen a break: no part of the spelling.
        let spelled = key.prefix(Self.longest).filter { $0.value != 0x301 && $0.value != 0xAD }
        let text = String(scalars: spelled)
        let (parses, isKnown) = analyzer.read(text)
        let isHyphenated = spelled.contains("-")
        var found: [Int32] = []
        if let form = lexicon.symbols[form: text] { found.append(form) }
        var last = ""
        for parse in parses where parse.lemma != last {
            last = parse.lemma
            if let number = lexicon.symbols[last], !found.contains(number) { found.append(number) }
        }
        if found.isEmpty, isHyphenated { found = symbolsOfHead(text) }
        return entry(
            text: text, length: spelled.count, key: key, parses: parses, symbols: found, isKnown: isKnown,
            isJoined: isHyphenated && isJoined(text))
    }

    /// - Parameter length: of the text in scalars.
    private func entry(
        text: String, length: Int, key: [Unicode.Scalar], parses: [Parse], symbols: [Int32], isKnown: Bool,
        isJoined: Bool
    ) -> UnsafeMutablePointer<Word.Entry> {
        let readings = parses.indices.map { parses[$0].tag.grammemes }
        let grammemes = readings.reduce(Grammemes()) { $0.union($1) }
        let (startGroups, starting) = starts.rules(symbols: symbols, readings: readings)
        let nodes = symbols.compactMap { lexicon.opening($0) }
        let phrases = nodes.filter { lexicon.goesOn($0) }
        let singles = nodes.flatMap { lexicon.singles(of: $0) }.sorted { $0.entry < $1.entry }
        let (traits, candidates) = government.traits(text: text, parses: parses, grammemes: grammemes)
        let entry = arena.place(for: Word.Entry.self, count: 1, alignedTo: Arena.linePair)
        // What a form is told apart by lies next to the entry, and its phrases and readings behind that.
        let keyStart = arena.copied(key)
        let singlesRow = arena.row(singles)
        let readingsStart = arena.copied(readings)
        let all = UnsafeMutableBufferPointer<Parse>.allocate(capacity: parses.count)
        _ = all.initialize(fromContentsOf: parses)
        entry.initialize(
            to: Word.Entry(
                grammemes: grammemes, startGroups: startGroups, choices: lexicon.choices(of: symbols),
                readings: readingsStart, key: keyStart, openGroups: starts.openGroups(symbols: symbols),
                keyCount: Int32(key.count), number: Int32(entries.count),
                // No text is longer than the longest.
                length: UInt8(length), isKnown: isKnown, isJoined: isJoined,
                opensPhrases: !phrases.isEmpty || !singles.isEmpty, candidateCount: UInt8(candidates.count),
                singles: singlesRow, phrases: arena.row(phrases), symbols: arena.row(symbols),
                parses: UnsafeBufferPointer(all), starts: arena.copied(starting),
                candidates: arena.copied(candidates), traits: traits, text: text))
        return entry
    }

    private static func free(_ entry: UnsafeMutablePointer<Word.Entry>) {
        let parses = UnsafeMutableBufferPointer(mutating: entry.pointee.parses)
        parses.deinitialize()
        parses.deallocate()
        entry.deinitialize(count: 1)
    }

    /// The symbols of what two nouns with a hyphen name first, as in "компаний-экспортеров" and "студентов-иностранцев".
    ///
    /// Both decline: of "бизнес-форума" the first does not, and "бизнес" says nothing of what it is.
    private func symbolsOfHead(_ text: String) -> [Int32] {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count > 2 }) else { return [] }
        let second = analyzer.parses(of: String(parts[1])).map(\.tag.grammemes).filter { $0.contains(.noun) }
        guard !second.isEmpty, let head = analyzer.parses(of: String(parts[0])).first, head.lemma != head.word else {
            return []
        }
        let grammemes = head.tag.grammemes
        guard grammemes.contains(.noun), !grammemes.intersects([.geox, .name, .surn]),
            let number = lexicon.symbols[head.lemma],
            second.contains(where: { Self.agree($0, grammemes) })
        else { return [] }
        return [number]
    }

    /// Whether two nouns can stand in the same case and number.
    private static func agree(_ one: Grammemes, _ other: Grammemes) -> Bool {
        let common = one.intersection(other)
        return common.intersects([.sing, .plur]) && common.intersects([.nomn, .gent, .datv, .accs, .ablt, .loct])
    }

    private func isJoined(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count > 1 }) else { return false }
        return joins(parts.map { analyzer.parses(of: String($0)) })
    }

    @inline(__always)
    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x430...0x45F: scalar
        case 0x410...0x42F: Unicode.Scalar(scalar.value + 0x20)!
        case 0x400...0x40F: Unicode.Scalar(scalar.value + 0x50)!
        case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)!
        case 0..<0x80: scalar
        default: lowerByTable(scalar)
        }
    }

    private static func lowerByTable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        return mapping.count == 1 ? mapping.first! : scalar
    }
}
