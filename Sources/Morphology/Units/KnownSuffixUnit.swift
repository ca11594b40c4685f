/// Words that end like others: бутявкать is read on the paradigm of most words in -вкать.
///
/// The dictionary holds for the last one to five letters of its words how many words of which paradigm end so. The
/// longest ending that is known decides, for each of the prefixes that a paradigm may have.
struct KnownSuffixUnit: AnalysisUnit {
    private struct Guess {
        let parse: Parse
        let count: UInt32
        let prefix: Int
    }

    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        guard !word.isOverlong, word.lower.unicodeScalars.count >= 4 else { return }
        let dictionary = analyzer.dictionary
        var guesses: [Guess] = []
        // Starting at one smooths the shares of rare endings.
        var totals = [Int](repeating: 1, count: dictionary.prefixes.count)
        for prefix in (0..<dictionary.prefixes.count).reversed()
        where word.lower.utf8.starts(with: dictionary.prefixes[prefix]) {
            for start in endings(of: word.lower) {
                guess(
                    word.lower, endingAt: start, prefix: prefix, dictionary, beside: parses, total: &totals[prefix],
                    into: &guesses)
                if totals[prefix] > 1 { break }
            }
        }
        append(guesses, totals, to: &parses)
    }

    /// Where the last five letters begin, then the last four, down to one.
    private func endings(of word: String) -> [String.Index] {
        var starts: [String.Index] = []
        var start = word.endIndex
        while starts.count < 5, start > word.startIndex {
            start = word.unicodeScalars.index(before: start)
            starts.append(start)
        }
        return starts.reversed()
    }

    private func guess(
        _ word: String, endingAt start: String.Index, prefix: Int, _ dictionary: MorphologicalDictionary,
        beside parses: [Parse], total: inout Int, into guesses: inout [Guess]
    ) {
        let graph = dictionary.endings[prefix]
        dictionary.forEachSpelling(of: String(word[start...]), in: graph) { spelling, node in
            let spelled = spelling.map { word[..<start] + String(decoding: $0, as: UTF8.self) } ?? word
            graph.forEachRecord(at: node) { digits in
                // A number of 32 bits and two of 16 in eleven digits; two bits are padding, and the two that do not
                // fit are the highest of the count, which is never so great.
                let record = digits >> 2
                let count = UInt32(truncatingIfNeeded: record >> 32)
                let paradigm = UInt16(truncatingIfNeeded: record >> 16)
                let form = UInt16(truncatingIfNeeded: record)
                guard let parse = dictionary.parse(spelled, paradigm: paradigm, form: form, score: 0),
                    parse.tag.isProductive
                else { return }
                total += Int(count)
                guard !parses.holds(parse), !guesses.contains(where: { $0.parse.isSame(as: parse) }) else { return }
                guesses.append(Guess(parse: parse, count: count, prefix: prefix))
            }
        }
    }

    private func append(_ guesses: [Guess], _ totals: [Int], to parses: inout [Parse]) {
        var found = guesses.map { guess in
            var parse = guess.parse
            parse.score = Double(guess.count) / Double(totals[guess.prefix]) * 0.5
            return parse
        }
        found.sortByScore()
        parses += found
    }
}
