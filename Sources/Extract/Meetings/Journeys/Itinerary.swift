import Grammar
import Model
import Morphology

extension Reading {
    /// Who travels where: "прибыл с официальным визитом в Баку", "визит президента в Кыргызстан".
    func journeys(_ scenes: Scenes) -> [Journey] {
        var found = scenes.found(by: marks.encounters.travellers) { journeys(inSentence: $0, scenes) }
        // "подтверждена договоренность о визите 20 марта": what is of a time after the article is yet to come.
        if let publishedOn, publishedOn.isDay {
            for index in found.indices where found[index].status == .held {
                guard let date = found[index].date, date.firstDay > publishedOn else { continue }
                found[index].status = .planned
            }
        }
        return found
    }

    private func journeys(inSentence sentence: Int, _ scenes: Scenes) -> [Journey] {
        var before = sentence > 0 ? scenes.actors(in: sentence - 1) : []
        // "Президент А прибыл в Осло. Там прошла встреча с премьером Б. Затем он вылетит в Вену": with nobody who acts in between.
        if sentence > 1, !before.isEmpty,
            before.allSatisfy({ $0.link == .with || ![.person, .office, .group].contains($0.kind) })
        {
            before = scenes.actors(in: sentence - 2).filter(\.isSubject) + before
        }
        var found: [Journey] = []
        for scene in scenes.of(sentence) {
            found += formerJourneys(in: scene)
            found += moves(in: scene, behind: before)
            found += visits(in: scene, behind: before)
            found += arrivals(in: scene, behind: before)
            found += invitations(in: scene)
            found += departures(in: scene)
            found += returns(in: scene)
            found += hosted(in: scene)
        }
        if found.isEmpty, let journey = unknownTravel(in: document.sentences[sentence], scenes.of(sentence)) {
            found.append(journey)
        }
        return found
    }

    /// "Официальный визит пройдет с 5 по 7 октября": a visit without its traveller, by its kind or its days.
    private func unknownTravel(in sentence: Range<Int>, _ scenes: [EncounterScene]) -> Journey? {
        let kind = visitKinds(in: sentence).first
        let visit = document.marks(marks.encounter, in: sentence).first { value($0) == Meeting.Kind.visit.rawValue }
        guard let mark = kind ?? visit, !isIdle(mark.range),
            !scenes.contains(where: {
                // "пригласила посетить страну с официальным визитом": none as yet.
                $0.clause.contains(mark.first) && ($0.clause.isBygone || isInvitation(before: mark.first, $0))
            }),
            document.mark(at: mark.first - 1, marks.encounters.refer).map({ value($0) != "before" }) ?? true
        else { return nil }
        var isPlanned = !document.marks(marks.planned, in: sentence).isEmpty
        var day: CalendarMention?
        if cases(ofWord: mark.end - 1).contains(.nomn), !isBehindPreposition(mark.end - 1, sentence),
            let verb = document.marks(marks.encounters.happen, in: sentence).first,
            distance(verb.range, mark.range) <= 6, let tense = verbTense(of: verb.first), tense != .infinitive
        {
            isPlanned = isPlanned || tense == .future || value(verb) == Meeting.Status.planned.rawValue
            day =
                value(verb) == "end"
                ? nil
                : dates(in: sentence).first {
                    $0.role == .time && $0.date?.month != nil && distance($0.range, verb.range) <= 3
                }
        }
        guard kind != nil || day != nil else { return nil }
        return Journey(
            clause: sentence, traveller: nil, kind: kind.flatMap { Meeting.Visit(rawValue: value($0)) }, goal: nil,
            date: day?.date, status: isPlanned ? .planned : .held, spansDays: day?.spansDays ?? false)
    }

