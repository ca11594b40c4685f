import Grammar
import Model
import Morphology

/// Where the things stand that a figure is of, as the words before it tell.
extension FigureReader {
    /// The one state of which the words right before a clause have told, by what they say to be there: "В порту Актау строится
    /// хаб. Его площадь составит 19 гектаров".
    ///
    /// Where a second state is told of, a thing may be of both; who is dealt with, "с Кенией", and where people met say
    /// nothing of whose a thing is.
    func landBefore(_ clause: Range<Int>, _ index: Int) -> CountryCode? {
        guard pairs(in: clause).isEmpty, !isOfRegion(clause) else { return nil }
        let isFirst = document.tokens[document.sentences[index].lowerBound].shape.contains(.lineStart)
        let first = isFirst || index == 0 ? index : index - 1
        let told = document.sentences[first].lowerBound..<clause.lowerBound
        let places = reading.places(in: told).filter {
            !reading.isDateline($0) && !reading.isInRoadName($0)
                && !isAttribution($0, document.sentence(of: $0.range.lowerBound))
        }
        guard pairs(in: told).isEmpty, !places.contains(where: isPartner),
            let land = Set(places.map(\.country)).only
        else { return nil }
        if land == onlyHome { return land }
        let lies = places.contains { place in
            isWhere(place)
                && document.marks(marks.encounter, in: document.sentence(of: place.range.lowerBound)).isEmpty
        }
        return lies ? land : nil
    }

    /// "в порту Актау", "в Кении": where something is.
    private func isWhere(_ place: PlaceMention) -> Bool {
        switch place.kind {
        case .city, .capital:
            return (1...2).contains { back in
                reading.preposition(at: place.range.lowerBound - back).map { ["into", "by"].contains($0) } ?? false
            }
        case .name: return isLocative(place) && document.word(place.range.lowerBound - 1)?.can(be: .prep) == true
        default: return false
        }
    }

    /// The three states or more that a paragraph has told of in a row, as it tells of a thing that they have in common.
    func rowTold(_ clause: Range<Int>, _ index: Int) -> [CountryCode] {
        var first = index
        while first > 0, !document.tokens[document.sentences[first].lowerBound].shape.contains(.lineStart) {
            first -= 1
        }
        let before = document.sentences[first].lowerBound..<clause.lowerBound
        return Self.rows(of: reading.places(in: before), in: reading).last ?? []
    }

    /// The rows of three states or more: "Кения, Перу и Чили", "Кения – Перу – Чили".
    static func rows(of places: some Collection<PlaceMention>, in reading: Reading) -> [[CountryCode]] {
        var rows: [[CountryCode]] = []
        var row: [PlaceMention] = []
        func close() {
            let codes = Set(row.map(\.country))
            if codes.count >= 3 { rows.append(codes.sorted()) }
        }
        for place in places where place.kind == .name || place.kind == .capital {
            let gap = row.last.map { place.range.lowerBound - $0.range.upperBound } ?? 0
            if let last = row.last, gap == 1,
                reading.document.isDash(last.range.upperBound) || reading.document.isMark(last.range.upperBound, ",")
                    || reading.document.word(last.range.upperBound)?.can(be: .conj) == true
            {
                row.append(place)
            } else {
                close()
                row = [place]
            }
        }
        close()
        return rows
    }

    /// Whether a figure can be of a thing that several states have in common: a road, a power station, what it costs and bears.
    static func isOfWorks(_ indicator: Indicator) -> Bool {
        ["freight", "infrastructure", "projects_value", "energy", "passengers"].contains(indicator.rawValue)
    }
}
