import Grammar
import Model
import Morphology

extension FigureReader {
    /// Which way a quantity moved, when the amount says how far; nil when the amount is a level.
    func change(_ amount: Amount, trigger: Trigger?, clause: Range<Int>, sentence: Range<Int>) -> Figure.Direction? {
        if let direction = amount.direction { return direction }
        if isPartOfNamed(amount) { return nil }
        let preposition = self.preposition(of: amount)
        let near = nearestDirection(amount, clause: clause)
        if let same = sameMove(amount, preposition) { return same }
        if amount.isTimes { return near?.direction ?? .up }
        // "на 3,7% меньше"
        if let behind = comparative(behind: amount) { return behind }
        if let direct = direction(endingAt: amount.range.lowerBound) { return direct }
        // "в Узбекистан – рост на 31%, Таджикистан – на 15%"
        if preposition == .by || document.isMark(amount.range.lowerBound - 1, "("), amount.isPercent,
            listed[amount.core.lowerBound] != nil, near == nil,
            let previous = found.last(where: { $0.amount.isPercent }),
            document.sentenceOf[previous.amount.core.lowerBound] == document.sentenceOf[amount.core.lowerBound]
        {
            return previous.figure.direction
        }
        // "снизились: Перу – 54%, Чили – около 50%"
        if preposition == .none, amount.isPercent, near == nil, listed[amount.core.lowerBound] != nil,
            let previous = found.last, previous.amount.isPercent, previous.figure.direction != nil,
            listed[previous.amount.core.lowerBound] != nil,
            document.sentenceOf[previous.amount.core.lowerBound] == document.sentenceOf[amount.core.lowerBound],
            self.preposition(of: previous.amount) == .none
        {
            return previous.figure.direction
        }
        // "торговля выросла на 23%; перевозки – на 50%"
        if near == nil, preposition == .by, amount.isPercent, !clause.contains(where: reading.isFiniteVerb),
            let previous = found.last, previous.amount.isPercent, self.preposition(of: previous.amount) == .by,
            document.sentenceOf[amount.core.lowerBound] - document.sentenceOf[previous.amount.core.lowerBound] <= 1
        {
            return previous.figure.direction
        }
        // "экспорт вырос вдвое (с 2 до 4 млрд), импорт – на 28%"
        if near == nil, preposition == .by, amount.isPercent,
            let previous = found.last(where: { $0.figure.direction != nil }),
            document.sentenceOf[amount.core.lowerBound] == previous.sentence,
            !(previous.amount.core.upperBound..<amount.core.lowerBound).contains(where: reading.isFiniteVerb)
        {
            return previous.figure.direction
        }
        guard let near else { return nil }
        // "рост экономики замедлился до 1,2%"
        if preposition == .reaching, amount.isPercent, isOfGrowth(amount, clause) { return .up }
        if preposition == .reaching { return nil }
        if preposition == .by {
            if near.mark.first < amount.core.lowerBound { return near.direction }
            // "на 1,4 млн тонн, или вдвое больше"
            let reach = document.word(near.mark.first)?.can(be: .comp) == true ? 8 : 3
            return near.mark.first - amount.core.upperBound <= reach ? near.direction : nil
        }
        guard preposition == .none,
            let near = near.mark.end <= amount.core.lowerBound ? near : growth(before: amount, trigger, clause)
        else { return nil }
        // "рост составил 21 процент", "прибавка в 5 процентов", "плюс 5%", "продовольствие прибавило 8,5 процента"
        let between = near.mark.end..<max(near.mark.end, amount.range.lowerBound)
        if amount.isPercent {
            let reaches = document.marks(marks.reach, in: between).count
            // "прибавил по сравнению с прошлым годом 13%"
            let bases = document.marks(marks.base, in: between).count
            return between.count <= 6 + reaches * 3 + min(bases, 1) * 6
                && reading.separation(between.lowerBound, between.upperBound) < 4
                ? near.direction : nil
        }
        return between.isEmpty && document.word(near.mark.first)?.can(be: .conj) == true ? near.direction : nil
    }

