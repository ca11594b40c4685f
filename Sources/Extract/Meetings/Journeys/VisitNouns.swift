import Grammar
import Model

/// Journeys that a noun tells: "визит президента в Кыргызстан", "визит российского лидера намечен на ноябрь".
extension Reading {
    /// - Parameter before: those of the sentence before.
    func visits(in scene: EncounterScene, behind before: [Actor]) -> [Journey] {
        all(marks.encounter, in: scene.clause).flatMap { mark -> [Journey] in
            guard value(mark) == Meeting.Kind.visit.rawValue, !isIdle(mark.range) else { return [] }
            // "визит не состоится": called off; "визита не планируется": there is none.
            let isOff = isCalledOff(scene.clause.hull)
            guard isOff || !isAbsent(mark.range, scene), let traveller = traveller(ofVisit: mark, scene, before),
                isToldOfItself(mark, scene, isOff: isOff)
            else { return [] }
            let end = traveller.range.lowerBound >= mark.end ? traveller.range.upperBound : mark.end
            let visit = VisitNoun(
                mark: mark, scene: scene, traveller: traveller, behind: end..<max(end, scene.clause.upperBound),
                verb: finiteVerb(near: mark.first, scene.clause), isDecided: isDecided(mark, scene))
            let status: Meeting.Status = isPlanned(visit) ? .planned : .held
            return goals(of: visit).compactMap { goal, day in
                var told = journey(scene, traveller, goal, at: mark.range, near: mark.first, status: status)
                told.date = day ?? told.date
                told.isBygone = told.isBygone || status != .planned && isRemembered(mark, scene)
                // "сроки визита согласовываются. Планируется, что визит состоится в мае": once its time is told.
                if isOnlyMooted(mark, scene) { (told.isInvited, told.status) = (true, .planned) }
                told.date = date(of: visit, told)
                // "с 5 по 11 мая совершит поездку в Чили и Перу", "турне по Чили и Перу": on which of the days each, is open.
                let isOfSeveral = goals(of: visit).count > 1 && day == nil
                if isOfSeveral, told.spansDays || !statesToured(in: scene.clause.hull).isEmpty {
                    told.date = told.date.flatMap { PartialDate(year: $0.year, month: $0.month) }
                }
                // "подготовка к визиту делегации": of nobody in particular, at no time.
                let isOpen = told.status == .held && told.date == nil
                return isOpen && traveller.office == nil && isOfState(traveller) ? nil : told
            }
        }
    }

    /// A noun of travel with those it is told of.
    private struct VisitNoun {
        let mark: Mark
        let scene: EncounterScene
        let traveller: Actor
        /// What follows the noun, or whoever travels where he is told behind it.
        let behind: Range<Int>
        let verb: Int?
        let isDecided: Bool
    }

    private func traveller(ofVisit mark: Mark, _ scene: EncounterScene, _ before: [Actor]) -> Actor? {
        ownTraveller(of: mark, scene) ?? actingTraveller(of: mark, scene) ?? presentTraveller(of: mark, scene)
            ?? owningTraveller(of: mark, scene) ?? pointedTraveller(of: mark, scene, before)
            ?? possessingTraveller(of: mark, scene) ?? thankedTraveller(of: mark, scene)
    }

    /// One journey that is told for its own sake.
    private func isToldOfItself(_ mark: Mark, _ scene: EncounterScene, isOff: Bool) -> Bool {
        // "поездка станет первым визитом министра в Баку": what the journey told besides is.
        if cases(ofWord: mark.end - 1) == .ablt, !isBehindPreposition(mark.end - 1, scene.clause.part(of: mark.first)) {
            return false
        }
        // "по отношению к поездкам министра в Баку": some of many.
        if let word = document.word(mark.end - 1), word.can(be: [.noun, .plur]), !word.can(be: [.noun, .sing]),
            dates(in: scene.clause).isEmpty, !isOff
        {
            return false
        }
        // "состоялось девять визитов короля в Баку"; "запланирована поездка на саммит": told of the summit; "обсудили отношения с
        // акцентом на визит президента в Баку": talked about, and no more.
        return !isCounted(mark.end - 1, scene.clause) && !isForAssembly(mark, scene) && !isTalkedOf(mark, scene)
    }

