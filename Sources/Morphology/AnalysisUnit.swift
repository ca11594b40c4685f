/// One way of reading a word: looking it up, recognizing its shape, or guessing by analogy.
///
/// The analyzer asks its units in order. A unit holds no state and may ask the analyzer for readings of a part of
/// the word.
protocol AnalysisUnit: Sendable {
    /// Appends the readings that this unit finds. `parses` holds what the units of the same step found before.
    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse])
}

/// A word that is being analyzed.
struct Word {
    let text: String

    /// In lower case, in contiguous UTF-8.
    let lower: String

    /// How many words this is a part of: пере-за-гружать is read at depth 2 as гружать.
    let depth: Int

    init(_ text: String, depth: Int = 0) {
        self.text = text
        self.depth = depth
        lower = text.lowercasedWord()
    }

    /// The longest words of the dictionary have some forty letters, and beyond a hundred bytes nothing is a word of
    /// which analogy could tell more. This bounds the units that look at every split.
    var isOverlong: Bool { lower.utf8.count > Word.longest }

    private static let longest = 256
}

extension [Parse] {
    func holds(_ parse: Parse) -> Bool { contains { $0.isSame(as: parse) } }

    mutating func appendIfNew(_ parse: Parse) {
        if !holds(parse) { append(parse) }
    }

    /// Puts the likeliest first and leaves equals in their order, which `sort` does not promise.
    mutating func sortByScore() {
        for place in indices.dropFirst() {
            var place = place
            while place > 0, self[place - 1].score < self[place].score {
                swapAt(place - 1, place)
                place -= 1
            }
        }
    }
}

extension Parse {
    /// Whether both say the same of the same word, on the same paradigm.
    func isSame(as other: Parse) -> Bool {
        tag == other.tag && word == other.word && derivation.root == other.derivation.root
    }
}
