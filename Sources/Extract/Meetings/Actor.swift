import Grammar
import Model
import Morphology

/// Somebody who may take part in an encounter, as one phrase of the text tells it.
struct Actor {
    enum Kind {
        /// A named person, or an office whose holder is known.
        case person
        /// An office without a holder.
        case office
        /// Several without names: "президенты", "стороны".
        case group
        case guest, host, colleague, delegation, pronoun
        /// A state by its name.
        case country
    }

    /// How the phrase hangs on what stands before it.
    enum Link {
        /// No preposition.
        case bare
        /// "с президентом"
        case with
        /// "между президентами"
        case between
        /// "с участием президентов"
        case including
        /// Behind any other preposition.
        case other
    }

    /// Tokens.
    let range: Range<Int>
    var kind: Kind
    var person: Int?
    var country: CountryCode?
    var office: Office?
    var level: Meeting.Level?
    /// The cases it can stand in.
    var cases: Grammemes
    var link = Link.bare
    /// Joined to the one before by a comma or a conjunction, or by standing right behind it.
    var isCoordinated = false
    /// More than one is meant.
    var isPlural = false
    /// "главы других государств", "министры стран Центральной Азии": nobody in particular.
    var isVague = false
    /// The states of a group, where they are listed.
    var countries: [CountryCode] = []

    /// This name with the phrase right before it.
    func led(by other: Actor) -> Actor {
        var led = Actor(range: other.range.lowerBound..<range.upperBound, kind: kind, cases: cases)
        led.person = person
        led.country = country ?? other.country
        led.office = office
        led.level = level
        led.cases = cases.intersection(other.cases)
        return led
    }

    /// Somebody to meet: no state by itself, and of delegations those of a state.
    var isCompany: Bool { kind != .country && (kind != .delegation || country != nil) }

    /// Can be the subject of a verb.
    var isSubject: Bool { link == .bare && cases.contains(.nomn) }
}

extension Reading {
    /// Everybody in the article, in order, with case and link.
    func actors() -> [Actor] {
        var found: [Actor] = []
        var taken = Array(repeating: false, count: document.tokens.count)
        func add(_ actor: Actor) {
            guard !actor.range.contains(where: { taken[$0] || frame.isNoise[$0] }) else { return }
            for token in actor.range { taken[token] = true }
            found.append(actor)
        }
        for actor in officeActors() { add(actor) }
        for name in people.names where !name.range.contains(where: { taken[$0] }) {
            let person = people.persons[name.person]
            add(
                Actor(
                    range: name.range, kind: .person, person: name.person, country: person.country,
                    office: person.office, level: person.level, cases: cases(of: name)))
        }
        for mark in document.marks(marks.encounters.part) {
            if let actor = partActor(mark) { add(actor) }
        }
        for place in places where place.kind == .name || place.kind == .capital {
            add(
                Actor(
                    range: place.range, kind: .country, country: place.country,
                    cases: cases(ofWord: place.range.upperBound - 1)))
        }
        for token in document.tokens.indices {
            guard let word = document.word(token), word.can(be: .npro.union(.per3)), !word.can(be: .prep) else {
                continue
            }
            add(
                Actor(
                    range: token..<token + 1, kind: .pronoun, cases: cases(ofWord: token),
                    isPlural: word.can(be: .npro.union(.plur))))
        }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        return headed(shared(linked(joined(found))))
    }

    /// Phrases that stand right before a name and are one with it: "его американский коллега А", "главы Армении А, Грузии Б".
    private func joined(_ actors: [Actor]) -> [Actor] {
        var found: [Actor] = []
        for actor in actors.reversed() {
            guard let next = found.last, next.range.lowerBound == actor.range.upperBound else {
                found.append(actor)
                continue
            }
            switch actor.kind {
            case .pronoun where next.kind != .pronoun:
                continue
            case .country
            where next.kind == .person && !isLocalPreposition(actor.range.lowerBound - 1)
                && document.sentenceOf[actor.range.lowerBound] == document.sentenceOf[next.range.lowerBound]:
                var named = next.led(by: actor)
                named.cases = next.cases
                found[found.count - 1] = named
            case .colleague, .guest, .host:
                if next.kind == .person, actor.cases.intersects(next.cases) {
                    found[found.count - 1] = next.led(by: actor)
                } else {
                    found.append(actor)
                }
            default:
                found.append(actor)
            }
        }
        return found.reversed()
    }