    /// Whither a visit goes, a place for each journey, with its day where each is told with one.
    private func goals(of visit: VisitNoun) -> [(goal: Place?, day: PartialDate?)] {
        let legs = legs(behind: visit.mark.end, visit.scene)
        if legs.count > 1 { return legs.map { ($0.goal, $0.date) } }
        // "в рамках визита во Францию министр встретился"
        let near = visit.mark.end..<max(visit.mark.end, min(visit.scene.clause.upperBound, visit.mark.end + 4))
        let first = place(enteredIn: visit.behind).first
        let goal =
            place(enteredIn: near).first?.1 ?? first?.1 ?? place(in: visit.behind)
            ?? landGoal(of: visit.traveller, visit.behind) ?? returnGoal(of: visit.traveller, visit.mark)
            ?? stage(of: visit.mark, by: visit.traveller, visit.scene)
            ?? placeBefore(visit: visit.mark, visit.mark.first, visit.scene)
        let toured = statesToured(in: visit.mark.first..<max(visit.mark.end, visit.scene.clause.upperBound))
        if goal == nil, !toured.isEmpty { return toured.map { ($0.1, nil) } }
        // "поездка министра в Бразилию, Венесуэлу и на Кубу"
        guard let first, first.1 == goal, let place = places(in: first.0).first else { return [(goal, nil)] }
        return [(goal, nil)] + goals(listedBehind: place, in: visit.behind).map { ($0.1, nil) }
    }

    /// Whether a verb tells that a visit goes on or ends: "визит длится", "завершился".
    private func isEnding(_ visit: VisitNoun) -> Bool {
        visit.verb.flatMap { document.mark(at: $0, marks.encounters.happen) }
            .map { value($0) == "end" || value($0) == "lasts" } ?? false
    }

    private func isPlanned(_ visit: VisitNoun) -> Bool {
        let (mark, scene) = (visit.mark, visit.scene)
        let isOver = isPast(mark, scene)
        let isAhead = visit.verb.map { verbTense(of: $0) == .future } ?? false
        if visit.isDecided || !isEnding(visit) && !isOver && isAhead { return true }
        let isToHappen = all(marks.encounters.happen, in: scene.clause).contains {
            verbTense(of: $0.first) == .infinitive && cases(ofWord: mark.end - 1).contains(.nomn)
        }
        if isToHappen || willHappen(mark, scene) || isScheduled(mark, scene) || isAnnounced(by: visit.verb)
            || isReferredBefore(mark.range)
        {
            return true
        }
        let isSaidPlanned = document.marks(marks.encounters.happen, in: scene.sentence)
            .contains { value($0) == Meeting.Status.planned.rawValue }
        let before = max(scene.sentence.lowerBound, mark.first - 6)..<mark.first
        return isSaidPlanned || !isOver && !document.marks(marks.planned, in: before).isEmpty
    }

    /// The day of a visit, as far as what is told beside the noun is of the visit itself.
    private func date(of visit: VisitNoun, _ told: Journey) -> PartialDate? {
        let (mark, scene) = (visit.mark, visit.scene)
        var date = told.date
        // "12 декабря завершил поездку": in that month, whatever the day.
        let isLastDay = visit.verb.flatMap { document.mark(at: $0, marks.encounters.travel) }.map { value($0) == "end" }
        if isEnding(visit) || isLastDay ?? false {
            date = date.flatMap { PartialDate(year: $0.year, month: $0.month) }
        }
        // "визит в Москву, который состоится в феврале"
        if date == nil, !told.isPostponed, let relative = relative(of: mark.end - 1, scene),
            !all(marks.encounters.happen, in: relative).isEmpty, all(marks.encounters.not, in: relative).isEmpty
        {
            date = timeTold(in: relative)?.date
        }
        // "сегодня, накануне визита президента, проходит форум": the day of something else.
        if isReferredBefore(mark.range) { date = nil }
        // "сегодня принял посла в связи с предстоящим визитом в Баку": the day of what has been done.
        if told.status == .planned, !told.spansDays, let day = date, day.isDay, day == publishedOn,
            let verb = visit.verb,
            verbTense(of: verb) == .past, document.mark(at: verb, marks.encounters.happen) == nil
        {
            date = nil
        }
        // The day behind it is that of the visit, any other that of the decision.
        if visit.isDecided, !dates(in: visit.behind).contains(where: { $0.date == date && date != nil }) { date = nil }
        return date ?? monthBefore(mark.first, isAhead: told.status == .planned) ?? weekTold(in: scene.clause.hull)
    }
}
