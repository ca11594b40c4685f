import Grammar
import Model
import Morphology

extension FigureReader {
    struct Parties {
        var countries: [CountryCode] = []
        var origin: CountryCode?
        var destination: CountryCode?
    }

    /// Whose a figure is, and from where to where it flows.
    func parties(
        _ indicator: Indicator, amount: Amount, trigger: Trigger?, subject: Range<Int>?, clause: Range<Int>,
        sentence: Range<Int>, index: Int
    ) -> Parties {
        let focus = reading.discourse.focus[index]
        let named = self.named(around: amount, trigger: trigger, clause: clause, sentence: sentence)
        let isPair = document.marks(marks.pair, in: clause).isEmpty == false
        switch Self.shape(of: indicator) {
        case .flow:
            return flow(
                indicator, trigger: trigger, subject: subject, named: named, clause: clause, focus: focus, index: index)
        case .own:
            if !named.isEmpty { return Parties(countries: Array(named.prefix(2)).sorted()) }
            if let own = reading.discourse.own[index], !document.marks(marks.own, in: clause).isEmpty {
                return Parties(countries: [own])
            }
            return Parties(countries: focus)
        case .joint:
            if named.count >= 2, !isPair { return Parties(countries: Array(named.prefix(2)).sorted()) }
            if named.count == 1, let only = named.first {
                if focus.contains(only) { return Parties(countries: focus) }
                if let own = reading.discourse.own[index], own != only {
                    return Parties(countries: [own, only].sorted())
                }
                return Parties(countries: [only])
            }
            if named.count >= 2, isPair {
                return Parties(countries: focus.isEmpty ? Array(named.prefix(2)).sorted() : focus)
            }
            return Parties(countries: focus)
        }
    }

    enum Shape { case joint, own, flow }

    /// Whether a quantity is of the pair, of one state, or flows from one to another.
    static func shape(of indicator: Indicator) -> Shape {
        switch indicator.rawValue {
        case "exports", "imports", "investment", "finance": .flow
        case "gdp", "agriculture", "infrastructure", "energy": .own
        default: .joint
        }
    }

    /// The states named around the amount, nearest clause first, each once.
    private func named(around amount: Amount, trigger: Trigger?, clause: Range<Int>, sentence: Range<Int>)
        -> [CountryCode]
    {
        var codes: [CountryCode] = []
        for place in reading.places(in: clause)
        where place.kind != .city && !amount.core.contains(place.range.lowerBound) {
            if !codes.contains(place.country) { codes.append(place.country) }
        }
        if codes.isEmpty, let trigger, !clause.contains(trigger.mark.first) {
            let other = reading.clause(around: trigger.mark.first, in: sentence)
            for place in reading.places(in: other) where place.kind != .city {
                if !codes.contains(place.country) { codes.append(place.country) }
            }
        }
        return codes
    }

    /// Origin and destination from adjective, genitive and preposition: "узбекский экспорт", "экспорт Казахстана в Китай",
    /// "импорт из России", "инвестиции в экономику Казахстана", "Иран вложил".
    private func flow(
        _ indicator: Indicator, trigger: Trigger?, subject: Range<Int>?, named: [CountryCode], clause: Range<Int>,
        focus: [CountryCode], index: Int
    ) -> Parties {
        var origin: CountryCode?
        var destination: CountryCode?
        let owner = indicator.rawValue == "imports" ? 1 : 0
        for place in reading.places(in: clause) where place.kind != .city {
            let before = place.range.lowerBound - 1
            let word = document.word(place.range.lowerBound)
            if let sign = governor(of: place.range.lowerBound, in: clause) {
                if sign == "from" { origin = origin ?? place.country }
                if sign == "to" { destination = destination ?? place.country }
                continue
            }
            _ = before
            if place.kind == .name || place.kind == .capital {
                let isDative = word.map { $0.can(be: .datv) && !$0.can(be: .gent) && !$0.can(be: .nomn) } ?? false
                if isDative {
                    destination = destination ?? place.country
                } else if owner == 0 {
                    origin = origin ?? place.country
                } else {
                    destination = destination ?? place.country
                }
            } else if place.kind == .adjective || place.kind == .people {
                // "импорт китайских товаров" comes from there; "узбекский импорт" goes there.
                let isOnTrigger =
                    trigger.map {
                        place.range.upperBound <= $0.mark.first && $0.mark.first - place.range.upperBound <= 2
                    } ?? false
                if owner == 1 && isOnTrigger {
                    destination = destination ?? place.country
                } else {
                    origin = origin ?? place.country
                }
            }
        }
        if origin == nil, destination == nil, let own = reading.discourse.own[index],
            !document.marks(marks.own, in: clause).isEmpty
        {
            if owner == 0 { origin = own } else { destination = own }
        }
        if origin == destination { destination = nil }
        if let known = origin ?? destination, focus.count == 2, focus.contains(known) {
            let other = focus[0] == known ? focus[1] : focus[0]
            if origin == nil { origin = other } else if destination == nil { destination = other }
        }
        let both = [origin, destination].compactMap { $0 }.sorted()
        return Parties(countries: both.isEmpty ? focus : both, origin: origin, destination: destination)
    }

    /// What the preposition before a place's noun phrase says: from it or to it; nil when none governs it.
    private func governor(of token: Int, in clause: Range<Int>) -> String? {
        var at = token - 1
        for _ in 0..<4 {
            guard at >= clause.lowerBound, let word = document.word(at) else { return nil }
            if let mark = document.mark(at: at, marks.preposition) {
                return reading.value(mark) == "into" ? "to" : reading.value(mark)
            }
            if word.can(be: .prep) { return nil }
            guard word.can(be: .adjf) || word.can(be: .noun) else { return nil }
            at -= 1
        }
        return nil
    }
}
