import Grammar
import Model

/// What documents told one by one take over from the words that told of all of them.
extension AgreementReader {
    /// What the documents listed after a sentence take over from it.
    struct Carried {
        let sentence: Int
        let status: Agreement.Status
        let signedOn: PartialDate?
        let parties: AgreementParties
        let rule: String
        /// It told of many documents at once.
        let isPackage: Bool
        /// It told nothing of when.
        var isUndated = true

        func at(_ sentence: Int) -> Carried {
            Carried(
                sentence: sentence, status: status, signedOn: signedOn, parties: parties, rule: rule,
                isPackage: isPackage, isUndated: isUndated)
        }
    }

    /// "Среди ключевых документов:": the list of the package told last, where the words tell nothing more.
    func list(after sentence: Range<Int>, index: Int, _ drafts: [AgreementDraft]) -> Carried? {
        guard document.isMark(sentence.upperBound - 1, ":"), drafts.last?.sentence != index,
            !reading.hits(reading.marks.rules.agreementList, in: sentence).isEmpty,
            let package = drafts.last(where: { $0.kind == .package })
        else { return nil }
        return Carried(
            sentence: index, status: package.status, signedOn: package.signedOn, parties: package.parties,
            rule: package.rule, isPackage: true)
    }

    /// Whether an item of a list is among the drafts of a sentence, which are the last.
    func hasItem(in sentence: Int, _ drafts: [AgreementDraft]) -> Bool {
        for draft in drafts.indices.reversed() {
            if drafts[draft].sentence != sentence { return false }
            if drafts[draft].isItem { return true }
        }
        return false
    }

    /// "В ходе визита также подписаны:": what the lines below take over.
    func head(of sentence: Range<Int>, index: Int) -> Carried? {
        guard document.isMark(sentence.upperBound - 1, ":"),
            let frame = frames(in: sentence, around: []).last(where: { !$0.isNear && !$0.isWeak }),
            let status = frame.status
        else { return nil }
        let day = status == .signed ? date(around: frame, in: sentence, mentions: []) : nil
        return Carried(
            sentence: index, status: status, signedOn: day, parties: AgreementParties(), rule: frame.rule,
            isPackage: true, isUndated: frame.isUndated)
    }

    /// "На форуме подписано 17 контрактов. Среди них": what documents take over that are among many whose parties nothing tells.
    func head(by mention: DocumentMention, _ frames: [StatusFrame], _ mentions: [DocumentMention]) -> Carried? {
        guard mention.kind == .package || mention.isPlural, !mention.isEmbedded,
            let frame = frame(for: mention, among: frames, mentions: mentions)?.frame,
            let status = frame.status, status != .existing
        else { return nil }
        let sentence = document.sentences[mention.sentence]
        return Carried(
            sentence: mention.sentence, status: status,
            signedOn: status == .signed ? date(around: frame, in: sentence, mentions: mentions) : nil,
            parties: AgreementParties(), rule: frame.rule, isPackage: true, isUndated: frame.isUndated)
    }

    /// Whether a document is one of those that the sentence before told of.
    func inherits(_ mention: DocumentMention, from carried: Carried, in sentence: Range<Int>) -> Bool {
        if mention.isEmbedded { return false }
        let steps = steps(from: carried.sentence, to: mention.sentence)
        // Of "это" the documents are those of a package, be it that who says so is told between.
        let hits = reading.hits(reading.marks.rules.agreementList, in: sentence)
        if hits.contains(where: { $0.rule.gives.isEmpty ? steps <= 1 : carried.isPackage && steps <= 2 }) {
            return true
        }
        // The items of a list stand each on its line.
        if mention.isLeading, mention.hasComplement, steps <= 2, opensLine(mention.sentence) { return true }
        // "Подписали три документа. Программу обменов, меморандум о связи": a sentence of names alone.
        return carried.isPackage && steps <= 1 && !sentence.contains { reading.isFiniteVerb($0) }
    }

    /// Sentences from one to another, without the bare numbers of a list; as many as matter, where there are more.
    func steps(from: Int, to: Int) -> Int {
        var steps = 0
        for sentence in from + 1..<to + 1 where !isNumber(sentence) {
            steps += 1
            if steps == Self.mostSteps { break }
        }
        return steps
    }

    private static let mostSteps = 3

    /// Whether a sentence begins a line, be it behind the number of a list.
    private func opensLine(_ index: Int) -> Bool {
        func opens(_ index: Int) -> Bool {
            document.tokens[document.sentences[index].lowerBound].shape.contains(.lineStart)
        }
        return opens(index) || index > 0 && isNumber(index - 1) && opens(index - 1)
    }

    private func isNumber(_ sentence: Int) -> Bool {
        document.sentences[sentence].allSatisfy { document.tokens[$0].kind != .word }
    }
}
