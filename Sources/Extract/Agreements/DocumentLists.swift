import Grammar
import Model
import Morphology

/// Documents of one kind under one word, told apart by what each is about.
extension AgreementReader {
    /// "соглашения о торговле, о туризме и о связи": documents of one kind, each told by what it is about.
    func parts(of mark: Mark, kind: Agreement.Kind, noun: Int, in sentence: Range<Int>, index: Int)
        -> [DocumentMention]
    {
        let low = adjectivesStart(before: mark.first, noun: noun, from: sentence.lowerBound)
        // "два совместных заявления – о границе и о торговле"; "заявления о границе" are words.
        let isCounted =
            low > sentence.lowerBound && count(endingAt: low) != nil
            && (document.isMark(mark.end, ":") || document.isDash(mark.end))
        guard kind != .contract, kind != .statement || opensQuote(mark.end) || isCounted else { return [] }
        guard isPlural(noun, from: low), document.marks(marks.stock, in: sentence).isEmpty else { return [] }
        var titles: [Range<Int>] = []
        var at = mark.end
        // "три соглашения: о торговле, о туризме"
        if document.isMark(at, ":") || document.isDash(at) { at += 1 }
        // "десять соглашений, в том числе о торговле"
        let isListed = document.isMark(at, ",")
        if isListed {
            guard let hit = reading.hit(reading.marks.rules.agreementList, at: at + 1, limit: sentence.upperBound)
            else { return [] }
            at = hit.match.range.upperBound
        }
        while let first = aboutStart(at, isFirst: titles.isEmpty), titles.count < Self.mostParts {
            let head = Mark(kind: marks.document, entry: 0, first: mark.first, end: first)
            let end = titleEnd(after: head, limit: sentence.upperBound, kind: kind)
            guard end > first else { break }
            titles.append(first..<end)
            at = end
        }
        var sharedEnd = mark.end
        if titles.count == 1, let fields = fields(of: mark, about: titles[0], limit: sentence.upperBound) {
            titles = fields
            sharedEnd = fields[0].lowerBound
        }
        guard titles.count > 1 || isListed && !titles.isEmpty else { return [] }
        let isLoose = document.mark(at: mark.first, marks.loose) != nil
        let start = nameStart(low..<mark.first, head: mark.first, opensSentence: opens(low, sentence))
        let number = low > sentence.lowerBound ? count(endingAt: low) : nil
        let phrase = number?.first ?? low
        let isCapital = document.tokens[start].shape.contains(.capitalized) && !opens(start, sentence)
        let package = number.map { number in
            DocumentMention(
                kind: .package, title: start..<mark.end, noun: noun, headEnd: mark.end, phrase: phrase,
                sentence: index, isPlural: true, isCapital: false, isLoose: true, isEmbedded: false,
                isPointer: false, count: number.count, isLeading: false)
        }
        return (package.map { [$0] } ?? [])
            + titles.enumerated().map { order, title in
                DocumentMention(
                    kind: kind, title: title, noun: noun, headEnd: title.lowerBound,
                    phrase: order == 0 && number == nil ? phrase : title.lowerBound, sentence: index, isPlural: false,
                    isCapital: isCapital, isLoose: isLoose, isEmbedded: false, isPointer: false, count: nil,
                    isLeading: false, shared: start..<sharedEnd)
            }
    }

    /// "соглашения о сотрудничестве в туризме, в связи и в области спорта": the fields that the parts are about, from "в" on;
    /// nil where there is one. What comes before the first belongs to all.
    private func fields(of mark: Mark, about title: Range<Int>, limit: Int) -> [Range<Int>]? {
        let common = title.lowerBound + 1
        guard document.mark(at: common, marks.common) != nil, isField(common + 1) else { return nil }
        var fields = [common + 1..<title.upperBound]
        while let first = next(behind: fields[fields.count - 1].upperBound), fields.count < Self.mostParts {
            let end = titleEnd(after: mark, from: first, behind: [common], limit: limit)
            guard end > first else { break }
            fields.append(first..<end)
        }
        return fields.count > 1 ? fields : nil

        func next(behind token: Int) -> Int? {
            var at = token
            if document.isMark(at, ",") || document.isMark(at, ";") { at += 1 }
            if document.word(at)?.parses[0].tag.grammemes.contains(.conj) == true { at += 1 }
            return at > token && isField(at) ? at : nil
        }
        func isField(_ token: Int) -> Bool {
            document.mark(at: token, marks.link).map { reading.value($0) } == "in"
                && document.mark(at: token, marks.stop) == nil
        }
    }

    private static let mostParts = 20

    /// Where the next part of a list begins: at "о", behind what joins it to the part before.
    private func aboutStart(_ token: Int, isFirst: Bool) -> Int? {
        var at = isFirst ? token : bracketedDate(at: token)?.end ?? token
        if !isFirst {
            if document.isMark(at, ",") || document.isMark(at, ";") { at += 1 }
            if document.mark(at: at, marks.further) != nil
                || document.word(at)?.parses[0].tag.grammemes.contains(.conj) == true
            {
                at = document.mark(at: at, marks.further)?.end ?? at + 1
            }
            guard at > token else { return nil }
        }
        // "резолюции «О …» и «О …»"
        if opensQuote(at) { return at }
        return document.mark(at: at, marks.link).map { reading.value($0) } == "about" ? at : nil
    }
}
