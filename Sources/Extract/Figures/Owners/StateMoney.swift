import Grammar
import Model
import Morphology

/// Money that flows from no state, and money that a state has or owes by itself.
extension FigureReader {
    /// "Всемирный банк одобрил Кении заем", "Евросоюз вложил в Кению 5 млн": a body gives, and only who gets is a state.
    func givenByBody(
        _ indicator: Indicator, _ named: [CountryCode], clause: Range<Int>, index: Int
    ) -> Parties? {
        guard indicator == Indicator("finance") || indicator == Indicator("investment"), named.count <= 1 else {
            return nil
        }
        // "Фонд дал Кении кредит на 5 млн. В Перу на дороги выделят 3 млн": the body gives to the next one as well.
        if indicator == Indicator("finance"), let next = named.first, pairs(in: clause).isEmpty,
            let last = lastTold(2, before: index, where: { $0.figure.indicator == indicator })?.figure,
            last.origin == nil, let taker = last.destination, taker != next, subjects(in: clause).isEmpty
        {
            return Parties(countries: [next], destination: next)
        }
        guard isGivenByBody(named, clause, document.sentences[index]) else { return nil }
        let meant =
            named.first ?? stateMeant(clause, index) ?? landBefore(clause, index) ?? paragraphLand(clause, index)
            ?? (isForOwn(clause) ? reading.discourse.home : nil)
            ?? (document.marks(marks.encounter, in: document.sentences[index]).isEmpty ? onlyHome : nil)
            ?? reading.discourse.home.flatMap { reading.discourse.focus[index].contains($0) ? $0 : nil }
        return meant.map { Parties(countries: [$0], destination: $0) }
    }

    /// "странам Африки выделят 5 млн", "помощь ЕС составит 5 млн": of the one state that the passage is about, which gives to a
    /// region or gets from a union.
    func givenByOrToRegion(_ home: CountryCode, _ clause: Range<Int>) -> Parties {
        if isTakenByRegion(clause) { return Parties(countries: [home], origin: home) }
        let isGiven = !document.marks(marks.lender, in: clause).isEmpty
        return Parties(countries: [home], destination: isGiven ? home : nil)
    }

    /// "Кения направит странам Африки 5 млн"
    func givenToRegion(_ indicator: Indicator, _ named: [CountryCode], _ clause: Range<Int>) -> Parties? {
        guard indicator == Indicator("finance"), let giver = named.only, isTakenByRegion(clause),
            reading.places(in: clause).allSatisfy({ $0.country != giver || !isDative($0) })
        else { return nil }
        return Parties(countries: [giver], origin: giver)
    }

    /// "африканским странам", "странам Африки", "в страны Африки"
    private func isTakenByRegion(_ clause: Range<Int>) -> Bool {
        document.marks(marks.region, in: clause).contains { region in
            (max(0, region.first - 1)..<region.end).contains {
                document.word($0)?.can(be: [.noun, .plur, .datv]) == true && document.word($0)?.can(be: .fixd) == false
            }
        } || regionSign(in: clause) == "to"
    }

    /// Whether a body gives; or says that it has lent, "Всемирный банк сообщил, что подписал с Кенией соглашение".
    private func isGivenByBody(_ named: [CountryCode], _ clause: Range<Int>, _ sentence: Range<Int>) -> Bool {
        if document.marks(marks.lender, in: clause).contains(where: isGiver) { return true }
        if reading.places(in: clause).contains(where: { reading.isSeatOfUnion($0) && stands($0, in: .nomn) }) {
            return true
        }
        guard named.count == 1, subjects(in: clause).isEmpty, !document.marks(marks.loan, in: clause).isEmpty,
            let body = document.marks(marks.lender, in: sentence.lowerBound..<clause.lowerBound).first
        else { return false }
        return body.first <= sentence.lowerBound + 3 && isGiver(body)
    }

    /// "банк вложит в станцию 5 млн, еще 3 млн обещает другой банк": to the same one.
    func givenAgain(_ indicator: Indicator, clause: Range<Int>, index: Int) -> Parties? {
        guard indicator == Indicator("finance") || indicator == Indicator("investment"),
            let last = lastTold(1, before: index, where: { $0.figure.indicator == indicator }),
            let taker = last.figure.destination,
            last.sentence == index && !document.marks(marks.lender, in: clause).isEmpty
                // "Еще 2 млн поступят"
                || index - last.sentence <= 1 && last.figure.origin == nil
                    && document.marks(marks.again, in: clause).contains(where: { $0.first <= clause.lowerBound + 1 })
        else { return nil }
        return Parties(countries: [taker], destination: taker)
    }

