import Foundation
import Grammar
import Model

extension AgreementReader {
    /// No article tells of more documents, and of none in more places; what goes beyond is bounded work and no sense.
    private static let mostRows = 200
    private static let mostEvidence = 100

    /// Joins the drafts of one document, in order of first mention.
    func merged(_ drafts: [AgreementDraft]) -> [AgreementDraft] {
        var rows: [AgreementDraft] = []
        // By row the sentence that told of it last.
        var told: [Int] = []
        for draft in drafts {
            let sentence = draft.mention.sentence
            let alike = rows.indices.suffix(Self.mostRows).filter { isSame(rows[$0], draft) }
            // What has no name of its own is the last that was told of.
            let named =
                isBare(draft)
                ? alike.max { told[$0] < told[$1] } ?? pointed(draft, rows, told) ?? just(draft, rows, told)
                : alike.first
            let index = named ?? priced(draft, rows, told) ?? described(draft, rows, told)
            if let index {
                rows[index] = join(rows[index], draft)
                told[index] = sentence
            } else if isEcho(draft, rows) {
                lend(draft, to: &rows)
                reading.log?.leave(head(of: draft.mention), .document, .echo)
                continue
            } else {
                rows.append(draft)
                told.append(sentence)
            }
            if !draft.isHeading { reading.log?.take(head(of: draft.mention), .document) }
        }
        return rows
    }

    /// "Весной объявили, что подпишут меморандум о дружбе": what was announced and then signed under another name.
    func concluded(_ rows: [AgreementDraft]) -> [AgreementDraft] {
        rows.filter { row in
            if isForeword(row, rows) { return false }
            guard row.status == .planned, Self.bilateral.contains(row.kind), !row.words.isEmpty else { return true }
            return !rows.contains {
                $0.status == .signed && $0.kind != row.kind && Self.bilateral.contains($0.kind)
                    && $0.words == row.words && $0.parties.isSame(as: row.parties)
            }
        }
    }

    /// Joins what only a heading names so to the one document of its kind that the text below tells in other words.
    func headed(_ rows: [AgreementDraft]) -> [AgreementDraft] {
        var rows = rows
        while let at = rows.indices.first(where: { rows[$0].isHeadline }) {
            let heading = rows[at]
            rows[at].isHeadline = false
            guard heading.kind != .package, heading.count == nil else { continue }
            if let called = calledOtherwise(heading, rows) {
                rows[called] = join(rows[called], heading, keepsName: true)
                rows.remove(at: at)
                continue
            }
            let alike = rows.indices.filter {
                $0 != at && rows[$0].kind == heading.kind && rows[$0].status == heading.status
                    && !rows[$0].words.isEmpty && rows[$0].value == heading.value
                    && rows[$0].parties.isCompatible(with: heading.parties)
            }
            guard alike.count == 1, rows.count(where: { $0.kind == heading.kind && !$0.isHeadline }) == 2 else {
                continue
            }
            rows[alike[0]] = join(rows[alike[0]], heading, keepsName: true)
            rows.remove(at: at)
        }
        return rows
    }

    /// "Подписали договор о сотрудничестве парламентов", in the heading, of what the text calls a memorandum on it.
    private func calledOtherwise(_ heading: AgreementDraft, _ rows: [AgreementDraft]) -> Int? {
        guard heading.isHeading, Self.bilateral.contains(heading.kind), !heading.words.isEmpty,
            !rows.contains(where: { $0.kind == heading.kind && !$0.isHeading })
        else { return nil }
        let others = rows.indices.filter { index in
            let row = rows[index]
            return !row.isHeading && Self.bilateral.contains(row.kind) && row.status == heading.status
                && !row.words.isEmpty && row.parties.isCompatible(with: heading.parties)
                && alike(row.words, heading.words) * 2 > min(row.words.count, heading.words.count)
        }
        return others.count == 1 ? others[0] : nil
    }

    /// "Подписан документ о границе": no document beside the agreement that is named.
    func kinded(_ rows: [AgreementDraft]) -> [AgreementDraft] {
        rows.filter { row in
            guard row.mention.isAnyKind else { return true }
            return !rows.contains {
                !$0.mention.isAnyKind && $0.kind != .package && $0.status == row.status
                    && (alike($0.words, row.words) > 0 || row.words.isEmpty)
                    && $0.parties.isCompatible(with: row.parties)
            }
        }
    }

    static let named = "agreement.named"
    static let byValue = "agreement.value"
    /// "Она называется": the document told just before.
    static let called = "agreement.is_called"
    /// The noun alone, which tells of what was signed and of what is to be.
    static let signing = "agreement.signing"
    private static let signingTook = "agreement.signing_took_place"
    private static let bilateral: Set<Agreement.Kind> = [.treaty, .agreement, .memorandum, .declaration]

    /// "Подписали соглашение о дружбе", in the lead, of what the text below calls a declaration of it.
    private func isForeword(_ row: AgreementDraft, _ rows: [AgreementDraft]) -> Bool {
        guard row.kind == .agreement, row.status == .signed, row.sentence < 2, !row.words.isEmpty else { return false }
        return rows.contains {
            $0.kind != row.kind && Self.bilateral.contains($0.kind) && $0.status == .signed
                && $0.sentence > row.sentence
                && row.words.isSubset(of: $0.words) && $0.parties.isSame(as: row.parties)
        }
    }

