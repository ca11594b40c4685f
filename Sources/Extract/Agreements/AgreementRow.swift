import Grammar
import Model

/// Whether a mention of a document becomes a row.
extension AgreementReader {
    /// Whether a mention is a document at all, and one that the text tells of as such.
    func isRow(
        _ mention: DocumentMention, of parties: AgreementParties, governing: (frame: StatusFrame, cost: Double)?,
        isCarried: Bool, value: Bool
    ) -> Bool {
        let isConcluded =
            governing.map { $0.frame.status != .existing || $0.frame.isOfMany && !$0.frame.isNear } ?? isCarried
        if mention.kind == .package { return isConcluded }
        if document.mark(at: mention.noun, marks.ruling) != nil, !isCarried {
            guard isRuling(mention, of: parties, governing?.frame) else { return false }
        }
        if mention.isEmbedded { return mention.hasComplement && (mention.isCapital || !mention.isLoose) }
        if mention.kind == .contract {
            if value || !mention.isPlural && isTold(by: mention) && mention.hasComplement { return true }
            // "подписаны контракты"
            if mention.isPlural {
                guard let governing, governing.frame.status == .signed else {
                    return governing?.frame.status == .planned && mention.hasComplement && parties.count >= 2
                }
                if (mention.phrase..<mention.noun).overlaps(governing.frame.range) { return false }
                return governing.cost < Self.nearContracts || closesRow(mention, behind: governing.frame)
            }
            // "пересмотрят договор о поставках топлива"
            if let governing, governing.frame.status == .existing, parties.count >= 2,
                mention.hasComplement || mention.headEnd > mention.noun + 1
            {
                return true
            }
            // "по контракту, заключенному в 2022 году", "по контракту 1996 года"
            if parties.count >= 2, !mention.isPlural,
                governing.map({ $0.frame.status == .signed && isDatedBehind(mention, by: $0.frame) }) ?? false
                    || isToldBehind(mention)
            {
                return true
            }
            // "соответствующий контракт": the sentence before says on what.
            return isConcluded
                && (mention.hasComplement || mention.headEnd > mention.noun + 1
                    || (mention.phrase..<mention.noun).contains { document.mark(at: $0, marks.due) != nil })
        }
        if mention.isLoose {
            if mention.isCapital && mention.isDescribed { return true }
            // "ход реализации программы обменов между министерствами"
            if let governing, governing.frame.status == .existing, parties.count >= 2, isJoint(mention) { return true }
            // "План мероприятий между Грузией и Ираном вступил в силу"
            if governing != nil, mention.isDescribed, isTold(by: mention) || isBetweenStates(mention) { return true }
            // In a row of documents it stands as far off as they are many.
            return isConcluded && mention.isDescribed
                && (governing?.cost ?? 0) < (isInRow(mention) ? Self.farthest : Self.nearLoose)
        }
        if !mention.isPlural, isToldBehind(mention), parties.count >= 2 { return true }
        if mention.isDescribed { return mention.isCapital || mention.hasComplement || isConcluded }
        // "Соглашение, которое 13 мая подписали министры, отменяет пошлины"
        let end = mention.title.upperBound
        let isRelative = document.isMark(end, ",") && self.isRelative(end + 1..<end + 3)
        return isConcluded && (governing?.cost ?? 0) < (isRelative ? Self.nearRelative : 6)
    }

    private static let nearLoose = 8.0

    /// "подписаны соглашение о торговле, а также ряд контрактов": many that end the row of what was signed.
    private func closesRow(_ mention: DocumentMention, behind frame: StatusFrame) -> Bool {
        let end = frame.range.upperBound
        guard end <= mention.phrase, document.mark(at: mention.phrase - 1, marks.many) != nil else { return false }
        return !(end..<mention.phrase).contains {
            reading.isFiniteVerb($0) || document.word($0)?.parses[0].tag.grammemes.contains(.prts) == true
                || document.isMark($0, ";")
        }
    }

    /// "программа совместных действий на 2031–2033 годы": years and two sides in the name of what is being carried out.
    private func isBetweenStates(_ mention: DocumentMention) -> Bool {
        guard term(of: mention) != nil else { return false }
        return !document.marks(marks.mutual, in: mention.title).isEmpty || !organisations(in: mention.title).isEmpty
    }

