import Grammar
import Model
import Morphology

extension Reading {
    /// Adds what the clause says of an encounter beside who meets: when, where, in which way.
    func describe(_ mention: inout EncounterMention, _ scene: EncounterScene, near verb: Int) {
        describeWay(&mention, scene)
        describeWords(&mention, scene)
        settleStatus(&mention, scene, near: verb)
        mention.isOngoing =
            mention.status == .held && mention.isTold && (verbTense(of: verb) == .present || isBeginning(verb))
        describeDay(&mention, scene, near: verb)
        describeOrder(&mention, scene)
        describePlace(&mention, scene, near: verb)
        if mention.place == nil || mention.date == nil, let frame = frame(of: mention, scene) {
            mention.place = mention.place ?? place(in: frame.hull)
            mention.date = mention.date ?? time(ofFrame: frame, for: mention)
        }
        if mention.date == nil {
            mention.isUndated = isUndated(scene.clause)
            mention.after =
                all(marks.encounters.then, in: scene.clause).first.flatMap { Int(value($0)) }
                ?? daysLater(in: scene.clause)
        }
        settleYear(&mention, scene, near: verb)
        settleDay(&mention, scene, near: verb)
    }

    /// Talks face to face or a call, in which format, at which level and of which organisations.
    private func describeWay(_ mention: inout EncounterMention, _ scene: EncounterScene) {
        // "накануне встречи поговорил по телефону": the call is the verb's.
        let isOfVerb = all(marks.encounters.meet, in: scene.clause).contains {
            value($0) == Meeting.Kind.call.rawValue && !$0.range.overlaps(mention.trigger)
        }
        let isOfPair =
            mention.kind == .summit && mention.countries.count < 3 && !mention.isRegional
            && document.marks(marks.organisation, in: scene.clause.hull).isEmpty
            && mention.actors.allSatisfy { $0.kind == .person || $0.kind == .pronoun } && mention.actors.count < 3
        if mention.kind == .talks || isOfPair, !isOfVerb,
            let channel = all(marks.encounters.channel, in: scene.clause).first,
            !isOfDeed(channel, before: mention.trigger)
        {
            mention.kind = .call
        }
        // Only the clause's own where another clause tells another encounter.
        let isAlone = document.marks(marks.encounter, in: scene.sentence).allSatisfy {
            // "беседу, которая прошла тет-а-тет": a way, and no other encounter.
            scene.clause.contains($0.first) || document.mark(at: $0.first, marks.format) != nil
        }
        mention.formats = formats(in: isAlone ? scene.sentence : scene.clause.hull)
        mention.level = level(near: mention.trigger, scene)
        let orgs = orgs(near: mention, scene)
        if !orgs.isEmpty { mention.orgs = orgs }
    }

    /// What the words right around the encounter's own say of it.
    private func describeWords(_ mention: inout EncounterMention, _ scene: EncounterScene) {
        let name = mention.trigger.lowerBound..<min(scene.sentence.upperBound, mention.trigger.upperBound + 6)
        mention.isRegional =
            !document.marks(marks.region, in: name).isEmpty
            || name.contains { token in
                document.tokens[token].shape.contains([.hyphen, .capitalized])
                    && document.word(token).map { hyphenatedStates(of: $0).hasRegion } ?? false
            }
        // The consultative meetings of leaders are those of one region.
        if mention.kind == .summit, isCalledConsultative(mention.trigger) { mention.isRegional = true }
        mention.isWorldly =
            mention.kind == .forum
            && !document.marks(
                marks.encounters.worldly,
                in: max(scene.sentence.lowerBound, mention.trigger.lowerBound - 5)..<mention.trigger.lowerBound
            ).isEmpty
        mention.isPlenary = document.mark(at: mention.trigger.lowerBound, marks.encounters.plenary) != nil
        mention.ordinal = ordinal(before: mention.trigger.lowerBound, scene)
        mention.isListed = isListed(mention.trigger.lowerBound, scene)
        mention.isLeftBehind =
            (reference(to: mention.trigger.lowerBound, scene.clause).map { value($0) == "after" } ?? false)
            || leavesLater(behind: mention.trigger, scene.clause)
        mention.visit = mention.kind == .call ? nil : visit(in: scene)
        mention.isTimed = !dates(in: scene.clause).isEmpty
        mention.isOfLeaders =
            document.marks(
                marks.level,
                in: mention.trigger
                    .upperBound..<max(
                        mention.trigger.upperBound, min(scene.sentence.upperBound, mention.trigger.upperBound + 2))
            ).contains {
                ($0.range.count > 1 || document.mark(at: $0.first, marks.officeLeader) != nil)
                    && $0.first == mention.trigger.upperBound && value($0) == Meeting.Level.headOfState.rawValue
            }
        mention.isThere = !all(marks.encounters.yonder, in: scene.clause).isEmpty
        mention.isInCapital =
            all(marks.encounters.capital, in: scene.clause).contains {
                cases(ofWord: $0.first).contains(.loct) && isLocalPreposition($0.first - 1) && capital(at: $0) == nil
            }
    }

