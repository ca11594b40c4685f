import Grammar
import Model

/// Where an article says that it was written, and where the agency that wrote it is at home.
struct Dateline {
    let place: Place
    let isCapital: Bool
    /// Nil where the agency is not known.
    let home: CountryCode?

    /// Sent out to where the news is.
    var isAbroad: Bool { home.map { $0 != place.country } ?? false }
}

extension Reading {
    /// The city that an article says it was written in: "Пекин, 4 марта /Синьхуа/ --", "31 января, Хараре /Корр./", "АСТАНА. КАЗИНФОРМ –".
    ///
    /// At home it tells nothing by itself; it names the city where the text has an encounter in that state.
    func dateline() -> Dateline? {
        guard let written = places.prefix(while: { $0.range.lowerBound < 90 }).first(where: isDatelined),
            let place = Place(city: written.city, country: written.country)
        else { return nil }
        let behind = written.range.upperBound..<min(document.tokens.count, written.range.upperBound + 9)
        let agency = document.marks(marks.agency, in: behind).first
        return Dateline(
            place: place, isCapital: written.city == capitalCity(of: written.country),
            home: agency.flatMap { CountryCode(value($0)) })
    }

    /// Whether a city stands where a dispatch says that it was written.
    func isDatelined(_ place: PlaceMention) -> Bool {
        guard place.kind == .capital || place.kind == .city, place.city != nil else { return false }
        let line = lineStart(before: place.range.lowerBound)
        let end = place.range.upperBound
        guard end + 1 < document.tokens.count, place.range.lowerBound - line <= 6,
            (line..<place.range.lowerBound).allSatisfy(isOfDate)
        else { return false }
        // "Ташкент, Узбекистан (UzDaily.uz) —"
        if document.isMark(end, ","), let state = placeSlice(end + 1..<end + 2).first, state.kind == .name,
            state.country == place.country, state.range.upperBound < document.tokens.count
        {
            return document.isMark(state.range.upperBound, "(") || document.isDash(state.range.upperBound)
        }
        let hasDateBefore = (line..<place.range.lowerBound).contains(where: isMonth)
        let isParted = [",", ".", "/", "("].contains { document.isMark(end, $0) } || document.isDash(end)
        guard isParted else { return false }
        // "Хараре /Корр. БЕЛТА/", "АСТАНА. КАЗИНФОРМ": the agency; else the day, before the dash or the dot that ends it.
        if hasDateBefore || document.isMark(end, "/") { return true }
        if document.tokens[end + 1].kind == .number {
            return (end + 1..<min(document.tokens.count, end + 4)).contains(where: isMonth)
        }
        if document.mark(at: end + 1, marks.agency) != nil { return true }
        // "АСТАНА. КАЗИНФОРМ", "САМАРКАНД. Второй форум собрал"
        return document.isMark(end, ".")
            && (document.tokens[end + 1].shape.contains(.upper)
                || place.range.allSatisfy { document.tokens[$0].shape.contains(.upper) }
                    && document.tokens[end + 1].shape.contains(.capitalized))
    }

    private func lineStart(before token: Int) -> Int {
        var at = token
        while at > 0, token - at < 8, !document.tokens[at].shape.contains(.lineStart) { at -= 1 }
        return at
    }

    /// A number, a month, or punctuation.
    private func isOfDate(_ token: Int) -> Bool { document.tokens[token].kind != .word || isMonth(token) }

    /// In full, or as datelines shorten it: "19 сен".
    private func isMonth(_ token: Int) -> Bool {
        document.mark(at: token, marks.month) != nil || document.mark(at: token, marks.encounters.monthShort) != nil
    }
}