    /// "импорта нефти, 95% которого идет из Кении": a part of what the clause before named.
    private func isPartOfNamed(_ amount: Amount) -> Bool {
        guard amount.isPercent else { return false }
        // "увеличившись вдвое и составив 38% от общего объема"
        if document.mark(at: amount.core.upperBound, marks.preposition).map({ reading.value($0) }) == "from",
            document.word(amount.core.upperBound)?.length == 2,
            document.mark(at: amount.range.lowerBound - 1, marks.reach) != nil
        {
            return true
        }
        return document.mark(at: amount.core.upperBound, marks.which) != nil
            && document.isMark(amount.range.lowerBound - 1, ",")
    }

    /// "на 34%, или на 4 млрд долларов": the same move in another measure.
    private func sameMove(_ amount: Amount, _ preposition: Preposition) -> Figure.Direction? {
        guard preposition == .by, let previous = found.last, let direction = previous.figure.direction,
            self.preposition(of: previous.amount) == .by,
            IndicatorUse.UnitClass(previous.amount.unit) != IndicatorUse.UnitClass(amount.unit)
        else { return nil }
        let between = previous.amount.core.upperBound..<max(previous.amount.core.upperBound, amount.core.lowerBound)
        guard (1...4).contains(between.count),
            between.contains(where: {
                document.isMark($0, "(") || document.word($0)?.parses[0].tag.grammemes.contains(.conj) == true
            })
        else { return nil }
        return between.contains { document.mark(at: $0, marks.direction) != nil || reading.isFiniteVerb($0) }
            ? nil : direction
    }

    /// "темпы роста экономики достигнут 10% благодаря увеличению вложений": what comes behind is of the cause.
    private func growth(before amount: Amount, _ trigger: Trigger?, _ clause: Range<Int>) -> (
        mark: Mark, direction: Figure.Direction
    )? {
        guard trigger?.use(.percent)?.indicator == Indicator("gdp") else { return nil }
        return nearestDirection(amount, clause: clause.lowerBound..<amount.core.lowerBound)
    }

    /// Whether it is a growth that reached a percentage.
    private func isOfGrowth(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        document.marks(marks.direction, in: clause.lowerBound..<amount.core.lowerBound).contains { mark in
            guard reading.value(mark) == "up", let word = document.word(mark.first) else { return false }
            let best = word.parses[0].tag.grammemes
            return best.contains(.noun) && (best.contains(.nomn) || best.contains(.accs))
                && !(mark.end..<amount.core.lowerBound).contains { document.isMark($0, ",") }
        }
    }

    /// "плюс 5%": the word right before the amount, where it is no verb that takes it as an object.
    private func direction(endingAt end: Int) -> Figure.Direction? {
        guard let word = document.word(end - 1), !word.can(be: .verb),
            let mark = document.mark(at: end - 1, marks.direction)
        else { return nil }
        return Figure.Direction(rawValue: reading.value(mark))
    }

    enum Preposition { case none, by, reaching, other }

    /// The kind of preposition that governs an amount: by how much, up to how much.
    func preposition(of amount: Amount) -> Preposition {
        var at = amount.core.lowerBound - 1
        var floor = amount.range.lowerBound
        // What says how sure the number is may stand on either side of the preposition.
        for _ in 0..<4 {
            guard at >= 0, let word = document.word(at) else { return .none }
            // "на рекордную величину в 9 процентов"
            if at > 0, document.mark(at: at, marks.preposition).map({ reading.value($0) }) == "into",
                let frame = frame(endingAt: at)
            {
                at = frame.first - 1
                floor = at
                continue
            }
            if word.can(be: .prep), let kind = document.mark(at: at, marks.preposition) {
                switch reading.value(kind) {
                case "by": return .by
                case "to": return .reaching
                default: return .other
                }
            }
            if word.can(be: .prep) && at < floor { return .other }
            if let frame = frame(endingAt: at + 1) {
                at = frame.first - 1
                floor = at
                continue
            }
            if at >= floor || word.can(be: .adjf) || document.mark(at: at, marks.comparator) != nil {
                at -= 1
            } else {
                return .none
            }
        }
        return .none
    }

