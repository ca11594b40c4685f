/// The OpenCorpora dictionary as the package pymorphy3-dicts-ru compiles it, opened in place.
///
/// The files are mapped, not read; only the tags are parsed at the start. One dictionary serves all threads.
public final class MorphologicalDictionary: Sendable {
    /// Word forms, each with records of a paradigm and a form in it.
    let words: WordGraph

    /// Word endings by paradigm prefix, each with records of how often a paradigm's form ends so.
    let endings: [WordGraph]

    /// `word:tag`, with the probability in millionths.
    private let probabilities: WordGraph

    private let paradigms: Paradigms
    private let suffixes: StringTable
    private let tags: [Tag]

    /// What a paradigm may put before the stem: по- and наи- of the comparative and superlative.
    let prefixes: StringTable

    /// Opens the folder with `words.dawg` and its companions.
    ///
    /// - Throws: An error that names the file and what is wrong with it.
    public init(folder: String) throws(DictionaryError) {
        let meta = try MappedFile("\(folder)/meta.json")
        prefixes = try MorphologicalDictionary.prefixes(in: meta)
        suffixes = try StringTable(MappedFile("\(folder)/suffixes.json"))
        tags = try MorphologicalDictionary.tags(in: MappedFile("\(folder)/gramtab-opencorpora-int.json"))
        paradigms = try Paradigms(
            "\(folder)/paradigms.array", suffixes: suffixes.count, tags: tags.count, prefixes: prefixes.count)
        words = try WordGraph("\(folder)/words.dawg")
        probabilities = try WordGraph("\(folder)/p_t_given_w.intdawg")
        var endings: [WordGraph] = []
        for prefix in 0..<prefixes.count {
            endings.append(try WordGraph("\(folder)/prediction-suffixes-\(prefix).dawg"))
        }
        self.endings = endings
    }

    private static func prefixes(in meta: MappedFile) throws(DictionaryError) -> StringTable {
        let text = String(decoding: meta.bytes, as: UTF8.self)
        let version = StringTable.value(of: "format_version", in: text)
        guard let version, version.hasPrefix("2.") else {
            throw DictionaryError(
                file: meta.path, problem: "format \(version ?? "unknown"), where 2.4 can be read")
        }
        guard let start = StringTable.place(of: "paradigm_prefixes", in: text) else {
            throw DictionaryError(file: meta.path, problem: "no paradigm_prefixes in it")
        }
        return try StringTable(meta, from: start)
    }

    private static func tags(in file: MappedFile) throws(DictionaryError) -> [Tag] {
        let table = try StringTable(file)
        var tags: [Tag] = []
        tags.reserveCapacity(table.count)
        for number in 0..<table.count {
            guard let grammemes = Grammemes(utf8: table[number]) else {
                throw DictionaryError(file: file.path, problem: "unknown grammeme in \(table.string(number))")
            }
            tags.append(Tag(grammemes: grammemes, description: table.string(number)))
        }
        return tags
    }
}

// MARK: Looking up

extension MorphologicalDictionary {
    /// Whether the word, in lower case, is in the dictionary as it is or with ё for some е.
    func contains(_ word: String) -> Bool {
        var found = false
        forEachSpelling(of: word, in: words) { _, node in
            found = found || words.child(of: node, behind: WordGraph.recordSeparator) != nil
        }
        return found
    }

    /// Whether the word, in lower case, is the normal form of one of its readings, as it is or with ё for some е.
    func isLemma(_ word: String) -> Bool {
        var found = false
        forEachSpelling(of: word, in: words) { _, node in
            words.forEachRecord(at: node) { digits in
                let (paradigm, form) = MorphologicalDictionary.record(digits)
                found = found || form == 0 && paradigms.form(0, of: paradigm) != nil
            }
        }
        return found
    }

    /// Paradigm and form: two numbers of 16 bits in six digits; four bits are padding.
    private static func record(_ digits: UInt64) -> (paradigm: UInt16, form: UInt16) {
        (UInt16(truncatingIfNeeded: digits >> 20), UInt16(truncatingIfNeeded: digits >> 4))
    }

    /// Appends the readings that the dictionary has for a word in lower case: first as it is spelled, then with ё.
    func parse(_ word: String, into parses: inout [Parse]) {
        forEachSpelling(of: word, in: words) { spelling, node in
            let spelled = spelling.map { String(decoding: $0, as: UTF8.self) } ?? word
            var last: (paradigm: UInt16, entry: Paradigms.Form, lemma: String)?
            words.forEachRecord(at: node) { digits in
                let (paradigm, form) = MorphologicalDictionary.record(digits)
                guard let entry = paradigms.form(form, of: paradigm) else { return }
                // Forms of one paradigm with the same ending have the same stem in a word, and so the same lemma.
                let isAlike = last.map { $0.paradigm == paradigm && $0.entry.isSpelled(like: entry) } ?? false
                let lemma = isAlike ? last!.lemma : lemma(of: spelled, paradigm: paradigm, form: form, as: entry)
                last = (paradigm, entry, lemma)
                parses.append(
                    Parse(
                        word: spelled, lemma: lemma, tag: tags[entry.tag], score: 1,
                        derivation: .paradigm(id: paradigm, form: form)))
            }
        }
    }