    private func isBare(_ draft: AgreementDraft) -> Bool {
        draft.words.isEmpty && !draft.mention.isDescribed && draft.value == nil && draft.count == nil
    }

    /// "Соглашение вступит в силу", whoever the sentence names: the one of its kind told just before.
    private func just(_ draft: AgreementDraft, _ rows: [AgreementDraft], _ told: [Int]) -> Int? {
        guard draft.kind != .package, draft.kind != .contract, draft.kind != .protocol || !endsSession(draft) else {
            return nil
        }
        let alike = rows.indices.filter {
            rows[$0].kind == draft.kind
                // "С Перу рассчитываем парафировать соглашение": not what others have signed.
                && (draft.status != .planned || rows[$0].signedOn == nil
                    || rows[$0].parties.isSame(as: draft.parties))
                && (!draft.parties.isTold || draft.parties.countries.isEmpty || isOfAct(draft)
                    || !Set(draft.parties.countries).isDisjoint(with: rows[$0].parties.countries))
        }
        guard let last = alike.max(by: { told[$0] < told[$1] }), draft.sentence - told[last] <= Self.reachOfPrice
        else { return nil }
        return last
    }

    /// "При подписании декларации присутствовали послы": a noun of the act tells of the one signed, whoever is named beside it.
    private func isOfAct(_ draft: AgreementDraft) -> Bool {
        [Self.signing, Self.signingTook].contains(draft.rule) && !draft.mention.isPlural
    }

    /// "полноформатное соглашение", "мощное соглашение": no new document, but what the one told just before is like.
    private func described(_ draft: AgreementDraft, _ rows: [AgreementDraft], _ told: [Int]) -> Int? {
        let mention = draft.mention
        guard Self.bilateral.contains(draft.kind),
            draft.status != .signed || [Self.signing, Self.signingTook].contains(draft.rule),
            !mention.hasComplement, !mention.isCapital, mention.title.lowerBound < mention.noun, draft.value == nil,
            mention.headEnd == mention.noun + 1,
            mention.isPointer
                || !(mention.phrase..<mention.noun).contains(where: { document.mark(at: $0, marks.apart) != nil }),
            document.marks(reading.marks.organisation, in: mention.title).isEmpty,
            reading.places(in: mention.title).isEmpty
        else { return nil }
        return rows.indices.filter { index in
            rows[index].kind == draft.kind && rows[index].mention.hasComplement
                && (0...Self.reachOfPrice).contains(draft.sentence - told[index])
        }.max { told[$0] < told[$1] }
    }

    /// "Сумма контракта на поставку турбин составила 3 млн", "сделка на 3 млн": the price of a contract told just before.
    private func priced(_ draft: AgreementDraft, _ rows: [AgreementDraft], _ told: [Int]) -> Int? {
        guard draft.kind == .contract, !draft.mention.isPlural, draft.isPrice || draft.words.isEmpty else { return nil }
        return rows.indices.filter { index in
            let row = rows[index]
            return row.kind == .contract && !row.mention.isPlural && (!row.words.isEmpty || draft.isPrice)
                && (row.value == nil || draft.value == nil || row.value == draft.value)
                && (0...Self.reachOfPrice).contains(draft.sentence - told[index])
                && (row.parties.isCompatible(with: draft.parties) || !draft.parties.isTold)
        }.max { told[$0] < told[$1] }
    }

    /// Sentences behind a contract that may tell its price.
    static let reachOfPrice = 3

    /// "Соглашение" without a name, said of a treaty or a memorandum told just before.
    private func pointed(_ draft: AgreementDraft, _ rows: [AgreementDraft], _ told: [Int]) -> Int? {
        guard draft.kind == .agreement || draft.kind == .treaty else { return nil }
        let kinds: [Agreement.Kind] = [.treaty, .agreement, .memorandum, .protocol, .contract, .declaration]
        return rows.indices.filter { index in
            kinds.contains(rows[index].kind)
                && ((rows[index].kind == .contract ? 0 : 1)...3).contains(draft.mention.sentence - told[index])
                && (draft.mention.isPointer || rows[index].parties.isCompatible(with: draft.parties))
        }.max { told[$0] < told[$1] }
    }

    /// "подписали соглашение о туризме, первое крупное соглашение после ссоры": the document before the comma, once more.
    ///
    /// "план мероприятий («дорожная карта»)": the same in brackets.
    private func isApposed(_ draft: AgreementDraft, _ rows: [AgreementDraft]) -> Bool {
        let mention = draft.mention
        if let last = rows.last, last.sentence == draft.sentence, draft.words.isEmpty, draft.value == nil,
            draft.count == nil, case let opens = last.mention.title.upperBound, document.isMark(opens, "("),
            (opens + 1..<opens + 3).contains(mention.phrase)
        {
            return true
        }
        guard let last = rows.last, last.sentence == draft.sentence, last.kind == draft.kind, !draft.isItem,
            last.mention.title.upperBound + 1 == mention.phrase, document.isMark(mention.phrase - 1, ",")
        else { return false }
        return (mention.phrase..<mention.noun).contains { document.mark(at: $0, marks.drop) != nil }
    }