    /// "сумму", "общую сумму"
    private func frame(endingAt end: Int) -> Mark? {
        [end - 1, end - 2].lazy.filter { $0 >= 0 }.compactMap { document.mark(at: $0, marks.indicatorFrame) }
            .first { $0.end == end }
    }

    /// The word of growth or decline that is nearest to an amount in its clause.
    private func nearestDirection(_ amount: Amount, clause: Range<Int>) -> (mark: Mark, direction: Figure.Direction)? {
        var best: (mark: Mark, direction: Figure.Direction, distance: Double)?
        for mark in document.marks(marks.direction, in: clause) where !amount.core.overlaps(mark.range) {
            guard let direction = Figure.Direction(rawValue: reading.value(mark)) else { continue }
            // "не превышали 0,2%"
            if document.mark(at: mark.first, marks.reach) != nil, document.word(mark.first - 1)?.can(be: .prcl) == true
            {
                continue
            }
            // "более чем на 40%": a comparator of the amount itself tells nothing.
            if amount.range.contains(mark.first) && document.mark(at: mark.first, marks.comparator) != nil { continue }
            let isBefore = mark.end <= amount.core.lowerBound
            let between = isBefore ? mark.end..<amount.core.lowerBound : amount.core.upperBound..<mark.first
            let distance =
                Double(between.count) + reading.separation(between.lowerBound, between.upperBound) + (isBefore ? 0 : 4)
            if distance < best?.distance ?? 24 { best = (mark, direction, distance) }
        }
        return best.map { ($0.mark, $0.direction) }
    }

    private func comparative(behind amount: Amount) -> Figure.Direction? {
        guard preposition(of: amount) == .by || amount.isPercent else { return nil }
        for at in amount.core.upperBound..<min(document.tokens.count, amount.core.upperBound + 2) {
            // "на 3% меньше", "12% прироста"
            guard let mark = document.mark(at: at, marks.direction), let word = document.word(at),
                word.can(be: .comp)
                    || at == amount.core.upperBound && amount.isPercent && word.can(be: [.noun, .gent, .sing])
                        && preposition(of: amount) != .by
            else { continue }
            return Figure.Direction(rawValue: reading.value(mark))
        }
        return nil
    }

    // MARK: Nature

    /// Whether a quantity was reached, is aimed at or is possible.
    func nature(_ amount: Amount, clause: Range<Int>, sentence: Range<Int>) -> Figure.Nature {
        if isStartOfMove(amount) || isComparison(amount, clause: clause) || isOfThePast(amount)
            || isReached(amount) || isPartOfNamed(amount)
        {
            return .actual
        }
        var best: (nature: Figure.Nature, distance: Int)?
        for mark in document.marks(marks.nature, in: sentence) {
            guard let nature = self.nature(of: mark), !mark.range.overlaps(amount.core) else { continue }
            let isBefore = mark.end <= amount.core.lowerBound
            let between = isBefore ? mark.end..<amount.core.lowerBound : amount.core.upperBound..<mark.first
            if breaks(between, isBefore: isBefore), !(isBefore && isSubject(mark, of: amount)) { continue }
            // "преодолела планку в 70%"
            if isBefore, document.mark(at: mark.first, marks.indicatorFrame) != nil,
                reading.tense(mark.first - 1) == .past,
                document.mark(at: mark.first - 1, marks.comparator) != nil
            {
                continue
            }
            // Behind the amount only its predicate tells: "49 проектов находятся в проработке".
            if !isBefore, isTold(between, amount, clause) || isAdjective(amount) || isAttribute(mark) {
                continue
            }
            if !isBefore, between.count > 9 || nature == .potential && document.word(mark.first)?.can(be: .noun) == true
            {
                continue
            }
            // The nearer governs; of a chain "имеется возможность довести" the possibility does.
            let distance = isBefore ? between.count : between.count + 8
            let leads = isBefore && nature == .potential && best?.nature == .target
            // "готовы уже сейчас увеличить"
            if nature == .actual, best?.nature == .potential, mark.end <= amount.core.lowerBound,
                isInfinitive(in: mark.end..<amount.core.lowerBound)
            {
                continue
            }
            if best == nil || leads || distance < best!.distance && !(best!.nature == .potential && nature == .target) {
                best = (nature, distance)
            }
        }
        if let best, best.nature != .actual || governingTense(amount, clause: clause) != .futr { return best.nature }
        if preposition(of: amount) == .reaching, isAimed(amount, clause: clause) { return .target }
        if let tense = governingTense(amount, clause: clause), tense != .pres {
            return tense == .futr ? .target : .actual
        }
        let hasDeadline = reading.dates(in: clause).contains { $0.role == .deadline && !isCompared($0, with: amount) }
        return hasDeadline ? .target : .actual
    }

