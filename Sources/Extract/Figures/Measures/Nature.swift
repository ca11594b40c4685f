import Grammar
import Model
import Morphology

/// Whether a quantity was reached, is aimed at or is possible.
extension FigureReader {
    /// Whether a quantity was reached, is aimed at or is possible: by the nearest word that says so, and else by the
    /// verb, the list or the deadline that it stands under.
    func nature(_ amount: Amount, clause: Range<Int>, sentence: Range<Int>) -> Figure.Nature {
        if isStartOfMove(amount) && !isOfForecast(amount, clause) || isComparison(amount, clause: clause)
            || isOfThePast(amount) || isPopulation(amount)
            || isReached(amount) || isPartOfNamed(amount) && !isAimedBehind(amount)
        {
            return .actual
        }
        if isDoneInAside(amount, in: sentence) { return .actual }
        // "а 11 – на стадии реализации"
        if document.isDash(amount.core.upperBound),
            let mark = document.marks(marks.nature, in: amount.core.upperBound..<amount.core.upperBound + 4).first,
            mark.range.count > 1, let told = nature(of: mark)
        {
            return told
        }
        let best = nearestNature(amount, clause: clause, sentence: sentence)
        if let best {
            // "вырастет до 5 млн, сейчас – 3 млн"
            if best.nature == .actual, best.distance <= 1, document.isDash(amount.range.lowerBound - 1) {
                return .actual
            }
            if best.nature != .actual || isStage(amount, clause) || governingTense(amount, clause: clause) != .futr {
                return best.nature
            }
        }
        return natureOfSurroundings(amount, clause: clause, sentence: sentence, isToldNowhere: best == nil)
    }

    /// "в стадии реализации 20 проектов, которые дадут": at which stage a thing is says more than the verb of what it will do.
    private func isStage(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        document.marks(marks.nature, in: clause.lowerBound..<max(clause.lowerBound, amount.core.lowerBound)).contains {
            $0.range.count > 1 && reading.value($0) == "actual"
                && document.word($0.first)?.readings[0].contains(.noun) == true
                && !($0.end..<max($0.end, amount.core.lowerBound)).contains(where: reading.isFiniteVerb)
        }
    }

    /// By the move, the list, the verb or the deadline that an amount stands under.
    private func natureOfSurroundings(
        _ amount: Amount, clause: Range<Int>, sentence: Range<Int>, isToldNowhere: Bool
    ) -> Figure.Nature {
        if preposition(of: amount) == .reaching, isAimed(amount, clause: clause) { return .target }
        if isToldNowhere, let opening = listOpening, opening.isComing { return .target }
        if isToldNowhere, let listed = natureOfList(sentence) ?? natureGoingOn(amount) { return listed }
        if isDueBehind(amount) { return .target }
        if let tense = governingTense(amount, clause: clause), tense != .pres {
            return tense == .futr ? .target : .actual
        }
        if let planned = costOfPlanned(amount, clause, sentence) { return planned }
        let hasDeadline = reading.dates(in: clause).contains {
            $0.role == .deadline && !isCompared($0, with: amount) && !isOfNextStatement($0, behind: amount)
        }
        return hasDeadline ? .target : .actual
    }

    /// "будет построено 22 км линий и отремонтировано 56 км", "кредиты составят 55%, а гранты – 45%": what goes on with a verb
    /// of the future is still to come.
    private func natureGoingOn(_ amount: Amount) -> Figure.Nature? {
        guard let last = found.last, last.figure.nature != .actual,
            last.sentence == Int(document.sentenceOf[amount.core.lowerBound]),
            last.amount.core.upperBound < amount.range.lowerBound
        else { return nil }
        let comma = (last.amount.core.upperBound..<amount.range.lowerBound).last { document.isMark($0, ",") }
        let between = (comma ?? last.amount.core.upperBound)..<amount.range.lowerBound
        guard between.count <= 8, !between.contains(where: { reading.isFiniteVerb($0) && !isShortParticiple($0) }),
            reading.dates(in: between).isEmpty
        else { return nil }
        if let participle = between.first(where: isShortParticiple) {
            return document.word(participle - 1)?.can(be: .conj) == true ? last.figure.nature : nil
        }
        let isElliptic =
            document.isDash(amount.range.lowerBound - 1) || document.isDash(amount.core.upperBound)
            || document.isDash(amount.range.lowerBound - 2)
                && document.word(amount.range.lowerBound - 1)?.can(be: .prep) == true
        return isElliptic && last.amount.unit == amount.unit ? last.figure.nature : nil
    }

