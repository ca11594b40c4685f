import Grammar
import Model
import Morphology

/// Who is attached to a noun of an encounter.
extension Reading {
    /// "на встрече обсудили отношения между ЕС и Россией": states that something else lies between.
    private func isOfRelations(_ state: Actor, _ scene: EncounterScene) -> Bool {
        let noun = state.range.lowerBound - 2
        guard state.kind == .country, noun > scene.clause.lowerBound, let word = document.word(noun),
            word.parses[0].tag.grammemes.contains(.noun), places(in: noun..<noun + 1).isEmpty,
            dates(touching: noun..<noun + 1).isEmpty
        else { return false }
        return ![marks.encounter, marks.encounters.format, marks.level, marks.encounters.body].contains {
            document.mark(at: noun, $0) != nil
        } && document.tokens[noun].shape.isDisjoint(with: .capitalized)
    }

    /// Actors that belong to the noun itself: "переговоры президентов", "встреча А с Б", "между А и Б".
    func attached(to noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene) -> [Actor] {
        var (found, end) = attached(behind: noun, governor, scene)
        if noun.kind == .call {
            found += caller(behind: noun.range, scene).map { [$0] } ?? []
            found += called(by: found, behind: end, noun, scene).map { [$0] } ?? []
        }
        if noun.isMutual { found += owner(of: noun.range, scene).map { [$0] } ?? [] }
        return found + attached(before: noun, governor, scene)
    }

    /// Those behind a noun, and the end of their words.
    private func attached(
        behind noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene
    ) -> (found: [Actor], end: Int) {
        let range = noun.range
        var found: [Actor] = []
        var end = noun.isMutual ? behindSetting(range.upperBound, scene) : range.upperBound
        // "в рамках участия в саммите министр провел встречи с А": company of the encounter told last before them.
        let next = noun.isMutual ? nil : nextMutual(behind: range.upperBound, scene)
        for actor in scene.actors
        where actor.range.lowerBound >= range.upperBound
            && (actor.kind != .delegation || (actor.country != nil || actor.organisation != nil) && actor.link == .with)
        {
            if isOfVerbBetween(actor, noun, end..<actor.range.lowerBound, found)
                || isOfNounBehindDash(actor, noun, end..<actor.range.lowerBound, found)
            {
                break
            }
            if actor.link == .including, tellsSubject(range.upperBound..<actor.range.lowerBound, scene) { continue }
            let follows =
                actor.range.lowerBound - end <= 1 || actor.isCoordinated && found.last?.range.upperBound == end
            // "саммит лидеров" tells its level, not who comes.
            let isGenitive =
                follows && actor.cases.contains(.gent) && actor.link == .bare && actor.kind != .pronoun
                && (noun.isMutual || actor.kind != .group || !actor.countries.isEmpty)
            let isOfNext = next.map { actor.range.lowerBound > $0 && actor.link != .including } ?? false
            if isGenitive || !isOfNext && isCompany(actor, of: noun, governor, scene) {
                found.append(actor)
                end = actor.range.upperBound
            }
        }
        return (found, end)
    }

    /// "после беседы с А премьер созвонился с Б": company of the verb of meeting between.
    private func isOfVerbBetween(
        _ actor: Actor, _ noun: EncounterNoun, _ between: Range<Int>, _ found: [Actor]
    ) -> Bool {
        actor.link == .with && isReferred(noun.range)
            && document.marks(marks.encounters.meet, in: between).contains {
                isFiniteVerb($0.first)
                    // "накануне встречи поговорил по телефону с А"
                    && (found.contains { $0.link == .with } || value($0) == Meeting.Kind.call.rawValue)
            }
    }

