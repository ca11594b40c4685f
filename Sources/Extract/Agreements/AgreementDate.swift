import Grammar
import Model

extension AgreementReader {
    /// When a document was concluded, as far as the words around its frame tell.
    func date(around frame: StatusFrame, in sentence: Range<Int>, mentions: [DocumentMention]) -> PartialDate? {
        let candidates = reading.dates(in: sentence).filter { date in
            date.role == .time && past(date) != nil && !isSpan(date)
                && !mentions.contains { $0.title.overlaps(date.range) || isOfInner(date, $0) } && !isSaid(date)
                && !isDateline(date) && !datesPage(date) && !isCompared(date)
        }
        let near = candidates.compactMap { date -> (PartialDate, Double)? in
            let isBefore = date.range.lowerBound < frame.range.lowerBound
            let between =
                isBefore
                ? date.range.upperBound..<max(frame.range.lowerBound, date.range.upperBound)
                : frame.range.upperBound..<max(date.range.lowerBound, frame.range.upperBound)
            // "13 марта после переговоров … подписали": what stands before the only verb is said of it.
            let isOne = isBefore && !between.contains { reading.isFiniteVerb($0) }
            let opens = isBefore && opensClause(date.range.lowerBound, in: sentence)
            var cost = Double(opens || isOne ? min(between.count, 6) : between.count)
            for token in between {
                if document.isMark(token, ";") || !isBefore && document.isMark(token, ":") { return nil }
                // "на форуме, который завершился в пятницу": the end of something else.
                if !isBefore, document.isMark(token, ","),
                    (token..<between.upperBound).contains(where: { document.mark(at: $0, marks.end) != nil })
                {
                    return nil
                }
                if document.isMark(token, ",") { cost += isOne ? 2 : 3 }
                if document.isMark(token, "(") || document.isMark(token, ")") { return nil }
            }
            // A bare year is a date of signing only beside the verb.
            if date.date?.month == nil { cost += 8 }
            return cost <= 18 ? past(date).map { ($0, cost) } : nil
        }
        return near.min { $0.1 < $1.1 }?.0
    }

    /// "по сравнению с аналогичным периодом 2017 года": a time that figures are measured against.
    private func isCompared(_ date: CalendarMention) -> Bool {
        let first = date.range.lowerBound
        return document.marks(reading.marks.comparedWith, in: max(0, first - Self.reachOfComparison)..<first)
            .contains { mark in !(mark.end..<first).contains { document.isMark($0, ",") } }
    }

    private static let reachOfComparison = 6

    /// "о внесении изменений в соглашение от 3 мая": the day of the document that another is about.
    private func isOfInner(_ date: CalendarMention, _ mention: DocumentMention) -> Bool {
        mention.isEmbedded
            && (dateFrom(mention.title.upperBound)?.range == date.range
                || yearDate(at: mention.title.upperBound)?.range == date.range)
    }

    /// The day or month of what is over: "заключенный 1 января" in December is of the year that ends.
    func past(_ mention: CalendarMention) -> PartialDate? {
        guard let date = mention.date else { return nil }
        guard isFuture(date) else { return date }
        let isYearTold = mention.range.contains {
            document.tokens[$0].kind == .number && document.text($0..<$0 + 1).count == 4
        }
        // "в пятницу", "завтра": no day of another year.
        let isMonthTold = mention.range.contains { document.mark(at: $0, reading.marks.month) != nil }
        guard date.month != nil, !isYearTold, isMonthTold,
            let before = PartialDate(year: date.year - 1, month: date.month, day: date.day), !isFuture(before)
        else { return nil }
        return before
    }

    /// "с 2024 по 2026 год": the time that a document covers, or days of which one is meant.
    func isSpan(_ date: CalendarMention) -> Bool {
        guard let day = date.date, let to = date.period.to else { return false }
        return to.dayNumber > day.lastDay.dayNumber
    }

