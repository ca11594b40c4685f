import Foundation
import Grammar
import Model
import Morphology

/// What a bare number counts.
extension FigureReader {
    struct Counted {
        var trigger: Trigger?
        var own = true
        /// What people counted without a word of their own are: travellers, or simply people.
        var people: Indicator?
    }

    /// What a bare number counts: the noun behind it, or for "ещё 49", "из них 12" the noun counted before.
    func counted(_ amount: Amount, triggers: [Trigger], others: [Amount], index: Int) -> Counted? {
        // "обоими гостями" are those of whom was told.
        if document.mark(at: amount.core.lowerBound, marks.both) != nil {
            reading.log?.leave(amount.core, .number, .idle)
            return nil
        }
        // "рейсы выполняются три раза в неделю"
        if document.mark(at: amount.core.upperBound - 1, marks.timesNoun) != nil {
            let flights = triggers.filter { $0.use(.count)?.indicator == Indicator("flights") }
            return governing(amount, .count, others: others, triggers: flights).map { Counted(trigger: $0.0) }
        }
        // "с 280 до 600 машин"
        if isStartOfMove(amount),
            let end = others.first(where: { $0.range.lowerBound == amount.core.upperBound + 1 && $0.unit == nil })
        {
            return counted(end, triggers: triggers, others: others, index: index)
        }
        // "еще 41 прибудет": a verb right behind counts nothing new.
        if document.mark(at: amount.range.lowerBound - 1, marks.again) != nil,
            reading.isFiniteVerb(amount.core.upperBound), let more = ellipsis(amount, index: index)
        {
            return more
        }
        if isSeats(amount) { return Counted(people: Indicator("infrastructure")) }
        switch countedHead(amount, triggers) {
        case .idle(let end):
            reading.log?.leave(amount.core.lowerBound..<end, .number, .idle)
            return nil
        case .people:
            let verbs = triggers.filter {
                $0.use(.count)?.indicator == Indicator("passengers")
                    // "на заводах занято 5 тысяч кенийцев"
                    || $0.use(.count)?.indicator == Indicator("jobs")
                        && document.word($0.mark.first)?.can(be: .noun) == false
            }
            if let visit = governing(amount, .count, others: others, triggers: verbs), visit.cost < 14 {
                return Counted(trigger: visit.0)
            }
            return Counted(people: Indicator("people"))
        case .known(let noun): return counted(noun, amount, triggers: triggers, others: others)
        case .other(let at):
            if let word = document.word(at), word.can(be: .noun), !word.can(be: .prep),
                document.mark(at: at, marks.countFrame) == nil, !word.can(be: .conj),
                word.can(be: .gent) || isObliquePlural(word)
            {
                if let people = crowd(amount, at) { return Counted(people: people) }
                return boughtOrSold(amount, at, triggers: triggers)
            }
        }
        return framed(amount, triggers: triggers, others: others, index: index)
            ?? countedByVerb(amount, triggers) ?? countedByMove(amount, index)
            ?? ellipsis(amount, index: index) ?? countedAgain(amount, index: index)
            ?? countedBefore(amount, triggers: triggers, others: others)
            ?? countedAgain(amount, triggers: triggers, others: others, index: index)
    }

    /// The noun behind a bare number, over its adjectives.
    private enum CountedHead {
        /// A noun whose number is no figure: "два раза"; the token behind it.
        case idle(end: Int)
        /// A people: "5 тысяч кенийцев".
        case people
        /// A noun of the lexicon.
        case known(Trigger)
        /// Another word.
        case other(at: Int)
    }

