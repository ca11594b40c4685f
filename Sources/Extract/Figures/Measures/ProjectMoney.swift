import Grammar
import Model

/// When money invested is what projects cost, and what money is given as and for.
extension FigureReader {
    /// "93 проекта с общим объемом инвестиций 18,3 млрд": the money is the projects'.
    func belongsToProjects(_ trigger: Trigger, _ amount: Amount, _ sentence: Range<Int>) -> Bool {
        if isIntoOneProject(trigger) { return true }
        // "Среди проектов – завод «Кнауф» с объемом инвестиций 90 млн"
        let isFramed = document.mark(at: trigger.mark.first - 1, marks.indicatorFrame) != nil
        let isWith = document.mark(at: trigger.mark.first - (isFramed ? 2 : 1), marks.with) != nil
        let low = isWith ? sentence.lowerBound : max(sentence.lowerBound, trigger.mark.first - 8)
        let window = low..<trigger.mark.first
        // "портфель проектов превысил 5 млн, прямые вложения достигли 2 млн": what has an amount of its own.
        if let comma = window.last(where: { document.isMark($0, ",") }),
            let other = reading.amounts(before: comma + 1), other.isMoney, other.core.upperBound == comma,
            window.contains(other.core.lowerBound) || window.contains(where: reading.isFiniteVerb),
            document.word(trigger.mark.end - 1)?.can(be: [.noun, .nomn]) == true
        {
            return false
        }
        return document.marks(marks.indicator, in: window).contains { mark in
            marks.indicatorUses[mark.entry]?.contains { $0.indicator == Indicator("projects_count") } == true
        } && (isWith || reading.separation(window.lowerBound, window.upperBound) < 4)
    }

    /// "объем инвестиций в проект", "инвестиции в строительство": of one thing, told by nouns.
    private func isIntoOneProject(_ trigger: Trigger) -> Bool {
        // "инвестиции Перу в проект"
        let owner = reading.places(in: trigger.mark.end..<trigger.mark.end + 1).first
        let into = owner?.range.upperBound ?? trigger.mark.end
        guard document.word(trigger.mark.end - 1)?.can(be: .noun) == true, reading.preposition(at: into) == "into"
        else { return false }
        // "станции, объем инвестиций в которую составит 5 млн"
        if document.mark(at: into + 1, marks.which) != nil, document.word(into + 1)?.can(be: [.accs, .sing]) == true {
            return true
        }
        var at = into + 1
        while at < into + 4, document.word(at)?.can(be: [.adjf, .sing]) == true { at += 1 }
        guard document.word(at)?.can(be: [.noun, .accs, .sing]) == true else { return false }
        return triggersHere.contains { thing in
            thing.mark.first == at && thing.use(.money).map { $0.indicator == Indicator("projects_value") } == true
        }
    }

    /// "банк предоставил 5 млн на строительство моста", "На строительство моста банк выделил 5 млн", "получил 5 млн от Перу на ремонт":
    /// money that somebody gives for works.
    func isGivenForWorks(_ trigger: Trigger, _ amount: Amount, _ sentence: Range<Int>) -> Bool {
        var noun = trigger.mark.first
        while noun > sentence.lowerBound, document.word(noun - 1)?.can(be: [.adjf, .accs]) == true { noun -= 1 }
        guard document.word(trigger.mark.first)?.can(be: [.noun, .accs]) == true,
            reading.preposition(at: noun - 1) == "by"
        else { return false }
        let isBefore = trigger.mark.end <= amount.core.lowerBound
        // "получил 5 млн от Перу на ремонт"
        if !isBefore, reading.preposition(at: amount.core.upperBound) == "from",
            document.word(amount.core.upperBound)?.can(be: .prep) == true
        {
            return true
        }
        let near = isBefore ? trigger.mark.end..<amount.core.lowerBound : sentence.lowerBound..<amount.core.lowerBound
        return document.marks(marks.give, in: near).contains { give in
            reading.isFiniteVerb(give.first)
                && !reading.amounts(in: give.end..<amount.range.lowerBound).contains(where: \.isMoney)
                && !(give.end..<amount.range.lowerBound).contains { document.isMark($0, ",") }
        }
    }