    /// "Документ подписан 19 июня 2020 года": a day told of the document that a sentence before has named, or of several.
    func date(_ drafts: inout [AgreementDraft], by sentence: Range<Int>, index: Int) {
        // "Его подписали в июле", "Оно было подписано в июле"
        let pronoun = document.mark(at: sentence.lowerBound, marks.itself)
        guard !drafts.isEmpty, let word = document.marks(marks.it, in: sentence).first ?? pronoun,
            let frame = frames(in: sentence, around: []).first(where: {
                $0.status == .signed && !$0.isUndated && isNear($0.range.lowerBound, behind: word.end)
            }), reading.value(word).isEmpty || isPassive(frame.range),
            !isOfOther(frame.range.lowerBound, than: word.first)
        else { return }
        // "Ратифицирован договор. Документ был принят парламентом 30 октября": by what ratified it, and not signed.
        if drafts[drafts.count - 1].isRatified, !document.marks(marks.adoption, in: frame.range).isEmpty { return }
        if tellByOrder(&drafts, by: sentence, index: index, word) { return }
        sign(&drafts[drafts.count - 1], by: sentence, index: index)
        guard let day = date(around: frame, in: sentence, mentions: []) else { return }
        // "Оба документа подписаны": the verb is in the plural.
        let isMany = frame.range.contains { token in
            document.word(token).map { $0.readings[0].contains([.prts, .plur]) } ?? false
        }
        for at in drafts.indices.suffix(isMany ? Self.mostOfBoth : 1) {
            guard drafts[at].signedOn == nil, drafts[at].status != .planned, drafts[at].kind != .package,
                (1...2).contains(index - drafts[at].sentence)
                    || index == drafts[at].sentence && sentence.lowerBound >= drafts[at].mention.title.upperBound
            else { continue }
            drafts[at].signedOn = day
            drafts[at].evidence.append(document.span(word.first..<max(word.end, frame.range.upperBound)))
            if isEarlier(day, sentence: index) { drafts[at].status = .existing }
        }
    }

    /// "Первый документ подписан 19 декабря 2017 года, второй – 10 марта 2006 года": of two told by the sentence before, each its day.
    private func tellByOrder(
        _ drafts: inout [AgreementDraft], by sentence: Range<Int>, index: Int, _ word: Mark
    ) -> Bool {
        guard let first = document.mark(at: word.first - 1, reading.marks.ordinal).flatMap({ Int(reading.value($0)) })
        else { return false }
        let told = drafts.indices.filter {
            drafts[$0].sentence == drafts[drafts.count - 1].sentence && !drafts[$0].mention.isEmbedded
                && drafts[$0].kind != .package
        }
        guard told.count > 1, (1...2).contains(index - drafts[told[0]].sentence) else { return false }
        var place = first - 1
        var low = word.end
        for date in reading.dates(in: word.end..<sentence.upperBound) where date.role == .time {
            let next = document.marks(reading.marks.ordinal, in: low..<max(low, date.range.lowerBound)).last {
                document.isDash($0.end)
            }
            if let next, let number = Int(reading.value(next)) { place = number - 1 }
            guard low == word.end || next != nil, told.indices.contains(place), let day = past(date) else { continue }
            drafts[told[place]].signedOn = day
            if isEarlier(day, sentence: index) { drafts[told[place]].status = .existing }
            low = date.range.upperBound
        }
        return true
    }

    /// "Документ министры обороны Грузии и Ирана подписали": whether a verb is the first behind a noun, and soon enough.
    private func isNear(_ verb: Int, behind end: Int) -> Bool {
        verb - end < 6
            || verb - end < 12 && !(end..<verb).contains { reading.isFiniteVerb($0) || document.isMark($0, ",") }
    }

    /// "подписан": what its subject undergoes.
    private func isPassive(_ words: Range<Int>) -> Bool {
        words.contains { document.word($0)?.parses[0].tag.grammemes.contains(.prts) == true }
    }

    /// "из стран, подписавших документ": a participle, unless the document is described by it: "документ, подписанный".
    private func isOfOther(_ verb: Int, than noun: Int) -> Bool {
        guard let word = document.word(verb), word.parses[0].tag.grammemes.contains(.prtf) else { return false }
        return verb < noun || !agrees(word, with: noun)
    }

    /// "Документ подписали министры Грузии и Ирана": who signed what the sentence before has named without them.
    private func sign(_ draft: inout AgreementDraft, by sentence: Range<Int>, index: Int) {
        guard !draft.parties.isNamed, draft.kind != .package, (1...2).contains(index - draft.sentence) else { return }
        let signers = actors(in: [sentence]) { _ in false }
        guard signers.countries.count > max(1, draft.parties.countries.count),
            Set(draft.parties.countries).isSubset(of: signers.countries),
            !areOfUnions(signers.countries.filter { !draft.parties.countries.contains($0) }, draft.parties)
        else { return }
        let orgs = draft.parties.isTold ? draft.parties.orgs : []
        draft.parties = AgreementParties(countries: signers.countries.sorted(), orgs: orgs, isTold: true)
    }