    private func countedHead(_ amount: Amount, _ triggers: [Trigger]) -> CountedHead {
        if let described = countedBehindAside(amount, triggers) { return .known(described) }
        var at = amount.core.upperBound
        for _ in 0..<5 {
            guard let word = document.word(at) else { break }
            if document.mark(at: at, marks.numberIdle) != nil || document.mark(at: at, marks.time) != nil {
                return .idle(end: at + 1)
            }
            if document.mark(at: at, marks.countryPeople) != nil { return .people }
            if let trigger = triggers.first(where: { $0.mark.first == at && $0.use(.count) != nil }) {
                guard agrees(at, with: amount) else { return .idle(end: at) }
                return .known(trigger)
            }
            // "24 межправительственных и межведомственных документа"
            let joins =
                at > amount.core.upperBound && word.parses[0].tag.grammemes.contains(.conj)
                && document.word(at + 1)?.can(be: .adjf) == true && document.word(at - 1)?.can(be: .adjf) == true
            guard
                (word.can(be: .adjf) || word.can(be: .prtf)) && !word.can(be: .npro) || joins
                    || document.mark(at: at, marks.countFrame) != nil
            else { break }
            at += 1
        }
        return .other(at: at)
    }

    /// What a number counts before a noun of the lexicon: that noun, or what more of it the sentence tells.
    func counted(
        _ noun: Trigger, _ amount: Amount, triggers: [Trigger], others: [Amount]
    ) -> Counted? {
        guard let use = noun.use(.count) else { return nil }
        if use.isMass, amount.value < 1000 { return nil }
        // "двумя равными траншами": how it is paid.
        if use.indicator == Indicator("finance"), let word = document.word(noun.mark.first), word.can(be: .ablt),
            !word.can(be: .gent)
        {
            return nil
        }
        if let sold = soldAlive(noun, amount, triggers, others) { return Counted(trigger: sold) }
        guard use.isWeak else { return Counted(trigger: noun) }
        // "в трех регионах" is a way of speaking, "в 85 регионах" a number.
        if use.indicator == .other, amount.value <= 10 {
            reading.log?.leave(amount.core.lowerBound..<noun.mark.first + 1, .number, .idle)
            return nil
        }
        // "более ста представителей крупнейших предприятий": what depends on the counted noun is not counted.
        let strong = triggers.filter {
            $0.use(.count)?.isWeak == false && !depends($0, on: noun)
                && canTake($0.use(.count)!.indicator, use.indicator)
        }
        if let told = governing(amount, .count, others: others, triggers: strong), told.cost < 14 {
            // "форум посетили более 3 тысяч человек" travel no more than others who take part.
            let isOfEvent = told.0.use(.count)?.indicator == Indicator("passengers") && isAboutEvent(amount, told.0)
            return Counted(trigger: isOfEvent ? noun : told.0)
        }
        return use.indicator == Indicator("people")
            ? countedTravellers(noun, amount, triggers: triggers, others: others) : Counted(trigger: noun)
    }

    /// "человек" that are guests or passengers, where the sentence tells of such.
    private func countedTravellers(
        _ noun: Trigger, _ amount: Amount, triggers: [Trigger], others: [Amount]
    ) -> Counted {
        // "больше всего гостей дала Перу – 5 тыс. человек": those of whom the sentence tells.
        if document.isDash(amount.range.lowerBound - 1),
            let guests = triggers.first(where: {
                $0.mark.end <= amount.core.lowerBound && $0.use(.count)?.indicator == Indicator("passengers")
            })
        {
            return Counted(trigger: guests)
        }
        // "перевезли 2 млн человек": people carried are passengers.
        let carriers = triggers.filter {
            $0.use(.count)?.indicator == Indicator("freight") && document.word($0.mark.first)?.can(be: .noun) == false
        }
        if let carrier = governing(amount, .count, others: others, triggers: carriers), carrier.cost < 14 {
            return Counted(people: Indicator("passengers"))
        }
        return Counted(trigger: noun)
    }

    /// "к нам приезжало не больше 4 тысяч"
    private func countedByVerb(_ amount: Amount, _ triggers: [Trigger]) -> Counted? {
        guard amount.isScaled, document.word(amount.core.upperBound) == nil,
            let verb = triggers.last(where: { $0.mark.end <= amount.range.lowerBound }),
            verb.use(.count)?.indicator == Indicator("passengers"), verb.use(.count)?.isWeak == false,
            reading.isFiniteVerb(verb.mark.first),
            (verb.mark.end..<amount.range.lowerBound).allSatisfy({ document.word($0)?.can(be: .advb) == true })
        else { return nil }
        return Counted(trigger: verb)
    }

