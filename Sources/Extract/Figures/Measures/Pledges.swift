import Grammar
import Model
import Morphology

/// What documents, loans and estimates promise, and so is still to come.
extension FigureReader {
    /// "контракт на поставку 100 автобусов", "банк одобрил заем в 5 млн": what was agreed is still to come.
    func isPledged(_ amount: Amount, _ indicator: Indicator, _ clause: Range<Int>) -> Bool {
        // "контракт на поставку зерна на 5 млн": what the paper itself is worth is told as it stands.
        if !Self.isOfPapers(indicator), isTalkedOf(amount, clause) { return true }
        if isComprised(amount, indicator, clause) || isEntered(amount, indicator)
            || isInTheMaking(amount, indicator, clause)
        {
            return true
        }
        let kind: String
        switch indicator.rawValue {
        case "exports", "imports", "energy": kind = "goods"
        case "finance": kind = "money"
        default: return false
        }
        // "с 2006 года фонд одобрил кредиты на 325 млн": what has been lent over years.
        if kind == "money", reading.dates(in: clause).contains(where: { $0.role == .since && !isAhead($0.period) }) {
            return false
        }
        if kind == "money", isOfDebt(amount, clause) { return false }
        if isOfDocument(amount, indicator, clause) { return true }
        return document.marks(marks.pledge, in: clause).contains { mark in
            guard reading.value(mark) == kind, mark.end <= amount.core.lowerBound else { return false }
            // "финансовый пакет включает заем в 5 млн"
            return !(mark.end..<amount.core.lowerBound).contains {
                document.isMark($0, ";")
                    || reading.isFiniteVerb($0) && document.mark(at: $0, marks.comprise) == nil
                        && document.mark(at: $0, marks.reach) == nil
            }
        }
    }

    /// "соглашение о списании долга в 5 млн", "протокол о реструктуризации долга на 5 млн": what is owed has been lent.
    private func isOfDebt(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        let before = max(clause.lowerBound, amount.range.lowerBound - 3)..<amount.range.lowerBound
        return document.marks(marks.debt, in: before).contains { document.word($0.first)?.can(be: .noun) == true }
    }

    /// "обсудили строительство завода на 5 тыс. тонн", "план создания 40 предприятий", "пригласил участвовать в прокладке 25 км": what
    /// is only talked or agreed about has not been done.
    private func isTalkedOf(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        let before = max(clause.lowerBound, amount.core.lowerBound - Self.reachOfDeed)..<amount.core.lowerBound
        guard before.lowerBound < before.upperBound, let deed = document.marks(marks.deed, in: before).last,
            document.word(deed.first)?.readings[0].contains(.noun) == true,
            reading.amounts(in: deed.end..<amount.core.lowerBound).isEmpty, isPlain(deed.end..<amount.core.lowerBound)
        else { return false }
        var first = deed.first
        while first > clause.lowerBound, document.word(first - 1)?.can(be: .adjf) == true { first -= 1 }
        let heads = max(clause.lowerBound, first - Self.reachOfDeed)..<first
        let isTalk = document.marks(marks.talk, in: heads).contains { talk in
            // "пригласил перуанцев участвовать в"
            if isPlain(talk.end..<first), isInfinitive(in: talk.end..<first) { return true }
            return (talk.end..<first).allSatisfy { token in
                document.mark(at: token, marks.talk) != nil || document.mark(at: token, marks.deed) != nil
                    || document.word(token).map { $0.can(be: .prep) || $0.can(be: .adjf) } ?? false
            }
        }
        if isTalk { return true }
        // "меморандум о строительстве", "программа создания"
        return document.marks(marks.document, in: heads).contains { head in
            isPlain(head.end..<first) && !isHeld(head)
                && (head.end == first
                    || ["about", "on", "by"].contains(reading.value(at: first - 1, marks.agreements.link)))
        }
    }