    /// "соглашение с ЕАЭС", signed by the premier of Armenia too: states that a union among its parties stands for.
    private func areOfUnions(_ countries: [CountryCode], _ parties: AgreementParties) -> Bool {
        let members = parties.orgs.flatMap { self.members(of: $0) ?? [] }
        return countries.allSatisfy(members.contains)
    }

    private static let mostOfBoth = 4

    /// The one date of the past that the sentence before one tells, in its paragraph: "тогда же".
    func dayTold(before index: Int) -> PartialDate? {
        guard index > 0, !document.tokens[document.sentences[index].lowerBound].shape.contains(.lineStart) else {
            return nil
        }
        return timesTold(in: index - 1) { $0.month != nil }
    }

    /// "В прошлом году прошел саммит. На его полях": the one time that the sentence before tells, be it an earlier year.
    func timeTold(before index: Int) -> PartialDate? {
        guard index > 0 else { return nil }
        let year = (reading.publishedOn ?? latestDay())?.year ?? 0
        return timesTold(in: index - 1) { $0.month != nil || $0.year < year }
    }

    /// The one time that a sentence tells, of those that will do.
    func timesTold(in index: Int, where isFit: (PartialDate) -> Bool) -> PartialDate? {
        let times = reading.dates(in: document.sentences[index]).filter { $0.role == .time && !isSpan($0) }
            .compactMap(\.date).filter { isFit($0) && !isFuture($0) }
        return Set(times).count == 1 ? times[0] : nil
    }

    /// "в феврале (тогда было подписано 14 документов)": the date that stands last before a word in its sentence.
    func dateTold(before token: Int, in sentence: Range<Int>) -> PartialDate? {
        reading.dates(in: sentence.lowerBound..<max(sentence.lowerBound, token)).last {
            $0.role == .time && !isSpan($0)
        }.flatMap { past($0) }
    }

    /// The one day of the news that the sentences right before one tell, in its paragraph.
    func newsDay(before index: Int) -> PartialDate? {
        guard let now = reading.publishedOn ?? latestDay() else { return nil }
        for at in stride(from: index, to: max(0, index - Self.reachOfDay), by: -1) {
            let isVisit = document.marks(reading.marks.encounter, in: document.sentences[at - 1]).contains {
                reading.value($0) == "visit"
            }
            // "накануне он побывал": not the day of what follows.
            let isEve = !document.marks(marks.eve, in: document.sentences[at - 1]).isEmpty
            if isVisit || isEve || document.tokens[document.sentences[at].lowerBound].shape.contains(.lineStart) {
                return nil
            }
            let days = Set(
                reading.dates(in: document.sentences[at - 1]).filter {
                    $0.role == .time && !isSaid($0) && !isDateline($0)
                }
                .map { $0.spansDays ? nil : $0.date }.filter { $0?.isDay != false })
            if days.isEmpty { continue }
            guard days.count == 1, let day = days.first ?? nil, !isFuture(day),
                now.dayNumber - day.dayNumber <= Self.reachOfNews
            else { return nil }
            return day
        }
        return nil
    }

    private static let reachOfDay = 3

    /// Gives documents that the text tells one by one the day of the package that it has told of just before.
    func dated(_ rows: [AgreementDraft]) -> [AgreementDraft] {
        rows.map { row in
            guard row.status == .signed, row.signedOn == nil, row.kind != .package, !row.isHeading else { return row }
            let days = Set(
                rows.filter {
                    $0.kind == .package && $0.status == .signed && $0.parties.isCompatible(with: row.parties)
                        && (0...(row.isItem ? Self.reachOfList : Self.reachOfPackage)).contains(
                            row.sentence - $0.sentence)
                }.map(\.signedOn))
            guard days.count == 1, let day = days.first, let day, day.isDay else { return row }
            var dated = row
            dated.signedOn = day
            return dated
        }
    }

    /// "Сегодня подписана программа. Всего на коллегии подписано 14 документов": gives a package the one day that all of its
    /// parties' documents were signed on which the text tells just before.
    func datedPackages(_ rows: [AgreementDraft]) -> [AgreementDraft] {
        rows.map { row in
            guard row.kind == .package, row.status == .signed, row.signedOn == nil, !row.isHeading,
                !document.marks(marks.all, in: document.sentences[row.sentence]).isEmpty,
                !isOnVisit(row.sentence)
            else { return row }
            let before = rows.filter {
                $0.kind != .package && $0.status == .signed && $0.parties.isSame(as: row.parties)
                    && (0...Self.reachOfAll).contains(row.sentence - $0.sentence)
            }
            guard let day = Set(before.map(\.signedOn)).only, let day, day.isDay else { return row }
            var dated = row
            dated.signedOn = day
            return dated
        }
    }