    private func isShortParticiple(_ token: Int) -> Bool {
        document.word(token)?.readings[0].contains(.prts) == true
    }

    /// "Предусматриваются: 1) строительство станции на 300 МВт": what the words before a list say of each of its lines.
    private func natureOfList(_ sentence: Range<Int>) -> Figure.Nature? {
        guard !sentence.contains(where: reading.isFiniteVerb),
            let head = reading.listHead(of: Int(document.sentenceOf[sentence.lowerBound])),
            let mark = document.marks(marks.nature, in: document.sentences[head]).last
        else { return nil }
        return nature(of: mark)
    }

    /// What a word of intent says. A goal told in the past is reached: "довели до 3 млрд".
    func nature(of mark: Mark) -> Figure.Nature? {
        let value = reading.value(mark)
        // "хотя" is a form of "хотеть", and far more often a conjunction.
        if document.word(mark.first)?.parses[0].tag.grammemes.contains(.conj) == true { return nil }
        // "с целью туризма" says what for, and nothing of how much, as "с целью увеличения торговли" does.
        if value == "target", mark.range.count == 1, document.word(mark.first)?.can(be: [.noun, .ablt]) == true,
            reading.preposition(at: mark.first - 1) == "from",
            document.word(mark.end)?.parses[0].tag.grammemes.contains([.noun, .gent]) == true,
            document.mark(at: mark.end, marks.direction) == nil, document.mark(at: mark.end, marks.nature) == nil
        {
            return nil
        }
        // "готово 96% работ" is done.
        if value == "potential", document.word(mark.first)?.can(be: .adjs) == true,
            reading.amounts(in: mark.end..<mark.end + 2).first?.isPercent == true
        {
            return nil
        }
        // "республика должна банку 5 млн", "из которых 5 млн республика должна банку": owes, and has nothing to do.
        if document.mark(at: mark.first, marks.debt) != nil,
            reading.amounts(in: mark.first - 8..<mark.end + 6).contains(where: {
                $0.isMoney || $0.unit == nil && $0.isScaled
            }
            ),
            !isInfinitive(in: mark.end..<mark.end + 6)
        {
            return nil
        }
        // "следует отметить" aims at nothing.
        if let said = document.mark(at: mark.end, marks.speech), document.isMark(said.end, ",") { return nil }
        // "далее следует Перу" tells who comes next.
        if value == "target", document.word(mark.first)?.parses[0].tag.grammemes.contains(.verb) == true,
            mark.range.count == 1, document.word(mark.end)?.can(be: [.noun, .nomn]) == true,
            !reading.places(in: mark.end..<mark.end + 1).isEmpty, !isInfinitive(in: mark.end..<mark.end + 4)
        {
            return nil
        }
        // "с туристическими целями" is for what people came.
        if let word = document.word(mark.first), word.can(be: [.noun, .ablt, .plur]), !word.can(be: [.noun, .sing]) {
            return nil
        }
        // "смогли выделить" is done, "смогли бы" is not.
        if value == "potential", reading.tense(mark.first) == .past,
            document.word(mark.first)?.parses[0].tag.grammemes.contains(.perf) == true,
            document.word(mark.end)?.can(be: .prcl) != true
        {
            return nil
        }
        // "увеличили экспорт, доведя его до 3 млрд"
        if value == "goal", document.word(mark.first)?.parses[0].tag.grammemes.contains(.grnd) == true {
            let sentence = document.sentence(of: mark.first)
            let verb = sentence.prefix { $0 < mark.first }.last { reading.tense($0) != nil }
            if verb.flatMap({ reading.tense($0) }) == .past { return nil }
        }
        if value == "goal", isManaged(mark) { return nil }
        guard value == "goal" else { return Figure.Nature(rawValue: value) }
        return reading.tense(mark.first) == .past || document.word(mark.first)?.can(be: .prtf) == true ? nil : .target
    }