    /// "Кения отправит Уганде 700 млн кВт·ч. Еще 900 млн поступит из Эфиопии через Судан": another gives to the same one.
    func givenBesides(_ indicator: Indicator, amount: Amount, index: Int) -> Parties? {
        let sentence = document.sentences[index]
        guard Self.isGoods(indicator) || indicator == Indicator("energy"), let last = found.last,
            index - last.sentence <= 1, last.figure.indicator == indicator, last.figure.origin != nil,
            let taker = last.figure.destination,
            document.marks(marks.again, in: sentence).contains(where: { $0.first <= sentence.lowerBound + 1 })
        else { return nil }
        let first = last.sentence == index ? last.amount.core.upperBound : sentence.lowerBound
        let next = reading.amounts.first { $0.core.lowerBound >= amount.core.upperBound }?.range.lowerBound
        let end = amount.core.upperBound
        // Behind the amount, else before it: "1,2 млрд поступит из России, 900 млн передаст Туркменистан".
        let told =
            [end..<max(end, min(next ?? sentence.upperBound, sentence.upperBound)), first..<max(first, end)]
            .map { range in reading.states(in: range).filter { !isVia($0) } }
            .first { !$0.isEmpty } ?? []
        guard told.count == 1, told[0].kind == .name, told[0].country != taker,
            reading.preposition(at: told[0].range.lowerBound - 1) == "from" || stands(told[0], in: .nomn)
        else { return nil }
        return Parties(from: told[0].country, to: taker)
    }

    /// Whether a body of many states is who gives: the subject, the agent of a passive, or from whom something is got.
    private func isGiver(_ body: Mark) -> Bool {
        if let before = document.mark(at: body.first - 1, marks.preposition) { return reading.value(before) == "from" }
        // "в Международный валютный фонд (МВФ)"
        if document.isMark(body.first - 1, "(") { return false }
        guard let head = document.word(body.end - 1), document.word(body.first - 1)?.can(be: .prep) != true else {
            return false
        }
        return head.can(be: .nomn) || head.can(be: .ablt) || head.can(be: .fixd)
            || head.can(be: .gent) && document.word(body.first - 1)?.can(be: .noun) == true
    }

    /// "госдолг Кении", "бюджет Перу", "население Кении": what a state has or owes by itself, whoever it deals with.
    func ofOneAlone(
        _ named: [CountryCode], trigger: Trigger?, clause: Range<Int>, index: Int
    ) -> Parties? {
        guard let trigger,
            let mark = document.marks(
                marks.ofOne,
                in: max(clause.lowerBound, trigger.mark.first - 1)..<max(clause.lowerBound, trigger.mark.end)
            ).last, mark.range.overlaps(trigger.mark.range), pairs(in: clause).isEmpty,
            named.count <= 1
        else { return nil }
        let state =
            named.first ?? ours(clause, index) ?? stateMeant(clause, index) ?? cities(in: clause).only
            ?? landBefore(clause, index)
            // "резервы страны"
            ?? (speaksOfOwn(clause) ? reading.discourse.own[index] ?? reading.discourse.home : nil)
            // "экономика Кении выросла на 5%, а население достигло 50 млн человек"
            ?? found.last.flatMap { $0.sentence == index ? $0.figure.countries.only : nil }
        return state.map { Parties(countries: [$0]) }
    }

    /// "в экономику Кении вложено 5 млн": where nothing tells whose money it is, all the world's may be.
    func investedByNobody(
        _ indicator: Indicator, _ named: [CountryCode], trigger: Trigger?, clause: Range<Int>, index: Int
    ) -> Parties? {
        // "В порту Момбасы появится хаб, в него вложат 5 млн": where it stands.
        if indicator == Indicator("investment"), named.isEmpty, let host = cities(in: clause).only, let trigger,
            pairs(in: clause).isEmpty, document.word(trigger.mark.first)?.can(be: [.verb, .plur]) == true,
            reading.firms(in: clause).isEmpty,
            !(clause.lowerBound..<trigger.mark.first).contains(where: { token in
                document.word(token).map { $0.parses[0].tag.grammemes.contains([.noun, .nomn, .plur]) } ?? false
            })
        {
            return Parties(countries: [host], destination: host)
        }
        guard indicator == Indicator("investment"), named.count == 1, let trigger,
            document.word(trigger.mark.first)?.parses[0].tag.grammemes.contains(.prts) == true,
            pairs(in: clause).isEmpty,
            found.last.map({ $0.figure.indicator != indicator || index - $0.sentence > 1 }) ?? true,
            toldCapital.map({ index - $0.sentence > 1 }) ?? true,
            let place = reading.states(in: clause).first(where: { $0.country == named[0] }),
            governor(of: place.range.lowerBound, in: clause) == "to",
            !clause.contains(where: { token in
                document.word(token).map { $0.parses[0].tag.grammemes.contains([.noun, .ablt, .anim]) } ?? false
            })
        else { return nil }
        return Parties(countries: named, destination: named[0])
    }
}

extension Collection {
    /// The one element, where there is no other.
    var only: Element? { count == 1 ? first : nil }
}