    /// The day, as exactly as it is told.
    private func describeDay(_ mention: inout EncounterMention, _ scene: EncounterScene, near verb: Int) {
        // "намеченная на 16 октября встреча отложена": the day is no more.
        let isPutOff =
            mention.isPutOff || mention.status == .planned && !all(marks.postponed, in: scene.clause).isEmpty
        mention.date = postponedDate(in: scene.clause) ?? (isPutOff ? nil : date(of: mention, scene, near: verb))
        // "9 мая, накануне заседания, состоялся форум": the day of the forum.
        if let eve = reference(to: mention.trigger.lowerBound, scene.clause), value(eve) == "before",
            document.word(mention.trigger.lowerBound)?.can(be: .noun) == true, let date = mention.date,
            !dates(in: mention.trigger.upperBound..<min(scene.sentence.upperBound, mention.trigger.upperBound + 12))
                .contains(where: { $0.date == date })
        {
            mention.date = nil
        }
        // "14 октября прибыл на саммит": the day of the arrival.
        if mention.isExpected,
            !dates(in: mention.trigger.upperBound..<max(mention.trigger.upperBound, scene.sentence.upperBound))
                .contains(where: { $0.date == mention.date })
        {
            mention.date = relative(of: mention, scene).flatMap { day(toldIn: $0) }
        }
        mention.date =
            mention.date ?? monthBefore(mention.trigger.lowerBound, isAhead: mention.status == .planned)
            ?? (isPutOff ? nil : timeCounted(for: mention, scene))
        mention.isOfSpeech =
            mention.date != nil && mention.date == publishedOn
            && discourse.speakers[Int(document.sentenceOf[scene.clause.lowerBound])] != nil
            && all(marks.day, in: scene.clause).contains { value($0) == "0" }
        mention.isOnEve =
            mention.status == .held && mention.date == publishedOn.map { PartialDate(dayNumber: $0.dayNumber - 1) }
            && all(marks.day, in: scene.clause).contains { isEveWord($0.first) }
            // "Накануне, 5 декабря, встретился": the day is told besides.
            && dates(in: scene.clause).filter { $0.date == mention.date }.count < 2
    }

    /// "накануне", and not "вчера": the day before that of the tale.
    func isEveWord(_ token: Int) -> Bool {
        document.mark(at: token, marks.day) != nil
            && document.mark(at: token, marks.encounters.refer).map { value($0) == "before" } ?? false
    }

    /// Whether it lies before what the article tells.
    private func describeOrder(_ mention: inout EncounterMention, _ scene: EncounterScene) {
        mention.isDetached =
            mention.date == nil
            && (all(marks.day, in: scene.clause).contains { value($0) != "0" }
                || !document.marks(marks.encounters.earlier, in: scene.sentence).isEmpty)
        mention.isBefore =
            !document.marks(
                marks.encounters.earlier,
                in: scene.sentence.lowerBound..<max(scene.sentence.lowerBound, mention.trigger.lowerBound)
            ).isEmpty
        mention.isEarlier =
            mention.status == .held
            && document.marks(
                marks.encounters.previous,
                in: max(scene.sentence.lowerBound, mention.trigger.lowerBound - 5)..<mention.trigger.lowerBound
            ).contains { previous in
                // "предыдущее, второе, заседание"
                previous.end <= mention.trigger.lowerBound
                    && (mention.trigger.lowerBound - previous.end <= 2
                        || (previous.end..<mention.trigger.lowerBound).allSatisfy {
                            document.isMark($0, ",") || isAttribute($0)
                        })
            }
            || mention.status == .held && !all(marks.encounters.lastTime, in: scene.clause).isEmpty
            || isFirstOfSeveral(mention)
    }

