import Grammar
import Model

extension Reading {
    /// The city that an article says it was written in: "Пекин, 4 марта /Синьхуа/ --", "31 января, Хараре /Корр./", "АСТАНА. КАЗИНФОРМ –".
    ///
    /// It tells nothing by itself; it names the city where the text has an encounter in that state.
    func datelinePlace() -> Place? {
        places.prefix { $0.range.lowerBound < 60 }.first(where: isDatelined).flatMap {
            Place(city: $0.city, country: $0.country)
        }
    }

    private func isDatelined(_ place: PlaceMention) -> Bool {
        guard place.kind == .capital || place.kind == .city, place.city != nil else { return false }
        let line = lineStart(before: place.range.lowerBound)
        let end = place.range.upperBound
        guard end + 1 < document.tokens.count, place.range.lowerBound - line <= 6,
            (line..<place.range.lowerBound).allSatisfy(isOfDate)
        else { return false }
        let hasDateBefore = (line..<place.range.lowerBound).contains { document.mark(at: $0, marks.month) != nil }
        let isParted = [",", ".", "/", "("].contains { document.isMark(end, $0) } || document.isDash(end)
        guard isParted else { return false }
        // "Хараре /Корр. БЕЛТА/", "АСТАНА. КАЗИНФОРМ": the agency; else the day, before the dash or the dot that ends it.
        if hasDateBefore || document.isMark(end, "/") { return true }
        if document.tokens[end + 1].kind == .number {
            return document.marks(marks.month, in: end + 1..<min(document.tokens.count, end + 4)).first != nil
        }
        return document.isMark(end, ".") && document.tokens[end + 1].shape.contains(.upper)
    }

    private func lineStart(before token: Int) -> Int {
        var at = token
        while at > 0, token - at < 8, !document.tokens[at].shape.contains(.lineStart) { at -= 1 }
        return at
    }

    /// A number, a month, or punctuation.
    private func isOfDate(_ token: Int) -> Bool {
        document.tokens[token].kind != .word || document.mark(at: token, marks.month) != nil
    }
}
