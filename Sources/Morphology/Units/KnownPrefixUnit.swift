/// Words with a prefix that leaves the rest as it is: псевдокошка is read as кошка.
struct KnownPrefixUnit: AnalysisUnit {
    let prefixes: PrefixList

    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        guard !word.isOverlong else { return }
        for prefix in prefixes.prefixes(of: word.lower) {
            let rest = word.lower.unicodeScalars.dropFirst(prefix.unicodeScalars.count)
            guard rest.count >= 3 else { continue }
            for base in analyzer.parses(of: Substring(rest), in: word) where base.tag.isProductive {
                parses.appendIfNew(base.prefixed(by: prefix, weight: 0.75))
            }
        }
    }
}

/// Prefixes, found by the letter that they begin with.
struct PrefixList: Sendable {
    private let byLetter: [Unicode.Scalar: [String]]

    init(_ prefixes: [String]) {
        byLetter = Dictionary(grouping: prefixes) { $0.unicodeScalars.first! }
            .mapValues { $0.sorted { $0.utf8.count > $1.utf8.count } }
    }

    /// Those that the word begins with, the longest first.
    func prefixes(of word: String) -> [String] {
        guard let letter = word.unicodeScalars.first, let candidates = byLetter[letter] else { return [] }
        return candidates.filter { word.utf8.starts(with: $0.utf8) }
    }
}

extension Parse {
    /// The reading of the word with something fixed before it.
    func prefixed(by prefix: String, weight: Double) -> Parse {
        Parse(
            word: prefix + word, lemma: prefix + lemma, tag: tag, score: score * weight,
            derivation: .prefixed(prefix, base: derivation))
    }
}
