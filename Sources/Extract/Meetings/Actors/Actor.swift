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
    /// Where the words begin for the delegation that this one heads.
    var delegation: Int?
    /// ``Reading/origins`` keeps it, and no actor outlives the reading that it is of. Unmanaged, and so an actor holds nothing that has
    /// to be counted: it is copied and dropped more often than anything else.
    private var kept: Unmanaged<Origin>?

    var origin: Origin? {
        get { kept?.takeUnretainedValue() }
        set { kept = newValue.map(Unmanaged.passUnretained) }
    }

    /// What few actors have.
    final class Origin {
        let organisation: String?
        let countries: [CountryCode]

        fileprivate init(_ organisation: String?, _ countries: [CountryCode]) {
            self.organisation = organisation
            self.countries = countries
        }
    }

    init(
        range: Range<Int>, kind: Kind, person: Int? = nil, country: CountryCode? = nil, office: Office? = nil,
        level: Meeting.Level? = nil, cases: Grammemes, isPlural: Bool = false, isVague: Bool = false,
        origin: Origin? = nil
    ) {
        self.range = range
        self.kind = kind
        self.person = person
        self.country = country
        self.office = office
        self.level = level
        self.cases = cases
        self.isPlural = isPlural
        self.isVague = isVague
        kept = origin.map(Unmanaged.passUnretained)
    }

    /// "делегация Европейского парламента": whom a delegation comes from.
    var organisation: String? { origin?.organisation }

    /// The states of a group, where they are listed.
    var countries: [CountryCode] { origin?.countries ?? [] }

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
    var isCompany: Bool { kind != .country && (kind != .delegation || country != nil || organisation != nil) }

    /// Can be the subject of a verb.
    var isSubject: Bool { link == .bare && cases.contains(.nomn) }
}

extension Reading {
    /// "с президентом и его супругой А": who is there beside an official, and no side.
    private func isCompanion(_ name: Range<Int>) -> Bool {
        guard let kin = kin(before: name) else { return false }
        let before = document.word(kin.first - 1)?.can(be: .npro) == true ? kin.first - 2 : kin.first - 1
        return before >= 0 && isShortConjunction(before)
    }

    /// Whom a delegation comes from or the states of a group, for an actor to tell; nil where there is neither.
    func origin(_ organisation: String?, _ countries: [CountryCode] = []) -> Actor.Origin? {
        if organisation == nil && countries.isEmpty { return nil }
        let made = Actor.Origin(organisation, countries)
        origins.append(made)
        return made
    }

    /// Everybody in the article, in order, with case and link.
    func actors() -> [Actor] {
        var found: [Actor] = []
        found.reserveCapacity(people.names.count + people.offices.count + places.count)
        var taken = Array(repeating: false, count: document.tokens.count)
        func add(_ actor: Actor) {
            guard !actor.range.contains(where: { taken[$0] || frame.isNoise[$0] }) else { return }
            for token in actor.range { taken[token] = true }
            found.append(actor)
        }
        for actor in officeActors() { add(actor) }
        for name in people.names where !name.range.contains(where: { taken[$0] }) && !isCompanion(name.range) {
            let person = people.persons[name.person]
            add(
                Actor(
                    range: name.range, kind: .person, person: name.person, country: person.country,
                    office: person.office, level: person.level, cases: cases(of: name)))
        }
        for mark in document.marks(marks.encounters.part) {
            if let actor = partActor(mark) { add(actor) }
        }
        for mark in document.marks(marks.encounters.members) {
            add(
                Actor(
                    range: mark.range, kind: .delegation, cases: cases(ofWord: mark.first), isPlural: true,
                    origin: origin(value(mark))))
        }
        for place in places where place.kind == .name || place.kind == .capital {
            add(
                Actor(
                    range: place.range, kind: .country, country: place.country,
                    cases: cases(ofState: place.range.upperBound - 1)))
        }
        for token in document.tokens.indices {
            guard let word = document.word(token), word.can(be: .npro.union(.per3)), !word.can(be: .prep),
                document.mark(at: token, marks.officeHonorific) == nil
            else { continue }
            add(
                Actor(
                    // "его" is no adjective here.
                    range: token..<token + 1, kind: .pronoun,
                    cases: word.readings.reduce(into: Grammemes()) {
                        if $1.contains(.npro) { $0.formUnion($1.intersection(Grammemes.cases)) }
                    },
                    isPlural: word.can(be: .npro.union(.plur))))
        }
        for mark in document.marks(marks.encounters.same) where isEcho(mark) {
            add(Actor(range: mark.range, kind: .pronoun, cases: .nomn))
        }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        return headed(ofOneState(shared(linked(joined(found)))))
    }

    /// "Прибыл министр. Дипломат встретился с премьером": a word that opens a sentence, and before a verb or an adverb, is no
    /// other than whoever was told last.
    private func isEcho(_ mark: Mark) -> Bool {
        let sentence = document.sentence(of: mark.first)
        guard mark.first == sentence.lowerBound, let word = document.word(mark.first), word.can(be: [.nomn, .sing]),
            mark.end < sentence.upperBound, !document.isMark(mark.end, ",")
        else { return false }
        return isFiniteVerb(mark.end) || document.mark(at: mark.end, marks.encounters.join) != nil
    }

