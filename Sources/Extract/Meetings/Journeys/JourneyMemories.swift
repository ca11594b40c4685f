import Grammar
import Model
import Morphology

/// Journeys that an article looks back on, and those that end.
extension Reading {
    /// "он посещал республику дважды", "посетил эту страну": the state told last before, for which the noun stands as the object.
    func landVisited(_ verb: Mark, by traveller: Actor, _ scene: EncounterScene) -> Place? {
        let behind = verb.end..<max(verb.end, min(scene.clause.upperBound, verb.end + Self.reachOfObject))
        guard
            let noun = document.marks(marks.encounters.nation, in: behind).first(where: { mark in
                cases(ofWord: mark.first).contains(.accs) && document.word(mark.first)?.can(be: .sing) == true
                    && (verb.end..<mark.first).allSatisfy { document.word($0)?.can(be: [.adjf, .apro, .accs]) == true }
            })
        else { return nil }
        // "посетил республику Карелия", "страну третьего мира"
        if noun.end < scene.clause.upperBound {
            if document.tokens[noun.end].shape.contains(.capitalized) { return nil }
            if let word = document.word(noun.end), word.can(be: .gent), !word.can(be: [.prep]), !word.can(be: .conj),
                document.marks(at: noun.end).isEmpty
            {
                return nil
            }
        }
        let home = home(of: traveller)
        let before = max(0, scene.clause.lowerBound - Self.reachOfState)..<verb.first
        let told = places(in: before).last { place in
            (place.kind == .name || place.kind == .capital) && place.country != home && !isDateline(place)
        }
        return told.flatMap { Place(city: nil, country: $0.country) }
    }

    private static let reachOfObject = 3
    private static let reachOfState = 40

    /// "в 2010, 2015 и 2017 годах", "в мае 2010 года и в июне 2012 года": the times beside the one that a journey is dated by.
    func timesListed(with date: PartialDate?, _ scene: EncounterScene) -> [PartialDate] {
        let months = monthsListed(in: scene.clause.hull)
        if months.count > 1, date.map(months.contains) ?? true { return months.filter { $0 != date } }
        guard let date, date.day == nil,
            let told = dates(in: scene.clause).first(where: { $0.role == .time && $0.date == date })
        else { return [] }
        let bounds = scene.clause.hull
        var found: [PartialDate] = []
        func time(_ range: Range<Int>) -> (range: Range<Int>, date: PartialDate)? {
            if let it = dates(touching: range).first(where: {
                $0.role == .time && $0.date != nil && $0.date?.day == nil
            }),
                let date = it.date
            {
                return (it.range, date)
            }
            guard document.tokens[range.lowerBound].kind == .number,
                let year = Int(document.text(range)), Self.yearsOfJourneys.contains(year),
                let date = PartialDate(year: year)
            else { return nil }
            return (range, date)
        }
        var at = told.range.lowerBound - 1
        while at > bounds.lowerBound, isJoint(at), let other = time(at - 1..<at) {
            found.append(other.date)
            at = other.range.lowerBound - 1
            if at > bounds.lowerBound, isLocalPreposition(at) { at -= 1 }
        }
        at = told.range.upperBound
        while at + 1 < bounds.upperBound, isJoint(at) {
            let next = isLocalPreposition(at + 1) ? at + 2 : at + 1
            guard next < bounds.upperBound, let other = time(next..<next + 1) else { break }
            found.append(other.date)
            at = other.range.upperBound
        }
        return found.filter { $0 != date }
    }

    /// "в марте 2017 года, апреле 2019 года и в декабре 2021 года": months with their years, one right behind the other.
    private func monthsListed(in range: Range<Int>) -> [PartialDate] {
        var found: [PartialDate] = []
        var end = range.lowerBound
        for month in document.marks(marks.month, in: range) where month.end < range.upperBound {
            guard let number = Int(value(month)), let year = Int(document.text(month.end..<month.end + 1)),
                Self.yearsOfJourneys.contains(year), let date = PartialDate(year: year, month: number)
            else { continue }
            let isNext = (end..<month.first).allSatisfy { token in
                isJoint(token) || isLocalPreposition(token) || !dates(touching: token..<token + 1).isEmpty
            }
            if !found.isEmpty, !isNext { break }
            found.append(date)
            end = month.end + 1
        }
        return found
    }

