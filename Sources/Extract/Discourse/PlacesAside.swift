import Grammar
import Model
import Morphology

/// Places that the text is not about: datelines, roads, what something is measured by.
extension Reading {
    /// "ТАШКЕНТ, 3 мар —", "Москва. 19 августа.": where a dispatch was written says nothing of whom it is about.
    func isDateline(_ place: PlaceMention) -> Bool {
        let end = place.range.upperBound
        // "БИШКЕК/ Trend/ –"
        if place.kind == .capital, document.isMark(end, "/"), end + 2 < document.tokens.count,
            document.isMark(end + 2, "/"), document.tokens[place.range.lowerBound].shape.contains(.lineStart)
        {
            return true
        }
        // "БИШКЕК (ТАСС) –"
        if place.kind == .capital, document.isMark(end, "("), document.isMark(end + 2, ")"), document.isDash(end + 3),
            document.tokens[place.range.lowerBound].shape.contains(.lineStart)
        {
            return true
        }
        // "Москва – Переговоры прошли"
        if place.kind == .capital, document.isDash(end), end + 1 < document.tokens.count,
            document.tokens[place.range.lowerBound].shape.contains(.lineStart),
            document.tokens[end + 1].shape.contains(.capitalized),
            document.word(end + 1)?.can(be: .prep) == true
                || places(in: end + 1..<end + 2).isEmpty && document.word(end + 1)?.readings[0].contains(.name) == false
        {
            return true
        }
        return place.kind == .capital && document.tokens[place.range.lowerBound].shape.contains(.lineStart)
            && (document.isMark(end, ",") || document.isMark(end, ".")) && end + 1 < document.tokens.count
            && document.tokens[end + 1].kind == .number
    }

    /// Where a dispatch was written, or the seat of a union: nothing of which state a passage is about.
    func isAside(_ place: PlaceMention) -> Bool { isDateline(place) || isSeatOfUnion(place) }

    /// "соглашение, подписанное 19 апреля в Лиме": where a document was signed says nothing of whose it is.
    func isSigningPlace(_ place: PlaceMention) -> Bool {
        let first = place.range.lowerBound
        guard place.kind == .capital, preposition(at: first - 1) == "into" else { return false }
        return document.marks(marks.agreements.sign, in: max(0, first - 6)..<first - 1).contains { mark in
            document.word(mark.first)?.can(be: .prtf) == true
                && !(mark.end..<first).contains { document.isMark($0, ",") || document.isMark($0, ".") }
        }
    }

    /// "Брюссель выделит 5 млн": a capital that stands for the union of which it is the seat, where that is named and nothing
    /// else of its state is.
    func isSeatOfUnion(_ place: PlaceMention) -> Bool {
        guard place.kind == .capital, let seat = document.mark(at: place.range.lowerBound, marks.organisationSeat)
        else { return false }
        return places.allSatisfy { $0.country != place.country || $0.kind == .capital || $0.kind == .city }
            && document.marks(marks.organisation).contains { value($0) == value(seat) }
    }

    /// "до границы Грузии", "Западная Европа – Западный Китай": where a road leads says nothing of whom a passage is about.
    func isInRoadName(_ place: PlaceMention) -> Bool {
        let first = place.range.lowerBound
        if document.word(first)?.can(be: .gent) == true, document.mark(at: first - 1, marks.border) != nil {
            return true
        }
        // "до кенийской границы"
        if place.kind == .adjective, document.mark(at: place.range.upperBound, marks.border) != nil,
            document.word(first - 1)?.can(be: .prep) == true
        {
            return true
        }
        // "до границы с Кенией"
        if document.word(first)?.can(be: .ablt) == true, document.mark(at: first - 1, marks.with) != nil,
            document.mark(at: first - 2, marks.border) != nil, document.word(first - 3)?.can(be: .prep) == true
        {
            return true
        }
        // "по «Турецкому потоку»"
        if place.kind == .adjective, opensQuote(first - 1), closesQuote(place.range.upperBound + 1) { return true }
        return document.mark(at: first - 1, marks.compass) != nil && place.kind == .name
            && (document.isDash(first - 2) || document.isDash(place.range.upperBound))
    }

    /// "мы, обойдя Чили, заняли второе место": nor does who is left behind.
    func isLeftBehind(_ place: PlaceMention) -> Bool {
        let first = place.range.lowerBound
        return document.marks(marks.outrun, in: max(0, first - 3)..<first).contains {
            $0.end == first && document.word($0.first)?.parses[0].tag.grammemes.contains(.grnd) == true
        }
    }

    /// "на 4 млн долларов меньше, чем у Перу": with whose something is compared says nothing of whom a passage is about.
    func isMeasuredBy(_ place: PlaceMention) -> Bool {
        let first = place.range.lowerBound
        return document.marks(marks.base, in: max(0, first - 3)..<first).contains { base in
            base.range.count == 1
                && (base.end..<first).allSatisfy { document.word($0)?.parses[0].tag.grammemes.contains(.prep) == true }
        }
    }
}
