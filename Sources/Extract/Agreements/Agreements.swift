import Foundation
import Grammar
import Model
import Morphology

extension Reading {
    /// The documents that the article tells of, one row each, in order of their first mention.
    ///
    /// - Parameter meetings: the article's encounters; what was signed at dated talks takes their day.
    func agreements(beside meetings: [Meeting] = []) -> [Agreement] {
        AgreementReader(self, meetings: meetings).read()
    }
}

/// Reads documents sentence by sentence: mentions, what is said of each, and which are the same.
///
/// A class: what it knows of the whole article is found out when it is first asked for, and most articles tell of no document.
final class AgreementReader {
    let reading: Reading
    let document: Document
    let marks: AgreementMarks
    let language: Language
    let meetings: [Meeting]
    /// Who is concerned at large: those of the summit that the article is about; by sentence, officials named together.
    private(set) lazy var summit = Self.summit(reading, meetings, assemblies: assemblies)
    private(set) lazy var assemblies = Self.assemblies(reading)
    /// By sentence that tells of talks, who meets.
    private(set) lazy var companies = Self.companies(reading, meetings)
    /// By sentence, the pair that it names, where it has been asked for: each document looks back over the same sentences.
    var pairs: [Int: [CountryCode]?] = [:]
    /// Abbreviations that the article gives documents in brackets, with the kinds of these.
    let aliases: [String: Agreement.Kind]
    private(set) lazy var hasLongVisit = Self.hasLongVisit(reading)
    /// The days of the news, with what happened on them.
    private(set) lazy var events = Self.events(self)

    init(_ reading: Reading, meetings: [Meeting]) {
        self.reading = reading
        self.meetings = meetings
        document = reading.document
        marks = reading.marks.agreements
        language = reading.language
        aliases = Self.aliases(reading)
    }

    /// "План всестороннего сближения (ПВС)": the abbreviation that is put behind a document's name in brackets.
    private static func aliases(_ reading: Reading) -> [String: Agreement.Kind] {
        let document = reading.document
        var aliases: [String: Agreement.Kind] = [:]
        for opens in document.tokens.indices where document.isMark(opens, "(") && document.isMark(opens + 2, ")") {
            let text = document.text(opens + 1..<opens + 2)
            guard document.tokens[opens + 1].shape.contains(.upper), text.count >= 3,
                document.mark(at: opens + 1, reading.marks.organisation) == nil,
                let head = document.marks(reading.marks.agreements.document, in: max(0, opens - 10)..<opens).first(
                    where: {
                        !($0.first..<opens).contains { reading.isFiniteVerb($0) || document.isMark($0, ",") }
                    })
            else { continue }
            // "с Международной ассоциацией развития (МАР)": of who signs, not of what.
            guard
                document.text(head.range).first?.uppercased() == text.first?.uppercased()
                    || head.first > 0
                        && document.text(head.first - 1..<head.first).first?.uppercased() == text.first?.uppercased()
            else { continue }
            aliases[text] = Agreement.Kind(rawValue: reading.value(head))
        }
        return aliases
    }

    func read() -> [Agreement] {
        var drafts: [AgreementDraft] = []
        var carried: Carried?
        for (index, sentence) in document.sentences.enumerated() where !reading.frame.isNoise[sentence.lowerBound] {
            let mentions = self.mentions(in: sentence, index: index)
            if mentions.isEmpty {
                date(&drafts, by: sentence, index: index)
                if let head = head(of: sentence, index: index) { carried = head }
                continue
            }
            let frames = self.frames(in: sentence, around: mentions)
            if let first = mentions.first { date(&drafts, by: sentence.lowerBound..<first.phrase, index: index) }
            var next = carried
            let then = then(in: sentence, index: index, drafts)
            for mention in mentions {
                guard
                    let draft = draft(
                        mention, in: sentence, mentions: mentions, frames: frames,
                        before: carried.flatMap { steps(from: $0.sentence, to: index) <= 1 ? $0 : nil },
                        carried: carried.flatMap { inherits(mention, from: $0, in: sentence) ? $0 : nil }, then: then)
                else {
                    if let head = head(by: mention, frames, mentions) { next = head }
                    continue
                }
                drafts.append(draft)
                if draft.isItem, let head = carried {
                    // The items of a list go on with what its head told.
                    next = head.at(index)
                } else if draft.status != .existing || draft.kind == .package && draft.signedOn != nil,
                    !hasItem(in: index, drafts)
                {
                    next = Carried(
                        sentence: index, status: draft.status, signedOn: draft.signedOn, parties: draft.parties,
                        rule: draft.rule,
                        isPackage: draft.kind == .package || draft.kind == .contract && mention.isPlural)
                }
            }
            // "заключили соглашение: оно подписано 3 мая"
            if let colon = sentence.last(where: { document.isMark($0, ":") }),
                document.mark(at: colon + 1, marks.itself) != nil
            {
                date(&drafts, by: colon + 1..<sentence.upperBound, index: index)
            }
            carried = list(after: sentence, index: index, drafts) ?? next
        }
        return told(kinded(concluded(datedPackages(dated(headed(merged(drafts))))))).map(\.agreement)
    }