    /// "сегодня переговоры с А, завтра – встреча с Б": each with his own.
    private func isOfNounBehindDash(
        _ actor: Actor, _ noun: EncounterNoun, _ between: Range<Int>, _ found: [Actor]
    ) -> Bool {
        actor.link == .with && found.contains { $0.link == .with }
            && document.marks(marks.encounter, in: between).contains {
                value($0) == noun.kind.rawValue && document.isDash($0.first - 1)
                    && cases(ofWord: $0.first).contains(.nomn)
            }
    }

    /// "Переговорам предшествует встреча с участием А": tokens tell an encounter that is the subject, to which the nearer belong.
    private func tellsSubject(_ between: Range<Int>, _ scene: EncounterScene) -> Bool {
        document.marks(marks.encounter, in: between).contains {
            value($0) != Meeting.Kind.visit.rawValue && cases(ofWord: $0.first).contains(.nomn)
                && !isBehindPreposition($0.first, scene.clause.part(of: $0.first))
        }
    }

    /// Whether an actor behind a noun is company by a preposition: "с А", "между А и Б", "с участием А".
    private func isCompany(
        _ actor: Actor, of noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene
    ) -> Bool {
        switch actor.link {
        case .with where noun.takesCompany(governor): return true
        // "встреча между министром А, прибывшим на форум, и президентом Б": of what stands before the list.
        case .between
        where actor.isCoordinated
            && scene.actors.contains { $0.link == .between && $0.range.upperBound <= noun.range.lowerBound }:
            return false
        case .between where !(noun.isMutual && isOfRelations(actor, scene)): return true
        case .including where isToldOne(actor): return true
        // "заседание межгосударственной комиссии под председательством президентов"
        case .including where noun.kind == .session && actor.level.isLeader && !actor.isVague && isOfBoth(noun, scene):
            return true
        default: return governor?.role == .held && isTogether(actor)
        }
    }

    /// Anybody but a group of which it is not told who they are.
    private func isToldOne(_ actor: Actor) -> Bool {
        actor.kind != .group || !actor.countries.isEmpty || isOfTwoStates(actor)
    }

    /// "телефонный звонок от президента"
    private func caller(behind call: Range<Int>, _ scene: EncounterScene) -> Actor? {
        guard let from = document.mark(at: call.upperBound, marks.encounters.caller),
            var actor = scene.actors.first(where: { $0.range.lowerBound == from.end }), actor.cases.contains(.gent),
            actor.kind == .person || actor.kind == .office
        else { return nil }
        actor.link = .with
        return actor
    }

    /// "звонок президента А президенту Б"
    private func called(by found: [Actor], behind end: Int, _ noun: EncounterNoun, _ scene: EncounterScene) -> Actor? {
        guard !document.marks(marks.encounters.ring, in: noun.range).isEmpty, found.count == 1,
            found[0].link == .bare,
            var actor = scene.actors.first(where: { $0.range.lowerBound == end }), isAddressed(actor),
            actor.kind == .person || actor.kind == .office
        else { return nil }
        actor.link = .with
        return actor
    }

    /// "его переговоры с президентом", "его двусторонняя встреча с премьером"
    private func owner(of noun: Range<Int>, _ scene: EncounterScene) -> Actor? {
        scene.actors.last { actor in
            actor.kind == .pronoun && actor.range.upperBound <= noun.lowerBound
                && (actor.range.upperBound..<noun.lowerBound).allSatisfy { isAttribute($0) }
        }
    }

