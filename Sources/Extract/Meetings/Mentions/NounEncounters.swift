import Grammar
import Model
import Morphology

/// A noun that names an encounter, with the words of the same phrase.
struct EncounterNoun {
    var kind: Meeting.Kind
    /// The noun itself.
    let head: Int
    /// From the noun to the last word that names it: "заседание Форума".
    var range: Range<Int>
    /// A body, which holds encounters and is none itself.
    let isBody: Bool
}

/// The verb that says that an encounter happens, is held or attended.
struct Governor {
    enum Role { case happens, held, attended }
    let role: Role
    let verb: Int
    let status: Meeting.Status
    /// The verb of the clause itself, not of a relative one.
    var isMain = true
    /// Somebody has come for it, and no more is said.
    var isExpected = false
}

extension Reading {
    /// Encounters told by a noun: "прошли переговоры", "провели заседание", "выступили на форуме", "по итогам встречи".
    func nounMentions(in scene: EncounterScene) -> [EncounterMention] {
        nouns(in: scene).compactMap { mention(noun: $0, scene) } + ellipsis(in: scene)
    }

    /// Tokens from a body to the number of its states: "рабочая группа по транзиту трех стран".
    private static let reachOfStates = 4

    private func nouns(in scene: EncounterScene) -> [EncounterNoun] {
        var found: [EncounterNoun] = []
        // "в формате видеоконференции" is the way of an encounter.
        let channels = all(marks.encounters.channel, in: scene.clause)
        for mark in all(marks.encounter, in: scene.clause)
        where !isIdle(mark.range, scene) && !channels.contains(where: { $0.range.contains(mark.first) }) {
            guard let kind = Meeting.Kind(rawValue: value(mark)), kind != .visit,
                document.word(mark.end - 1)?.can(be: .noun) == true || mark.range.count > 1
            else { continue }
            if kind != .talks, isOfOffice(mark) { continue }
            if let last = found.last {
                if mark.first < last.range.upperBound { continue }
                // "заседание XIX Форума", "участники саммита": the wider thing names the encounter.
                let between = last.range.upperBound..<mark.first
                let isGenitive = mark.range.count > 1 || cases(ofWord: mark.end - 1).contains(.gent)
                if between.count <= 3, kind != .talks, isGenitive, between.allSatisfy({ isAttribute($0) }) {
                    // "саммит Форума сотрудничества" stays one.
                    if last.kind != .summit { found[found.count - 1].kind = kind }
                    found[found.count - 1].range = last.range.lowerBound..<mark.end
                    continue
                }
            }
            found.append(EncounterNoun(kind: kind, head: mark.first, range: mark.range, isBody: false))
        }
        // "Совет глав МИД собирался накануне саммита": beside what is only referred to.
        let isBeside = found.allSatisfy { isReferredBefore($0.range) || isReferredAside($0.range) }
        if isBeside, let mark = all(marks.encounters.body, in: scene.clause).first,
            found.isEmpty || mark.end <= found[0].head && cases(ofWord: mark.end - 1).contains(.nomn)
        {
            found.append(EncounterNoun(kind: .session, head: mark.end - 1, range: mark.range, isBody: true))
        }
        return found
    }

    /// "сообщил генеральный секретарь форума": the body that somebody holds an office of.
    private func isOfOffice(_ noun: Mark) -> Bool {
        guard cases(ofWord: noun.end - 1).contains(.gent) else { return false }
        return people.office(around: noun.first) != nil || people.office(around: noun.first - 1) != nil
    }

    /// An adjective, an ordinal or a numeral before a noun.
    func isAttribute(_ token: Int) -> Bool {
        document.word(token)?.can(be: .adjf) ?? (document.tokens[token].kind == .number)
            || document.tokens[token].shape.contains(.latin)
    }