    /// The time that "тогда" points to: told by the sentence before, or before it in its own.
    private func then(in sentence: Range<Int>, index: Int, _ drafts: [AgreementDraft]) -> PartialDate? {
        guard let mark = document.marks(marks.then, in: sentence).first else { return nil }
        let start = sentence.lowerBound + (document.tokens[sentence.lowerBound].kind == .word ? 0 : 1)
        if mark.first == start { return timeTold(before: index) ?? drafts.last?.signedOn }
        return dateTold(before: mark.first, in: sentence)
    }

    /// Leaves out what only a heading tells, unless it is concluded and the text below has none of its kind, nor the documents
    /// that it speaks of at large.
    private func told(_ rows: [AgreementDraft]) -> [AgreementDraft] {
        rows.filter { row in
            let isAtLarge = row.kind == .package && row.count == nil
            let isTold =
                !row.mention.isAsked
                && (!row.isHeading
                    || row.status != .existing
                        && !rows.contains {
                            !$0.isHeading && ($0.kind == row.kind || isAtLarge && $0.status == row.status)
                        })
            if !isTold { reading.log?.leave(head(of: row.mention), .document, .headingOnly) }
            return isTold
        }
    }

    private func draft(
        _ mention: DocumentMention, in sentence: Range<Int>, mentions: [DocumentMention], frames: [StatusFrame],
        before: Carried?, carried: Carried?, then: PartialDate?
    ) -> AgreementDraft? {
        let value = mention.kind == .contract ? money(of: mention, in: sentence) : nil
        let governing = mention.isEmbedded ? nil : frame(for: mention, among: frames, mentions: mentions)
        if let frame = governing?.frame {
            if frame.status == nil { return left(mention, .notConcluded) }
            // "Главный документ визита": told once more.
            if frame.isLike, frame.range.overlaps(mention.title) { return left(mention, .echo) }
        }
        let context = StandingContext(
            sentence: sentence, mentions: mentions, frames: frames, governing: governing?.frame, before: before,
            carried: governing == nil ? carried : nil, isPriced: value != nil)
        var standing = standing(of: mention, context)
        guard
            isRow(
                mention, of: standing.parties, governing: governing, isCarried: context.carried != nil,
                value: value != nil)
        else { return left(mention, .noStatus) }
        tellDay(of: mention, &standing, context, then: then)
        let parties = standing.parties
        if parties.isEmpty, !isMultilateral(mention) { return left(mention, .noParties) }
        if isDomestic(mention, parties, value: value != nil) { return left(mention, .domestic) }
        // "поставила подпись под документом о запрете": whose it is nothing tells.
        if mention.isAnyKind, !parties.isTold, meetings.isEmpty { return left(mention, .noParties) }
        let isTitle = reading.frame.titleTokens.contains(mention.title.lowerBound)
        return AgreementDraft(
            mention: mention, kind: mention.kind, title: title(mention), status: standing.status, parties: parties,
            signedOn: standing.signedOn, isDayOfNews: standing.isDayOfNews, count: mention.count, value: value?.value,
            unit: value?.unit, term: isWithin(mention, mentions) ? nil : term(of: mention),
            evidence: [evidence(mention, governing?.frame, value)], rule: standing.rule,
            words: words(of: mention), isHeading: isTitle, isHeadline: isTitle,
            isOlder: document.mark(at: sentence.lowerBound, marks.earlier) != nil,
            isRatified: governing?.frame.isOfMany ?? false,
            isApproval: Self.signedKinds.contains(mention.kind)
                && governing.map { !document.marks(marks.approval, in: $0.frame.range).isEmpty } ?? false,
            isItem: context.carried != nil && mention.isLeading,
            isPrice: document.mark(at: mention.phrase - 1, marks.price) != nil)
    }