    /// "программа включает 20 проектов": what a document comprises has been agreed.
    private func isComprised(_ amount: Amount, _ indicator: Indicator, _ clause: Range<Int>) -> Bool {
        guard ["projects_count", "projects_value", "jobs", "companies_count"].contains(indicator.rawValue),
            let verb = document.marks(marks.comprise, in: clause.lowerBound..<amount.range.lowerBound).last,
            reading.isFiniteVerb(verb.first), reading.tense(verb.first) != .past,
            !(verb.end..<amount.range.lowerBound).contains(where: reading.isFiniteVerb)
        else { return false }
        return document.marks(marks.document, in: clause.lowerBound..<verb.first).contains {
            document.word($0.first)?.can(be: [.noun, .nomn]) == true
        }
    }

    /// "протокол, в который вошли 20 проектов", "в программу вошло 20 проектов": what has got into a document has been agreed.
    private func isEntered(_ amount: Amount, _ indicator: Indicator) -> Bool {
        let sentence = document.sentence(of: amount.core.lowerBound)
        guard ["projects_count", "projects_value"].contains(indicator.rawValue),
            let verb = document.marks(marks.entered, in: sentence.lowerBound..<amount.range.lowerBound).last,
            reading.amounts(in: verb.end..<amount.range.lowerBound).allSatisfy({ $0.unit == nil }),
            isPlain(verb.end..<amount.range.lowerBound)
        else { return false }
        let before = max(sentence.lowerBound, verb.first - Self.reachOfPaper)..<verb.first
        return document.marks(marks.document, in: before).contains { paper in
            reading.preposition(at: paper.first - 1) == "into"
                || document.marks(marks.which, in: paper.end..<verb.first).contains {
                    reading.preposition(at: $0.first - 1) == "into"
                }
        }
    }

    /// "создается фонд с капиталом в 5 млн", "выступил за создание банка с капиталом в 5 млн", "к форуму подготовлены проекты на 5 млн":
    /// a fund that somebody founds, and projects that are prepared.
    private func isInTheMaking(_ amount: Amount, _ indicator: Indicator, _ clause: Range<Int>) -> Bool {
        let kind: String
        switch indicator.rawValue {
        case "finance": kind = "fund"
        case "projects_value", "projects_count": kind = "projects"
        default: return false
        }
        let before = max(clause.lowerBound, amount.range.lowerBound - Self.reachOfDeed)..<amount.range.lowerBound
        return document.marks(marks.inTheMaking, in: before).contains { mark in
            guard reading.value(mark) == kind, isPlain(mark.end..<amount.range.lowerBound),
                reading.amounts(in: mark.end..<amount.range.lowerBound).allSatisfy({ $0.unit == nil })
            else { return false }
            return kind == "projects" || !reading.isFiniteVerb(mark.first) || reading.tense(mark.first) == .pres
        }
    }

    /// Words from a document to the verb of what gets into it.
    private static let reachOfPaper = 6

    /// Words from a deed to its amount, and from who talks of it to the deed.
    private static let reachOfDeed = 12

    /// Whether nothing in a range begins a statement of its own.
    private func isPlain(_ range: Range<Int>) -> Bool {
        !range.contains { document.isMark($0, ",") || document.isMark($0, ";") || reading.isFiniteVerb($0) }
    }

    /// "в рамках соглашения о строительстве": by a document that holds things are done.
    private func isHeld(_ head: Mark) -> Bool {
        document.marks(marks.agreements.standing, in: max(0, head.first - 4)..<head.first).contains {
            $0.end == head.first || document.word($0.end).map { $0.can(be: .adjf) } ?? false
        }
    }

    static func isOfPapers(_ indicator: Indicator) -> Bool {
        ["contracts_value", "contracts_count", "agreements_count"].contains(indicator.rawValue)
    }

    /// "поставит турбины в рамках сделки на 5 млн": what is done is to come, and the deal that it is done by is not.
    func isInForce(_ deal: Trigger) -> Bool {
        var first = deal.mark.first
        while first > 0, document.word(first - 1)?.readings[0].intersects([.adjf, .prtf]) == true { first -= 1 }
        return document.marks(marks.agreements.standing, in: max(0, first - 3)..<first).contains {
            $0.end == first && document.word($0.first)?.readings[0].contains(.prep) == true
        }
    }