    /// What a word of intent says. A goal told in the past is reached: "довели до 3 млрд".
    private func nature(of mark: Mark) -> Figure.Nature? {
        let value = reading.value(mark)
        // "хотя" is a form of "хотеть", and far more often a conjunction.
        if document.word(mark.first)?.parses[0].tag.grammemes.contains(.conj) == true { return nil }
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
        guard value == "goal" else { return Figure.Nature(rawValue: value) }
        return reading.tense(mark.first) == .past || document.word(mark.first)?.can(be: .prtf) == true ? nil : .target
    }

    /// Whether what can or should be done is still to be told.
    private func isInfinitive(in range: Range<Int>) -> Bool {
        range.contains {
            $0 < document.tokens.count && document.word($0)?.parses[0].tag.grammemes.contains(.infn) == true
        }
    }

    /// "с 3 до 5 млрд": the first end is what was.
    func isStartOfMove(_ amount: Amount) -> Bool {
        guard document.word(amount.core.upperBound)?.text == reading.language.rangeWords.to else { return false }
        let before = amount.range.lowerBound - 1
        return document.mark(at: before, marks.preposition).map { reading.value($0) == "from" } ?? false
    }

    /// "по сравнению с 27 млн тонн", "против 5 млн", "вырастет с 40 млн тонн": what something is compared with was.
    private func isComparison(_ amount: Amount, clause: Range<Int>) -> Bool {
        var first = amount.range.lowerBound
        while first > clause.lowerBound, let word = document.word(first - 1),
            word.parses[0].tag.grammemes.intersects([.adjf, .prtf])
        {
            first -= 1
        }
        let before = clause.lowerBound..<max(clause.lowerBound, first)
        let compared = document.marks(marks.comparedWith, in: before).last
        if let compared, compared.end == first { return true }
        guard document.mark(at: first - 1, marks.preposition).map({ reading.value($0) }) == "from",
            document.word(first - 1)?.text.hasPrefix("с") == true, amount.isMoney || isShareable(amount.unit)
        else { return false }
        return compared.map { mark in !(mark.end..<first).contains { reading.isFiniteVerb($0) } } ?? false
            || document.marks(marks.direction, in: clause).contains { reading.tense($0.first) != nil }
    }

    /// "составил почти 2 млрд": a verb of reaching in the past, right before the amount.
    private func isReached(_ amount: Amount) -> Bool {
        let verb = amount.range.lowerBound - 1
        return document.mark(at: verb, marks.reach) != nil && reading.tense(verb) == .past
    }

    /// "в 2021 году – 33 млн": told of a year that is over, right before the amount.
    private func isOfThePast(_ amount: Amount) -> Bool {
        guard let now = reading.publishedOn else { return false }
        let sentence = document.sentence(of: amount.core.lowerBound)
        return reading.dates(in: sentence).contains { date in
            let gap = date.range.upperBound..<max(date.range.upperBound, amount.range.lowerBound)
            guard date.role == .time, let to = date.period.to, to.year < now.year else { return false }
            // "(10 млн тонн в 2021 году)"
            if document.isMark(amount.range.lowerBound - 1, "("), date.range.lowerBound >= amount.core.upperBound {
                return date.range.lowerBound - amount.core.upperBound <= 2
            }
            return date.range.upperBound <= amount.range.lowerBound && gap.count <= 1 && gap.allSatisfy(document.isDash)
        }
    }

