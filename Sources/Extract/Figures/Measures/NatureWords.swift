import Grammar
import Model
import Morphology

/// The words that say whether a quantity is reached, aimed at or possible, and what they govern.
extension FigureReader {
    /// The nearest word that governs an amount and says whether it is reached, aimed at or possible, and how far it is,
    /// in tokens.
    func nearestNature(
        _ amount: Amount, clause: Range<Int>, sentence: Range<Int>
    ) -> (nature: Figure.Nature, distance: Int)? {
        var best: (nature: Figure.Nature, distance: Int)?
        for mark in document.marks(marks.nature, in: sentence) {
            guard let nature = self.nature(of: mark), governs(mark, nature, amount, clause: clause, sentence: sentence)
            else { continue }
            // "фонд с капиталом в 5 млн способен помочь", "готов провести линию длиной 5 км": what a thing is like cannot be or become.
            if nature == .potential, isAsLarge(amount) { continue }
            // The nearer governs; of a chain "имеется возможность довести" the possibility does.
            let isBefore = mark.end <= amount.core.lowerBound
            let distance = isBefore ? amount.core.lowerBound - mark.end : mark.first - amount.core.upperBound + 8
            // "готовы уже сейчас увеличить"
            if nature == .actual, best?.nature == .potential, isBefore,
                isInfinitive(in: mark.end..<amount.core.lowerBound)
            {
                continue
            }
            let leads = isBefore && nature == .potential && best?.nature == .target
            // "способен принять 5 млн, а потом его доведут до 7 млн": a verb of its own is told of what is behind it.
            let isAnew = isBefore && nature == .target && reading.tense(mark.first) != nil
            if best == nil || leads
                || distance < best!.distance && (isAnew || !(best!.nature == .potential && nature == .target))
            {
                best = (nature, distance)
            }
        }
        return best
    }

    /// "стоимостью 5 млн", "с капиталом в 5 млн", "длиной порядка 5 км"
    private func isAsLarge(_ amount: Amount) -> Bool {
        (1...2).contains {
            document.mark(at: amount.range.lowerBound - $0, marks.asLarge)?.end == amount.range.lowerBound - $0 + 1
        }
    }

    /// Whether a word on what is aimed at or possible is told of an amount.
    private func governs(
        _ mark: Mark, _ nature: Figure.Nature, _ amount: Amount, clause: Range<Int>, sentence: Range<Int>
    ) -> Bool {
        // "золотовалютные резервы" are no possibility.
        let isInTrigger = triggersHere.contains {
            $0.mark.range.count > 1 && $0.mark.range.contains(mark.first)
                && $0.use(.money)?.indicator == Indicator("finance")
        }
        if mark.range.overlaps(amount.core) || isInTrigger { return false }
        // "к концу сентября экспорт вырос": a time by which something has been.
        if document.word(mark.first)?.can(be: .prep) == true, governingTense(amount, clause: clause) == .past {
            return false
        }
        return mark.end <= amount.core.lowerBound
            ? governsFromBefore(mark, amount, sentence) : governsFromBehind(mark, nature, amount, clause)
    }

    /// Whether a word before an amount is told of it.
    private func governsFromBefore(_ mark: Mark, _ amount: Amount, _ sentence: Range<Int>) -> Bool {
        let between = mark.end..<amount.core.lowerBound
        if breaks(between, isBefore: true) || parts(mark, between), !isSubject(mark, of: amount) { return false }
        // "в рамках соглашения о строительстве дороги выделил 5 млн": what is done by a document is done.
        if document.mark(at: mark.first, marks.document) != nil, between.contains(where: { reading.tense($0) == .past })
        {
            return false
        }
        guard document.mark(at: mark.first, marks.indicatorFrame) != nil else { return true }
        func isReaching(_ token: Int) -> Bool {
            reading.tense(token) == .past
                && (document.mark(at: token, marks.comparator) != nil || document.mark(at: token, marks.reach) != nil)
        }
        // "преодолела планку в 70%", "достигли новой планки"
        if (1...2).contains(where: { isReaching(mark.first - $0) }) { return false }
        // "планка в 80 млн преодолена"
        let behind = amount.core.upperBound..<min(amount.core.upperBound + 4, sentence.upperBound)
        return !behind.contains {
            isReaching($0) || reading.tense($0) == .past && document.word($0)?.can(be: .prts) == true
        }
    }