    /// Phrases that stand right before a name and are one with it: "его американский коллега А", "главы Армении А, Грузии Б".
    private func joined(_ actors: [Actor]) -> [Actor] {
        var found: [Actor] = []
        found.reserveCapacity(actors.count)
        for actor in actors.reversed() {
            guard let next = found.last else {
                found.append(actor)
                continue
            }
            // "лидеры Армении – А, Грузии – Б": a dash between a state, or the office before it, and its name.
            if next.kind == .person, isBehindDash(next, actor.range.upperBound),
                next.country == nil ? actor.kind == .country : true, let country = next.country ?? actor.country,
                actor.kind == .country && actor.country == country && actor.cases.contains(.gent)
                    || actor.kind == .group && actor.countries.allSatisfy({ $0 == country })
            {
                var named = next.led(by: actor)
                named.cases = next.cases
                found[found.count - 1] = named
                continue
            }
            // "со спецпредставителем ЕС по Азии, послом А", "с верховным представителем ЕС – вице-президентом комиссии А"
            if isApposed(next, to: actor) {
                var named = next.led(by: actor)
                named.origin = origin(
                    next.organisation ?? people.offices(in: actor.range).first.flatMap(organisation))
                found[found.count - 1] = named
                continue
            }
            // "Дональд Туск (Польша)"
            if actor.kind == .person, let state = bracketed(actor.range.upperBound),
                state.range.lowerBound == next.range.lowerBound
            {
                let whole = Actor(
                    range: actor.range.lowerBound..<state.range.upperBound + 1, kind: .person, person: actor.person,
                    country: actor.country ?? state.country, office: actor.office, level: actor.level,
                    cases: actor.cases)
                found[found.count - 1] = whole
                continue
            }
            guard next.range.lowerBound == actor.range.upperBound else {
                found.append(actor)
                continue
            }
            switch actor.kind {
            case .pronoun where next.kind != .pronoun:
                continue
            // "До Перу Нарендра Моди побывал в США": no state of his.
            case .country
            where next.kind == .person && (next.country ?? actor.country) == actor.country
                && !isLocalPreposition(actor.range.lowerBound - 1)
                && document.sentenceOf[actor.range.lowerBound] == document.sentenceOf[next.range.lowerBound]:
                var named = next.led(by: actor)
                named.cases = next.cases
                found[found.count - 1] = named
            case .colleague, .guest, .host:
                if next.kind == .person, actor.cases.intersects(next.cases) {
                    found[found.count - 1] = next.led(by: actor)
                } else if next.kind == .person, actor.kind == .colleague, let state = actor.country,
                    next.country == state
                {
                    // "с турецким коллегой Мевлютом Чавушоглу": whatever case the name seems to stand in.
                    found[found.count - 1] = next.led(by: actor)
                    found[found.count - 1].cases = actor.cases
                } else {
                    found.append(actor)
                }
            default:
                found.append(actor)
            }
        }
        return found.reversed()
    }

    /// "Кувейта – шейхом А": a dash, and a title at most, before a name.
    private func isBehindDash(_ named: Actor, _ token: Int) -> Bool {
        guard token < named.range.lowerBound, document.isDash(token) else { return false }
        return (token + 1..<named.range.lowerBound).allSatisfy { document.mark(at: $0, marks.nameTitle) != nil }
    }

    /// Two offices of one, the second with his name: of the second no other state is told.
    private func isApposed(_ named: Actor, to office: Actor) -> Bool {
        let between = office.range.upperBound..<max(office.range.upperBound, named.range.lowerBound)
        guard office.kind == .office || office.kind == .person && people.names(in: office.range).isEmpty,
            named.kind == .person, (1...Self.reachOfApposition).contains(between.count),
            people.office(around: named.range.lowerBound) != nil, office.cases.intersects(named.cases),
            document.isDash(between.upperBound - 1)
                || document.isMark(between.upperBound - 1, ",") && named.office == .ambassador && named.country == nil,
            named.country == nil || named.country == office.country
        else { return false }
        return between.dropLast().allSatisfy { token in
            joinsOffice(token) && document.tokens[token].shape.isDisjoint(with: .upper)
                || document.word(token)?.can(be: .datv) == true || !places(in: token..<token + 1).isEmpty
        }
    }

    /// Tokens from one office to the other: "по иностранным делам и политике безопасности –".
    private static let reachOfApposition = 9

    /// "с президентом и премьер-министром Армении": the state told behind the last of a list is that of those before it.
    private func shared(_ actors: [Actor]) -> [Actor] {
        var actors = actors
        for index in actors.indices.reversed().dropFirst() {
            guard actors[index].link == .with, case let next = actors[index + 1], next.isCoordinated,
                next.kind == .office, let country = next.country,
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
}