    /// "пассажиропоток вырос в 7 раз, до 4,6 тыс.", "число фирм выросло на 40 и достигло 200"
    private func countedByMove(_ amount: Amount, _ index: Int) -> Counted? {
        guard let previous = found.last, previous.sentence == index, previous.trigger?.use(.count) != nil,
            amount.isScaled && (previous.amount.isPercent || previous.amount.isTimes)
                || previous.amount.unit == nil && previous.figure.measure == .change,
            case let verbs = (previous.amount.core.upperBound..<amount.core.lowerBound).filter(reading.isFiniteVerb),
            preposition(of: amount) == .reaching && verbs.isEmpty || isReachedByGerund(amount) && verbs.isEmpty
                || verbs == [amount.range.lowerBound - 1] && document.mark(at: verbs[0], marks.reach) != nil
        else { return nil }
        return Counted(trigger: previous.trigger, own: previous.ownTrigger)
    }

    /// "школа на 500 мест", "больница, рассчитанная на 200 коек": how many a house can hold.
    private func isSeats(_ amount: Amount) -> Bool {
        guard document.mark(at: amount.core.upperBound, marks.houseSeat) != nil,
            reading.preposition(at: amount.range.lowerBound - 1) == "by"
        else { return false }
        let sentence = document.sentence(of: amount.core.lowerBound)
        let before = max(sentence.lowerBound, amount.range.lowerBound - Self.reachOfHouse)..<amount.range.lowerBound
        return !document.marks(marks.house, in: before).isEmpty
    }

    /// Tokens from a house to how many it holds.
    private static let reachOfHouse = 8

    /// "1,4 тыс. пилотов": many of whom the lexicon does not know are people, and no animals.
    private func crowd(_ amount: Amount, _ at: Int) -> Indicator? {
        guard let noun = document.word(at), noun.readings[0].contains([.noun, .anim]),
            noun.can(be: [.gent, .plur]), !noun.can(be: .inan), noun.isKnown, document.marks(at: at).isEmpty,
            !document.tokens[at].shape.contains(.capitalized), amount.value >= Self.leastCrowd
        else { return nil }
        let sentence = document.sentence(of: at)
        // Those who watch, vote or complain are no people of a state.
        return document.marks(marks.dwell, in: sentence).isEmpty ? nil : Indicator("people")
    }

    /// Fewer may be a cast, a jury or a family.
    private static let leastCrowd: Decimal = 100

    /// "экспорт достиг 2,7 млн штук", "показатель составил 40 тыс. единиц": pieces of what is sold.
    private func framed(_ amount: Amount, triggers: [Trigger], others: [Amount], index: Int) -> Counted? {
        guard document.mark(at: amount.core.upperBound, marks.countFrame) != nil,
            document.word(amount.core.upperBound)?.can(be: [.gent, .plur]) == true
        else { return nil }
        // "контейнерные перевозки достигли 235 тыс. единиц"
        func isOfGoods(_ trigger: Trigger) -> Bool {
            trigger.use(.count).map {
                !$0.isWeak && (Self.isGoods($0.indicator) || $0.indicator == Indicator("freight"))
            } ?? false
        }
        if let trade = governing(amount, .count, others: others, triggers: triggers.filter(isOfGoods)), trade.cost < 14
        {
            return Counted(trigger: trade.0)
        }
        let before = document.sentences[index].lowerBound..<amount.core.lowerBound
        // "выпуск дронов увеличат до 5 тыс. единиц в месяц": how many a plant makes.
        if let make = document.marks(marks.produce, in: before).last,
            !(make.end..<amount.range.lowerBound).contains(where: { document.isMark($0, ",") })
        {
            let near = before.lowerBound..<min(amount.core.upperBound + 5, document.tokens.count)
            let isRate =
                !document.marks(marks.yearly, in: near).isEmpty
                || near.suffix(5).contains {
                    document.mark(at: $0, marks.time) != nil && reading.preposition(at: $0 - 1) == "into"
                }
            return Counted(people: isRate ? Indicator("infrastructure") : .other)
        }
        guard triggers.isEmpty, let antecedent, antecedent.sentence == index - 1, isOfGoods(antecedent.trigger),
            !document.marks(marks.anaphor, in: before).isEmpty
        else { return nil }
        return Counted(trigger: antecedent.trigger, own: false)
    }