    /// Papers that hold by being signed, not by being agreed.
    static let signedKinds: Set<Agreement.Kind> = [
        .treaty, .agreement, .declaration, .memorandum, .statement, .protocol, .contract,
    ]

    private func left(_ mention: DocumentMention, _ reason: Omission.Reason) -> AgreementDraft? {
        reading.log?.leave(head(of: mention), .document, reason)
        return nil
    }

    /// The words that say what kind of document it is.
    func head(of mention: DocumentMention) -> Range<Int> {
        mention.shared.map { mention.noun..<$0.upperBound } ?? mention.noun..<mention.headEnd
    }

    // MARK: Fields

    /// The money of a contract: the nearest behind its name, before anything that parts the clause.
    private func money(of mention: DocumentMention, in sentence: Range<Int>) -> Amount? {
        let first = mention.title.lowerBound
        return reading.amounts(in: first..<max(first, sentence.upperBound)).first { amount in
            guard amount.isMoney else { return false }
            let between = mention.title.upperBound..<max(amount.core.lowerBound, mention.title.upperBound)
            // "в рамках соглашений грантовая поддержка составит 8 млн"
            if mention.kind != .contract || mention.isPlural, isOfFunds(between) { return false }
            return !between.contains {
                document.isMark($0, ";")
                    || document.isDash($0)
                        && !($0 == mention.title.upperBound
                            && document.mark(at: mention.phrase - 1, marks.price) != nil)
                    || document.isMark($0, ",") && !isPriced(behind: $0)
                        && (mention.isPlural || reading.opensClause($0 + 1))
                    || document.mark(at: $0, marks.document) != nil
                    || isInfinitive($0) && isByTerms(mention)
            }
        } ?? moneyBefore(mention, in: sentence)
    }

    /// "по контракту компания намерена вложить 5 млн": a document that something is done by.
    private func isByTerms(_ mention: DocumentMention) -> Bool {
        document.word(mention.noun).map { $0.can(be: [.datv, .sing]) && !$0.can(be: .accs) && !$0.can(be: .nomn) }
            ?? false
    }

    private func isInfinitive(_ token: Int) -> Bool { document.word(token)?.readings[0].contains(.infn) == true }

    /// "на 180 млн юаней оформлены договоры о поставке": nothing but the verb between.
    private func moneyBefore(_ mention: DocumentMention, in sentence: Range<Int>) -> Amount? {
        reading.amounts(in: sentence.lowerBound..<max(sentence.lowerBound, mention.phrase)).last { amount in
            guard amount.isMoney, amount.range.lowerBound > sentence.lowerBound,
                amount.range.upperBound < mention.phrase,
                document.mark(at: amount.range.lowerBound - 1, marks.link).map({ reading.value($0) }) == "on"
            else { return false }
            return (amount.range.upperBound..<mention.phrase).allSatisfy {
                document.mark(at: $0, marks.sign) != nil
                    || document.word($0)?.parses[0].tag.grammemes.contains(.verb) == true
            }
        }
    }

    /// The years in a document's name.
    func term(of mention: DocumentMention) -> Period? {
        // "Договор 1973 года о границе" is of that year.
        guard let date = reading.dates(in: mention.title).last(where: isTerm),
            date.range.lowerBound > mention.headEnd
                || yearDate(at: mention.headEnd) == nil
        else { return nil }
        return Period(
            from: date.period.from.flatMap { PartialDate(year: $0.year) },
            to: date.period.to.flatMap { PartialDate(year: $0.year) })
    }

    /// "план по выполнению Договора о дружбе на 2031–2033 годы": the years at the end are those of the outer document.
    private func isWithin(_ mention: DocumentMention, _ mentions: [DocumentMention]) -> Bool {
        mention.isEmbedded && Self.signedKinds.contains(mention.kind)
            && mentions.contains {
                [.plan, .program, .roadmap].contains($0.kind) && $0.title.upperBound == mention.title.upperBound
                    && $0.title.lowerBound < mention.title.lowerBound
            }
    }

    /// From the words that tell of it to the end of its name, when they stand together.
    private func evidence(_ mention: DocumentMention, _ frame: StatusFrame?, _ value: Amount?) -> Span {
        var range = mention.title
        if let value { range = range.lowerBound..<max(range.upperBound, value.core.upperBound) }
        if let frame {
            let all = min(range.lowerBound, frame.range.lowerBound)..<max(range.upperBound, frame.range.upperBound)
            if all.count <= range.count + frame.range.count + 12 { range = all }
        }
        return document.span(range)
    }
}
