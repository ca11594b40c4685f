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
        let range = noun.range
        // Of a session or a summit those behind "с" are company only where somebody attends it.
        let isMutual = noun.kind == .talks || noun.kind == .call
        let takesCompany = isMutual || governor?.role == .attended
        var found: [Actor] = []
        var end = isMutual ? behindSetting(range.upperBound, scene) : range.upperBound
        // "в рамках участия в саммите министр провел встречи с А": company of the encounter told last before them.
        let next = isMutual ? nil : nextMutual(behind: range.upperBound, scene)
        for actor in scene.actors
        where actor.range.lowerBound >= range.upperBound
            && (actor.kind != .delegation || (actor.country != nil || actor.organisation != nil) && actor.link == .with)
        {
            // "после беседы с А премьер созвонился с Б": company of the verb of meeting between.
            if actor.link == .with, isReferred(range),
                document.marks(marks.encounters.meet, in: end..<actor.range.lowerBound).contains(where: {
                    isFiniteVerb($0.first)
                        // "накануне встречи поговорил по телефону с А"
                        && (found.contains { $0.link == .with } || value($0) == Meeting.Kind.call.rawValue)
                })
            {
                break
            }
            // "сегодня переговоры с А, завтра – встреча с Б": each with his own.
            if actor.link == .with, found.contains(where: { $0.link == .with }),
                document.marks(marks.encounter, in: end..<actor.range.lowerBound).contains(where: {
                    value($0) == noun.kind.rawValue && document.isDash($0.first - 1)
                        && cases(ofWord: $0.first).contains(.nomn)
                })
            {
                break
            }
            // "Переговорам предшествует встреча с участием А": of the nearer one.
            if actor.link == .including,
                document.marks(marks.encounter, in: range.upperBound..<actor.range.lowerBound).contains(where: {
                    value($0) != Meeting.Kind.visit.rawValue && cases(ofWord: $0.first).contains(.nomn)
                        && !isBehindPreposition($0.first, scene.clause.part(of: $0.first))
                })
            {
                continue
            }
            let follows =
                actor.range.lowerBound - end <= 1 || actor.isCoordinated && found.last?.range.upperBound == end
            // "саммит лидеров" tells its level, not who comes.
            if follows, actor.cases.contains(.gent), actor.link == .bare, actor.kind != .pronoun,
                isMutual || actor.kind != .group || !actor.countries.isEmpty
            {
                found.append(actor)
                end = actor.range.upperBound
            } else if let next, actor.range.lowerBound > next, actor.link != .including {
                continue
            } else if takesCompany && actor.link == .with
                || actor.link == .between && !(isMutual && isOfRelations(actor, scene))
                || governor?.role == .held && isTogether(actor)
                || actor.link == .including
                    && (actor.kind != .group || !actor.countries.isEmpty || isOfTwoStates(actor)
                        // "заседание межгосударственной комиссии под председательством президентов"
                        || noun.kind == .session && actor.level.isLeader && !actor.isVague && isOfBoth(noun, scene))
            {
                found.append(actor)
                end = actor.range.upperBound
            }
        }
        // "телефонный звонок от президента"
        if noun.kind == .call, let caller = document.mark(at: range.upperBound, marks.encounters.caller),
            let actor = scene.actors.first(where: { $0.range.lowerBound == caller.end }), actor.cases.contains(.gent),
            actor.kind == .person || actor.kind == .office
        {
            var caller = actor
            caller.link = .with
            found.append(caller)
        }
        // "звонок президента А президенту Б"
        if noun.kind == .call, !document.marks(marks.encounters.ring, in: noun.range).isEmpty, found.count == 1,
            found[0].link == .bare,
            let called = scene.actors.first(where: { $0.range.lowerBound == end }), isAddressed(called),
            called.kind == .person || called.kind == .office
        {
            var other = called
            other.link = .with
            found.append(other)
        }
        // "его переговоры с президентом"
        if isMutual,
            // "его двусторонняя встреча с премьером"
            let owner = scene.actors.last(where: { actor in
                actor.kind == .pronoun && actor.range.upperBound <= range.lowerBound
                    && (actor.range.upperBound..<range.lowerBound).allSatisfy { isAttribute($0) }
            })
        {
            found.append(owner)
        }
        // "провел пресс-конференцию с коллегой, а позже встречи с президентом": with whom he faced the press.
        let others =
            all(marks.encounter, in: scene.clause).filter { value($0) != Meeting.Kind.visit.rawValue }
            + all(marks.encounters.idle, in: scene.clause).filter { value($0) == "press" }
        let before = others.filter { $0.end <= range.lowerBound }.map(\.end).max() ?? scene.clause.lowerBound
        for actor in scene.actors where actor.range.upperBound <= range.lowerBound {
            // "помимо переговоров с коллегой примет участие в сессии": company of the other encounter.
            // "в первый день саммита у президента намечены переговоры": whose they are.
            // "накануне саммита президент проведет с премьером переговоры": company of the verb between.
            let isOfVerb =
                governor.map { $0.role == .held && $0.verb >= before && $0.verb < actor.range.lowerBound } ?? false
            if actor.range.lowerBound >= before, before > scene.clause.lowerBound, !isOwner(actor), !isOfVerb {
                continue
            }
            let isCompany =
                (takesCompany && (actor.link == .with || actor.link == .between)
                    || governor?.role == .held && isTogether(actor)) && actor.kind != .country
                && actor.kind != .delegation
            // "под председательством министра А состоялось заседание"
            let isIncluded =
                actor.link == .including && (actor.kind != .group || !actor.countries.isEmpty || isOfTwoStates(actor))
            if isCompany || isIncluded { found.append(actor) }
        }
        return found
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