    /// Whether a word behind an amount is told of it: "49 проектов находятся в проработке".
    private func governsFromBehind(
        _ mark: Mark, _ nature: Figure.Nature, _ amount: Amount, _ clause: Range<Int>
    ) -> Bool {
        let between = amount.core.upperBound..<mark.first
        // "подписали два соглашения о строительстве": what counted documents are about.
        if amount.unit == nil, mark.range.count > 1, between.count <= 3,
            document.mark(at: mark.first, marks.document) != nil
        {
            return false
        }
        // "30 протоколов о намерениях"
        if amount.unit == nil, !reading.isFiniteVerb(mark.first),
            let papers = document.marks(marks.document, in: between).first, papers.first - amount.core.upperBound <= 2,
            !(papers.end..<mark.first).contains(where: reading.isFiniteVerb)
        {
            return false
        }
        if describes(mark, amount, clause) { return true }
        if breaks(between, isBefore: false) { return false }
        // "поступило 5 тыс. тонн при плане в 8 тыс.": a goal with its own amount right behind is of that one.
        if document.word(mark.first).map({ $0.can(be: .noun) || $0.can(be: .prtf) }) == true,
            reading.amounts(in: mark.end..<mark.end + 4).first.map({ $0.range.lowerBound - mark.end <= 2 }) ?? false,
            !document.isMark(mark.end, ",")
        {
            return false
        }
        // Behind the amount only its predicate tells.
        if isTold(between, amount, clause) || isAdjective(amount) || isAttribute(mark) || between.count > 9 {
            return false
        }
        // "как только линия длиной 170 км будет готова": done, where nothing follows that it is ready to do.
        if nature == .potential, document.word(mark.first)?.can(be: .adjs) == true,
            !isInfinitive(in: mark.end..<mark.end + 4), reading.preposition(at: mark.end) != "to"
        {
            return false
        }
        return nature != .potential || document.word(mark.first)?.readings[0].contains(.noun) != true
    }

    /// "не отвечает потенциалу, притом что Перу дает 8%": whether a clause with a verb of its own begins behind a noun.
    private func parts(_ mark: Mark, _ between: Range<Int>) -> Bool {
        guard mark.range.count == 1, document.word(mark.first)?.readings[0].contains(.noun) == true,
            let comma = between.first(where: { document.isMark($0, ",") }),
            document.mark(at: comma + 1, marks.which) == nil, document.mark(at: comma + 2, marks.which) == nil
        else { return false }
        return (comma..<between.upperBound).contains {
            reading.tense($0) == .pres && document.mark(at: $0, marks.speech) == nil
                && document.mark(at: $0, marks.nature) == nil
        }
    }

    /// "5 млн, запрошенных на помощь", "из 5 млн, обещанных банком": a participle right behind the comma says it of the amount, unless
    /// a verb tells that it is done.
    private func describes(_ mark: Mark, _ amount: Amount, _ clause: Range<Int>) -> Bool {
        guard document.isMark(amount.core.upperBound, ","), mark.first == amount.core.upperBound + 1,
            let participle = document.word(mark.first), participle.readings[0].contains([.prtf, .pssv])
        else { return false }
        return document.mark(at: amount.range.lowerBound - 1, marks.outOf) != nil
            || governingTense(amount, clause: clause) != .past
    }

    /// "потенциал коридора, идущего через Перу, составляет до 5 млн тонн": the subject of the verb right before the amount.
    private func isSubject(_ mark: Mark, of amount: Amount) -> Bool {
        guard let word = document.word(mark.first), word.parses[0].tag.grammemes.contains(.noun), word.can(be: .nomn)
        else { return false }
        let verbs = (mark.end..<max(mark.end, amount.range.lowerBound)).filter { reading.isFiniteVerb($0) }
        return verbs.count == 1 && document.mark(at: verbs[0], marks.reach) != nil
            && amount.range.lowerBound - verbs[0] <= 2
    }

