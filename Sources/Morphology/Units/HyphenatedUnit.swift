/// Words of two halves, read in both ways that there are:
///
/// - both are inflected, as in человека-горы and Касым-Жомартом, if they agree in part of speech, number, case,
///   person and tense;
/// - the left half stays as it is, as in казахско-таджикский and интернет-магазином.
///
/// Words that begin with a known prefix are left to ``KnownPrefixUnit``.
struct HyphenatedUnit: AnalysisUnit {
    let knownPrefixes: PrefixList

    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        guard !word.isOverlong else { return }
        let halves = word.lower.utf8
            .split(separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
            .map(Substring.init)
        guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty, knownPrefixes.prefixes(of: word.lower).isEmpty
        else { return }
        let left = analyzer.parses(of: halves[0], in: word).filter(\.tag.hasPartOfSpeech)
        let right = analyzer.parses(of: halves[1], in: word).filter(\.tag.hasPartOfSpeech)
        parsePairs(left, right, into: &parses)
        parse(behind: halves[0] + "-", right, into: &parses)
    }

    private func parsePairs(_ left: [Parse], _ right: [Parse], into parses: inout [Parse]) {
        let features = right.map { agreement(of: $0.tag) }
        for left in left {
            let wanted = agreement(of: left.tag)
            for (place, right) in right.enumerated() where features[place] == wanted {
                parses.append(
                    Parse(
                        word: left.word + "-" + right.word, lemma: left.lemma + "-" + right.lemma, tag: left.tag,
                        score: left.score * 0.75, derivation: .pair(left.derivation, right.derivation)))
            }
        }
    }

    private func parse(behind left: Substring, _ right: [Parse], into parses: inout [Parse]) {
        for right in right { parses.append(right.prefixed(by: String(left), weight: 0.75)) }
    }

    private func agreement(of tag: Tag) -> Grammemes {
        var features = tag.grammemes.intersection(Self.features)
        if features.intersects(.gen1) { features = features.subtracting(.gen1).union(.gent) }
        if features.intersects(.loc1) { features = features.subtracting(.loc1).union(.loct) }
        return features
    }

    private static let features: Grammemes = [
        .partsOfSpeech, .numbers, .cases, .persons, .tenses,
    ]
}
