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
    private func own(_ draft: AgreementDraft) -> Set<String> {
        draft.words.subtracting(draft.parties.countries.map(\.rawValue) + draft.parties.orgs)
    }

    func isSame(_ a: AgreementDraft, _ b: AgreementDraft) -> Bool {
        guard a.kind == b.kind || isSameByAnotherName(a, b) else { return false }
        if let alias = a.mention.alias, alias == b.mention.alias { return true }
        // "утвержден План на 2022 год", said by the minister of one of those who have it
        if b.parties.orgs.isEmpty, b.parties.countries.count == 1, a.sentence < b.sentence, a.words == b.words,
            a.term != nil, a.term == b.term
        {
            return true
        }
        if a.parties.isTold, b.parties.isTold, !a.parties.isCompatible(with: b.parties) { return false }
        // "дополняет Договор о дружбе (1997 год)": an older one of which the name says less.
        if let day = bracketedDate(at: behind(b.mention))?.date ?? yearBehind(b.mention),
            a.signedOn.map({ $0.year != day.year }) ?? (b.sentence > a.sentence && own(a) != own(b))
        {
            return false
        }
        // Each item of a list is a document of its own.
        if a.isItem, b.isItem, a.words != b.words || a.words.isEmpty { return false }
        if isNextInRow(b, after: a) { return false }
        // An item that its name describes is not the document of its kind told before the list.
        if b.isItem, !a.isItem, b.words.isEmpty, b.mention.isDescribed { return false }
        // "Еще одно соглашение о торговле": beside the one told before.
        if b.mention.isFurther, !b.words.isEmpty, a.sentence <= b.sentence { return false }
        // "Ранее стороны подписали": an older document than the one just signed.
        if a.status == .signed, b.isOlder, !b.isApproval, b.signedOn != nil, !a.isOlder, a.words != b.words,
            !b.words.isEmpty
        {
            return false
        }
        // A treaty of two states is not that of three.
        if a.parties.isNamed, b.parties.isNamed, a.parties.count != b.parties.count { return false }
        if let x = a.term, let y = b.term, x != y, x.to != y.to || x.from != nil && y.from != nil { return false }
        if let x = a.value, let y = b.value { return x == y }
        if let x = a.count, let y = b.count { return x == y }
        if a.kind == .package {
            // "совместные заявления", "соглашения"
            if let x = papers(a), let y = papers(b), x != y, !b.mention.isPointer { return false }
            // "22 документа. Подписаны соглашение о фонде, а также документы о таможне", "подписаны программы обменов": a part of
            // them, told by what it is about.
            if b.count == nil, b.mention.hasComplement, !b.words.isEmpty, a.words.isDisjoint(with: b.words),
                isInRow(b.mention) || document.mark(at: b.mention.noun, marks.loose) != nil
            {
                return false
            }
            // What is to be signed are not the papers that were.
            if a.status != b.status, a.words != b.words || a.status == .signed && b.status == .planned { return false }
            return a.parties.isCompatible(with: b.parties)
        }
        if let x = a.signedOn, let y = b.signedOn, x.isDay, y.isDay, x != y, a.words.isEmpty || b.words.isEmpty {
            return false
        }
        // "В 2022 году подписано соглашение о транзите нефти, в марте 2024 года – о росте транзита нефти"
        if let x = a.signedOn, let y = b.signedOn, !a.isDayOfNews, !b.isDayOfNews, a.words != b.words,
            !a.words.isEmpty, !b.words.isEmpty, !b.mention.isPointer, x.year != y.year
        {
            return false
        }
        if a.kind == .contract, a.words == b.words { return true }
        if a.kind == .contract {
            if a.mention.isPlural || b.mention.isPlural || !a.parties.isSame(as: b.parties) { return false }
            if a.words.isEmpty || b.words.isEmpty { return false }
        }
        // "Указ об утверждении меморандума. Данный меморандум подписан в 2014 году"
        if b.mention.isPointer, b.words.isEmpty, !b.mention.isDescribed {
            return a.parties.isCompatible(with: b.parties)
        }
        if a.status == .planned && b.status == .existing || a.status == .existing && b.status == .planned {
            // "Соглашение предусматривает", said of what is to be signed.
            let isAnew =
                a.status == .planned && b.rule == Self.named && b.words.isSubset(of: a.words)
                // "Договор о партнерстве готов. Его подпишут осенью."
                || b.status == .planned && a.rule == Self.named && own(a) == own(b)
            if a.words != b.words, !isAnew { return false }
            if isAnew { return a.parties.isCompatible(with: b.parties) }
        }
        // "Соглашение подписали 2 марта. Оно открывает путь к подписанию соглашения о мостах": what is signed is not what is to be.
        if a.status == .signed, a.signedOn != nil, a.words.isEmpty, b.status == .planned, !b.words.isEmpty,
            a.sentence < b.sentence, b.rule != Self.signing
        {
            return false
        }
        // A bare mention refers back to the document of its kind.
        if a.words.isEmpty || b.words.isEmpty {
            return a.parties.isCompatible(with: b.parties)
        }
        // "договор с Абхазией", "договор с Осетией"
        let (mine, its) = (names(of: a.mention), names(of: b.mention))
        if !mine.isSubset(of: its), !its.isSubset(of: mine) { return false }
        if isWhose(b, after: a) { return true }
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
    private func isNextInRow(_ b: AgreementDraft, after a: AgreementDraft) -> Bool {
        guard a.sentence == b.sentence, a.kind == b.kind, a.mention.hasComplement, b.mention.hasComplement,
            !b.mention.isPointer, !b.mention.isEmbedded, a.mention.title.upperBound <= b.mention.phrase
        else { return false }
        return !(a.mention.title.upperBound..<b.mention.phrase).contains {
            reading.isFiniteVerb($0) || document.isDash($0) || document.isMark($0, "(")
                || document.word($0)?.parses[0].tag.grammemes.intersects([.prts, .grnd]) == true
        } && isConjunction(b.mention.phrase - 1)
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
    private func papers(_ draft: AgreementDraft) -> String? {
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