    private func mention(noun told: EncounterNoun, _ scene: EncounterScene) -> EncounterMention? {
        let isBilateral =
            told.kind == .summit
            && (isOfTwo(told.range, scene) || isWithSomebody(told.range, scene) || isOfTwoLeaders(told.range, scene))
        let noun = called(told, isBilateral: isBilateral, scene)
        // "прошли на полях саммита" tells of something else.
        let isAside = noun.kind != .talks && noun.kind != .call && isReferredAside(noun.range)
        let governor =
            isAside
            ? relativeGovernor(of: noun, scene) ?? (isDuring(noun.head, scene) ? speaking(at: noun, scene) : nil)
            : governor(of: noun, scene)
        if isAside || noun.kind == .talks, governor == nil, let spoken = speakers(during: noun, scene) { return spoken }
        guard mayBe(noun, governor, scene) else { return nil }
        var mention = EncounterMention(
            kind: noun.kind, trigger: noun.range, clause: scene.clause.hull, rule: "meeting.\(noun.kind.rawValue)")
        tellActors(of: &mention, noun, governor, scene)
        tellStatus(of: &mention, noun, governor, scene)
        tellSides(of: &mention, noun, governor, scene)
        mention.isTold = governor != nil
        mention.isPast =
            governor.map { !$0.isMain && $0.status == .held && document.word($0.verb)?.can(be: .prtf) == true } ?? false
        describe(&mention, scene, near: governor?.verb ?? noun.head)
        if let governor { tellTime(of: &mention, noun, by: governor, scene) }
        if isBilateral { mention.level = mention.level ?? .headOfState }
        if governor == nil { settle(&mention, onlyNamedBy: noun, isAside: isAside, scene) }
        settleNumber(of: &mention, noun, governor, scene)
        tellStops(of: &mention, noun, governor, scene)
        tellCompany(of: &mention, noun, governor, scene)
        // "9 мая на полях саммита ШОС министры встретились" tells of the ministers.
        let isSetting = isAside && mention.place == nil && mention.countries.count < 2
        if mention.status == .planned || mention.date != nil && governor == nil && !isSetting {
            mention.isAsserted = true
        }
        // "встретятся 1 июня на полях саммита ШОС": the day is that of those who meet.
        if governor == nil, isAtMargins(noun.range), mention.countries.count < 2 { mention.isAsserted = false }
        // "прилетел на саммиты ЕАЭС и СНГ": one of each.
        // "инициатива о консультативных встречах выдвинута в сентябре на сессии ООН": of none in particular.
        let isOpen =
            mention.date == nil ? governor == nil || mention.orgs.count < 2 : governor == nil && noun.kind == .summit
        if isGeneric(noun), isOpen { return nil }
        mention.isOfEach = isGeneric(noun) && mention.orgs.count > 1
        return mention
    }

    /// The noun with the kind that the words around it give.
    private func called(_ noun: EncounterNoun, isBilateral: Bool, _ scene: EncounterScene) -> EncounterNoun {
        var noun = noun
        if isBilateral { noun.kind = .talks }
        // "встреча комиссий по делимитации"
        if noun.kind == .talks,
            let body = document.marks(
                marks.encounters.body,
                in: noun.range.upperBound..<min(scene.clause.upperBound, noun.range.upperBound + 3)
            ).first, cases(ofWord: body.first).contains(.gent),
            (noun.range.upperBound..<body.first).allSatisfy({ isAttribute($0) })
        {
            noun.kind = .session
        }
        return noun
    }

    /// Whether it is told to be, or to have been, and not denied, wished for or one of many.
    private func mayBe(_ noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene) -> Bool {
        if isConditional(scene) || governor?.isMain == false && isDenied(noun, scene) { return false }
        if governor == nil,
            isRefused(noun, scene) || isOnlyWished(noun, scene) || isOnlyPossible(noun, scene) || isDenied(noun, scene)
                || isInvited(to: noun, scene)
        {
            return false
        }
        // "примет участие в Совете министров ШОС": of an organisation, a session.
        let isOrgan = !document.marks(
            marks.organisation, in: noun.range.lowerBound..<min(scene.sentence.upperBound, noun.range.upperBound + 10)
        ).isEmpty
        if governor == nil, isSeveral(noun, scene) { return false }
        return !(noun.isBody && (governor == nil || governor?.role == .attended && !isOrgan))
    }