    /// Those before a noun: "с президентом проведут переговоры", "под председательством министра А состоялось заседание".
    private func attached(before noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene) -> [Actor] {
        let range = noun.range
        // "провел пресс-конференцию с коллегой, а позже встречи с президентом": with whom he faced the press.
        let others =
            all(marks.encounter, in: scene.clause).filter { value($0) != Meeting.Kind.visit.rawValue }
            + all(marks.encounters.idle, in: scene.clause).filter { value($0) == "press" }
        let before = others.filter { $0.end <= range.lowerBound }.map(\.end).max() ?? scene.clause.lowerBound
        return scene.actors.filter { actor in
            guard actor.range.upperBound <= range.lowerBound else { return false }
            // "помимо переговоров с коллегой примет участие в сессии": company of the other encounter.
            // "в первый день саммита у президента намечены переговоры": whose they are.
            // "накануне саммита президент проведет с премьером переговоры": company of the verb between.
            let isOfVerb =
                governor.map { $0.role == .held && $0.verb >= before && $0.verb < actor.range.lowerBound } ?? false
            if actor.range.lowerBound >= before, before > scene.clause.lowerBound, !isOwner(actor), !isOfVerb {
                return false
            }
            // "обсудит с министром детали предстоящей встречи": with whom he confers.
            if governor == nil, actor.link == .with, !isReferred(range),
                all(marks.encounters.confer, in: scene.clause).contains(where: {
                    $0.end <= actor.range.lowerBound && isFiniteVerb($0.first)
                })
            {
                return false
            }
            let isCompany =
                (noun.takesCompany(governor) && (actor.link == .with || actor.link == .between)
                    || governor?.role == .held && isTogether(actor)) && actor.kind != .country
                && actor.kind != .delegation
            return isCompany || actor.link == .including && isToldOne(actor)
        }
    }

    /// "встреча в Тегеране заместителя министра с коллегой": behind the place or the day that stands between the noun and whose it
    /// is.
    private func behindSetting(_ token: Int, _ scene: EncounterScene) -> Int {
        var end = token
        if isLocalPreposition(end),
            let place = places(in: end + 1..<min(scene.clause.upperBound, end + 2)).first(where: {
                $0.range.lowerBound == end + 1 && $0.kind != .adjective && $0.kind != .people
            }), cases(ofWord: place.range.upperBound - 1).contains(.loct)
        {
            end = place.range.upperBound
        }
        if let day = dates(touching: end..<end + 1).first(where: {
            $0.range.lowerBound == end && $0.date?.isDay == true
        }) {
            end = day.range.upperBound
        }
        // "встреча на уровне министров стран ОБСЕ"
        if let level = document.mark(at: end, marks.encounters.atLevel),
            let many = scene.actors.first(where: { $0.isVague && $0.range.lowerBound == level.end }),
            !document.marks(
                marks.organisation,
                in: many.range.lowerBound..<min(scene.sentence.upperBound, many.range.upperBound + 5)
            ).isEmpty
        {
            end = level.end
        }
        let next = scene.actors.first { $0.range.lowerBound == end }
        return next?.cases.contains(.gent) == true && next?.kind != .country ? end : token
    }

    /// "под председательством министров двух стран": those of the two whom the article is about.
    private func isOfTwoStates(_ group: Actor) -> Bool {
        group.level != nil && !group.isVague && discourse.mainPair.count == 2 && isOfPair(group)
    }

    /// "у президента"
    func isOwner(_ actor: Actor) -> Bool {
        document.mark(at: actor.range.lowerBound - 1, marks.encounters.with).map { value($0) == "at" } ?? false
    }

    /// "вместе с казахстанским коллегой провел заседание"
    func isTogether(_ actor: Actor) -> Bool {
        guard actor.link == .with,
            [.person, .office, .colleague].contains(actor.kind) || actor.kind == .group && !actor.countries.isEmpty
        else { return false }
        let before = max(0, actor.range.lowerBound - 6)..<actor.range.lowerBound
        return document.marks(marks.encounters.together, in: before).contains { mark in
            mark.end <= actor.range.lowerBound
                && (mark.end..<actor.range.lowerBound).allSatisfy { document.word($0)?.can(be: .ablt) == true }
        }
    }