    /// The reading of a word as the form of a paradigm. Nil if there is no such form.
    func parse(_ word: String, paradigm: UInt16, form: UInt16, score: Double) -> Parse? {
        guard let entry = paradigms.form(form, of: paradigm) else { return nil }
        return Parse(
            word: word, lemma: lemma(of: word, paradigm: paradigm, form: form, as: entry), tag: tags[entry.tag],
            score: score, derivation: .paradigm(id: paradigm, form: form))
    }

    private func lemma(of word: String, paradigm: UInt16, form: UInt16, as entry: Paradigms.Form) -> String {
        guard form != 0, let normal = paradigms.form(0, of: paradigm) else { return word }
        return build(normal, fromStemOf: word, as: entry)
    }

    /// The tags of all forms of a paradigm that a word was read on.
    func tags(of paradigm: UInt16) -> [Tag] {
        (0..<UInt16(paradigms.formCount(of: paradigm))).map { tags[paradigms.form($0, of: paradigm)!.tag] }
    }

    /// Another form of a word that was read as `form` of a paradigm.
    func form(_ other: UInt16, of word: String, lemma: String, paradigm: UInt16, form: UInt16) -> Parse? {
        guard let entry = paradigms.form(form, of: paradigm), let wanted = paradigms.form(other, of: paradigm) else {
            return nil
        }
        return Parse(
            word: build(wanted, fromStemOf: word, as: entry), lemma: lemma, tag: tags[wanted.tag], score: 1,
            derivation: .paradigm(id: paradigm, form: other))
    }

    /// All forms of the paradigm, on the stem of `word`.
    func lexeme(of word: String, lemma: String, paradigm: UInt16, form: UInt16) -> [Parse] {
        (0..<UInt16(paradigms.formCount(of: paradigm))).compactMap {
            self.form($0, of: word, lemma: lemma, paradigm: paradigm, form: form)
        }
    }

    /// Puts another form's prefix and suffix on the stem of `word`.
    private func build(_ form: Paradigms.Form, fromStemOf word: String, as entry: Paradigms.Form) -> String {
        var word = word
        return word.withUTF8 { bytes in
            let start = min(prefixes[entry.prefix].count, bytes.count)
            let end = max(start, bytes.count - suffixes[entry.suffix].count)
            let pieces = (
                prefixes[form.prefix], UnsafeBufferPointer(rebasing: bytes[start..<end]), suffixes[form.suffix]
            )
            return String(unsafeUninitializedCapacity: pieces.0.count + pieces.1.count + pieces.2.count) { target in
                var count = target[...].update(fromContentsOf: pieces.0)
                count = target[count...].update(fromContentsOf: pieces.1)
                return target[count...].update(fromContentsOf: pieces.2)
            }
        }
    }

    /// Calls `body` with each spelling of `word` that leads somewhere in `graph`, and the node where it leads: first as
    /// it stands (with nil), then with ё in place of one or more е, the leftmost first.
    ///
    /// In print ё is mostly written е, never the other way round.
    func forEachSpelling(
        of word: String, in graph: WordGraph,
        _ body: (_ spelling: UnsafeBufferPointer<UInt8>?, _ node: WordGraph.Node) -> Void
    ) {
        var word = word
        word.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { buffer in
                _ = buffer.initialize(fromContentsOf: bytes)
                forEachSpelling(buffer, from: 0, at: WordGraph.root, isChanged: false, in: graph, body)
            }
        }
    }

    private func forEachSpelling(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, from start: Int, at origin: WordGraph.Node, isChanged: Bool,
        in graph: WordGraph, _ body: (UnsafeBufferPointer<UInt8>?, WordGraph.Node) -> Void
    ) {
        var node = origin
        var end = start
        var hasYe = false
        while end < buffer.count, let next = graph.child(of: node, behind: buffer[end]) {
            hasYe = hasYe || (buffer[end] == 0xB5 && end > start && buffer[end - 1] == 0xD0)
            node = next
            end += 1
        }
        if end == buffer.count { body(isChanged ? UnsafeBufferPointer(buffer) : nil, node) }
        // The exact spelling may end at an е that only ё leads beyond, so look at the letter where it broke off, too.
        let last = min(end + 1, buffer.count - 1)
        guard hasYe || end < buffer.count, start < last else { return }

        node = origin
        for position in start..<last {
            if buffer[position] == 0xD0, buffer[position + 1] == 0xB5,
                let half = graph.child(of: node, behind: 0xD1), let yo = graph.child(of: half, behind: 0x91)
            {
                (buffer[position], buffer[position + 1]) = (0xD1, 0x91)
                forEachSpelling(buffer, from: position + 2, at: yo, isChanged: true, in: graph, body)
                (buffer[position], buffer[position + 1]) = (0xD0, 0xB5)
            }
            guard let next = graph.child(of: node, behind: buffer[position]) else { return }
            node = next
        }
    }
}

// MARK: Estimates

extension MorphologicalDictionary {
    /// P(tag | word) for each of the tags, in millionths; nil if the corpus never had to choose for this word.
    func probabilities(of parses: [Parse], for word: String) -> [UInt32]? {
        var word = word
        guard let node = word.withUTF8({ probabilities.node(behind: $0) }),
            let start = probabilities.child(of: node, behind: UInt8(ascii: ":"))
        else { return nil }
        let values = parses.map { parse in
            var description = parse.tag.description
            return description.withUTF8 { probabilities.node(behind: $0, from: start) }
                .flatMap { probabilities.value(at: $0) } ?? 0
        }
        return values.contains { $0 != 0 } ? values : nil
    }
}
