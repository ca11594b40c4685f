import Grammar
import Model
import Morphology

/// What the clause says of an encounter that a noun names: whether it was, of which states, when, and with whom besides.
extension Reading {
    /// Tokens from a body to the number of its states: "рабочая группа по транзиту трех стран".
    private static let reachOfStates = 4

    /// Whether it was, is yet to be, or is under way.
    func tellStatus(
        of mention: inout EncounterMention, _ noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene
    ) {
        mention.status = governor?.status ?? .held
        // "созвал встречу, которая пройдет в среду"
        if governor?.role == .held, mention.status == .held,
            relativeGovernor(of: noun, scene)?.status == .planned
        {
            mention.status = .planned
        }
        mention.isExpected = governor?.isExpected ?? false
        // "прибыл на форум, который открылся накануне": it is under way.
        if mention.isExpected, mention.status == .planned, relativeGovernor(of: noun, scene)?.status == .held {
            mention.status = .held
            mention.isExpected = false
        }
        if governor == nil, isToComeAbout(noun, scene) || isOnProgramme(noun, scene) { mention.status = .planned }
        // "на встрече министры должны обсудить торговлю"
        if governor == nil, isReferred(noun.range),
            !(noun.head..<scene.clause.upperBound).contains(where: { isFiniteVerb($0) }),
            let plan = all(marks.planned, in: scene.clause).first(where: {
                document.word($0.first)?.can(be: .adjs) == true
            }),
            all(marks.encounters.confer, in: scene.clause).contains(where: {
                $0.first >= plan.end && verbTense(of: $0.first) == .infinitive
            })
        {
            mention.status = .planned
        }
        if governor == nil { tellStatus(of: &mention, byVerbNear: noun, scene) }
    }

    /// The same by the verb that stands nearest to a noun which none governs.
    func tellStatus(
        of mention: inout EncounterMention, byVerbNear noun: EncounterNoun, _ scene: EncounterScene
    ) {
        if let verb = finiteVerb(near: noun.head, scene.clause) {
            let company = mention.actors.contains { $0.link == .with && $0.kind != .country }
            let confers = document.mark(at: verb, marks.encounters.confer) != nil && isReferred(noun.range)
            // "в ходе встречи с президентом обсудит", "на встрече стороны обсудят": yet to come.
            // "в ходе переговоров планируется обсуждение торговли", "на встрече ожидается подписание документов"
            let isPlan =
                document.mark(at: verb, marks.planned) != nil && verbTense(of: verb) == .present
                && isReferred(noun.range)
                && (isReferredAside(noun.range)
                    || all(marks.encounters.confer, in: scene.clause).contains {
                        verbTense(of: $0.first) == .infinitive
                    })
            if verbTense(of: verb) == .future || isPlan, company || confers || isPlan { mention.status = .planned }
            // "Встреча А и Б положит начало диалогу"
            if verbTense(of: verb) == .future, verb > noun.head, noun.kind == .talks || noun.kind == .call,
                cases(ofWord: noun.head).contains(.nomn),
                !isBehindPreposition(noun.head, scene.clause.part(of: noun.head)),
                document.word(verb)?.can(be: .sing) == document.word(noun.head)?.can(be: .sing)
            {
                mention.status = .planned
            }
            // "примут участие в переговорах президентов"
            if verbTense(of: verb) == .future, isOn(noun.head, scene),
                all(marks.encounters.take, in: scene.clause).contains(where: { $0.end <= noun.head })
            {
                mention.status = .planned
            }
            // "прибыл на переговоры с президентом", "отбыл для проведения переговоров с президентом"
            let isGathering =
                !company
                && mention.actors.contains { $0.kind == .group && $0.range.lowerBound >= noun.range.upperBound }
            if company || isGathering, verb < noun.head || opensWithPreposition(noun.head, scene.clause),
                verbTense(of: verb) != .future,
                document.mark(at: verb, marks.encounters.attend).map({ value($0) == "arrive" }) ?? false,
                isBehindPreposition(conduct(of: noun, scene) ?? noun.head, scene.clause.part(of: noun.head)),
                !isReferredAside(noun.range)
            {
                mention.status = .planned
                mention.isExpected = true
            }
        }
    }