    /// "с президентом и премьер-министром Армении": the state told behind the last of a list is that of those before it.
    private func shared(_ actors: [Actor]) -> [Actor] {
        var actors = actors
        for index in actors.indices.reversed().dropFirst() {
            let next = actors[index + 1]
            guard actors[index].link == .with, next.isCoordinated, next.kind == .office, let country = next.country,
                actors[index].kind == .office && actors[index].country == nil || isEcho(index, actors)
            else { continue }
            actors[index].kind = .office
            actors[index].person = nil
            actors[index].country = country
        }
        return actors
    }

    /// "президент Грузии встретился с президентом и спикером": an office alone that would be the one who acts.
    private func isEcho(_ index: Int, _ actors: [Actor]) -> Bool {
        let it = actors[index]
        guard it.kind == .person, it.range.count == 1 else { return false }
        return actors[..<index].suffix(4).contains {
            $0.person == it.person && $0.link == .bare
                && document.sentenceOf[$0.range.lowerBound] == document.sentenceOf[it.range.lowerBound]
        }
    }

    /// "делегация парламента во главе со спикером": who heads a delegation acts for it.
    private func headed(_ actors: [Actor]) -> [Actor] {
        var found: [Actor] = []
        for actor in actors {
            // "делегация парламента Грузии во главе со спикером"
            let isOfState = found.count > 1 && found[found.count - 1].kind == .country
            let at = found.count - (isOfState ? 2 : 1)
            if at >= 0, case let last = found[at], last.kind == .delegation,
                actor.kind == .person || actor.kind == .office,
                (0...9).contains(actor.range.lowerBound - last.range.upperBound),
                document.marks(marks.encounters.headed, in: last.range.upperBound..<actor.range.lowerBound)
                    .contains(where: { $0.end == actor.range.lowerBound })
            {
                var head = actor
                head.cases = last.cases
                head.link = last.link
                head.isCoordinated = last.isCoordinated
                head.country =
                    actor.country ?? last.country
                    ?? places(in: last.range.upperBound..<actor.range.lowerBound).first { $0.kind == .name }?.country
                found[at] = head
                if isOfState { found.removeLast() }
            } else if actor.kind == .delegation, let last = found.last, last.kind == .person || last.kind == .office,
                (0...2).contains(actor.range.lowerBound - last.range.upperBound), last.cases.contains(.ablt),
                document.marks(
                    marks.encounters.headed, in: max(0, last.range.lowerBound - 3)..<last.range.lowerBound
                ).contains(where: { $0.end == last.range.lowerBound })
            {
                // "возглавляемая министром делегация"
                var head = last
                head.cases = actor.cases
                head.link = .bare
                head.isCoordinated = false
                head.country =
                    last.country
                    ?? places(in: last.range.upperBound..<actor.range.upperBound).first { $0.kind == .adjective }?
                    .country
                found[found.count - 1] = head
            } else {
                found.append(actor)
            }
        }
        return found
    }