    /// "по 62 маршрутам": what the number counts, when no word of the lexicon does.
    private func isObliquePlural(_ word: Word) -> Bool {
        word.can(be: [.noun, .plur, .datv]) || word.can(be: [.noun, .plur, .ablt])
            || word.can(be: [.noun, .plur, .loct])
    }

    /// Whether what a verb of visiting has for its object is a forum or an exhibition.
    private func isAboutEvent(_ amount: Amount, _ visit: Trigger) -> Bool {
        let around = max(0, visit.mark.first - 4)..<min(document.tokens.count, visit.mark.end + 4)
        return document.marks(marks.encounter, in: around).contains { mark in
            reading.value(mark) == "forum" && document.sentenceOf[mark.first] == document.sentenceOf[visit.mark.first]
                && document.word(mark.end - 1)?.can(be: .accs) == true
        }
    }

    /// "Египет (757 тыс., +42%)": an item of a list counts what was counted before it.
    func countedInList(_ amount: Amount, index: Int) -> Counted? {
        // "в Кении работают 320 фирм, в Перу – 210"
        let isBare =
            document.isDash(amount.range.lowerBound - 1)
            && (document.isMark(amount.core.upperBound, ",") || document.isMark(amount.core.upperBound, "."))
            // "300 человек получили работу в Кении, 826 – в Перу"
            || document.isDash(amount.core.upperBound) && document.isMark(amount.range.lowerBound - 1, ",")
        guard amount.isScaled || isBare && found.last?.sentence == index,
            listed[amount.core.lowerBound] != nil || isBehindState(amount),
            let previous = recent.last(where: {
                $0.trigger != nil
                    && ($0.figure.unit == .plain(.count) || $0.figure.indicator == Indicator("passengers"))
            }),
            index - previous.sentence <= 2, previous.figure.indicator != Indicator("rank")
        else { return nil }
        // "приехало граждан Перу (5 тыс.), Чили (3 тыс.)"
        if previous.figure.indicator == Indicator("passengers") {
            return Counted(people: Indicator("passengers"))
        }
        return Counted(trigger: previous.trigger, own: false)
    }

    /// "На втором месте Перу (150 тыс.)": in brackets right behind a state.
    func isBehindState(_ amount: Amount) -> Bool {
        let opening = amount.range.lowerBound - 1
        return document.isMark(opening, "(")
            && reading.places(in: max(0, opening - 3)..<opening).last.map {
                $0.kind == .name && $0.range.upperBound == opening
            } == true
    }

    /// People counted are travellers, workers or simply people, whatever other things are counted near by.
    private func canTake(_ strong: Indicator, _ weak: Indicator) -> Bool {
        guard weak != .other, !["contracts_count", "agreements_count"].contains(strong.rawValue) else { return false }
        // "через пункт пропуска прошло 300 поездов"
        if weak == Indicator("freight"), strong == Indicator("infrastructure") { return false }
        // "купит два парома": what carries is sold like other goods.
        if weak == Indicator("freight"), Self.isGoods(strong) { return true }
        // "пропускная способность 36 тысяч автомобилей"
        if weak == Indicator("exports"), strong == Indicator("freight") { return true }
        let families = [["people", "passengers", "jobs"], ["exports", "imports"]]
        return families.allSatisfy { $0.contains(weak.rawValue) == $0.contains(strong.rawValue) }
    }

