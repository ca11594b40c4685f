import Grammar
import Model

/// Whether two mentions tell of one document.
extension AgreementReader {
    /// "Подписано соглашение о границе. Подписание договора о границе": one word for the other.
    private func isSameByAnotherName(_ a: AgreementDraft, _ b: AgreementDraft) -> Bool {
        let kinds: Set<Agreement.Kind> = [.treaty, .agreement]
        let isSubset = a.words.isSubset(of: b.words) || b.words.isSubset(of: a.words)
        return kinds.isSuperset(of: [a.kind, b.kind]) && !a.words.isEmpty && !b.words.isEmpty && isSubset
            && a.status == b.status && (a.status != .existing || a.words == b.words) && !a.isItem && !b.isItem
            && (a.parties.isSame(as: b.parties) || !b.parties.isTold && a.parties.isCompatible(with: b.parties))
            || kinds.isSuperset(of: [a.kind, b.kind]) && a.status == b.status && isWhose(b, after: a)
    }

    /// The words of a name without those that say whose it is.
    func own(_ draft: AgreementDraft) -> Set<String> {
        draft.words.subtracting(draft.parties.countries.map(\.rawValue) + draft.parties.orgs)
    }

    /// Whether a draft tells of the document of another told before: by the first rule that speaks of the two.
    func isSame(_ known: AgreementDraft, _ told: AgreementDraft) -> Bool {
        guard known.kind == told.kind || isSameByAnotherName(known, told) else { return false }
        let pair = AgreementPair(known: known, told: told, reader: self)
        return AgreementMatchRules.all.verdict(on: pair) ?? sharesName(known, told)
    }

    /// Whether two names share more than half of the words of the shorter.
    private func sharesName(_ a: AgreementDraft, _ b: AgreementDraft) -> Bool {
        var (one, other) = (a.words, b.words)
        if a.parties.isSame(as: b.parties) {
            // Whose it is tells no two documents of the same states apart.
            let parties = Set(a.parties.countries.map(\.rawValue) + a.parties.orgs)
            if !one.isSubset(of: parties), !other.isSubset(of: parties) {
                one.subtract(parties)
                other.subtract(parties)
            }
        }
        return alike(one, other) * 2 > min(one.count, other.count)
    }

    /// "соглашение о пошлинах, меморандум о туризме и соглашение о сотрудничестве": each of a row with a name of its own is one.
    func isNextInRow(_ b: AgreementDraft, after a: AgreementDraft) -> Bool {
        guard a.sentence == b.sentence, a.kind == b.kind, a.mention.hasComplement, b.mention.hasComplement,
            !b.mention.isPointer, !b.mention.isEmbedded, a.mention.title.upperBound <= b.mention.phrase
        else { return false }
        return !(a.mention.title.upperBound..<b.mention.phrase).contains {
            reading.isFiniteVerb($0) || document.isDash($0) || document.isMark($0, "(")
                || document.word($0)?.parses[0].tag.grammemes.intersects([.prts, .grnd]) == true
        } && isConjunction(b.mention.phrase - 1)
    }

    /// Tokens from a verb of signing to what a session ends in.
    private static let reachOfEnd = 3

    /// "По итогам заседания подписан протокол": whether a commission's session ends in a document.
    func endsSession(_ draft: AgreementDraft) -> Bool {
        let first = document.sentences[max(0, draft.sentence - 1)].lowerBound
        let verbs = max(first, draft.mention.phrase - Self.reachOfEnd)..<draft.mention.phrase
        return draft.status == .signed && !document.marks(marks.sign, in: verbs).isEmpty
            && document.marks(reading.marks.encounter, in: first..<draft.mention.phrase).contains {
                reading.value($0) == "session"
            }
    }

    /// "Подписано крупное соглашение между Индией и ЕС", of the trade agreement told just before: only whose it is.
    func isWhose(_ b: AgreementDraft, after a: AgreementDraft) -> Bool {
        let parties = Set(b.parties.countries.map(\.rawValue) + b.parties.orgs)
        let title = b.mention.headEnd..<b.mention.title.upperBound
        let words = b.words.filter { document.lexicon.value(of: $0, marks.apart) == nil }
        return !words.isEmpty && words.isSubset(of: parties) && a.parties.isSame(as: b.parties) && !a.isItem
            && !b.isItem
            && (1...Self.reachOfPrice).contains(b.sentence - (a.toldLast ?? a.sentence))
            && Self.signedKinds.contains(b.kind)
            && !document.marks(marks.link, in: title).contains { reading.value($0) == "about" }
    }

    /// Whether a comma or a conjunction joins a document to the one told right before it.
    func isInRow(_ mention: DocumentMention) -> Bool {
        let before = document.sentence(of: mention.phrase).lowerBound..<mention.phrase
        guard !document.marks(marks.document, in: before).isEmpty else { return false }
        return document.isMark(mention.phrase - 1, ",") || isConjunction(mention.phrase - 1)
            || document.mark(at: mention.phrase - 1, marks.further) != nil
            || document.marks(marks.further, in: before).contains { $0.end == mention.phrase }
    }

    /// What kind of papers are many in a package, where its word tells it.
    func papers(_ draft: AgreementDraft) -> String? {
        let noun = draft.mention.noun
        return document.mark(at: noun, marks.document) == nil ? nil : document.word(noun)?.lemma
    }

    /// How many words two names share, by their stems: "союзничество", "союзнический".
    func alike(_ a: Set<String>, _ b: Set<String>) -> Int {
        func stems(_ words: Set<String>) -> Set<Substring> {
            Set(words.map { $0.count > Self.stem ? $0.prefix(Self.stem) : Substring($0) })
        }
        return max(a.intersection(b).count, stems(a).intersection(stems(b)).count)
    }

    private static let stem = 6
}