    private func describePlace(_ mention: inout EncounterMention, _ scene: EncounterScene, near verb: Int) {
        if mention.place == nil {
            mention.place = isPrepared(mention, scene) ? ownPlace(of: mention, scene) : place(of: mention, scene)
        }
        // "договоренностей, достигнутых на переговорах в Дохе": another, where it says when or where.
        if scene.clause.isBygone, mention.status == .held, mention.date != nil || mention.place != nil {
            mention.isEarlier = true
        }
        // "прибыл в Ош для участия в заседании"
        let isComing = document.mark(at: verb, marks.encounters.attend).map { value($0) == "arrive" } ?? false
        if mention.place == nil, mention.isExpected || isComing {
            mention.place = place(enteredIn: scene.clause.hull).first?.1
        }
        if mention.place == nil {
            mention.place =
                placeReached(mention, scene) ?? placeOfVisit(mention, scene) ?? ownHouse(mention, scene)
                ?? placeOfName(mention)
        }
        if mention.place == nil, mention.kind == .talks { mention.place = homeland(of: mention, scene) }
        mention.occasions = occasions(of: mention, scene)
        // "пройдет форум, принимать его будет Самарканд"
        if mention.place == nil, [.forum, .summit, .session].contains(mention.kind), mention.isTold {
            mention.place = reception(ofItIn: scene.clause)?.city
        }
        if mention.place == nil, [.forum, .summit, .session].contains(mention.kind), mention.isTold,
            mention.status == .planned
        {
            mention.place = venue(in: scene.sentence)
        }
    }

    /// "Консультативная встреча": the name of a summit that is told without its region.
    private func isCalledConsultative(_ trigger: Range<Int>) -> Bool {
        trigger.count > 1 && !document.marks(marks.encounters.called, in: trigger).isEmpty
            && !document.marks(marks.encounters.joint, in: trigger).isEmpty
    }

    /// "Турне началось с Гвинеи, в рамках визита он встретился с министром торговли страны": the state named last before in the
    /// sentence, where whoever is met is told to be of it.
    private func homeland(of mention: EncounterMention, _ scene: EncounterScene) -> Place? {
        let met = mention.actors.filter { $0.link == .with && ($0.kind == .person || $0.kind == .office) }
        let isOfLand = met.contains { actor in
            document.marks(
                marks.encounters.homeland,
                in: actor.range.lowerBound..<min(scene.sentence.upperBound, actor.range.upperBound + 1)
            )
            .contains { $0.first <= actor.range.upperBound }
        }
        guard isOfLand else { return nil }
        let homes = Set(mention.actors.filter { $0.link != .with }.compactMap(\.country))
        let before = scene.sentence.lowerBound..<max(scene.sentence.lowerBound, mention.trigger.lowerBound)
        return places(in: before).last { $0.kind == .name && !homes.contains($0.country) }
            .flatMap { Place(city: nil, country: $0.country) }
    }

    /// "встретился с президентом и отправился в Вену": the same one's way behind a conjunction.
    private func leavesLater(behind trigger: Range<Int>, _ clause: Clause) -> Bool {
        all(marks.encounters.go, in: clause).contains { go in
            guard go.first > trigger.upperBound, value(go) == "goal", isFiniteVerb(go.first) else { return false }
            return (max(trigger.upperBound, go.first - Self.reachOfConjunction)..<go.first).contains {
                isShortConjunction($0)
            }
        }
    }

    /// Tokens from a conjunction to its verb: "а вечером улетел".
    private static let reachOfConjunction = 3