    /// "программа сотрудничества": its name says that two sides have it.
    private func isJoint(_ mention: DocumentMention) -> Bool {
        !document.marks(marks.joint, in: mention.headEnd..<max(mention.headEnd, mention.title.upperBound)).isEmpty
    }

    /// Whether a decision is a paper: one that is signed, or that an organisation adopts and the world's assemblies do not.
    private func isRuling(_ mention: DocumentMention, of parties: AgreementParties, _ frame: StatusFrame?) -> Bool {
        let sentence = document.sentences[mention.sentence]
        guard let frame, frame.status == .signed, document.marks(marks.assembly, in: sentence).isEmpty else {
            return false
        }
        let isSettled = document.mark(at: mention.noun, marks.ruling).map { !reading.value($0).isEmpty } ?? false
        return !isSettled || document.marks(marks.adoption, in: frame.range).isEmpty || !parties.orgs.isEmpty
            || summit != nil
    }

    private static let nearContracts = 5.0
    private static let nearRelative = 18.0

    /// What one state decides, plans or declares alone is no document between states.
    func isDomestic(_ mention: DocumentMention, _ parties: AgreementParties, value: Bool) -> Bool {
        guard parties.countries.count == 1, parties.orgs.isEmpty, !parties.isTold else { return false }
        if document.mark(at: mention.noun, marks.deal) != nil { return true }
        if value { return false }
        let words = min(mention.phrase, mention.title.lowerBound)..<mention.title.upperBound
        let sentence = document.sentences[mention.sentence]
        if sentence.contains(where: { document.isDash($0) && isOfTwo($0, in: sentence) }) { return false }
        return ![.treaty, .agreement, .memorandum, .declaration].contains(mention.kind)
            && document.marks(marks.mutual, in: words).isEmpty
    }

    /// "Россия – Африка": a state and a region that is none.
    private func isOfTwo(_ dash: Int, in words: Range<Int>) -> Bool {
        guard dash > words.lowerBound, dash + 1 < words.upperBound, joinsNames(dash) else { return false }
        return !reading.places(in: dash - 1..<dash + 2).isEmpty
    }

    /// Whether a participle right behind a document tells when it was signed.
    private func isDatedBehind(_ mention: DocumentMention, by frame: StatusFrame) -> Bool {
        let first = frame.range.lowerBound
        guard document.isMark(mention.title.upperBound, ","), first == mention.title.upperBound + 1,
            document.word(first)?.parses[0].tag.grammemes.contains(.prtf) == true
        else { return false }
        return reading.dates(in: first..<min(document.tokens.count, first + 6)).contains { $0.role == .time }
    }

    /// "по протоколу, подписанному министрами 11 марта", "договор от 3 мая 1996 года": which one it is the words behind it tell.
    private func isToldBehind(_ mention: DocumentMention) -> Bool {
        if dateBehind(mention) != nil || yearBehind(mention) != nil { return true }
        let first = mention.title.upperBound + 1
        guard document.isMark(first - 1, ","), first < document.tokens.count else { return false }
        let aside = first..<endOfAside(from: first)
        // "в рамках соглашения, которое подписали в мае"
        if isRelative(first..<min(first + 2, aside.upperBound)) {
            return !document.marks(marks.sign, in: aside).isEmpty
                && reading.dates(in: aside).contains { $0.role == .time && $0.date != nil }
        }
        guard document.mark(at: first, marks.sign) != nil,
            let participle = document.word(first), participle.readings[0].contains([.prtf, .past]),
            agrees(participle, with: mention.noun)
        else { return false }
        return reading.dates(in: aside).contains { $0.role == .time && $0.date != nil }
            || !reading.places(in: aside).isEmpty
    }

    /// "вложит 2 млрд; соответствующий меморандум подписали 24 февраля": to be signed, or signed on a day, where none of its kind was
    /// told.
    func isNewOfItsKind(_ draft: AgreementDraft, _ rows: [AgreementDraft]) -> Bool {
        let alike: Set<Agreement.Kind> =
            [.treaty, .agreement].contains(draft.kind) ? [.treaty, .agreement] : [draft.kind]
        return
            (draft.status == .planned || draft.signedOn?.isDay == true
            || draft.signedOn?.month != nil && isAboutTold(draft.mention))
            && !rows.contains { alike.contains($0.kind) }
    }
}