    private static let yearsOfJourneys = 1945...2100

    /// "поездки в Сиань в мае и в Пекин в октябре прошлого года": each goal of a noun of travel with its own time; one or none where
    /// the words do not pair them. A month without a year is of the year that the last one tells.
    func legs(behind first: Int, _ scene: EncounterScene) -> [(goal: Place, date: PartialDate?)] {
        let end = (first..<max(first, scene.clause.upperBound)).first { isFiniteVerb($0) } ?? scene.clause.upperBound
        let range = first..<max(first, end)
        let goals = place(enteredIn: range)
        guard let head = goals.first, head.0.lowerBound - first <= 3 else { return [] }
        var found: [(goal: Place, date: PartialDate?)] = []
        var years: [Bool] = []
        for (number, (place, goal)) in goals.enumerated() {
            let stop = number + 1 < goals.count ? goals[number + 1].0.lowerBound : range.upperBound
            let told = dates(in: place.upperBound..<max(place.upperBound, stop)).first {
                $0.role == .time && $0.date != nil && $0.range.lowerBound - place.upperBound <= 1
            }
            // The next leg stands right behind the time of this one.
            let tail = told?.range.upperBound ?? place.upperBound
            if number + 1 < goals.count, !(tail..<stop).allSatisfy({ isJoint($0) || isLocalPreposition($0) }) {
                return []
            }
            found.append((goal, told?.date))
            years.append(told.map(isOfYear) ?? false)
        }
        guard found.count > 1, found.contains(where: { $0.date != nil }) else { return [] }
        if let last = found.last?.date, years.last == true {
            for index in found.indices.dropLast() where !years[index] {
                guard let month = found[index].date?.month, month <= last.month ?? 12 else { continue }
                found[index].date = PartialDate(year: last.year, month: month, day: found[index].date?.day)
            }
        }
        return found
    }

    /// "припомнил собственную поездку в Сиань": a journey that somebody looks back on.
    func isRemembered(_ visit: Mark, _ scene: EncounterScene) -> Bool {
        all(marks.encounters.remember, in: scene.clause).contains {
            isFiniteVerb($0.first) && $0.end <= visit.first && !isNegated($0.first)
        }
    }

    /// "в октябре 2018 года приезжал с официальным визитом, а в ноябре 2022-го – с рабочим": the same one's next journey there, where a
    /// dash stands for the verb and the kind of the visit is told alone.
    func journeyAgain(_ told: Journey, behind first: Int, _ scene: EncounterScene) -> Journey? {
        let behind = first..<max(first, scene.sentence.upperBound)
        guard let dash = behind.first(where: { document.isDash($0) }),
            let kind = document.marks(marks.visitKind, in: dash + 1..<min(behind.upperBound, dash + Self.reachOfKind))
                .first,
            (dash + 1..<kind.first).contains(where: { document.mark(at: $0, marks.encounters.with) != nil }),
            let opening = (first..<dash).last(where: { isShortConjunction($0) }), dash - opening <= Self.reachOfKind,
            let time = timeAlone(in: opening + 1..<dash), time != told.date
        else { return nil }
        var again = told
        again.date = time
        again.kind = Meeting.Visit(rawValue: value(kind))
        return again
    }

    /// "в ноябре 2022 года", "в ноябре 2022-го", "в 2022-м"
    func timeAlone(in range: Range<Int>) -> PartialDate? {
        let year = range.compactMap { token -> Int? in
            let digits = document.text(token..<token + 1).prefix(4)
            return digits.count == 4 ? Int(digits) : nil
        }.first { Self.yearsOfJourneys.contains($0) }
        if let month = document.marks(marks.month, in: range).first.flatMap({ Int(value($0)) }), let year {
            return PartialDate(year: year, month: month)
        }
        return timeTold(in: range)?.date
            ?? year.flatMap { PartialDate(year: $0) }
    }

    /// Tokens from a dash to the kind of a visit, and from a conjunction to the dash.
    private static let reachOfKind = 6

    private func isJoint(_ token: Int) -> Bool { document.isMark(token, ",") || isShortConjunction(token) }

