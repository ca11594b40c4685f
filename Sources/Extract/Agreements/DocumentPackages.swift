import Grammar
import Model
import Morphology

/// Many documents under one word.
extension AgreementReader {
    /// "15 документов", "пакет двусторонних документов": many documents.
    func package(_ mark: Mark, in sentence: Range<Int>, index: Int) -> DocumentMention? {
        guard let noun = mark.range.first(where: { document.word($0)?.can(be: .noun) == true }) else { return nil }
        let low = adjectivesStart(before: mark.first, noun: noun, from: sentence.lowerBound)
        let number = low > sentence.lowerBound ? count(endingAt: low) : nil
        // "проекты документов", "готовятся документы"; not "готовится пакет документов", "подготовлены двусторонние документы".
        if document.mark(at: low - 1, marks.draft)?.end == low {
            let isMany = mark.range.count > 1 || number != nil || low < mark.first
            if !isMany || document.word(low - 1)?.can(be: .noun) == true { return left(mark.range, .general) }
        }
        // "Среди других документов – договор о дружбе": of many that are told elsewhere, or not at all.
        if number == nil, mark.range.count == 1, document.mark(at: low - 1, marks.among) != nil {
            return left(mark.range, .general)
        }
        guard mark.range.count > 1 || number != nil || isPlural(noun, from: low) else {
            // "документ «Мир – 2040»" has a name, "документ о границе" may be any.
            let isNamed = opensQuote(mark.end)
            guard isNamed || document.mark(at: mark.end, marks.link).map({ reading.value($0) }) == "about" else {
                return left(mark.range, .single)
            }
            var single = mention(mark, kind: .other, noun, low, false, true, false, sentence, index)
            single.isAnyKind = !isNamed
            return single
        }
        return package(
            mark.range, noun: noun, low: low, in: sentence, index: index, count: number?.count,
            from: number?.first ?? low)
    }

    func package(
        _ head: Range<Int>, noun: Int, low: Int, in sentence: Range<Int>, index: Int, count: Int?, from: Int
    ) -> DocumentMention? {
        guard document.marks(marks.stock, in: sentence).isEmpty else { return left(head, .stock) }
        // Of a damaged text a number may reach over the sentence's beginning.
        let from = max(from, sentence.lowerBound)
        // "подписание такого рода документов"
        if (max(sentence.lowerBound, from - 2)..<noun).contains(where: { document.mark(at: $0, marks.general) != nil })
        {
            return left(head, .general)
        }
        if let count, count < 2 { return left(head, .single) }
        // "Всего Грузия подписала с Арменией 283 соглашения", "подписали уже 35 протоколов": over the years, where nobody meets.
        if let count, count >= Self.leastStock || isAlready(sentence.lowerBound..<noun),
            document.marks(reading.marks.encounter, in: sentence).isEmpty
        {
            return left(head, .stock)
        }
        let mark = Mark(kind: marks.document, entry: 0, first: head.lowerBound, end: head.upperBound)
        let first = nameStart(
            low..<head.lowerBound, head: head.lowerBound, opensSentence: opens(low, sentence), isMany: true)
        // "оба документа", "по этим документам": those told before.
        let isBoth = (max(sentence.lowerBound, from - 1)...from).contains {
            document.mark(at: $0, marks.told) != nil
        }
        var package = DocumentMention(
            kind: .package, title: first..<titleEnd(after: mark, limit: sentence.upperBound, kind: .package),
            noun: noun, headEnd: head.upperBound, phrase: from, sentence: index,
            isPlural: head.count == 1 || isPlural(noun, from: low),
            isCapital: false, isLoose: true,
            isEmbedded: false, isPointer: isBoth, count: isBoth ? nil : count, isLeading: false)
        // "подписаны следующие документы:" and a line for each
        let isNamedBelow =
            count == nil && document.isMark(head.upperBound, ":")
            && (from..<noun).contains { document.mark(at: $0, marks.following) != nil }
        package.isAsked =
            isNamedBelow
            || (max(sentence.lowerBound, from - 1)...from).contains { document.mark(at: $0, marks.asked) != nil }
        return package
    }

    private func isAlready(_ range: Range<Int>) -> Bool {
        range.contains { document.mark(at: $0, marks.already) != nil }
    }

    /// No talks bring so many.
    private static let leastStock = 100

    /// "12 соглашений и меморандумов": another kind under the same number, in the case that it asks for; "4 соглашения и меморандум" are
    /// a package and one besides.
    func isCounted(_ mark: Mark, behind end: Int) -> Bool {
        guard mark.first == end + 1, document.isMark(end, ",") || isConjunction(end),
            let word = document.word(mark.first)
        else { return false }
        return word.can(be: .gent) && !word.can(be: .accs)
    }

    /// The number before a noun phrase: "15", "еще 11", "восемь". More than so many is a figure and no package.
    func count(endingAt low: Int) -> (count: Int, first: Int)? {
        guard let amount = reading.amount(endingAt: low), amount.unit == nil, amount.valueMax == nil,
            let count = Int("\(amount.value)"), count < 1000
        else { return nil }
        return (count, amount.core.lowerBound)
    }
}
