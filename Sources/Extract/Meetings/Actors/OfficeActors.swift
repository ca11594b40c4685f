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

    func partActor(_ mark: Mark) -> Actor? {
        if let envoy = envoyActor(mark) { return envoy }
        guard let kind = Self.partKinds[value(mark)] else { return nil }
        var range = mark.range
        var country: CountryCode?
        if let before = places(in: max(0, mark.first - 3)..<mark.first).last, before.kind == .adjective,
            before.range.upperBound == mark.first
        {
            range = before.range.lowerBound..<range.upperBound
            country = before.country
        }
        // "американская и иранская делегации"
        if kind == .delegation, let last = place(endingAt: mark.first), last.kind == .adjective,
            isShortConjunction(last.range.lowerBound - 1),
            let first = place(endingAt: last.range.lowerBound - 1), first.kind == .adjective,
            first.country != last.country, document.word(mark.first)?.can(be: [.noun, .plur]) == true,
            cases(ofWord: first.range.upperBound - 1).intersects(cases(ofWord: mark.first))
        {
            return Actor(
                range: first.range.lowerBound..<mark.end, kind: .group, cases: cases(ofWord: mark.first),
                isPlural: true, origin: origin(nil, [first.country, last.country]))
        }
        // "с коллегой из Таиланда"
        if country == nil, kind == .colleague || kind == .guest, document.mark(at: mark.end, marks.outOf) != nil,
            let from = places(in: mark.end + 1..<min(document.tokens.count, mark.end + 2)).first, from.kind == .name
        {
            range = range.lowerBound..<from.range.upperBound
            country = from.country
        }
        let isPlural = document.word(mark.first).map {
            $0.can(be: .noun.union(.plur)) && !$0.can(be: .noun.union(.sing))
        }
        // "с коллегами из Грузии и Армении"
        if kind == .colleague, isPlural == true, country != nil, document.mark(at: mark.end, marks.outOf) != nil {
            let states = statesListed(from: mark.end + 1)
            if states.codes.count > 1 {
                return Actor(
                    range: mark.first..<states.end, kind: .group, cases: cases(ofWord: mark.first), isPlural: true,
                    origin: origin(nil, states.codes))
            }
        }
        // "делегации Кении и Чили", and no others
        if kind == .delegation, country == nil {
            let states = statesListed(from: mark.end)
            if states.codes.count > 1, !document.isMark(states.end, ",") {
                return Actor(
                    range: mark.first..<states.end, kind: .group, cases: cases(ofWord: mark.first), isPlural: true,
                    origin: origin(nil, states.codes))
            }
        }
        if country == nil, kind == .delegation, let sender = senderOfDelegation(mark.end, isPlural: isPlural ?? false) {
            range = range.lowerBound..<sender.range.upperBound
            country = sender.country
        }
        // "вьетнамская парламентская делегация"
        if country == nil, kind == .delegation, isPlural != true,
            let home = places(in: max(0, mark.first - 3)..<mark.first).last,
            home.kind == .adjective, (home.range.upperBound..<mark.first).allSatisfy({ isAttribute($0) }),
            cases(ofWord: home.range.upperBound - 1).intersects(cases(ofWord: mark.first))
        {
            range = home.range.lowerBound..<range.upperBound
            country = home.country
        }
        if country == nil, kind == .delegation, isPlural != true, let home = homeOfDelegation(mark.end) {
            range = range.lowerBound..<home.end
            country = home.country
        }
        // "делегация Европейского парламента"
        var organisation: String?
        if country == nil, kind == .delegation, isPlural != true,
            // "делегация экспертов Всемирного банка"
            case let body = document.word(mark.end)?.can(be: [.noun, .anim, .gent, .plur]) == true
                ? mark.end + 1 : mark.end,
            let sender = document.marks(marks.organisation, in: body..<min(document.tokens.count, body + 2)).first
        {
            organisation = value(sender)
            range = range.lowerBound..<sender.end
        }
        // "с российской стороны", "со стороны России" are a state and nobody in particular.
        if kind == .group, isPlural != true,
            country != nil
                || document.mark(at: mark.first, marks.encounters.side) != nil
                    && document.mark(at: mark.first - 1, marks.encounters.with) != nil
        {
            return nil
        }
        // "своего германского коллеги": a genitive, as its adjective is.
        let agreed = cases(ofWord: mark.first).intersection(cases(ofWord: mark.first - 1))
        let isAgreed = kind == .colleague && mark.first > 0 && isAttribute(mark.first - 1) && !agreed.isEmpty
        var actor = Actor(
            range: range, kind: kind, country: country, cases: isAgreed ? agreed : cases(ofWord: mark.first),
            isPlural: isPlural ?? false, origin: origin(organisation))
        if kind == .delegation, country != nil, let sender = officialSender(of: mark, range) {
            actor.office = .other
            actor.level = Meeting.Level(rawValue: value(sender))
        }
        // "делегация Госдумы"
        if kind == .delegation, country == nil, organisation == nil, isPlural != true,
            let assembly = document.mark(at: mark.end, marks.officeAssembly), let state = CountryCode(value(assembly))
        {
            actor = Actor(
                range: mark.first..<assembly.end, kind: .delegation, country: state, office: .other,
                level: .parliament, cases: actor.cases)
        }
        return actor
    }
}