    /// The states that it is of, and whether what is told is enough for it to have been.
    func tellSides(
        of mention: inout EncounterMention, _ noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene
    ) {
        mention.isAsserted =
            governor != nil
            || mention.actors.contains { ($0.link == .with || $0.link == .between) && $0.kind != .country }
            || mention.actors.contains { $0.kind == .group && $0.range.upperBound == noun.head }
        mention.countries = sideCountries(of: mention.trigger, scene)
        if mention.countries.isEmpty, let body = bodyPointed(to: noun, scene) {
            (mention.countries, mention.orgs) = sides(ofBody: body)
        }
        if noun.kind == .talks || noun.kind == .session, governor?.role == .happens, let host = receivingBody(scene) {
            mention.countries.append(host)
        }
        // "выступил на встрече российской делегации с сирийской": it took place.
        if governor == nil, noun.kind == .talks, Set(mention.countries).count >= 2, isReferred(noun.range),
            !isReferredBefore(noun.range), let verb = finiteVerb(near: noun.head, scene.clause),
            verbTense(of: verb) == .past
        {
            mention.isAsserted = true
        }
        if governor == nil, isMatter(noun, scene), mention.actors.contains(where: { $0.kind == .pronoun }) {
            mention.isAsserted = true
        }
        // "делегация во главе с вице-премьером прибыла на переговоры в Термез"
        if governor == nil, noun.kind == .talks, mention.countries.isEmpty,
            let goal = goalOfTalks(noun, mention.actors, scene)
        {
            mention.actors += subjects(of: noun.head, scene).filter { told in
                !mention.actors.contains { $0.range == told.range }
            }
            mention.countries = [goal]
            mention.isAsserted = true
            mention.isExpected = true
            mention.status = .planned
        }
    }

    /// When and where, of what a verb tells.
    func tellTime(
        of mention: inout EncounterMention, _ noun: EncounterNoun, by governor: Governor, _ scene: EncounterScene
    ) {
        // "в Риме министры условились собрать комитет в Осло": when and where is told behind what they agreed.
        if governor.role == .held, verbTense(of: governor.verb) == .infinitive,
            let agreed = agreement(on: governor.verb, scene), agreed < governor.verb
        {
            let behind = agreed + 1..<max(agreed + 1, scene.clause.upperBound)
            mention.place = place(in: behind, near: noun.range)
            mention.host = nil
            if !dates(in: behind).contains(where: { $0.date == mention.date || $0.date?.month == mention.date?.month })
            {
                mention.date = nil
            }
        }
        // "саммит завершится 24 октября": it is under way, and began on another day.
        if noun.kind != .talks, noun.kind != .call,
            document.mark(at: governor.verb, marks.encounters.happen).map({ value($0) == "end" }) ?? false
        {
            mention.status = .held
            mention.date = daysHeld(behind: noun.range, scene)
        }
    }

