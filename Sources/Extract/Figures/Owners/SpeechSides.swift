import Grammar
import Model
import Morphology

/// Who "we" and "you" are in what an official of one of two states says: his own state, and the other one.
extension FigureReader {
    /// The states for which "мы" and "вы" stand in a sentence that somebody is told to say.
    func sidesOfSpeech(_ index: Int) -> (we: CountryCode, you: CountryCode)? {
        guard reading.discourse.speakers[index] != nil, let we = reading.discourse.own[index],
            case let focus = reading.discourse.focus[index], focus.count == 2, focus.contains(we),
            let you = focus.first(where: { $0 != we })
        else { return nil }
        return (we, you)
    }

    /// "Перу, на рынке которого мы продали товаров на 5 млн", "мы поставили вам", "вы закупаете у нас": who says "мы" does what the
    /// verb tells, or to whom it is said.
    func ourDeal(
        _ trigger: Trigger?, _ indicator: Indicator, _ named: [CountryCode], _ clause: Range<Int>, _ index: Int
    ) -> Parties? {
        guard Self.isGoods(indicator) || Self.isMoney(indicator), let trigger,
            reading.isFiniteVerb(trigger.mark.first), named.count <= 1
        else { return nil }
        let sides = sidesOfSpeech(index)
        let isOfUs = tellsOfUs(clause)
        let doer = isOfUs ? reading.discourse.own[index] : tellsOfYou(clause) ? sides?.you : nil
        let told = isOfUs ? hasYou(clause) ? sides?.you : nil : hasUs(clause) ? sides?.we : nil
        guard let doer, let other = named.only ?? told, other != doer else { return nil }
        // Money that "we" give goes to who is named; of goods the verb tells which way.
        return receiving(trigger, indicator) ? Parties(from: other, to: doer) : Parties(from: doer, to: other)
    }

    /// "вы": whether who is spoken to is the subject.
    private func tellsOfYou(_ clause: Range<Int>) -> Bool {
        clause.contains { document.word($0)?.can(be: [.npro, .per2, .plur, .nomn]) == true }
    }

    private func hasYou(_ clause: Range<Int>) -> Bool {
        !document.marks(marks.yours, in: clause).isEmpty
            || clause.contains { document.word($0)?.can(be: [.npro, .per2, .plur]) == true }
    }

    /// "нам", "у нас"
    private func hasUs(_ clause: Range<Int>) -> Bool {
        clause.contains { token in
            document.word(token)?.can(be: [.npro, .per1, .plur]) == true
                && document.word(token)?.can(be: .nomn) != true
        }
    }

    /// "у нас работают 40 фирм": whether things are said to be with the speaker.
    func isWithUs(_ clause: Range<Int>) -> Bool {
        clause.contains { token in
            document.word(token)?.can(be: [.npro, .per1, .plur, .gent]) == true
                && reading.preposition(at: token - 1) == "from"
        }
    }

    /// "нас посетили", "к нам приехали", "у нас побывали", "к вам едут", "ваших туристов": whence and whither people go, by whom is
    /// spoken to and who speaks.
    func travelOfSpeech(_ ends: inout FlowSides, _ it: TravelClause) {
        guard let (we, you) = sidesOfSpeech(it.index) else { return }
        if ends.origin == nil, !document.marks(marks.yours, in: it.clause).isEmpty, hasUs(it.clause) {
            ends.origin = you
        }
        guard ends.destination == nil, hasUs(it.clause), let origin = ends.origin, origin != we else { return }
        ends.destination = we
    }

    /// "наша экономика выросла": the state of an official who speaks of what is his own state's.
    func ours(_ clause: Range<Int>, _ index: Int) -> CountryCode? {
        guard
            document.marks(marks.ours, in: clause).contains(where: { mark in
                document.word(mark.first)?.can(be: .sing) == true && document.word(mark.first)?.can(be: .plur) == false
            })
        else { return nil }
        return reading.discourse.own[index]
    }
}
