import Grammar
import Model
import Morphology

/// States in a document's name that conclude nothing, and those that the name before it tells.
extension AgreementReader {
    /// "Россия и Монголия подписали меморандум о поставках газа в Китай": where something goes concludes nothing, if two others are told.
    func concluding(
        _ named: AgreementParties, _ mention: DocumentMention, in sentence: Range<Int>, mentions: [DocumentMention]
    ) -> AgreementParties {
        var goals = reading.places(in: mention.title).filter {
            $0.kind == .name && $0.range.lowerBound > mention.headEnd && isGoal(of: $0)
        }.map(\.country)
        // "трехстороннее соглашение о поставках газа в Китай"
        guard !goals.isEmpty, document.marks(marks.sides, in: mention.phrase..<mention.title.upperBound).isEmpty else {
            return named
        }
        let actors = self.actors(around: mention, in: sentence, mentions: mentions).countries
        goals.removeAll(where: actors.contains)
        let rest = named.countries.filter { !goals.contains($0) }
        let sides = Set(rest + actors)
        let focus = reading.discourse.focus[mention.sentence]
        let isOfTwo = sides.count >= 2 && sides.isDisjoint(with: goals)
        guard isOfTwo || focus.count == 2 && Set(focus).isDisjoint(with: goals) && sides.isSubset(of: focus) else {
            return named
        }
        var own = named
        own.countries = rest.count == 1 && !isOfTwo ? focus : rest
        return own
    }

    /// "в Китай", "через Монголию": whither or through what.
    private func isGoal(of place: PlaceMention) -> Bool {
        guard let word = document.word(place.range.lowerBound), word.can(be: .accs), !word.can(be: .loct) else {
            return false
        }
        return ["into", "via"].contains(reading.preposition(at: place.range.lowerBound - 1))
    }

    /// "о ратификации Соглашения между Россией и Сербией и Конвенции с Алжиром": the first side of the document told before in the row.
    func first(ofRow mention: DocumentMention, _ mentions: [DocumentMention]) -> CountryCode? {
        guard isInRow(mention),
            let before = mentions.last(where: { $0.title.upperBound <= mention.phrase && !$0.isEmbedded })
        else { return nil }
        let sides = named(in: before.title).countries
        return sides.count == 2 ? sides[0] : nil
    }
}
