import Grammar
import Model
import Morphology

/// Those whom an office or their part in the talks tells of: "президент Армении", "его коллега", "делегация Кении".
extension Reading {
    /// Offices, each with the name that stands behind it.
    func officeActors() -> [Actor] {
        people.offices.map { office in
            var range = office.range
            var cases = cases(ofHead: office.range)
            let person = office.person
            let behind = office.range.upperBound..<office.range.upperBound + 11
            let name = people.names(in: behind).first {
                $0.person == person
                    && document.sentenceOf[$0.range.lowerBound] == document.sentenceOf[range.lowerBound]
            }
            if let name, person != nil, isTitle(office.range.upperBound..<name.range.lowerBound) {
                range = range.lowerBound..<name.range.upperBound
                // "с торага Нурланбеком Шакиевым": a word that the dictionary lacks may not decline.
                let own = self.cases(of: name)
                let both = cases.intersection(own)
                if !both.isEmpty {
                    cases = both
                } else if document.word(office.range.lowerBound)?.isKnown == false {
                    cases = own
                }
            }
            // "группа депутатов", "ряд министров": they act in the case and number of the word before.
            var isPlural = office.isPlural
            if office.isPlural, person == nil, cases.contains(.gent),
                let crowd = document.mark(at: range.lowerBound - 1, marks.encounters.crowd)
            {
                range = crowd.first..<range.upperBound
                cases = self.cases(ofWord: crowd.first)
                isPlural = false
            }
            let holder = person.map { people.persons[$0] }
            // "оба президента": both holders, in the form of one.
            if name == nil,
                let both = document.marks(marks.encounters.part, in: max(0, range.lowerBound - 1)..<range.lowerBound)
                    .first,
                value(both) == "both"
            {
                return Actor(
                    range: both.first..<range.upperBound, kind: .group, office: office.office, level: office.level,
                    cases: self.cases(ofWord: both.first), isPlural: true)
            }
            return Actor(
                range: range, kind: office.isPlural ? .group : person == nil ? .office : .person, person: person,
                country: office.country ?? holder?.country, office: office.office, level: office.level ?? holder?.level,
                cases: cases, isPlural: isPlural, isVague: office.isPlural && isVague(office),
                origin: origin(nil, office.countries))
        }
    }

    /// The states of a region or an organisation, or others: not the two of the article.
    private func isVague(_ office: OfficeMention) -> Bool {
        guard office.countries.isEmpty else { return false }
        let sentence = document.sentence(of: office.range.lowerBound)
        let phrase =
            max(
                sentence.lowerBound, office.range.lowerBound - 2)..<min(
                sentence.upperBound, office.range.upperBound + 4)
        return [marks.region, marks.organisation, marks.encounters.vague].contains { kind in
            document.marks(kind, in: phrase).contains { mark in
                // "министров иностранных дел": a word of the office itself.
                if kind == marks.encounters.vague, isOfAffairs(mark), office.office == .foreignMinister { return false }
                return !(min(mark.first, office.range.lowerBound)..<max(mark.end, office.range.upperBound))
                    .contains { isFiniteVerb($0) || document.isMark($0, ",") }
            }
        }
    }

    /// "иностранных дел"
    private func isOfAffairs(_ mark: Mark) -> Bool {
        document.mark(at: mark.first, marks.encounters.affairs)?.range.count == 2
    }

    /// Only words of an office's name, or nothing.
    private func isTitle(_ range: Range<Int>) -> Bool {
        range.allSatisfy { token in
            // "встреча главы государства с президентом А": another's name.
            guard let word = document.word(token), document.mark(at: token, marks.encounters.with) == nil else {
                return false
            }
            return !word.can(be: .verb) && !word.can(be: .infn) || word.can(be: .noun) || word.can(be: .adjf)
        }
    }

    private static let partKinds: [String: Actor.Kind] = [
        "guest": .guest, "host": .host, "colleague": .colleague, "both": .group, "delegation": .delegation,
    ]

    /// "германский представитель": whoever of that state was named last, in the sentences right before.
    private func envoyActor(_ mark: Mark) -> Actor? {
        guard value(mark) == "envoy", document.word(mark.first)?.can(be: [.noun, .anim, .sing]) == true,
            let state = place(endingAt: mark.first), state.kind == .adjective,
            // "германский представитель при ООН", "германский дипломат Хойер": another.
            !document.tokens.indices.contains(mark.end)
                || document.tokens[mark.end].shape.isDisjoint(with: .capitalized)
                    && document.word(mark.end)?.can(be: .prep) != true
                    && document.word(mark.end)?.can(be: .gent) != true
        else { return nil }
        let sentence = Int(document.sentenceOf[mark.first])
        let from = document.sentences[max(0, sentence - Self.sentencesToEnvoy)].lowerBound
        guard
            let name = people.names(in: from..<mark.first).last(where: {
                people.persons[$0.person].country == state.country
            }), case let person = people.persons[name.person]
        else { return nil }
        return Actor(
            range: state.range.lowerBound..<mark.end, kind: .person, person: name.person, country: state.country,
            office: person.office, level: person.level, cases: cases(ofWord: mark.first))
    }

    private static let sentencesToEnvoy = 2