    /// Told by a verb of travel; several goals are several journeys.
    private func moves(in scene: EncounterScene, behind before: [Actor]) -> [Journey] {
        var found: [Journey] = []
        for mark in all(marks.encounters.go, in: scene.clause) {
            guard let tense = verbTense(of: mark.first), !isNegated(mark.first) else { continue }
            // "неоднократно посещал Баку": some of many, and none of them told.
            if tense == .past, !all(marks.encounters.times, in: scene.clause).isEmpty, dates(in: scene.clause).isEmpty {
                continue
            }
            // "пригласил посетить Баку" is no journey yet.
            let planner = planner(of: mark.first, scene)
            let isManaged = tense == .infinitive && isManaged(mark.first)
            if tense == .infinitive, planner == nil, !isManaged,
                all(marks.planned, in: scene.clause).isEmpty && !isDatedChance(mark.first, scene)
                    || isInvitation(before: mark.first, scene)
            {
                continue
            }
            let isPlanned = tense == .future || tense == .infinitive && !isManaged || value(mark) == "awaited"
            // "был в Баку", and not "был принят в Баку".
            if value(mark) == "stay", isAuxiliary(mark.first, scene.clause) { continue }
            let travellers = planner.map { [$0] } ?? travellers(of: mark, scene).map { meant(by: $0, scene, before) }
            for traveller in travellers {
                if value(mark) == "work", traveller.delegation == nil, traveller.kind != .delegation { continue }
                var goals = goals(of: mark, value(mark) == "object", scene)
                if goals.isEmpty, let there = thither(scene) ?? placeToldBefore(scene) { goals = [(mark.range, there)] }
                if goals.isEmpty,
                    let land = landGoal(of: traveller, mark.end..<max(mark.end, scene.clause.upperBound))
                        // "14 сентября в нашу страну с визитом прибыл премьер"
                        ?? landGoal(of: traveller, max(scene.clause.lowerBound, mark.first - 6)..<mark.first)
                {
                    goals = [(mark.range, land)]
                }
                if goals.isEmpty, let state = stateAddressed(mark, by: traveller, scene) {
                    goals = [(mark.range, state)]
                }
                if goals.isEmpty, value(mark) == "object", let land = landVisited(mark, by: traveller, scene) {
                    goals = [(mark.range, land)]
                }
                // "президент, который прибывает с официальным визитом": whither is not told.
                if goals.isEmpty, value(mark) != "object",
                    visitKinds(in: mark.end..<min(scene.sentence.upperBound, mark.end + 5)).contains(where: {
                        document.mark(at: $0.first - 1, marks.encounters.with) != nil
                    })
                {
                    found.append(
                        journey(
                            scene, traveller, nil, at: mark.range, near: mark.first,
                            status: isPlanned ? .planned : .held))
                }
                if goals.isEmpty, let land = stateVisited(mark, by: traveller, scene) { goals = [(mark.range, land)] }
                for (range, goal) in goals {
                    var told = journey(
                        scene, traveller, goal, at: range, near: mark.first, status: isPlanned ? .planned : .held)
                    if range != goals[0].0, let day = dayListed(before: range.lowerBound, told.date) { told.date = day }
                    // "с 31 мая по 8 июня посетит Чили, Перу и Кению": on which of these days each, is open.
                    // "3 апреля начал турне по Кении и Чили": in which days each, is open.
                    if goals.count > 1, !statesToured(in: scene.clause.hull).isEmpty {
                        told.date = told.date.flatMap { PartialDate(year: $0.year, month: $0.month) }
                    }
                    if goals.count > 1, told.spansDays { told.date = told.date.flatMap { PartialDate(year: $0.year) } }
                    var times = goals.count == 1 && told.status == .held ? timesListed(with: told.date, scene) : []
                    if told.date == nil, !times.isEmpty { told.date = times.removeFirst() }
                    found.append(told)
                    guard goals.count == 1, told.status == .held else { continue }
                    for date in times {
                        told.date = date
                        found.append(told)
                    }
                    if let again = journeyAgain(told, behind: range.upperBound, scene) { found.append(again) }
                }
            }
        }
        return found
    }

    /// "пригласил премьера посетить Баку", "принял приглашение посетить Баку": a journey only where its time is told too.
    private func invitations(in scene: EncounterScene) -> [Journey] {
        all(marks.encounters.go, in: scene.clause).flatMap { mark -> [Journey] in
            guard verbTense(of: mark.first) == .infinitive, isInvitation(before: mark.first, scene),
                let (guest, isAccepted) = invited(to: mark, scene)
            else { return [] }
            return goals(of: mark, value(mark) == "object", scene).prefix(1).map { range, goal in
                var told = journey(scene, guest, goal, at: range, near: mark.first, status: .planned)
                told.isInvited = !(isAccepted && told.date?.month != nil)
                return told
            }
        }
    }

    /// "в июне посетил Ригу, а в апреле Осло с рабочим визитом посетил министр": of the verb beside it, behind the comma.
    private func isOfOtherJourney(_ kind: Mark, than verb: Int, _ scene: EncounterScene) -> Bool {
        let between = min(kind.end, verb)..<max(kind.first, verb)
        guard between.contains(where: { document.isMark($0, ",") }) else { return false }
        let own = distance(kind.range, verb..<verb + 1)
        return document.marks(marks.encounters.go, in: scene.sentence).contains { other in
            isFiniteVerb(other.first) && !other.range.contains(verb) && distance(other.range, kind.range) < own
                && (other.first < verb) == (kind.first < verb)
        }
    }