    /// "на 5% выше прогноза": a goal in the genitive that no preposition takes is told of as something else.
    private func isAttribute(_ mark: Mark) -> Bool {
        guard mark.range.count == 1, let word = document.word(mark.first),
            word.parses[0].tag.grammemes.contains(.noun), word.can(be: .gent), !word.can(be: .nomn)
        else { return false }
        return document.word(mark.first - 1)?.can(be: .prep) != true
    }

    /// "233-километровая линия сможет": what the thing is, and not what it can do.
    private func isAdjective(_ amount: Amount) -> Bool {
        amount.core.count == 1 && amount.unit != nil && !amount.isTimes
            && document.word(amount.core.lowerBound)?.can(be: .adjf) == true
    }

    /// "вырос на 40% и к концу года достигнет": what was told in the past before a word of intent behind it.
    private func isTold(_ between: Range<Int>, _ amount: Amount, _ clause: Range<Int>) -> Bool {
        guard between.contains(where: { document.word($0)?.parses[0].tag.grammemes.contains(.conj) == true }) else {
            return false
        }
        let verb = (clause.lowerBound..<amount.core.lowerBound).last { reading.isFiniteVerb($0) }
        return verb.flatMap { reading.tense($0) } == .past
    }

    /// "потенциал коридора, идущего через Перу, составляет до 5 млн тонн": the subject of the verb right before the amount.
    private func isSubject(_ mark: Mark, of amount: Amount) -> Bool {
        guard let word = document.word(mark.first), word.parses[0].tag.grammemes.contains(.noun), word.can(be: .nomn)
        else { return false }
        let verbs = (mark.end..<max(mark.end, amount.range.lowerBound)).filter { reading.isFiniteVerb($0) }
        return verbs.count == 1 && document.mark(at: verbs[0], marks.reach) != nil
            && amount.range.lowerBound - verbs[0] <= 2
    }

    /// Whether a new statement lies between a word of intent and the amount.
    private func breaks(_ between: Range<Int>, isBefore: Bool) -> Bool {
        var sawComma = false
        for token in between {
            if document.isMark(token, ";") { return true }
            if document.isMark(token, ",") || document.isDash(token) || document.isMark(token, "(") { sawComma = true }
            if sawComma, let tense = reading.tense(token),
                tense == .past || tense == .pres && document.mark(at: token, marks.reach) != nil
            {
                return true
            }
            if !isBefore, document.isMark(token, ",") { return true }
        }
        return false
    }

    /// "усилий по увеличению товарооборота до 5 млрд": a growth that somebody works on.
    private func isAimed(_ amount: Amount, clause: Range<Int>) -> Bool {
        guard let near = nearestDirection(amount, clause: clause), near.mark.end <= amount.core.lowerBound,
            near.direction == .up, let word = document.word(near.mark.first), word.can(be: .noun),
            word.can(be: .datv) || word.can(be: .loct), !word.can(be: .nomn), !word.can(be: .gent)
        else { return false }
        return !(near.mark.end..<amount.core.lowerBound).contains { reading.isFiniteVerb($0) }
    }

    /// The tense of the finite verb nearest to the amount in its clause.
    private func governingTense(_ amount: Amount, clause: Range<Int>) -> Grammemes? {
        var best: (tense: Grammemes, distance: Int)?
        for token in clause where !amount.core.contains(token) {
            guard document.mark(at: token, marks.speech) == nil, let tense = reading.tense(token) else { continue }
            let isBefore = token < amount.core.lowerBound
            // "вырастет на 5 процентов, запланировано": what follows a comma is told of something else.
            if !isBefore, (amount.core.upperBound..<token).contains(where: { document.isMark($0, ",") }), best != nil {
                continue
            }
            let distance = isBefore ? amount.core.lowerBound - token : token - amount.core.upperBound + 2
            if distance < best?.distance ?? .max { best = (tense, distance) }
        }
        return best?.tense
    }
}