    /// "завод, построенный за 25 млн долларов, сможет": what a participle tells between commas is so, whatever is told
    /// around it.
    private func isDoneInAside(_ amount: Amount, in sentence: Range<Int>) -> Bool {
        guard let comma = (sentence.lowerBound..<amount.range.lowerBound).last(where: { document.isMark($0, ",") }),
            amount.range.lowerBound - comma <= 9, let participle = document.word(comma + 1),
            participle.readings[0].contains(.prtf),
            participle.readings[0].contains(.past) || document.mark(at: comma + 1, marks.reach) != nil,
            // "составляющее 27 в неделю,"
            let end = (amount.range.upperBound..<min(amount.range.upperBound + 3, sentence.upperBound)).first(where: {
                document.tokens[$0].kind == .mark
            }), document.isMark(end, ",") || end >= sentence.upperBound - 1
        else { return false }
        let words = comma + 1..<amount.range.lowerBound
        return !words.contains(where: reading.isFiniteVerb)
            && document.marks(marks.nature, in: words).allSatisfy { reading.value($0) == "actual" }
            && document.marks(marks.estimate, in: words).isEmpty && document.marks(marks.pledge, in: words).isEmpty
    }

    /// "построит станцию на 300 МВт. Стоимость – 400 млн долларов": what a thing that is still to come costs or gives is to come.
    private func costOfPlanned(_ amount: Amount, _ clause: Range<Int>, _ sentence: Range<Int>) -> Figure.Nature? {
        guard !sentence.contains(where: reading.isFiniteVerb), let last = found.last, last.figure.nature != .actual,
            case let index = Int(document.sentenceOf[amount.core.lowerBound]), index - last.sentence <= 1,
            isSameParagraph(index, last.sentence), Self.isBuilt(last.figure.indicator),
            triggersHere.contains(where: { $0.uses.contains { Self.isBuilt($0.indicator) } })
        else { return nil }
        return last.figure.nature
    }

    private static func isBuilt(_ indicator: Indicator) -> Bool {
        ["projects_value", "projects_count", "energy", "infrastructure", "jobs"].contains(indicator.rawValue)
    }

    /// "с 3 до 5 млрд": the first end is what was.
    func isStartOfMove(_ amount: Amount) -> Bool {
        guard reading.opensEnd(amount.core.upperBound) else { return false }
        var before = amount.range.lowerBound - 1
        // "с нынешних 900 млн до 2 млрд"
        if before > 0, let word = document.word(before), word.can(be: .adjf), !word.can(be: .prep) { before -= 1 }
        return reading.preposition(at: before) == "from"
    }

    /// "по сравнению с 27 млн тонн", "против 5 млн", "вырастет с 40 млн тонн": what something is compared with was.
    func isComparison(_ amount: Amount, clause: Range<Int>) -> Bool {
        var first = amount.range.lowerBound
        while first > clause.lowerBound, let word = document.word(first - 1),
            word.parses[0].tag.grammemes.intersects([.adjf, .prtf])
        {
            first -= 1
        }
        let before = clause.lowerBound..<max(clause.lowerBound, first)
        let compared = document.marks(marks.comparedWith, in: before).last
        if let compared, compared.end == first { return true }
        guard reading.preposition(at: first - 1) == "from",
            document.word(first - 1)?.text.hasPrefix("с") == true, amount.isMoney || isShareable(amount.unit)
        else { return false }
        return compared.map { mark in !(mark.end..<first).contains { reading.isFiniteVerb($0) } } ?? false
            || document.marks(marks.direction, in: clause).contains { reading.tense($0.first) != nil }
            || document.marks(marks.nature, in: before).contains { reading.value($0) == "goal" }
    }

    /// "в 2021 году – 33 млн": told of a year that is over, right before the amount.
    private func isOfThePast(_ amount: Amount) -> Bool {
        guard let now = reading.publishedOn else { return false }
        let sentence = document.sentence(of: amount.core.lowerBound)
        return reading.dates(in: sentence).contains { date in
            let gap = date.range.upperBound..<max(date.range.upperBound, amount.range.lowerBound)
            guard date.role == .time, let to = date.period.to, to.year < now.year else { return false }
            // "рекорд прошлого года (10 млн тонн)"
            if document.isMark(amount.range.lowerBound - 1, "("), date.range.upperBound == amount.range.lowerBound - 1 {
                return true
            }
            // "(10 млн тонн в 2021 году)"
            if document.isMark(amount.range.lowerBound - 1, "("), date.range.lowerBound >= amount.core.upperBound {
                return date.range.lowerBound - amount.core.upperBound <= 2
            }
            return date.range.upperBound <= amount.range.lowerBound && gap.count <= 1 && gap.allSatisfy(document.isDash)
        }
    }