    func journey(
        _ scene: EncounterScene, _ traveller: Actor, _ goal: Place?, at place: Range<Int>, near verb: Int,
        status: Meeting.Status
    ) -> Journey {
        // "с официальным визитом в Сербии и с государственным – в Венгрии": each place has the kind before it.
        let kinds = visitKinds(in: scene.sentence).filter { !isOfOtherJourney($0, than: verb, scene) }
        let kind =
            kinds.last {
                $0.first < place.lowerBound && $0.first > min(verb, place.lowerBound) - 8
                    // "завершил официальный визит в Россию и прибыл в Минск": of the other.
                    && ($0.end > verb || places(in: $0.end..<verb).isEmpty)
            }
            ?? kinds.first { kind in
                // "во время визита в Перу передал приглашение посетить с официальным визитом Чили": of the other.
                let isOfOther =
                    kind.first > place.upperBound
                    && document.marks(marks.encounters.invite, in: place.upperBound..<kind.first).contains {
                        $0.first >= verb || verb < place.lowerBound
                    }
                return !isOfOther
                    && (kind.first > place.lowerBound || places(in: kind.end..<place.lowerBound).isEmpty)
            }
        let former = visitBefore(scene)
        let own =
            dates(in: scene.clause)
            .filter { date in
                // "после визита в Осло 25 мая отправится в Вену": the day of the former.
                former.map { $0.noun == place.lowerBound || !($0.noun..<$0.end).contains(date.range.lowerBound) }
                    ?? true
            }
            .filter {
                $0.role == .time && $0.date != nil && !isEve($0.range) && !isOfOtherLeg($0.range, verb, scene)
                    && !isOfReport($0.range, of: verb..<verb + 1, scene.sentence)
            }
            .filter {
                $0.date?.month != nil || distance($0.range, verb..<verb + 1) <= 9
                    || isToldOf(verb, $0.range)
                    || $0.range.lowerBound - scene.clause.lowerBound <= 3
            }
            .min { distance($0.range, verb..<verb + 1) < distance($1.range, verb..<verb + 1) }
            ?? (status == .planned ? dates(in: scene.clause).first(where: isPeriodsEnd) : nil)
        // "в сентябре 2019 года, когда президент приезжал в Баку"
        let before =
            document.mark(at: scene.clause.lowerBound, marks.encounters.when) == nil
            ? nil
            : dates(touching: max(0, scene.clause.lowerBound - 2)..<scene.clause.lowerBound - 1).first {
                $0.date != nil && $0.range.upperBound == scene.clause.lowerBound - 1
            }
        let date = own ?? before
        // "в мае президента ждут в Тбилиси", written in autumn.
        let ahead =
            status == .planned && date != nil
            ? coming(date!.date!, date!, isSure: verbTense(of: verb) == .future || !isOfYear(date!)) : nil
        var status = status
        if isCalledOff(scene.clause.hull) { status = .cancelled }
        let isPostponed = !document.marks(marks.postponed, in: scene.sentence).isEmpty
        if isPostponed { status = .planned }
        return Journey(
            clause: scene.clause.hull, traveller: traveller, kind: kind.flatMap { Meeting.Visit(rawValue: value($0)) },
            goal: goal,
            date: isPostponed
                ? postponedDate(in: scene.clause)
                : isOfNews(ahead ?? date?.date, status)
                    ? nil
                    : gone(date, at: verb, status) ?? ahead ?? date?.date ?? weekTold(in: scene.clause.hull)
                        ?? (status == .planned ? yearOfPart(in: scene.clause) : timeThen(scene)),
            status: status,
            isPostponed: isPostponed,
            isOnward: !document.marks(
                marks.encounters.next,
                in: scene.sentence
                    .lowerBound..<max(
                        scene.sentence.lowerBound, min(verb + 2, scene.clause.lowerBound + 8))
            ).isEmpty,
            isBygone: scene.clause.isBygone,
            // Of a visit of several days to come the day that is told is that of the arrival.
            spansDays: date?.spansDays == true
                || status == .planned && !document.marks(marks.encounters.span, in: scene.sentence).isEmpty,
            isTrip: kind.map { document.mark(at: $0.end - 1, marks.encounters.trip) != nil } ?? false,
            isArrival: document.mark(at: verb, marks.encounters.way) != nil,
            isOnEve: status == .held && (date.map { isEveWord($0.range.lowerBound) } ?? false)
                && (scene.clause.isRelative || !isFiniteVerb(verb)))
    }
}
