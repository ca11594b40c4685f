/// Words with a particle behind a hyphen: смотри-ка is read as смотри. The particle stays in word and lemma.
struct ParticleUnit: AnalysisUnit {
    /// With their hyphens.
    let particles: [String]

    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        let text = word.lower
        guard !word.isOverlong, text.utf8.contains(UInt8(ascii: "-")),
            let particle = particles.first(where: {
                text.utf8.count > $0.utf8.count && text.utf8.suffix($0.utf8.count).elementsEqual($0.utf8)
            })
        else { return }
        for base in analyzer.parses(of: Substring(text.utf8.dropLast(particle.utf8.count)), in: word) {
            parses.appendIfNew(
                Parse(
                    word: base.word + particle, lemma: base.lemma + particle, tag: base.tag, score: base.score * 0.9,
                    derivation: .suffixed(particle, base: base.derivation)))
        }
    }
}
