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
            && (isOfTwo(told.range, scene) || isWithSomebody(told.range, scene) || isOfTwoLeaders(told.range, scene)
                || isHeldByTwo(told, scene))
        let noun = called(told, isBilateral: isBilateral, scene)
        // "прошли на полях саммита" tells of something else.
        let isAside = noun.kind != .talks && noun.kind != .call && isReferredAside(noun.range)
        let governor =
            isAside
            ? relativeGovernor(of: noun, scene) ?? (isDuring(noun.head, scene) ? speaking(at: noun, scene) : nil)
            : governor(of: noun, scene)
        if isAside || noun.kind == .talks, governor == nil, let spoken = speakers(during: noun, scene) { return spoken }
        guard mayBe(noun, governor, scene) else { return nil }
        let background = background(noun, scene)
        if background == .ofTwo { return nil }
        var mention = EncounterMention(
            kind: noun.kind, trigger: noun.range, clause: scene.clause.hull, rule: "meeting.\(noun.kind.rawValue)")
        tellActors(of: &mention, noun, governor, scene)
        tellStatus(of: &mention, noun, governor, scene)
        tellSides(of: &mention, noun, governor, scene)
        mention.isTold = governor != nil
        mention.isBackground = background != nil
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
        // "мероприятия в преддверии сессии Генассамблеи": months of it are the setting of what is told.
        if governor == nil, noun.kind == .session, mention.actors.isEmpty, mention.orgs.contains(where: isStanding) {
            return nil
        }
        // "прилетел на саммиты ЕАЭС и СНГ": one of each.
        // "инициатива о консультативных встречах выдвинута в сентябре на сессии ООН": of none in particular.
        let isOpen =
            mention.date == nil ? governor == nil || mention.orgs.count < 2 : governor == nil && noun.kind == .summit
        if isGeneric(noun), isOpen { return nil }
        mention.isOfEach = mention.orgs.count > 1 && (isGeneric(noun) || isPluralSubject(noun, of: governor))
        // "провел пять встреч с президентом": some of many, of which none is told.
        if noun.kind == .talks, isCounted(noun.head, scene.clause), mention.occasions.isEmpty,
            mention.date?.month == nil,
            mention.actors.count(where: { $0.link == .with && !$0.isPlural }) < 2
        {
            return nil
        }
        return mention
    }

    /// "пять встреч", "9 визитов"
    func isCounted(_ head: Int, _ clause: Clause) -> Bool {
        guard let noun = document.word(head), noun.can(be: [.noun, .gent]) else { return false }
        var at = head - 1
        while at > clause.lowerBound, document.word(at)?.can(be: [.adjf, .gent]) == true { at -= 1 }
        guard at >= clause.lowerBound else { return false }
        let number = document.tokens[at].kind == .number ? Int(document.text(at..<at + 1)) ?? 0 : 0
        return (2..<1000).contains(number) || document.word(at)?.can(be: .numr) == true
    }

    /// The noun with the kind that the words around it give.
    private func called(_ noun: EncounterNoun, isBilateral: Bool, _ scene: EncounterScene) -> EncounterNoun {
        var noun = noun
        if isBilateral { noun.kind = .talks }
        // "пленарное заседание делегаций двух стран": the talks of those who came with them.
        if noun.kind != .talks, noun.kind != .call,
            let part = document.mark(at: noun.range.upperBound, marks.encounters.part),
            value(part) == "delegation", document.word(part.first)?.can(be: [.noun, .gent, .plur]) == true
        {
            noun.kind = .talks
        }
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
            addHolders(to: &actors, noun, governor!, scene)
            if governor!.role == .held, let place = receivingPlace(scene.clause) {
                mention.place = place
                mention.host = place.country
            }
        case .happens, nil: addCompany(to: &actors, noun, governor, scene)
        }
        // "премьеры договорились провести заседание комиссии": who will sit there is not told.
        if governor?.role == .held, noun.kind == .session || noun.kind == .forum,
            all(marks.encounters.agreeing, in: scene.clause).contains(where: {
                isFiniteVerb($0.first) && $0.end <= governor!.verb && verbTense(of: governor!.verb) == .infinitive
            })
        {
            actors = actors.flatMap { statehood(of: $0) }
        }
        if governor?.role == .attended { tellAttendance(of: &mention, by: &actors, noun, scene) }
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

    /// Those who hold or attend it: "провел встречу", "принял участие в саммите".
    private func addHolders(
        to actors: inout [Actor], _ noun: EncounterNoun, _ governor: Governor, _ scene: EncounterScene
    ) {
        let taking = participation(in: scene)
        // "организует встречу президентов А и Б": of those two, and not of whoever brings them together.
        let isOfOthers =
            governor.role == .held && (noun.kind == .talks || noun.kind == .call)
            && actors.contains { $0.range.lowerBound == noun.range.upperBound && $0.cases.contains(.gent) }
            && Set(actors.flatMap { $0.countries.isEmpty ? [$0.country].compactMap { $0 } : $0.countries }).count > 1
        if !isOfOthers { actors += taking.isEmpty ? attenders(of: governor, scene) : taking }
        if actors.isEmpty, governor.role == .attended { actors += statesListed(in: scene) }
        if actors.isEmpty { actors += envoys(of: governor, scene) }
    }

    /// Whoever acts beside those whom the noun of the encounter tells: "состоялась встреча с президентом Б".
    private func addCompany(
        to actors: inout [Actor], _ noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene
    ) {
        if actors.count == 1, actors[0].link == .with, let initiator = initiator(in: scene) {
            actors.append(initiator)
        }
        if !actors.isEmpty, actors.allSatisfy({ $0.link == .with }),
            let actor = expecting(in: scene) ?? speakerOwning(scene) ?? speakerQuoted(scene, company: actors)
        {
            actors.append(actor)
        }
        // "По итогам переговоров с президентом Б президент А сообщил": whoever acts has taken part.
        let isComplete = Set(actors.compactMap(\.country)).count >= 2 && actors.allSatisfy { $0.link != .with }
        // "после аудиенции у короля гостя поздравил президент": another's.
        let isOfOther = !actors.isEmpty && actors.allSatisfy { $0.link == .between } && !isReferredAside(noun.range)
        guard governor?.isMain != true, noun.kind == .talks || noun.kind == .call, !isComplete, !isOfOther,
            !isCompany(scene, actors),
            actors.contains(where: { $0.link == .with }) || isReferred(noun.range)
                || governor == nil && actors.isEmpty && isAgreed(noun, scene)
        else { return }
        // "в телефонном разговоре с президентом я выразил готовность"
        let teller = finiteVerb(near: noun.head, scene.clause).flatMap { speaker(acting: $0, scene) }
        actors +=
            participant(before: noun, scene).map { [$0] } ?? teller.map { [$0] } ?? subjects(of: noun.head, scene)
    }

    /// "у президента запланирована поездка на саммит", "поездка президента на саммит", "делегация примет участие", "приму участие".
    private func tellAttendance(
        of mention: inout EncounterMention, by actors: inout [Actor], _ noun: EncounterNoun, _ scene: EncounterScene
    ) {
        let visit = visit(to: noun.head, scene) ?? visit(forTakingPartIn: noun.head, scene)
        if let visit {
            actors = scene.actors.filter {
                ($0.kind == .person || $0.kind == .office)
                    && (isOwner($0) || $0.range.lowerBound == visit.end && $0.cases.contains(.gent))
            }
        }
        guard actors.isEmpty else { return }
        mention.isOfDelegation =
            visit != nil
            || scene.actors.contains {
                $0.kind == .delegation && $0.isSubject && !$0.isPlural && $0.country == nil && $0.organisation == nil
            }
        if let speaker = speaker(of: scene), speaker.country != nil, visit == nil || speaker.level.isLeader {
            actors.append(speaker)
        }
    }
}
