import Grammar
import Model
import Morphology

/// What case and preposition of a place say of a flow: from it, to it, with it, in it or through it.
extension FigureReader {
    /// What the preposition before a place's noun phrase says: from it or to it; nil when none governs it.
    func governor(of token: Int, in clause: Range<Int>) -> String? {
        var at = token - 1
        // "в первой половине февраля Казахстан поставит": a nominative depends on no noun before it.
        // So does one that does not inflect where its verb follows: "в прошлом сезоне РФ экспортировала".
        let isSubject =
            document.word(token)?.can(be: .fixd) == true && reading.isFiniteVerb(token + 1)
            && document.word(token - 1)?.can(be: .prep) == false
        var depends = !isSubject && document.word(token)?.can(be: .gent) == true
        for _ in 0..<4 {
            guard at >= clause.lowerBound, let word = document.word(at) else { return nil }
            if let mark = document.mark(at: at, marks.preposition) {
                switch reading.value(mark) {
                // "с Афганистаном" is with it, "с Кипра" from it.
                case "from":
                    let place = document.word(token)
                    return place?.can(be: .ablt) == true && place?.can(be: .gent) == false ? nil : "from"
                case "into", "to": return "to"
                // "на российский рынок" leads there, "на 40 процентов" nowhere.
                case "by": return document.tokens[at + 1].kind == .word && leadsThere(token) ? "to" : nil
                default: return nil
                }
            }
            // "в Чили и Перу"
            if at == token - 1, word.parses[0].tag.grammemes.contains(.conj),
                let before = reading.places(in: clause.lowerBound..<at).last, before.range.upperBound == at,
                before.kind == .name
            {
                return governor(of: before.range.lowerBound, in: clause)
            }
            if word.can(be: .prep) || word.parses[0].tag.grammemes.contains(.conj) || reading.isFiniteVerb(at) {
                return nil
            }
            // "в прошлом году инвестиции Кении": the preposition is the year's.
            if reading.dates(in: max(0, at - 6)..<at + 1).contains(where: { $0.range.contains(at) }) { return nil }
            // "в экспорте кенийского чая": the trade is in something, and the tea from there.
            if document.mark(at: at, marks.opposite) != nil || isOfFlow(at) { return nil }
            guard word.can(be: .adjf) || depends && word.can(be: .noun) else { return nil }
            // "в марте доля Кении": what is no genitive itself depends on nothing before.
            if !word.can(be: .adjf) { depends = word.can(be: .gent) }
            at -= 1
        }
        return nil
    }

    /// "в инвестициях Кении", "в поставках кенийского чая": the money is in something, and Kenya's.
    private func isOfFlow(_ token: Int) -> Bool {
        document.mark(at: token, marks.indicator).flatMap { marks.indicatorUses[$0.entry] }?.contains {
            !$0.isWeak && ($0.indicator == Indicator("investment") || Self.isGoods($0.indicator))
        } ?? false
    }

    /// "на российский рынок" leads there; "расходы на российский газ" and "на расширение производства российских машин" do not.
    private func leadsThere(_ token: Int) -> Bool {
        guard let word = document.word(token), word.parses[0].tag.grammemes.contains(.adjf) else { return true }
        var noun = token + 1
        while document.word(noun)?.parses[0].tag.grammemes.contains(.adjf) == true { noun += 1 }
        guard document.word(noun)?.can(be: .noun) == true else { return true }
        return document.mark(at: noun, marks.market) != nil
    }

    /// "с Китаем", "с китайской стороной"
    func isPartner(_ place: PlaceMention) -> Bool {
        // "доля Турции в экспорте"
        if place.kind == .name, document.mark(at: place.range.lowerBound - 1, marks.share) != nil,
            document.word(place.range.lowerBound - 1)?.can(be: .noun) == true
        {
            return true
        }
        guard let word = document.word(place.range.lowerBound), word.can(be: .ablt), !word.can(be: .gent),
            let mark = document.mark(at: place.range.lowerBound - 1, marks.preposition)
        else { return false }
        return reading.value(mark) == "from"
    }

    /// Whether the last word of a name can stand in a case; of a name that has a singular, in the singular: "Германии" are many
    /// only for the dictionary.
    func stands(_ place: PlaceMention, in grammemes: Grammemes) -> Bool {
        guard let word = document.word(place.range.upperBound - 1) else { return false }
        return word.can(be: word.can(be: .sing) ? grammemes.union(.sing) : grammemes)
    }

    /// "СРВ": a state by its initials, which do not inflect.
    func isAbbreviated(_ place: PlaceMention) -> Bool {
        guard place.range.count == 1 else { return false }
        let text = document.text(place.range)
        return text.count >= 2 && text == text.uppercased()
    }

    /// "экспорт в Казахстане", "на азербайджанском участке": where something is, and not where it goes.
    func isLocative(_ place: PlaceMention) -> Bool {
        stands(place, in: .loct) && !stands(place, in: .accs)
    }

    /// "Ирану отгружена 791 тыс. тонн"
    func isDative(_ place: PlaceMention) -> Bool {
        if place.kind == .adjective {
            // "выделить белорусской стороне"
            guard let noun = document.word(place.range.upperBound), noun.can(be: [.noun, .datv]) else { return false }
            return ![Grammemes.nomn, .gent, .accs, .ablt].contains { noun.can(be: [.noun, $0]) }
        }
        // "отправить помощь народу Перу"
        if let head = document.word(place.range.lowerBound - 1), head.can(be: [.noun, .datv]),
            stands(place, in: .gent) || stands(place, in: .fixd),
            // "в прошлом году Индия"
            document.mark(at: place.range.lowerBound - 1, marks.time) == nil,
            ![Grammemes.nomn, .gent, .accs, .loct].contains(where: { head.can(be: $0.union(.noun)) })
        {
            return true
        }
        // "поставила Молдове": no locative stands without a preposition.
        let others: [Grammemes] =
            document.word(place.range.lowerBound - 1).map {
                $0.can(be: .prep) || $0.can(be: .adjf)
            } == true ? [.gent, .nomn, .loct] : [.gent, .nomn]
        return stands(place, in: [.noun, .datv]) && !others.contains { stands(place, in: $0.union(.noun)) }
    }

    /// "через Турцию": what passes through a state neither comes from there nor goes there.
    func isVia(_ place: PlaceMention) -> Bool {
        reading.preposition(at: place.range.lowerBound - 1) == "via"
    }

    /// "в Европу – 7 млрд, Перу и Грузию – 2 млрд": an accusative whose preposition stands with the one before.
    func isBareGoal(_ place: PlaceMention) -> Bool {
        place.kind == .name && document.isDash(place.range.upperBound) && stands(place, in: .accs)
            && !stands(place, in: .nomn) && document.word(place.range.lowerBound - 1)?.can(be: .prep) != true
    }
}