    /// "начались", "начали": told as it begins.
    private func isBeginning(_ verb: Int) -> Bool {
        document.mark(at: verb, marks.encounters.happen).map { value($0) == "begin" } ?? false
            || document.mark(at: verb, marks.encounters.hold).map { value($0) == "begin" } ?? false
    }

    /// "обсудили в Сочи подготовку к форуму": what is said before it is of those who talk.
    private func isPrepared(_ mention: EncounterMention, _ scene: EncounterScene) -> Bool {
        let before = max(scene.clause.lowerBound, mention.trigger.lowerBound - 6)..<mention.trigger.lowerBound
        let isToCome = document.marks(marks.encounters.preparing, in: before).contains {
            $0.end <= mention.trigger.lowerBound
        }
        // "в Баку прошла встреча по подготовке форума"
        let isBehindOther = all(marks.encounter, in: scene.clause).contains {
            $0.end <= before.upperBound && value($0) != Meeting.Kind.visit.rawValue
        }
        return isToCome
            && (isBehindOther
                || scene.clause.parts.joined().contains { document.mark(at: $0, marks.encounters.confer) != nil })
    }

    private func ownPlace(of mention: EncounterMention, _ scene: EncounterScene) -> Place? {
        let behind = mention.trigger.upperBound..<max(mention.trigger.upperBound, scene.clause.upperBound)
        let end = behind.first { isFiniteVerb($0) } ?? behind.upperBound
        return place(in: mention.trigger.lowerBound..<end, near: mention.trigger)
            ?? relative(of: mention, scene).flatMap { place(in: $0.hull) }
    }

    /// The visit that the clause says it is part of: "прибывший с официальным визитом", "в рамках рабочего визита".
    func visit(in scene: EncounterScene) -> Meeting.Visit? {
        for mark in scene.clause.parts.flatMap(visitKinds) {
            let before = max(scene.sentence.lowerBound, mark.first - 4)..<mark.first
            let isOn =
                document.mark(at: mark.first - 1, marks.encounters.with) != nil
                || document.mark(at: mark.first, marks.encounters.with) != nil
                || document.marks(marks.encounters.refer, in: before).contains { value($0) == "aside" }
            if isOn, document.marks(marks.planned, in: before).isEmpty { return Meeting.Visit(rawValue: value(mark)) }
        }
        return nil
    }

    /// The highest level that the words right at the encounter tell.
    private func level(near trigger: Range<Int>, _ scene: EncounterScene) -> Meeting.Level? {
        // "форум в преддверии визита президента": the level of the visit.
        let limit = min(scene.sentence.upperBound, trigger.upperBound + 8)
        let end =
            document.marks(marks.encounters.refer, in: trigger.upperBound..<max(limit, trigger.upperBound))
            .first { value($0) == "before" }?.first ?? limit
        let levels = document.marks(marks.level, in: trigger.lowerBound..<max(end, trigger.upperBound))
            .compactMap { Meeting.Level(rawValue: value($0)) }
        return Meeting.Level.allCases.first { levels.contains($0) }
    }

    private func ordinal(before token: Int, _ scene: EncounterScene) -> Int? {
        for at in max(scene.sentence.lowerBound, token - 4)..<token {
            if let mark = document.mark(at: at, marks.ordinal) { return Int(value(mark)) }
            if let number = document.leadingNumber(at) { return number }
            if document.tokens[at].shape.contains(.latin), let number = Self.roman(document.text(at..<at + 1)) {
                return number
            }
        }
        return nil
    }

    /// The value of a Roman numeral below 90; nil for anything else.
    static func roman(_ text: String) -> Int? {
        let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50]
        var sum = 0
        var last = 0
        for letter in text.reversed() {
            guard let value = values[letter] else { return nil }
            sum += value < last ? -value : value
            last = value
        }
        return sum > 0 ? sum : nil
    }

    /// "поздравил по телефону премьера с переговорами": the channel of another deed, told before the talks.
    private func isOfDeed(_ channel: Mark, before trigger: Range<Int>) -> Bool {
        let verb = channel.first - 1
        return channel.end < trigger.lowerBound && isFiniteVerb(verb)
            && document.mark(at: verb, marks.encounters.hold) == nil
            && document.mark(at: verb, marks.encounters.happen) == nil
    }
}