    /// "построит завод: инвестиции – 5 млн", "Завод построят у моря. Объем инвестиций составит 5 млн": what a thing that is built costs.
    func isCostOfBuilding(_ trigger: Trigger, _ amount: Amount, _ sentence: Range<Int>) -> Bool {
        let verb = trigger.mark.end
        guard document.word(trigger.mark.end - 1)?.can(be: .noun) == true, amount.core.lowerBound >= verb,
            document.isDash(verb) || document.mark(at: verb, marks.reach) != nil, amount.range.lowerBound - verb <= 2
        else { return false }
        let parting = (sentence.lowerBound..<trigger.mark.first).last {
            document.isMark($0, ":") || document.isMark($0, ",") || document.isMark($0, ";")
        }
        let index = Int(document.sentenceOf[sentence.lowerBound])
        let told =
            parting.map { sentence.lowerBound..<$0 }
            ?? (index > 0 && isSameParagraph(index, index - 1) ? document.sentences[index - 1] : 0..<0)
        return document.marks(marks.build, in: told).contains {
            document.word($0.first)?.readings[0].intersects([.verb, .infn, .prts]) == true
        }
    }

    /// "12 договоров, сумма которых составила 5 млн", "260 договоров на сумму 5 млн": whether treaties that are counted have one sum,
    /// with no other document between.
    func isPriced(_ documents: Trigger, _ amount: Amount) -> Bool {
        guard documents.mark.first >= amount.core.upperBound,
            document.mark(at: documents.mark.first, marks.document).map({ reading.value($0) == "treaty" }) == true,
            documents.use(.money)?.indicator == Indicator("contracts_value"),
            let sum = reading.amounts(in: documents.mark.end..<documents.mark.end + Self.reachOfSum).first(
                where: \.isMoney)
        else { return false }
        let between = documents.mark.end..<sum.range.lowerBound
        guard document.sentenceOf[sum.core.lowerBound] == document.sentenceOf[amount.core.lowerBound],
            document.marks(marks.document, in: between).isEmpty,
            !between.contains(where: { reading.isFiniteVerb($0) && document.mark(at: $0, marks.reach) == nil })
        else { return false }
        // "двух соглашений, касающихся долгов на сумму 5 млн": what the papers are about has the sum.
        if triggersHere.contains(where: { about in
            between.contains(about.mark.first)
                && about.use(.money).map { $0.indicator == Indicator("finance") && !$0.isWeak } == true
        }) {
            return false
        }
        return preposition(of: sum) == .by || !document.marks(marks.agreements.price, in: between).isEmpty
    }

    /// Tokens behind documents that are counted within which their sum stands.
    private static let reachOfSum = 14

    /// "по контракту": whether a contract in the dative stands before money, and no other sum between.
    func isByTerms(_ amount: Amount, _ sentence: Range<Int>) -> Bool {
        let terms = triggersHere.last { trigger in
            trigger.mark.end <= amount.core.lowerBound
                && trigger.use(.money)?.indicator == Indicator("contracts_value")
                && document.word(trigger.mark.first).map { $0.can(be: [.datv, .sing]) && !$0.can(be: .accs) } == true
        }
        guard let terms else { return false }
        return !reading.amounts(in: terms.mark.end..<amount.range.lowerBound).contains(where: \.isMoney)
    }

    /// "30 млн евро в виде грантов", "40 млн евро будут выделены в форме займов", "60 млн евро – льготных кредитов".
    func isGiven(as trigger: Trigger, _ between: Range<Int>, _ others: [Amount]) -> Bool {
        guard !others.contains(where: { between.contains($0.core.lowerBound) }) else { return false }
        func agrees(_ range: Range<Int>) -> Bool { range.allSatisfy { document.word($0)?.can(be: .adjf) == true } }
        let noun = document.word(trigger.mark.first)
        if document.isDash(between.lowerBound), noun?.can(be: [.noun, .gent]) == true,
            noun?.can(be: [.noun, .nomn, .plur]) == false, agrees(between.dropFirst())
        {
            return true
        }
        guard between.count <= 7, let form = document.marks(marks.inForm, in: between).last else { return false }
        return agrees(form.end..<trigger.mark.first)
            && !(between.lowerBound..<form.first).contains { document.isMark($0, ",") || document.isMark($0, ";") }
    }

    /// "30 млн евро, предназначенных для закупки газа": what money is meant for is not what it is.
    func isOfPurpose(_ trigger: Trigger, _ between: Range<Int>) -> Bool {
        var at = trigger.mark.first - 1
        while at >= between.lowerBound, document.word(at)?.can(be: .adjf) == true { at -= 1 }
        if between.contains(at), document.mark(at: at, marks.purpose) != nil { return true }
        // "предоставит 2 млрд на закупку техники"
        return between.contains(at) && reading.preposition(at: at) == "by"
            && document.word(trigger.mark.first)?.can(be: [.noun, .accs]) == true
            && triggersHere.allSatisfy { $0.mark.first >= trigger.mark.first }
    }
}