    /// "в МИД Беларуси прошли консультации с делегацией Лаоса": the state whose ministry or parliament they are held in.
    func receivingBody(_ scene: EncounterScene) -> CountryCode? {
        for mark in all(marks.encounters.bureau, in: scene.clause)
        where isLocalPreposition(mark.first - 1) && cases(ofWord: mark.first).contains(.loct) {
            let end = min(scene.clause.upperBound, mark.end + 6)
            guard let state = places(in: mark.end..<end).first(where: { $0.kind == .name }),
                (mark.end..<state.range.upperBound).allSatisfy({ token in
                    document.word(token)?.can(be: .gent) == true || isShortConjunction(token)
                        || document.isMark(token, ",")
                })
            else { continue }
            return state.country
        }
        return nil
    }

    /// The next talks, call or verb of meeting behind a token of the clause.
    func nextMutual(behind token: Int, _ scene: EncounterScene) -> Int? {
        let nouns = all(marks.encounter, in: scene.clause).filter {
            $0.first >= token && (value($0) == Meeting.Kind.talks.rawValue || value($0) == Meeting.Kind.call.rawValue)
        }
        let verbs = all(marks.encounters.meet, in: scene.clause).filter { $0.first >= token }
        return (nouns + verbs).map(\.first).min()
    }

    /// "саммит примет Бишкек", "венгерская столица примет форум", "который принимал Ташкент": the place that receives.
    func receivingPlace(_ clause: Clause) -> Place? {
        for place in places(in: clause)
        where [.capital, .city, .name].contains(place.kind) && !isDateline(place) && !isDatelined(place) {
            let isNominative =
                cases(ofWord: place.range.upperBound - 1).contains(.nomn)
                || document.word(place.range.upperBound - 1)?.isKnown == false
            guard isNominative, !isBehindPreposition(place.range.lowerBound, clause.part(of: place.range.lowerBound)),
                place.kind != .name || place.range.lowerBound == clause.lowerBound || isReceiving(place, clause)
                    || place.range.lowerBound == clause.lowerBound + 1
                        && document.word(clause.lowerBound)?.can(be: .conj) == true
            else { continue }
            return Place(city: place.city, country: place.country)
        }
        for mark in all(marks.encounters.capital, in: clause) where cases(ofWord: mark.first).contains(.nomn) {
            if let place = capital(at: mark) { return place }
        }
        return nil
    }

    /// "Заседание намечено на весну, площадкой станет Ташкент": the town that a word for the place of an encounter is said of.
    func venue(in sentence: Range<Int>) -> Place? {
        guard
            let venue = document.marks(marks.encounters.venue, in: sentence).first(where: {
                // "площадкой станет Ташкент", "место – Ташкент"
                (cases(ofWord: $0.first).contains(.ablt)
                    || cases(ofWord: $0.first).contains(.nomn) && document.isDash($0.end))
                    && document.word($0.first)?.can(be: .sing) == true
            }),
            let town = places(in: venue.end..<min(sentence.upperBound, venue.end + Self.reachOfVenue)).first(where: {
                ($0.kind == .capital || $0.kind == .city) && cases(ofWord: $0.range.upperBound - 1).contains(.nomn)
                    && !isLocalPreposition($0.range.lowerBound - 1)
            }), (venue.end..<town.range.lowerBound).contains(where: { isFiniteVerb($0) || document.isDash($0) })
        else { return nil }
        return Place(city: town.city, country: town.country)
    }

    /// Tokens from the word for the place to the town: "местом проведения форума станет Ташкент".
    private static let reachOfVenue = 6

    /// "Следующую встречу в 2026 году примет Россия": a state right behind the verb of a host.
    private func isReceiving(_ place: PlaceMention, _ clause: Clause) -> Bool {
        all(marks.encounters.receive, in: clause).contains {
            $0.end == place.range.lowerBound && isFiniteVerb($0.first)
        }
    }
}

extension EncounterNoun {
    /// Of two who talk to each other, and not an assembly or a visit.
    fileprivate var isMutual: Bool { kind == .talks || kind == .call }

    /// Whether those behind "с" are its company: of a session or a summit only where somebody attends it.
    fileprivate func takesCompany(_ governor: Governor?) -> Bool { isMutual || governor?.role == .attended }
}