    /// "предприятий … насчитывается почти 20 тысяч", "число рейсов – до 30": the counted noun stands before, in the genitive plural.
    private func countedBefore(_ amount: Amount, triggers: [Trigger], others: [Amount]) -> Counted? {
        let nouns = triggers.filter { trigger in
            guard trigger.mark.end <= amount.core.lowerBound, let use = trigger.use(.count),
                !use.isWeak || isNumberOf(trigger), document.mark(at: trigger.mark.end, marks.time) == nil,
                let word = document.word(trigger.mark.end - 1)
            else { return false }
            // "новые рабочие места – более 300 тысяч"
            let isHead = document.isDash(trigger.mark.end) && amount.range.lowerBound <= trigger.mark.end + 2
            let isFramed = document.mark(at: amount.core.upperBound, marks.countFrame) != nil
            let isMoved = isStartOfMove(amount) || preposition(of: amount) == .reaching
            // "по сравнению с квотой в 96 000"
            let isSize =
                amount.value >= 1000 && amount.range.lowerBound == trigger.mark.end + 1
                && reading.preposition(at: trigger.mark.end) == "into"
            if amount.isScaled || isFramed || isMoved || isSize, isFlow(trigger, word) { return true }
            return
                (isHead && word.can(be: [.noun, .nomn, .plur])
                || word.can(be: [.noun, .gent, .plur]) && !word.can(be: [.noun, .nomn, .plur]))
                && !others.contains {
                    $0.core.upperBound <= trigger.mark.first && trigger.mark.first - $0.core.upperBound <= 3
                        // "инвестиции – 140 млн евро, рабочих мест – не менее 350"
                        && !(isHead && $0.unit != nil && document.isMark($0.core.upperBound, ","))
                        // "вложения выросли в 10 раз, число фирм достигло 38"
                        && !(isNumberOf(trigger) && document.isMark($0.core.upperBound, ","))
                }
        }
        // "количество рейсов выросло на 18% и составило 1 585"
        let isReached = document.mark(at: amount.range.lowerBound - 1, marks.reach) != nil
        guard let nearest = governing(amount, .count, others: others, triggers: nouns),
            nearest.cost < (isReached ? 16 : isNumberOf(nearest.0) && preposition(of: amount) == .reaching ? 18 : 9)
        else { return isReached ? peopleBefore(amount, triggers) : nil }
        return Counted(trigger: nearest.0)
    }

    /// "число фирм", "количество принимаемых поездов": how many of them there are.
    private func isNumberOf(_ trigger: Trigger) -> Bool {
        guard document.word(trigger.mark.end - 1)?.can(be: [.gent, .plur]) == true else { return false }
        var at = trigger.mark.first - 1
        while let word = document.word(at), word.can(be: [.gent, .plur]), word.can(be: .adjf) || word.can(be: .prtf) {
            at -= 1
        }
        return document.mark(at: at, marks.indicatorFrame).map { reading.value($0) == "number" } ?? false
    }

    /// "число посетивших Кению перуанцев составило 712,5 тысячи": a people counted before its verb.
    private func peopleBefore(_ amount: Amount, _ triggers: [Trigger]) -> Counted? {
        var at = amount.range.lowerBound - 1
        while at > 0, document.mark(at: at, marks.reach) != nil || document.word(at)?.can(be: .advb) == true { at -= 1 }
        guard document.mark(at: at, marks.countryPeople) != nil, document.word(at)?.can(be: [.gent, .plur]) == true,
            document.marks(marks.indicatorFrame, in: max(0, at - 6)..<at).contains(where: {
                document.word($0.first)?.can(be: [.noun, .nomn, .sing]) == true
            })
        else { return nil }
        let visits = triggers.contains { $0.use(.count)?.indicator == Indicator("passengers") && $0.mark.end <= at }
        return Counted(people: Indicator(visits ? "passengers" : "people"))
    }
}