    /// "провожает в аэропорту президента, завершающего программу визита в Кению": on what journey whoever the participle is said
    /// of has been.
    func departures(in scene: EncounterScene) -> [Journey] {
        all(marks.encounters.travel, in: scene.clause).compactMap { verb -> Journey? in
            guard let word = document.word(verb.first), word.can(be: .prtf), !word.can(be: .verb),
                document.isMark(verb.first - 1, ","),
                let traveller = scene.all.last(where: { $0.range.upperBound == verb.first - 1 }),
                traveller.kind == .person || traveller.kind == .office,
                traveller.cases.intersects(cases(ofWord: verb.first)),
                let visit = document.marks(marks.encounter, in: verb.end..<min(scene.sentence.upperBound, verb.end + 4))
                    .first(where: { value($0) == Meeting.Kind.visit.rawValue }),
                let goal = place(
                    enteredIn: visit.end..<max(visit.end, min(scene.sentence.upperBound, visit.end + 4))
                ).first?.1
            else { return nil }
            let kind = visitKinds(in: verb.end..<visit.end).last
            return Journey(
                clause: scene.clause.hull, traveller: traveller,
                kind: kind.flatMap { Meeting.Visit(rawValue: value($0)) }, goal: goal, date: nil, status: .held)
        }
    }

    /// "из Молдавии вернулась делегация во главе с А", "вернулся из поездки в Китай": a journey that is over, in the month of the return.
    func returns(in scene: EncounterScene) -> [Journey] {
        all(marks.encounters.comeBack, in: scene.clause).compactMap { verb -> Journey? in
            guard isFiniteVerb(verb.first), verbTense(of: verb.first) == .past, !isNegated(verb.first),
                let traveller = travellers(of: verb, scene).first, traveller.level != nil,
                traveller.kind == .person || traveller.kind == .office,
                let home = home(of: traveller),
                let goal = placeLeft(in: scene.clause.hull), goal.country != home
            else { return nil }
            let told = dates(in: scene.clause).first { $0.role == .time && $0.date?.month != nil }?.date
            let kind = visitKinds(in: scene.clause.hull).first
            return Journey(
                clause: scene.clause.hull, traveller: traveller,
                kind: kind.flatMap { Meeting.Visit(rawValue: value($0)) }, goal: goal,
                date: told.flatMap { PartialDate(year: $0.year, month: $0.month) }, status: .held)
        }
    }

    /// "из Молдавии", "из поездки в Китай"
    func placeLeft(in range: Range<Int>) -> Place? {
        for out in document.marks(marks.outOf, in: range) {
            let behind = out.end..<min(range.upperBound, out.end + Self.reachOfObject + 1)
            if let place = places(in: behind).first, place.range.lowerBound == out.end,
                [.name, .capital, .city].contains(place.kind)
            {
                return Place(city: place.city, country: place.country)
            }
            let visit = document.marks(marks.encounter, in: behind).first { value($0) == Meeting.Kind.visit.rawValue }
            if let visit, (out.end..<visit.first).allSatisfy({ isAttribute($0) }),
                let entered = place(enteredIn: visit.end..<min(range.upperBound, visit.end + Self.reachOfObject + 1))
                    .first
            {
                return entered.1
            }
        }
        return nil
    }

    /// "прибывшие в понедельник проведут встречу": the Monday before, of what is told in the past.
    func gone(_ told: CalendarMention?, at verb: Int, _ status: Meeting.Status) -> PartialDate? {
        guard status == .held, verbTense(of: verb) == .past, let told, let date = told.date, date.isDay,
            let publishedOn,
            publishedOn.isDay, (1..<7).contains(date.dayNumber - publishedOn.dayNumber),
            told.range.allSatisfy({ document.tokens[$0].kind == .word })
        else { return nil }
        return PartialDate(dayNumber: date.dayNumber - 7)
    }

    /// "в марте стало известно о предстоящем визите": what is to come is not of a time gone by.
    func isOfNews(_ date: PartialDate?, _ status: Meeting.Status) -> Bool {
        guard status == .planned, let date, let publishedOn else { return false }
        return date.lastDay.dayNumber < publishedOn.dayNumber
    }
}
