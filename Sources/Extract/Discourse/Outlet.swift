import Grammar
import Model

/// Whose "our country" is where a newsroom says it.
extension Reading {
    /// "Перу стало главным партнером нашей страны": of the pair that an article is about, the one that the sentences which say so do
    /// not name, or else the one whose bodies inform.
    func outletState(of pair: [CountryCode]) -> CountryCode? {
        let told = document.marks(marks.ours).filter { document.mark(at: $0.first, marks.own)?.range.count == 2 }
        guard pair.count == 2, !told.isEmpty else { return nil }
        let quoted = speeches().filter(\.isSpeech).map(\.sentences)
        var meant: Set<CountryCode> = []
        for mark in told {
            let index = Int(document.sentenceOf[mark.first])
            let sentence = document.sentences[index]
            guard !quoted.contains(where: { $0.contains(index) }), document.marks(marks.speech, in: sentence).isEmpty,
                !sentence.contains(where: opensQuote)
            else { continue }
            let named = Set(states(in: sentence).map(\.country))
            if let other = pair.filter({ !named.contains($0) }).only { meant.insert(other) }
        }
        return meant.isEmpty ? informingState(of: pair) : meant.only
    }

    /// The states in which papers in Russian are at home.
    private static let homesOfPress: Set<CountryCode> = Set(
        ["RU", "BY", "KZ", "KG", "UZ", "TJ", "TM", "AZ", "AM", "GE", "MD", "UA", "LV", "LT", "EE"].compactMap {
            CountryCode($0)
        })

    /// Of a pair, the one in which a paper in this language is at home; of two such the one whose bodies inform.
    private func informingState(of pair: [CountryCode]) -> CountryCode? {
        let atHome = pair.filter { Self.homesOfPress.contains($0) }
        if let only = atHome.only { return only }
        let told = document.marks(marks.speechSource).compactMap { mark in
            body(at: mark.end, limit: document.sentence(of: mark.first).upperBound)?.country
        }
        return Set(told).only.flatMap { atHome.contains($0) ? $0 : nil }
    }

    /// "на рынке которой мы продали товаров на 5 млн": gives the sentences in which a newsroom speaks of us to its state.
    func attributeToOutlet(_ attributions: inout Attributions) {
        guard let state = discourse.outlet else { return }
        for kind in [marks.ours, marks.we] {
            for mark in document.marks(kind) {
                let index = Int(document.sentenceOf[mark.first])
                if attributions.speakers[index] == nil, attributions.own[index] == nil {
                    attributions.own[index] = state
                }
            }
        }
    }
}