    /// "в ходе визита": which may be of several days.
    private func isOnVisit(_ index: Int) -> Bool {
        document.marks(reading.marks.encounter, in: document.sentences[index]).contains {
            reading.value($0) == "visit"
        }
    }

    /// Sentences behind a document that may tell how many there were in all.
    private static let reachOfAll = 6
    /// Sentences behind a package that may tell its documents.
    private static let reachOfPackage = 3
    /// The same, where they stand each on its line.
    private static let reachOfList = 60

    private func opensClause(_ token: Int, in sentence: Range<Int>) -> Bool {
        token == sentence.lowerBound || document.isMark(token - 1, ":")
    }

    private func isFuture(_ date: PartialDate) -> Bool {
        reading.publishedOn.map { date.firstDay.dayNumber > $0.lastDay.dayNumber } ?? false
    }

    /// "от 3 мая 1996 года"
    func dateFrom(_ token: Int) -> CalendarMention? {
        guard let link = document.mark(at: token, marks.link), reading.value(link) == "other" else { return nil }
        return reading.dates(touching: link.end..<link.end + 1).first {
            $0.range.lowerBound == link.end && $0.role == .time
        }
    }

    /// "от 27 августа 1996 года" behind a name.
    func dateBehind(_ mention: DocumentMention) -> PartialDate? {
        let end = mention.title.upperBound
        // "«Декларация принципов» от 25 апреля", "«Декларация принципов» (1996)"
        let behind = self.behind(mention)
        if let told = bracketedDate(at: behind) { return told.date }
        if let date = dateFrom(behind) { return date.date }
        // "протокол к нему от 21 декабря 1991 года"
        if document.word(mention.headEnd)?.can(be: .prep) == true,
            document.word(mention.headEnd + 1)?.readings[0].contains(.npro) == true,
            let date = dateFrom(mention.headEnd + 2)
        {
            return date.date
        }
        // "соглашение от 3 мая 1996 года о полигонах"
        return dateFrom(mention.headEnd).flatMap { $0.range.upperBound < end ? $0.date : nil }
    }

    /// "Договор о дружбе 1961 года": the year that a name ends with.
    func yearBehind(_ mention: DocumentMention) -> PartialDate? {
        guard Self.signedKinds.contains(mention.kind) else { return nil }
        return (yearDate(at: mention.title.upperBound) ?? yearDate(at: mention.headEnd))?.date
    }

    /// "сообщает 31 марта агентство": the day of the words.
    func isSaid(_ date: CalendarMention) -> Bool {
        let around = max(0, date.range.lowerBound - 1)..<min(document.tokens.count, date.range.upperBound + 1)
        return document.marks(reading.marks.speech, in: around).contains { reading.isFiniteVerb($0.first) }
    }

    /// "ТАШКЕНТ, 3 марта —": when a dispatch was written.
    func isDateline(_ date: CalendarMention) -> Bool {
        let first = date.range.lowerBound
        if reading.places(in: max(0, first - 3)..<first).contains(where: { reading.isDateline($0) }) { return true }
        let end = date.range.upperBound
        return document.tokens[first].shape.contains(.lineStart)
            && (end == document.tokens.count || document.tokens[end].shape.contains(.lineStart)
                || document.isMark(end, ".") && !goesOn(end + 1) || document.isDash(end))
    }

    /// "4 сентября т.г. в Дохе": the sentence goes on behind a point.
    private func goesOn(_ token: Int) -> Bool {
        guard token < document.tokens.count, document.tokens[token].kind == .word else { return false }
        return document.tokens[token].shape.isDisjoint(with: [.capitalized, .lineStart])
    }

    /// "14.03.2031 ТАСС": the day of the page, in digits.
    func datesPage(_ date: CalendarMention) -> Bool {
        reading.document.tokens[date.range.lowerBound].kind == .number && date.date == reading.publishedOn
            && document.text(date.range).allSatisfy { !$0.isLetter }
    }

    /// Whether a document concluded then is old news here.
    func isEarlier(_ date: PartialDate, sentence: Int) -> Bool {
        guard let now = reading.publishedOn ?? latestDay() else {
            return !date.isDay
        }
        return now.dayNumber - date.lastDay.dayNumber > (date.isDay || date.month == nil ? 60 : 45)
    }

    func latestDay() -> PartialDate? {
        reading.dates.filter { $0.role == .time }.compactMap(\.date).filter(\.isDay).max()
    }
}