    /// Offices, each with the name that stands behind it.
    private func officeActors() -> [Actor] {
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
                let both = cases.intersection(self.cases(of: name))
                if !both.isEmpty { cases = both }
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
                cases: cases, isPlural: office.isPlural, isVague: office.isPlural && isVague(office),
                countries: office.countries)
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
                !(min(mark.first, office.range.lowerBound)..<max(mark.end, office.range.upperBound))
                    .contains { isFiniteVerb($0) || document.isMark($0, ",") }
            }
        }
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

    private func partActor(_ mark: Mark) -> Actor? {
        let kinds: [String: Actor.Kind] = [
            "guest": .guest, "host": .host, "colleague": .colleague, "both": .group, "delegation": .delegation,
        ]
        guard let kind = kinds[value(mark)] else { return nil }
        var range = mark.range
        var country: CountryCode?
        if let before = places(in: max(0, mark.first - 3)..<mark.first).last, before.kind == .adjective,
            before.range.upperBound == mark.first
        {
            range = before.range.lowerBound..<range.upperBound
            country = before.country
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
                    countries: states.codes)
            }
        }
        if country == nil, kind == .delegation, let sender = senderOfDelegation(mark.end, isPlural: isPlural ?? false) {
            range = range.lowerBound..<sender.range.upperBound
            country = sender.country
        }
        // "с российской стороны", "со стороны России" are a state and nobody in particular.
        if kind == .group, isPlural != true,
            country != nil
                || document.mark(at: mark.first, marks.encounters.side) != nil
                    && document.mark(at: mark.first - 1, marks.encounters.with) != nil
        {
            return nil
        }
        return Actor(
            range: range, kind: kind, country: country, cases: cases(ofWord: mark.first), isPlural: isPlural ?? false)
    }

    /// "делегация Кении", "делегации Кении и Чили": the state right behind; "делегация парламента Кении": the one state that sends
    /// it.
    private func senderOfDelegation(_ end: Int, isPlural: Bool) -> PlaceMention? {
        guard let state = places(in: end..<min(document.tokens.count, end + 4)).first,
            state.kind == .name || state.kind == .capital && state.range.lowerBound == end,
            cases(ofWord: state.range.upperBound - 1).contains(.gent)
        else { return nil }
        if state.range.lowerBound == end { return state }
        guard !isPlural, (end..<state.range.lowerBound).allSatisfy({ document.word($0)?.can(be: .gent) == true }),
            statesListed(from: state.range.lowerBound).codes.count == 1
        else { return nil }
        return state
    }

    /// States named one behind the other from a token on.
    private func statesListed(from token: Int) -> (codes: [CountryCode], end: Int) {
        var codes: [CountryCode] = []
        var end = token
        for place in places(in: token..<min(document.tokens.count, token + 16)) where place.kind == .name {
            let isNext = place.range.lowerBound == end + 1 && (document.isMark(end, ",") || isShortConjunction(end))
            guard codes.isEmpty ? place.range.lowerBound == token : isNext else { break }
            codes.append(place.country)
            end = place.range.upperBound
        }
        return (codes, end)
    }

    // MARK: Cases

    private static let nominal: Grammemes = [.noun, .adjf, .npro, .prtf, .numr]

    /// The cases that a noun, adjective or pronoun can stand in.
    func cases(ofWord token: Int) -> Grammemes {
        guard let word = document.word(token) else { return Grammemes() }
        var cases = Grammemes()
        for reading in word.readings where reading.intersects(Self.nominal) {
            cases.formUnion(reading.intersection(Grammemes.cases))
        }
        return cases
    }

    /// The cases of the first noun of an office; of who acts for its holder those of the participle, or all.
    private func cases(ofHead range: Range<Int>) -> Grammemes {
        if document.mark(at: range.lowerBound, marks.officeActing) != nil {
            return document.word(range.lowerBound)?.can(be: .prtf) == true
                ? cases(ofWord: range.lowerBound) : [.nomn, .gent, .datv, .accs, .ablt, .loct]
        }
        let adjectives = range.prefix { !(document.word($0)?.can(be: .noun) ?? false) }
        guard let head = range.dropFirst(adjectives.count).first else { return Grammemes() }
        var cases = Grammemes()
        if let word = document.word(head) {
            for reading in word.readings where reading.contains(.noun) {
                cases.formUnion(reading.intersection(Grammemes.cases))
            }
        }
        for token in adjectives {
            let other = self.cases(ofWord: token)
            if !other.intersection(cases).isEmpty { cases = cases.intersection(other) }
        }
        return cases
    }

    /// The cases in which all words of a name agree; the form it has here against the nominative rules out the rest.
    private func cases(of name: NameMention) -> Grammemes {
        let all: Grammemes = [.nomn, .gent, .datv, .accs, .ablt, .loct]
        var cases = all
        for token in name.range {
            guard let word = document.word(token) else { continue }
            var found = Grammemes()
            if word.grammemes.intersects([.name, .surn, .patr]) {
                for reading in word.readings where reading.intersects(.properName) {
                    found.formUnion(reading.intersection(all))
                }
            } else {
                found = memory.surnameCases.of(word) { surnameCases(word.text) }.intersection(all)
            }
            let both = cases.intersection(found)
            if !both.isEmpty { cases = both }
        }
        // "господина Моди": the title tells the case of a name that has one form.
        if document.mark(at: name.range.lowerBound - 1, marks.nameTitle) != nil {
            let both = cases.intersection(self.cases(ofWord: name.range.lowerBound - 1))
            if !both.isEmpty, !both.contains(.nomn) { return both }
        }
        if name.isNominative, isWhole(name) {
            return cases.contains(.nomn) && cases != all
                ? cases.subtracting([.gent, .datv, .ablt, .loct]) : cases.union(.nomn)
        }
        let oblique = cases.subtracting(.nomn)
        return oblique.isEmpty ? all.subtracting(.nomn) : oblique
    }

    /// The cases that the ending of a surname tells.
    private func surnameCases(_ text: String) -> Grammemes {
        language.surnameEndings.reduce(Grammemes()) { $1.ends(text) ? $0.union($1.grammemes) : $0 }
    }

    /// Every word stands as in the nominative: the surname alone tells nothing in "Ираклия Кобахидзе".
    private func isWhole(_ name: NameMention) -> Bool {
        let words = people.persons[name.person].words[0]
        return name.range.allSatisfy { token in
            document.tokens[token].kind != .word
                || Self.words(document.text(token..<token + 1)).allSatisfy(words.contains)
        }
    }

    // MARK: Links

    /// Ties each to the preposition before it, and those of a list to the first of it.
    private func linked(_ actors: [Actor]) -> [Actor] {
        var actors = actors
        for index in actors.indices {
            let actor = actors[index]
            let sentence = document.sentence(of: actor.range.lowerBound)
            if index > 0, sentence.contains(actors[index - 1].range.lowerBound) {
                let previous = actors[index - 1]
                let between = previous.range.upperBound..<max(previous.range.upperBound, actor.range.lowerBound)
                // "в рамках визита в Минск губернатор встретился": what stands behind a place is no list.
                if joinsList(between), !between.isEmpty || previous.kind != .country,
                    previous.kind == .group || !previous.cases.intersection(actor.cases).isEmpty,
                    actor.kind != .country || previous.kind == .country
                {
                    actors[index].isCoordinated = true
                    actors[index].link = previous.link
                    let both = previous.cases.intersection(actor.cases)
                    if !both.isEmpty { actors[index].cases = both }
                    continue
                }
            }
            actors[index].link = link(of: actor, in: sentence)
            // Behind "с" and "между" it stands in the instrumental, whatever else its form could be.
            if actors[index].link == .with || actors[index].link == .between { actors[index].cases = .ablt }
        }
        return actors
    }

    /// A comma, a conjunction, or nothing at all: "президенты А и Б", "министр Д, министр Е".
    private func joinsList(_ range: Range<Int>) -> Bool {
        // "главы Армении и Грузии, а также премьер-министр Ирана"
        if range.count == 3, document.isMark(range.lowerBound, ","),
            document.mark(at: range.upperBound - 1, marks.encounters.join) != nil
        {
            return true
        }
        // "президент А, находящийся в стране с визитом, и президент Б"
        if range.count > 4, range.count <= 18, document.isMark(range.lowerBound, ","),
            document.word(range.lowerBound + 1)?.can(be: .prtf) == true, document.isMark(range.upperBound - 2, ","),
            document.word(range.upperBound - 1).map({ $0.can(be: .conj) && $0.text.count == 1 }) ?? false
        {
            return true
        }
        // "президент и его коллега", "министр, а также его визави"
        let isOwn =
            !range.isEmpty && range.count <= 3
            && (document.word(range.upperBound - 1).map { $0.can(be: [.adjf, .apro]) || $0.can(be: .npro) } ?? false)
        let range = isOwn ? range.lowerBound..<range.upperBound - 1 : range
        guard range.count <= 2 else { return false }
        return range.allSatisfy { token in
            document.isMark(token, ",") || document.word(token).map { $0.can(be: .conj) && $0.text.count == 1 } ?? false
        }
    }

    private func link(of actor: Actor, in sentence: Range<Int>) -> Actor.Link {
        // No preposition governs a nominative: "накануне лидер провел" has an adverb.
        if !actor.cases.intersects([.gent, .datv, .accs, .ablt, .loct]) { return .bare }
        var at = actor.range.lowerBound - 1
        var steps = 0
        while at >= sentence.lowerBound, steps < 6, let word = document.word(at) {
            if let link = preposition(endingAt: at + 1, sentence) { return link }
            if word.can(be: .prep), !word.can(be: .noun) || actor.kind == .country && word.length < 3 {
                // "накануне" before a clause is an adverb.
                return document.mark(at: at, marks.day) == nil ? .other : .bare
            }
            let agrees = !cases(ofWord: at).intersection(actor.cases).isEmpty
            let modifies = word.can(be: .adjf) || word.can(be: .prtf) || word.can(be: .noun) && !word.can(be: .verb)
            let isName = places(in: at..<at + 1).contains { $0.kind != .adjective }
            guard agrees, modifies, !isName, steps < 4 else { break }
            at -= 1
            steps += 1
        }
        // "с находящимся в стране с визитом премьер-министром": the preposition stands before the participle.
        guard actor.cases.contains(.ablt), !actor.cases.contains(.nomn) else { return .bare }
        at = actor.range.lowerBound - 1
        while at > sentence.lowerBound, actor.range.lowerBound - at < 24 {
            if isFiniteVerb(at) { break }
            if let word = document.word(at),
                word.can(be: [.prtf, .ablt]) || word.can(be: [.adjf, .ablt]) || word.can(be: [.noun, .ablt]),
                let link = preposition(endingAt: at, sentence)
            {
                return link
            }
            at -= 1
        }
        return .bare
    }

    private func preposition(endingAt end: Int, _ sentence: Range<Int>) -> Actor.Link? {
        for first in max(sentence.lowerBound, end - 3)..<end {
            guard let mark = document.mark(at: first, marks.encounters.with), mark.end == end else { continue }
            switch value(mark) {
            case "between": return .between
            case "including": return .including
            default: return .with
            }
        }
        return nil
    }
}