    /// Whoever a word for a side tells: "делегация Кении", "его коллега", "с российской стороны".
    func partActor(_ mark: Mark) -> Actor? {
        if let envoy = envoyActor(mark) { return envoy }
        guard let kind = Self.partKinds[value(mark)] else { return nil }
        let isPlural =
            document.word(mark.first).map { $0.can(be: .noun.union(.plur)) && !$0.can(be: .noun.union(.sing)) } ?? false
        if let several = partOfSeveral(mark, kind, isPlural: isPlural) { return several }
        let home = homeOfPart(mark, kind, isPlural: isPlural)
        // "с российской стороны", "со стороны России" are a state and nobody in particular.
        if kind == .group, !isPlural,
            home.country != nil
                || document.mark(at: mark.first, marks.encounters.side) != nil
                    && document.mark(at: mark.first - 1, marks.encounters.with) != nil
        {
            return nil
        }
        // "своего германского коллеги": a genitive, as its adjective is.
        let agreed = cases(ofWord: mark.first).intersection(cases(ofWord: mark.first - 1))
        let isAgreed = kind == .colleague && mark.first > 0 && isAttribute(mark.first - 1) && !agreed.isEmpty
        let cases = isAgreed ? agreed : cases(ofWord: mark.first)
        // "делегация Госдумы"
        if kind == .delegation, home.country == nil, home.organisation == nil, !isPlural,
            let assembly = document.mark(at: mark.end, marks.officeAssembly), let state = CountryCode(value(assembly))
        {
            return Actor(
                range: mark.first..<assembly.end, kind: .delegation, country: state, office: .other,
                level: .parliament, cases: cases)
        }
        var actor = Actor(
            range: home.range, kind: kind, country: home.country, cases: cases, isPlural: isPlural,
            origin: origin(home.organisation))
        if kind == .delegation, home.country != nil, let sender = officialSender(of: mark, home.range) {
            actor.office = .other
            actor.level = Meeting.Level(rawValue: value(sender))
        }
        return actor
    }

    /// Those of several states whom one word tells: "американская и иранская делегации", "с коллегами из Грузии и Армении", "делегации
    /// Кении и Чили".
    private func partOfSeveral(_ mark: Mark, _ kind: Actor.Kind, isPlural: Bool) -> Actor? {
        func group(_ range: Range<Int>, _ states: [CountryCode]) -> Actor {
            Actor(
                range: range, kind: .group, cases: cases(ofWord: mark.first), isPlural: true,
                origin: origin(nil, states))
        }
        let before = place(endingAt: mark.first).flatMap { $0.kind == .adjective ? $0 : nil }
        if kind == .delegation, let last = before, isShortConjunction(last.range.lowerBound - 1),
            let first = place(endingAt: last.range.lowerBound - 1), first.kind == .adjective,
            first.country != last.country, document.word(mark.first)?.can(be: [.noun, .plur]) == true,
            cases(ofWord: first.range.upperBound - 1).intersects(cases(ofWord: mark.first))
        {
            return group(first.range.lowerBound..<mark.end, [first.country, last.country])
        }
        if kind == .colleague, isPlural, document.mark(at: mark.end, marks.outOf) != nil {
            let states = statesListed(from: mark.end + 1)
            if states.codes.count > 1 { return group(mark.first..<states.end, states.codes) }
        }
        // And no others.
        if kind == .delegation, before == nil {
            let states = statesListed(from: mark.end)
            if states.codes.count > 1, !document.isMark(states.end, ",") {
                return group(mark.first..<states.end, states.codes)
            }
        }
        return nil
    }

    /// The state or the organisation of a side by the words around its own, and all these words.
    private func homeOfPart(
        _ mark: Mark, _ kind: Actor.Kind, isPlural: Bool
    ) -> (country: CountryCode?, organisation: String?, range: Range<Int>) {
        if let before = place(endingAt: mark.first), before.kind == .adjective {
            return (before.country, nil, before.range.lowerBound..<mark.end)
        }
        // "с коллегой из Таиланда"
        if kind == .colleague || kind == .guest, document.mark(at: mark.end, marks.outOf) != nil,
            let from = places(in: mark.end + 1..<min(document.tokens.count, mark.end + 2)).first, from.kind == .name
        {
            return (from.country, nil, mark.first..<from.range.upperBound)
        }
        guard kind == .delegation else { return (nil, nil, mark.range) }
        if let sender = senderOfDelegation(mark.end, isPlural: isPlural) {
            return (sender.country, nil, mark.first..<sender.range.upperBound)
        }
        if isPlural { return (nil, nil, mark.range) }
        // "вьетнамская парламентская делегация"
        if let home = places(in: max(0, mark.first - 3)..<mark.first).last, home.kind == .adjective,
            (home.range.upperBound..<mark.first).allSatisfy({ isAttribute($0) }),
            cases(ofWord: home.range.upperBound - 1).intersects(cases(ofWord: mark.first))
        {
            return (home.country, nil, home.range.lowerBound..<mark.end)
        }
        if let home = homeOfDelegation(mark.end) { return (home.country, nil, mark.first..<home.end) }
        // "делегация Европейского парламента", "делегация экспертов Всемирного банка"
        let isOfPeople = document.word(mark.end)?.can(be: [.noun, .anim, .gent, .plur]) == true
        let body = isOfPeople ? mark.end + 1 : mark.end
        if let sender = document.marks(marks.organisation, in: body..<min(document.tokens.count, body + 2)).first {
            return (nil, value(sender), mark.first..<sender.end)
        }
        return (nil, nil, mark.range)
    }
}