    /// "на 5% выше прогноза": a goal in the genitive that no preposition takes is told of as something else, and so is a participle of
    /// another noun: "раньше запланированного срока".
    private func isAttribute(_ mark: Mark) -> Bool {
        if mark.range.count == 1, let word = document.word(mark.first), word.readings[0].contains(.prtf),
            !document.isMark(mark.first - 1, ","), document.word(mark.end)?.readings[0].contains(.noun) == true,
            reading.amounts(before: mark.first)?.core.upperBound != mark.first
        {
            return true
        }
        guard mark.range.count == 1, let word = document.word(mark.first),
            word.parses[0].tag.grammemes.contains(.noun), word.can(be: .gent), !word.can(be: .nomn)
        else { return false }
        return document.word(mark.first - 1)?.can(be: .prep) != true
    }

    /// Whether what can or should be done is still to be told.
    func isInfinitive(in range: Range<Int>) -> Bool {
        range.contains {
            $0 < document.tokens.count && document.word($0)?.parses[0].tag.grammemes.contains(.infn) == true
        }
    }

    /// Whether a new statement lies between a word of intent and the amount.
    private func breaks(_ between: Range<Int>, isBefore: Bool) -> Bool {
        var (sawComma, sawColon) = (false, false)
        // "(сейчас в нем служат 230 человек)": what stands in brackets with a verb of its own is told apart.
        if let open = between.last(where: { document.isMark($0, "(") || document.isMark($0, ")") }),
            document.isMark(open, isBefore ? "(" : ")"),
            isBefore ? (open..<between.upperBound).contains(where: reading.isFiniteVerb) : true
        {
            return true
        }
        let aside = isBefore ? relativeClause(in: between) : nil
        for token in between where aside?.contains(token) != true {
            if document.isMark(token, ";") { return true }
            if document.isMark(token, ",") || document.isDash(token) || document.isMark(token, "(")
                || document.isMark(token, ":")
            {
                sawComma = true
            }
            if document.isMark(token, ":") { sawColon = true }
            // "обсудили подготовку кадров: в вузах учатся 250 человек"
            if sawComma, let tense = reading.tense(token),
                tense == .past || tense == .pres && (sawColon || document.mark(at: token, marks.reach) != nil)
            {
                return true
            }
            // "банк готов дать 5 млн, а правительство направит 3 млн"
            if isBefore, sawComma, reading.tense(token) == .futr, isContrasted(between.lowerBound..<token) {
                return true
            }
            if !isBefore, document.isMark(token, ",") { return true }
        }
        // "поставки могут вырасти до 5 млн, а еще 3 млн пойдут в Перу"
        if isBefore, sawComma, isContrasted(between),
            let verb = (between.upperBound..<document.sentence(of: between.lowerBound).upperBound).first(where: {
                document.isMark($0, ",") || reading.isFiniteVerb($0)
            }), reading.tense(verb) == .futr
        {
            return true
        }
        // "превысил 3 млрд – такие показатели позволяют": a statement of its own.
        return !isBefore && sawComma && reading.tense(between.upperBound) != nil
    }

    /// "вырос на 40% и к концу года достигнет", "протянется на 97 км и сможет": what was told before a word of intent behind it.
    private func isTold(_ between: Range<Int>, _ amount: Amount, _ clause: Range<Int>) -> Bool {
        guard between.contains(where: { document.word($0)?.parses[0].tag.grammemes.contains(.conj) == true }) else {
            return false
        }
        let verb = (clause.lowerBound..<amount.core.lowerBound).last {
            reading.isFiniteVerb($0) && document.mark(at: $0, marks.speech) == nil
        }
        return verb.map { reading.tense($0) != nil } ?? false
    }
}
