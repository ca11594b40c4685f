/// Reads word forms: each with its lemma, its grammemes and how likely the reading is.
///
/// The analyzer asks an ordered list of units: the dictionary first, then the shapes of tokens that are no words, then
/// analogy with words that are known. It follows pymorphy3 2.0 and its order of units (`lang/ru/config.py`); a test
/// compares the two. On purpose it differs in these:
///
/// - `inf` and `nan` are Latin words, not numbers as for Python's `float`; digits of other scripts are no numbers.
/// - A number of any length is `NUMB,intg`; Python stops at 4,300 digits.
/// - Phonetic notation is not Latin.
/// - 22-е is an ordinal like 2-е, not the verb быть with something before it.
/// - Words of more than 256 bytes are not guessed, and a word is split into parts of parts four deep at most, so that
///   the time for a word is bounded; pymorphy recurs until it fails.
/// - A compound inside a compound that can be had in two ways counts once in the scores; pymorphy may count it twice.
///
/// A value to be passed about freely: it holds nothing but the mapped dictionary and the list of units. It remembers
/// no words, so callers that meet a word again should.
public struct MorphologicalAnalyzer: Sendable {
    let dictionary: MorphologicalDictionary

    /// Steps of units. All units of a step are asked; the first step that finds a reading is the last.
    private let steps: [[any AnalysisUnit]]

    /// An analyzer of Russian.
    public init(dictionary: MorphologicalDictionary) {
        self.init(dictionary: dictionary, steps: russianSteps)
    }

    init(dictionary: MorphologicalDictionary, steps: [[any AnalysisUnit]]) {
        self.dictionary = dictionary
        self.steps = steps
    }

    /// The readings of a word, best first. Never empty: what nobody can read is `UNKN`.
    ///
    /// A token with spaces, an empty one or one of any length is answered, too.
    public func parses(of word: String) -> [Parse] { read(Word(word)).parses }

    /// The readings of a word, best first, and whether the dictionary has it: what `parses(of:)` and `isKnown(_:)` tell, in one
    /// look into the dictionary.
    public func read(_ word: String) -> (parses: [Parse], isKnown: Bool) { read(Word(word)) }

    /// Whether the dictionary has this form, as it is or with ё for some е, in any case of letters.
    public func isKnown(_ word: String) -> Bool { dictionary.contains(word.lowercasedWord()) }

    /// Whether the dictionary reads a word, in lower case, as a normal form: sooner told than all its readings.
    public func isLemma(_ word: String) -> Bool { dictionary.isLemma(word) }

    /// The readings of a part of a word, for units. Empty where parts of parts have gone too deep: words with four
    /// prefixes are none, and the number of ways to split them grows with every one.
    func parses(of part: Substring, in word: Word) -> [Parse] {
        word.depth < 4 ? read(Word(String(part), depth: word.depth + 1)).parses : []
    }

    private func read(_ word: Word) -> (parses: [Parse], isKnown: Bool) {
        var parses: [Parse] = []
        parses.reserveCapacity(4)
        var isKnown = false
        for step in steps {
            for unit in step {
                let count = parses.count
                unit.parse(word, with: self, into: &parses)
                if unit is DictionaryUnit { isKnown = parses.count > count }
            }
            if !parses.isEmpty { break }
        }
        weigh(&parses, of: word)
        return (parses, isKnown)
    }

    /// Scores the readings by the corpus if it knows the word, else by the units' own estimates, made to sum to 1.
    private func weigh(_ parses: inout [Parse], of word: Word) {
        guard let values = dictionary.probabilities(of: parses, for: word.lower) else {
            let sum = parses.reduce(0) { $0 + $1.score }
            for place in parses.indices { parses[place].score /= sum }
            return
        }
        for place in parses.indices { parses[place].score = Double(values[place]) / 1_000_000 }
        parses.sortByScore()
    }
}
