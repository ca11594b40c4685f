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
        var at = amount.core.upperBound
        for _ in 0..<5 {
            guard let word = document.word(at) else { break }
            if document.mark(at: at, marks.numberIdle) != nil || document.mark(at: at, marks.time) != nil {
                reading.log?.leave(amount.core.lowerBound..<at + 1, .number, .idle)
                return nil
            }
            if document.mark(at: at, marks.countryPeople) != nil {
                let verbs = triggers.filter { $0.use(.count)?.indicator == Indicator("passengers") }
                if let visit = governing(amount, .count, others: others, triggers: verbs), visit.cost < 14 {
                    return Counted(trigger: visit.0)
                }
                return Counted(people: Indicator("people"))
            }
            if let trigger = triggers.first(where: { $0.mark.first == at && $0.use(.count) != nil }) {
                // "более ста представителей крупнейших предприятий": what depends on the counted noun is not counted.
                if trigger.use(.count)?.isWeak == true,
                    let strong = governing(
                        amount, .count, others: others,
                        triggers: triggers.filter {
                            $0.use(.count)?.isWeak == false && !depends($0, on: trigger)
                                && canTake($0.use(.count)!.indicator, trigger.use(.count)!.indicator)
                        }),
                    strong.cost < 14
                {
                    // "форум посетили более 3 тысяч человек" travel no more than others who take part.
                    let isOfEvent =
                        strong.0.use(.count)?.indicator == Indicator("passengers") && isAboutEvent(amount, strong.0)
                    return isOfEvent ? Counted(trigger: trigger) : Counted(trigger: strong.0)
                }
                // "перевезли 2 млн человек": people carried are passengers.
                if trigger.use(.count)?.indicator == Indicator("people"), trigger.use(.count)?.isWeak == true {
                    let carriers = triggers.filter {
                        $0.use(.count)?.indicator == Indicator("freight")
                            && document.word($0.mark.first)?.can(be: .noun) == false
                    }
                    if let carrier = governing(amount, .count, others: others, triggers: carriers), carrier.cost < 14 {
                        return Counted(people: Indicator("passengers"))
                    }
                }
                return Counted(trigger: trigger)
            }
            guard word.can(be: .adjf) || word.can(be: .prtf) else { break }
            at += 1
        }
        if let word = document.word(amount.core.upperBound), word.can(be: .noun), !word.can(be: .prep),
            !word.can(be: .conj), word.can(be: .gent) || isObliquePlural(word)
        {
            return nil
        }
        return ellipsis(amount, index: index) ?? countedBefore(amount, triggers: triggers, others: others)
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
        guard amount.isScaled, listed[amount.core.lowerBound] != nil,
            let previous = found.last(where: { $0.figure.unit == .plain(.count) && $0.trigger != nil }),
            index - previous.sentence <= 2, previous.figure.indicator != Indicator("rank")
        else { return nil }
        return Counted(trigger: previous.trigger, own: false)
    }

    /// People counted are travellers, workers or simply people, whatever other things are counted near by.
    private func canTake(_ strong: Indicator, _ weak: Indicator) -> Bool {
        weak != Indicator("people") || ["people", "passengers", "jobs"].contains(strong.rawValue)
    }

    /// "предприятий … насчитывается почти 20 тысяч", "число рейсов – до 30": the counted noun stands before, in the genitive plural.
    private func countedBefore(_ amount: Amount, triggers: [Trigger], others: [Amount]) -> Counted? {
        let nouns = triggers.filter { trigger in
            guard trigger.mark.end <= amount.core.lowerBound, let use = trigger.use(.count), !use.isWeak,
                let word = document.word(trigger.mark.end - 1)
            else { return false }
            return word.can(be: [.noun, .gent, .plur]) && !word.can(be: [.noun, .nomn, .plur])
                && !others.contains {
                    $0.core.upperBound <= trigger.mark.first && trigger.mark.first - $0.core.upperBound <= 3
                }
        }
        // "количество рейсов выросло на 18% и составило 1 585"
        let isReached = document.mark(at: amount.range.lowerBound - 1, marks.reach) != nil
        guard let nearest = governing(amount, .count, others: others, triggers: nouns),
            nearest.cost < (isReached ? 16 : 9)
        else { return nil }
        return Counted(trigger: nearest.0)
    }

    private func ellipsis(_ amount: Amount, index: Int) -> Counted? {
        guard
            let previous = found.last(where: {
                $0.figure.unit == .plain(.count) && $0.figure.indicator != Indicator("rank")
            }),
            index - previous.sentence <= 1, previous.trigger != nil,
            (1...3).contains(where: { back in
                document.mark(at: amount.range.lowerBound - back, marks.again)?.end == amount.range.lowerBound
            })
        else { return nil }
        return Counted(trigger: previous.trigger, own: previous.sentence == index)
    }
}
