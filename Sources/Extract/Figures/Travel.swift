import Grammar
import Model
import Morphology

extension FigureReader {
    /// From where to where people travel: "Турцию посетили 902 тысячи азербайджанских граждан", "гостей из Казахстана".
    ///
    /// A people, an adjective or a genitive on the travellers is where they come from; a place in or to which, or one that
    /// is visited or receives, is where they go.
    func travel(
        _ named: [CountryCode], clause: Range<Int>, focus: [CountryCode], index: Int
    ) -> Parties? {
        var origin: CountryCode?
        var destination: CountryCode?
        for place in reading.places(in: clause)
        where place.kind != .city && named.contains(place.country) && !isVia(place) {
            let sign = governor(of: place.range.lowerBound, in: clause)
            let isOrigin: Bool
            if let sign {
                isOrigin = sign == "from"
            } else {
                isOrigin = place.kind == .people || place.kind == .adjective || belongsToTravellers(place)
            }
            if isOrigin { origin = origin ?? place.country } else { destination = destination ?? place.country }
        }
        if origin == destination { origin = nil }
        if origin == nil, destination == nil {
            guard let previous = found.last, previous.figure.indicator == Indicator("passengers"),
                index - previous.sentence <= 1, previous.figure.origin != nil
            else { return nil }
            return Parties(
                countries: previous.figure.countries, origin: previous.figure.origin,
                destination: previous.figure.destination)
        }
        // Where nothing tells whence they came, all the world may have.
        guard origin != nil else { return nil }
        if destination == nil, let known = origin, focus.count == 2, focus.contains(known), !reachesAbroad(clause) {
            destination = focus[0] == known ? focus[1] : focus[0]
        }
        return Parties(
            countries: [origin, destination].compactMap { $0 }.sorted(), origin: origin, destination: destination)
    }

    /// "граждан СРВ": a genitive right behind the noun that travels.
    private func belongsToTravellers(_ place: PlaceMention) -> Bool {
        guard let word = document.word(place.range.lowerBound), word.can(be: .gent) || word.can(be: .fixd),
            let before = document.word(place.range.lowerBound - 1)
        else { return false }
        return before.can(be: [.noun, .anim, .gent]) || before.can(be: [.noun, .anim, .nomn])
    }
}