    /// What no verb tells of, and is only named.
    func settle(
        _ mention: inout EncounterMention, onlyNamedBy noun: EncounterNoun, isAside: Bool, _ scene: EncounterScene
    ) {
        if noun.kind != .talks, noun.kind != .call, let date = dateToBeHeld(noun, scene) {
            mention.date = date
            mention.status = .planned
            mention.isAsserted = true
        }
        if noun.kind == .session, mention.place?.city != nil, isNextToBeHeld(noun, scene) {
            mention.status = .planned
            mention.isAsserted = true
        }
        if isAhead(noun, mention, scene) {
            mention.isAsserted = true
            mention.isExpected = true
            mention.status = .planned
            mention.actors = []
        }
        // "А и Б подписали протокол по итогам заседания комиссии": of the states that did something there.
        if noun.kind == .session, isOfBoth(noun, scene), mention.countries.count < 2,
            mention.orgs.isEmpty,
            let reference = reference(to: noun.head, scene.clause), value(reference) != "before",
            let verb = finiteVerb(near: noun.head, scene.clause), verbTense(of: verb) == .past, !isNegated(verb)
        {
            let acting = subjects(of: verb, scene).filter { $0.kind == .person || $0.kind == .office }
            // "президенты пообщались в рамках заседания совета": the two of whom the text tells.
            let both = subjects(of: verb, scene).filter { $0.kind == .group && $0.isPlural && $0.level.isLeader }
            if Set(acting.compactMap(\.country)).count == 2 {
                mention.isAsserted = true
                mention.actors += acting
            } else if !both.isEmpty, value(reference) == "aside", !isAtMargins(noun.range) {
                mention.isAsserted = true
                mention.actors += both
            }
        }
        if isPassed(noun, mention, scene) {
            mention.isAsserted = true
            // "подписание намечено в рамках форума": what is to be there is as far ahead as the assembly.
            if isAside,
                all(marks.encounters.happen, in: scene.clause).contains(where: {
                    value($0) == Meeting.Status.planned.rawValue && isFiniteVerb($0.first)
                })
            {
                mention.status = .planned
            }
            // "на саммите президенты подписали договор", "на заседании совета глав государств президенты обсудили"
            if noun.kind == .summit || noun.kind == .session && mention.level.isLeader, isOn(noun.head, scene),
                let verb = finiteVerb(near: noun.head, scene.clause),
                document.mark(at: verb, marks.encounters.meet) == nil
            {
                mention.actors += subjects(of: verb, scene).filter {
                    $0.level.isLeader && ($0.kind == .person || !$0.countries.isEmpty)
                }
            }
        }
    }

    /// "провел переговоры в Чили, Перу и Кении": those of one who goes through several states.
    func tellStops(
        of mention: inout EncounterMention, _ noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene
    ) {
        let acting = mention.actors.filter { $0.kind != .country }
        if noun.kind == .talks, governor?.role == .held, acting.count == 1, acting[0].link == .bare {
            let stops = states(listedIn: scene.clause, behind: noun.head)
            let isStop = { (code: CountryCode) in stops.contains { $0.country == code } }
            mention.stops = stops
            mention.countries.removeAll(where: isStop)
            mention.actors.removeAll { $0.kind == .country && $0.country.map(isStop) ?? false }
        }
    }

    /// Of whom it is besides those who are told: of the two sides, of three, of those who went along.
    func tellCompany(
        of mention: inout EncounterMention, _ noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene
    ) {
        // "лидеры государств ШОС проведут заседание в узком составе": of them, and of no two in focus.
        mention.isMutual =
            (isOfBoth(noun, scene) || bodyPointed(to: noun, scene) != nil)
            && !mention.actors.contains { $0.isVague && $0.level == .headOfState && noun.kind == .session }
        mention.isOfThree =
            noun.kind == .session
            && !document.marks(
                marks.triple,
                in: noun.range.upperBound..<min(scene.clause.upperBound, noun.range.upperBound + Self.reachOfStates)
            ).isEmpty
        mention.isOfCompany =
            noun.kind == .talks && (governor == nil || isOfNamed(noun, scene))
            // "вместе с ним участие в переговорах принимал министр"
            && mention.actors.allSatisfy { $0.link != .with || $0.kind == .pronoun }
            && isBehindPreposition(noun.head, scene.clause.part(of: noun.head))
            && all(marks.encounters.attend, in: scene.clause).contains {
                document.mark(at: $0.first, marks.encounters.meet) == nil && value($0) != "arrive"
                    && (verbTense(of: $0.first) != nil || document.mark(at: $0.first, marks.encounters.take) != nil)
            }
    }
}