    /// "страна с населением 3 млн планирует": how many people live there is so, whatever is planned.
    private func isPopulation(_ amount: Amount) -> Bool {
        guard amount.unit == nil else { return false }
        return triggersHere.contains { trigger in
            trigger.mark.end <= amount.core.lowerBound && amount.core.lowerBound - trigger.mark.end <= 2
                && trigger.use(.count)?.indicator == Indicator("people")
                && document.word(trigger.mark.first)?.can(be: [.noun, .ablt]) == true
                && reading.preposition(at: trigger.mark.first - 1) == "from"
        }
    }

    /// "233-километровая линия сможет": what the thing is, and not what it can do.
    func isAdjective(_ amount: Amount) -> Bool {
        amount.core.count == 1 && amount.unit != nil && !amount.isTimes
            && document.word(amount.core.lowerBound)?.can(be: .adjf) == true
    }

    /// "повысил прогноз с 5% до 6%": what was forecast has not been either.
    private func isOfForecast(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        amount.isPercent
            && document.marks(marks.data, in: clause.lowerBound..<amount.core.lowerBound).contains { mark in
                document.mark(at: mark.first, marks.nature) != nil
            }
    }

    /// "довести товарооборот, который не превышает 10 млн, до 100 млн": a clause set between commas, right before the amount.
    func relativeClause(in between: Range<Int>) -> Range<Int>? {
        let commas = between.filter { document.isMark($0, ",") }
        guard let last = commas.last, between.upperBound - last <= 2,
            let first = commas.dropLast().last(where: { comma in
                (1...2).contains { document.mark(at: comma + $0, marks.which) != nil }
            })
        else { return nil }
        return first..<last + 1
    }

    /// Whether ", а" opens a statement within a range.
    func isContrasted(_ range: Range<Int>) -> Bool {
        range.contains {
            document.isMark($0, ",") && document.mark(at: $0 + 1, marks.contrast) != nil
        }
    }

    /// "инвестирует 5 млрд в Кению": a verb of both aspects tells of what is to come, unless it is done every year.
    private func isToInvest(_ verb: Int, _ clause: Range<Int>) -> Bool {
        guard let word = document.word(verb), word.can(be: [.verb, .futr]), word.can(be: [.verb, .pres]) else {
            return false
        }
        return triggersHere.contains {
            $0.mark.first == verb && $0.use(.money)?.indicator == Indicator("investment")
        } && document.marks(marks.yearly, in: clause).isEmpty
    }

    /// The tense of the finite verb nearest to the amount in its clause.
    func governingTense(_ amount: Amount, clause: Range<Int>) -> Grammemes? {
        // "турпоток утроился, рейсы возобновят": the amount is its own verb.
        if let own = amount.core.lazy.compactMap({ self.reading.tense($0) }).first { return own }
        var best: (tense: Grammemes, distance: Int)?
        // "собрали урожай, которого хватит на год, – 5 млн тонн"
        let aside = relativeClause(in: clause.lowerBound..<max(clause.lowerBound, amount.range.lowerBound))
        for token in clause where !amount.core.contains(token) && aside?.contains(token) != true {
            let isSaid = document.mark(at: token, marks.speech) != nil && token + 1 != amount.range.lowerBound
            guard !isSaid, var tense = reading.tense(token) else { continue }
            let isBefore = token < amount.core.lowerBound
            if token + 1 == amount.range.lowerBound && isToReach(token) || isBefore && isToInvest(token, clause) {
                tense = .futr
            }
            // "вырастет на 5 процентов, запланировано": what follows a comma is told of something else.
            if !isBefore, best != nil,
                (amount.core.upperBound..<token).contains(where: {
                    document.isMark($0, ",") || document.isMark($0, ":")
                })
            {
                continue
            }
            let distance = isBefore ? amount.core.lowerBound - token : token - amount.core.upperBound + 2
            if distance < best?.distance ?? .max { best = (tense, distance) }
        }
        return best?.tense
    }
}
