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
            !reading.isAside($0) && !reading.isInRoadName($0)
                && !isAttribution($0, document.sentence(of: $0.range.lowerBound))
                // "В Лиме открыт кенийско-перуанский завод"
                && !($0.kind == .adjective && isHalfOfPair($0, in: told))
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

    /// "Перуанский участок готов. Мощность подстанции – 5 МВт": in an article on several states the one of which a paragraph has told
    /// alone.
    func paragraphLand(_ clause: Range<Int>, _ index: Int) -> CountryCode? {
        guard reading.discourse.isOfSeveral, pairs(in: clause).isEmpty, !isOfRegion(clause) else { return nil }
        var first = index
        while first > 0, !document.tokens[document.sentences[first].lowerBound].shape.contains(.lineStart) {
            first -= 1
        }
        let told = document.sentences[first].lowerBound..<clause.upperBound
        let places = reading.places(in: told).filter {
            !reading.isAside($0) && !reading.isInRoadName($0)
                && !isAttribution($0, document.sentence(of: $0.range.lowerBound))
        }
        return pairs(in: told).isEmpty && !places.contains(where: isPartner) ? Set(places.map(\.country)).only : nil
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

    /// The three states or more that a paragraph has told of in a row, as it tells of a thing that they have in common; what is
    /// quoted goes on with the sentence before it.
    func rowTold(_ clause: Range<Int>, _ index: Int) -> [CountryCode] {
        var first = index
        while first > 0, !document.tokens[document.sentences[first].lowerBound].shape.contains(.lineStart) {
            first -= 1
        }
        if first > 0, document.isDash(document.sentences[first].lowerBound) { first -= 1 }
        let before = document.sentences[first].lowerBound..<clause.lowerBound
        if let row = Self.rows(of: reading.places(in: before), in: reading).last { return row }
        // "станция, которую Кения строит вместе с Перу и Чили"
        guard let beside = document.marks(marks.encounters.together, in: before).last else { return [] }
        let sentence = document.sentence(of: beside.first)
        let states = Set(
            reading.places(in: sentence).filter { $0.kind == .name && !isAttribution($0, sentence) }.map(\.country))
        return states.count >= 3
            && reading.places(in: beside.end..<beside.end + 1).contains(where: { $0.kind == .name })
            ? states.sorted() : []
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