    /// "соглашение с правительством Перу о приобретении 8 самолетов", "решение о предоставлении Перу кредита": a trade or a loan
    /// that a document is about.
    private func isOfDocument(_ amount: Amount, _ indicator: Indicator, _ clause: Range<Int>) -> Bool {
        let before = clause.lowerBound..<max(clause.lowerBound, amount.core.lowerBound)
        if indicator == Indicator("finance") {
            guard let kind = document.marks(marks.document, in: before).last else { return false }
            let behind = kind.end..<before.upperBound
            return behind.contains { reading.value(at: $0, marks.agreements.link) == "about" }
                && !behind.contains { document.isMark($0, ",") || reading.isFiniteVerb($0) }
        }
        return triggersHere.contains { trade in
            guard trade.mark.end <= amount.core.lowerBound, amount.core.lowerBound - trade.mark.end <= 3,
                !(trade.mark.end..<amount.core.lowerBound).contains(where: reading.isFiniteVerb),
                trade.uses.contains(where: { Self.isGoods($0.indicator) }),
                document.word(trade.mark.first)?.readings[0].contains(.noun) == true,
                ["about", "on"].contains(reading.value(at: trade.mark.first - 1, marks.agreements.link)),
                let kind = document.marks(
                    marks.document, in: clause.lowerBound..<max(clause.lowerBound, trade.mark.first)
                ).last
            else { return false }
            return !(kind.end..<trade.mark.first).contains { document.isMark($0, ",") || reading.isFiniteVerb($0) }
        }
    }

    /// "рассчитан на рост с 60 тыс. до 190 тыс. контейнеров к концу 2027-го": a coming time by which, right behind.
    func isDueBehind(_ amount: Amount) -> Bool {
        preposition(of: amount) == .reaching
            && reading.dates(in: amount.core.upperBound..<document.sentence(of: amount.core.lowerBound).upperBound)
                .contains {
                    $0.role == .deadline && isToCome($0) && $0.range.lowerBound - amount.core.upperBound <= 3
                }
    }

    /// "стройка оценивается в 5 млрд": what is estimated is not yet spent.
    func isEstimated(_ amount: Amount, _ indicator: Indicator, _ clause: Range<Int>) -> Bool {
        indicator == Indicator("projects_value")
            && document.marks(marks.estimate, in: clause).contains { mark in
                reading.tense(mark.first) == .pres
                    // "реализовали проекты на 5 млн, вложения оцениваются в 2 млн": of what is told behind the comma.
                    && !(amount.core.upperBound..<max(amount.core.upperBound, mark.first)).contains {
                        document.isMark($0, ",")
                    }
            }
            && document.marks(marks.underway, in: clause).isEmpty
    }

    /// "усилий по увеличению товарооборота до 5 млрд": a growth that somebody works on.
    func isAimed(_ amount: Amount, clause: Range<Int>) -> Bool {
        guard let near = nearestDirection(amount, clause: clause), near.mark.end <= amount.core.lowerBound,
            near.direction == .up, let word = document.word(near.mark.first), word.can(be: .noun),
            word.can(be: .datv) || word.can(be: .loct), !word.can(be: .nomn), !word.can(be: .gent)
        else { return false }
        return !(near.mark.end..<amount.core.lowerBound).contains { reading.isFiniteVerb($0) }
    }

    /// "удалось довести экспорт до 3 млрд", but "чтобы удалось довести": a goal behind a verb of having done it.
    func isManaged(_ goal: Mark) -> Bool {
        guard document.word(goal.first)?.readings[0].contains(.infn) == true else { return false }
        let sentence = document.sentence(of: goal.first)
        let words = document.marks(marks.managed, in: sentence.lowerBound..<goal.first)
        return words.contains { goal.first - $0.end <= 2 && reading.tense($0.first) == .past }
            && !words.contains { reading.value($0) == "purpose" }
    }
}