    /// Who takes part.
    private func tellActors(
        of mention: inout EncounterMention, _ noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene
    ) {
        var actors = attached(to: noun, governor, scene)
        switch governor?.role {
        case .held, .attended:
            let taking = participation(in: scene)
            actors += taking.isEmpty ? attenders(of: governor!, scene) : taking
            if actors.isEmpty, governor!.role == .attended { actors += statesListed(in: scene) }
            if actors.isEmpty { actors += envoys(of: governor!, scene) }
            if governor!.role == .held, let place = receivingPlace(scene.clause) {
                mention.place = place
                mention.host = place.country
            }
        case .happens, nil:
            if actors.count == 1, actors[0].link == .with, let initiator = initiator(in: scene) {
                actors.append(initiator)
            }
            if !actors.isEmpty, actors.allSatisfy({ $0.link == .with }),
                let actor = expecting(in: scene) ?? speakerOwning(scene)
            {
                actors.append(actor)
            }
            // "По итогам переговоров с президентом Б президент А сообщил": whoever acts has taken part.
            let isComplete =
                Set(actors.compactMap(\.country)).count >= 2 && actors.allSatisfy { $0.link != .with }
            // "после аудиенции у короля гостя поздравил президент": another's.
            let isOfOther = !actors.isEmpty && actors.allSatisfy { $0.link == .between } && !isReferredAside(noun.range)
            if governor?.isMain != true, noun.kind == .talks || noun.kind == .call, !isComplete, !isOfOther,
                !isCompany(scene, actors),
                actors.contains(where: { $0.link == .with }) || isReferred(noun.range)
                    || governor == nil && actors.isEmpty && isAgreed(noun, scene)
            {
                // "в телефонном разговоре с президентом я выразил готовность"
                let teller = finiteVerb(near: noun.head, scene.clause).flatMap { speaker(acting: $0, scene) }
                actors +=
                    participant(before: noun, scene).map { [$0] } ?? teller.map { [$0] }
                    ?? subjects(of: noun.head, scene)
            }
        }
        // "у президента запланирована поездка на саммит", "поездка президента на саммит"
        let visit = governor?.role == .attended ? visit(to: noun.head, scene) : nil
        if let visit {
            actors = scene.actors.filter {
                ($0.kind == .person || $0.kind == .office)
                    && (isOwner($0) || $0.range.lowerBound == visit.end && $0.cases.contains(.gent))
            }
        }
        // "премьеры договорились провести заседание комиссии": who will sit there is not told.
        if governor?.role == .held, noun.kind == .session || noun.kind == .forum,
            all(marks.encounters.agreeing, in: scene.clause).contains(where: {
                isFiniteVerb($0.first) && $0.end <= governor!.verb && verbTense(of: governor!.verb) == .infinitive
            })
        {
            actors = actors.flatMap { statehood(of: $0) }
        }
        if governor?.role == .attended, actors.isEmpty {
            mention.isOfDelegation =
                visit != nil
                || scene.actors.contains {
                    $0.kind == .delegation && $0.isSubject && !$0.isPlural && $0.country == nil
                        && $0.organisation == nil
                }
        }
        if governor?.role == .attended, actors.isEmpty, let speaker = speaker(of: scene), speaker.country != nil,
            visit == nil || speaker.level.isLeader
        {
            actors.append(speaker)
        }
        if all(marks.encounters.attend, in: scene.clause).contains(where: { value($0) == "represent" }) {
            actors = actors.map { $0.kind == .person || $0.kind == .office ? sided($0, scene) : $0 }
        }
        let inside = toldInRelatives(of: noun, scene, isOpen: actors.isEmpty)
        actors += inside.actors
        mention.place = inside.place ?? mention.place
        // "сообщил президенту в телефонном разговоре"
        if governor?.isMain != true, let addressee = addressee(of: noun, actors, scene) {
            actors += subjects(of: noun.head, scene) + [addressee]
        }
        if document.mark(at: noun.head - 1, marks.encounters.ours) != nil, actors.isEmpty {
            actors.append(
                Actor(range: noun.head - 1..<noun.head, kind: .group, cases: .nomn, isPlural: true))
        }
        // Who acts stands before whom he meets.
        mention.actors = unique(actors.filter { $0.link != .with } + actors.filter { $0.link == .with })
    }

    /// Whether it was, is yet to be, or is under way.
    private func tellStatus(
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
    private func tellStatus(
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
    private func tellSides(
        of mention: inout EncounterMention, _ noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene
    ) {
        mention.isAsserted =
            governor != nil
            || mention.actors.contains { ($0.link == .with || $0.link == .between) && $0.kind != .country }
            || mention.actors.contains { $0.kind == .group && $0.range.upperBound == noun.head }
        mention.countries = sideCountries(of: mention.trigger, scene)
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
    private func tellTime(
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
            mention.date = nil
        }
    }

    /// What no verb tells of, and is only named.
    private func settle(
        _ mention: inout EncounterMention, onlyNamedBy noun: EncounterNoun, isAside: Bool, _ scene: EncounterScene
    ) {
        if noun.kind != .talks, noun.kind != .call, let date = dateToBeHeld(noun, scene) {
            mention.date = date
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
            if Set(acting.compactMap(\.country)).count == 2 {
                mention.isAsserted = true
                mention.actors += acting
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
            // "на саммите президенты подписали договор"
            if noun.kind == .summit, isOn(noun.head, scene), let verb = finiteVerb(near: noun.head, scene.clause),
                document.mark(at: verb, marks.encounters.meet) == nil
            {
                mention.actors += subjects(of: verb, scene).filter {
                    $0.level.isLeader && ($0.kind == .person || !$0.countries.isEmpty)
                }
            }
        }
    }

    /// "провел переговоры в Чили, Перу и Кении": those of one who goes through several states.
    private func tellStops(
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
    private func tellCompany(
        of mention: inout EncounterMention, _ noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene
    ) {
        // "лидеры государств ШОС проведут заседание в узком составе": of them, and of no two in focus.
        mention.isMutual =
            isOfBoth(noun, scene)
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
