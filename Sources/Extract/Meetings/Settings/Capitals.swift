import Grammar
import Model

/// The capital that stands for its name: "столица Казахстана".
extension Reading {
    /// "казахстанская столица", "столица Казахстана"
    func capital(at mark: Mark) -> Place? {
        let before = places(in: max(0, mark.first - 2)..<mark.first)
            .last { $0.kind == .adjective && $0.range.upperBound == mark.first }
        let behind = places(in: mark.end..<min(document.tokens.count, mark.end + 1)).first { $0.kind == .name }
        guard let country = (before ?? behind ?? stateOfCapital(mark))?.country else { return nil }
        return Place(city: capitalCity(of: country), country: country)
    }

    /// "посетил Бразилию, в столице страны провел переговоры": the state told last, in this sentence or the one before.
    private func stateOfCapital(_ mark: Mark) -> PlaceMention? {
        guard document.mark(at: mark.end, marks.own) != nil else { return nil }
        let sentence = Int(document.sentenceOf[mark.first])
        let from = document.sentences[max(0, sentence - 1)].lowerBound
        return places(in: from..<mark.first).last { $0.kind == .name && !isDateline($0) }
    }

    /// The first capital that the reference rows give; those that were stand behind it.
    func capitalCity(of country: CountryCode) -> String? { marks.capitals[country] }
}