    /// "соглашение об этом": on what was told, and not the one that was.
    func isAboutTold(_ mention: DocumentMention) -> Bool {
        document.mark(at: mention.headEnd, marks.link).map {
            reading.value($0) == "about" && document.mark(at: $0.end, marks.told) != nil
        } ?? false
    }

    /// "подписание документов прошло", "этот договор": the documents that were named, once more.
    private func isEcho(_ draft: AgreementDraft, _ rows: [AgreementDraft]) -> Bool {
        if isApposed(draft, rows) { return true }
        if draft.mention.isPointer, isBare(draft) {
            // "проект соответствующего протокола": one on what was told, where none of its kind was.
            let isDue =
                (draft.mention.phrase..<draft.mention.noun).contains { document.mark(at: $0, marks.due) != nil }
                || isAboutTold(draft.mention)
            if isDue, isNewOfItsKind(draft, rows) { return false }
            return draft.status != .signed || !rows.isEmpty
        }
        return draft.kind == .package && isBare(draft) && draft.mention.headEnd == draft.mention.noun + 1
            && draft.mention.phrase == draft.mention.title.lowerBound
            && rows.contains { $0.status == draft.status && $0.parties.isCompatible(with: draft.parties) }
    }

    /// "Подписание документов прошло 3 марта": the day of those told before.
    private func lend(_ echo: AgreementDraft, to rows: inout [AgreementDraft]) {
        guard echo.kind == .package, echo.status == .signed, let day = echo.signedOn, day.isDay else { return }
        for index in rows.indices
        where (rows[index].status == .signed || rows[index].isRatified) && rows[index].signedOn == nil
            && (echo.mention.isPointer || rows[index].parties.isCompatible(with: echo.parties))
            && echo.sentence - rows[index].sentence <= 3
        {
            rows[index].signedOn = day
        }
    }

    /// The longest title wins, of packages that with a number; signed outweighs planned, an earlier day both.
    private func join(_ a: AgreementDraft, _ b: AgreementDraft, keepsName: Bool = false) -> AgreementDraft {
        var row = a
        let isFuller =
            a.kind == .package
            ? a.count == nil && b.count != nil
            : b.title.count > a.title.count && !keepsName && (!b.isPrice || a.words.isEmpty) && !isWhose(b, after: a)
                && !(b.mention.isPointer && isBare(b))
        if isFuller {
            row.title = b.title
            if [.treaty, .agreement].contains(a.kind) { row.kind = b.kind }
            row.mention = b.mention
            row.words = b.words
        }
        row.status = status(of: a, joinedBy: b)
        row.toldLast = max(a.toldLast ?? a.sentence, b.sentence)
        row.isRatified = a.isRatified || b.isRatified
        if row.status != a.status { row.rule = b.rule }
        if b.parties.isTold, !a.parties.isTold || b.parties.count > a.parties.count { row.parties = b.parties }
        // "Соглашение, которое вчера ратифицировали, подписано на год": not yesterday.
        let isOld = b.status == .planned || a.isRatified && b.isDayOfNews
        row.signedOn = a.signedOn ?? (isOld ? nil : b.signedOn)
        row.count = a.count ?? b.count
        row.value = a.value ?? b.value
        row.unit = a.unit ?? b.unit
        row.term = a.term?.from == nil ? b.term ?? a.term : a.term
        row.isHeading = a.isHeading && b.isHeading
        row.isHeadline = a.isHeadline && (b.isHeading || b.words.isEmpty)
        row.isApproval = a.isApproval && b.isApproval
        if a.evidence.count >= Self.mostEvidence { return row }
        row.evidence = (a.evidence + b.evidence.filter { !a.evidence.contains($0) }).sorted()
        return row
    }

    /// How a document stands that two places tell of.
    private func status(of a: AgreementDraft, joinedBy b: AgreementDraft) -> Agreement.Status {
        // Money alone tells that a contract is, and little of how it stands.
        if a.rule == Self.byValue, b.rule != Self.byValue, b.rule != Self.named { return b.status }
        if b.rule == Self.byValue { return a.status }
        // What parliament ratifies has been signed before.
        if a.isRatified || b.isRatified { return .existing }
        switch (a.status, b.status) {
        case (.planned, .existing): return b.rule == Self.named ? .planned : .existing
        case (.existing, .planned): return a.rule == Self.named && a.signedOn == nil ? .planned : .existing
        case (.planned, .signed): return b.isApproval || b.rule == Self.signing ? .planned : .signed
        case (.signed, .planned): return a.isApproval || a.rule == Self.signing ? .planned : .signed
        case (.existing, .signed): return a.signedOn == nil ? .signed : .existing
        case (.signed, .existing): return b.signedOn != nil && a.signedOn == nil ? .existing : .signed
        default: return a.status
        }
    }
}
