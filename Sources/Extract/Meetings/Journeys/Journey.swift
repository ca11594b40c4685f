import Grammar
import Model

/// A journey of an official to another state, as the text tells it.
struct Journey {
    /// Tokens of the words that tell it.
    let clause: Range<Int>
    /// Nil where the text tells a visit's kind and no more: "официальный визит открылся церемонией".
    var traveller: Actor?
    var kind: Meeting.Visit?
    /// Where to; nil where the text does not say here.
    var goal: Place?
    var date: PartialDate?
    var status: Meeting.Status
    /// Told to be put off.
    var isPostponed = false
    /// "после этого отправится": the next stage, another than what was told.
    var isOnward = false
    /// It tells where somebody is, and is no visit to be told of: he was met on arriving.
    var isScene = false
    /// Told by what was done on it: another than that of the encounters around.
    var isBygone = false
    /// Somebody is asked to come, and when is not told yet.
    var isInvited = false
    /// "6–7 апреля": the day of an encounter on it is open.
    var spansDays = false

    /// "рабочая поездка в Женеву": to a place, and not paid to its state.
    var isTrip = false
    /// "прибыл 5 мая", "вылетел 5 мая": told by the day of the way there, on which nobody need have been met yet.
    var isArrival = false
    /// "король, который накануне прибыл": on the day before that of the tale.
    var isOnEve = false

    /// When an encounter on it was, as far as its own time tells.
    var encounterDate: PartialDate? {
        if spansDays { return date.flatMap { PartialDate(year: $0.year, month: $0.month) } }
        return isOnEve ? date.flatMap { PartialDate(dayNumber: $0.dayNumber + 1) } : date
    }
}

extension Journey {
    /// "с 27 по 28 декабря" and "начнется в субботу": one of the days of a visit of several.
    fileprivate func isUnderWay(on day: PartialDate?) -> Bool {
        guard spansDays, let date, let day, date.isDay, day.isDay else { return false }
        return (0...Self.daysOfVisit).contains(day.dayNumber - date.dayNumber)
    }

    private static let daysOfVisit = 3

    /// Two months and more before a day.
    fileprivate func isOld(_ today: PartialDate?) -> Bool {
        guard let today, let date else { return false }
        return today.dayNumber - date.lastDay.dayNumber > 60
    }
}

extension [Journey] {
    /// One for each journey, however often it is told; a kind told alone goes to the journey before that has none.
    ///
    /// - Parameters:
    ///   - today: when the article appeared; a journey of long before is not the one that has no date.
    ///   - isCapital: whether a place is the capital, where a journey to the state leads.
    func merged(_ today: PartialDate?, isCapital: (Place) -> Bool) -> [Journey] {
        var found: [Journey] = []
        for journey in self {
            if journey.traveller == nil {
                let fits = { (known: Journey) in
                    known.status == journey.status && known.traveller != nil && !known.isInvited
                        && (known.kind == nil || journey.kind == nil || known.kind == journey.kind)
                        && (known.kind == nil || known.date == nil)
                        && (known.date == nil || journey.date == nil || known.date == journey.date)
                }
                // "пригласил премьера посетить Баку. Визит состоится в июле"
                if journey.status == .planned, journey.date != nil,
                    let index = found.lastIndex(where: {
                        $0.isInvited && (0...60).contains(journey.clause.lowerBound - $0.clause.upperBound)
                    })
                {
                    found[index].isInvited = false
                    found[index].date = journey.date
                    found[index].kind = journey.kind
                    found[index].spansDays = journey.spansDays
                    continue
                }
                if let index = found.lastIndex(where: fits) {
                    found[index].kind = found[index].kind ?? journey.kind
                    if found[index].date == nil {
                        found[index].date = journey.date
                        found[index].spansDays = journey.spansDays
                    }
                } else if journey.kind == nil {
                    continue
                } else if !found.contains(where: { $0.kind == journey.kind }) {
                    found.append(journey)
                }
                continue
            }
            // Within the state where the visit is.
            if journey.isOnward, let goal = journey.goal?.country,
                found.contains(where: {
                    $0.traveller?.person == journey.traveller?.person && $0.goal?.country == goal
                })
            {
                continue
            }
            let same = found.firstIndex {
                $0.traveller?.person == journey.traveller?.person && $0.traveller?.person != nil
                    && $0.status == journey.status
                    && (EncounterCluster.agree($0.date, journey.date) || $0.isUnderWay(on: journey.date))
                    && EncounterCluster.agree($0.goal, journey.goal)
                    && ($0.kind == nil || journey.kind == nil || $0.kind == journey.kind)
                    && ($0.date != nil || !journey.isOld(today))
            }
            guard let same else {
                found.append(journey)
                continue
            }
            found[same].isInvited = found[same].isInvited && journey.isInvited
            // "во Вьетнам с визитом, 10 декабря отправится в Хошимин": a stage, and not where all of the journey leads.
            let isStage =
                found[same].goal != nil && journey.isArrival && journey.date != found[same].date
                && !(journey.goal.map(isCapital) ?? true)
            if found[same].goal?.city == nil, !isStage { found[same].goal = journey.goal ?? found[same].goal }
            found[same].kind = found[same].kind ?? journey.kind
            if found[same].date == nil && !found[same].isPostponed
                || found[same].date?.month == nil && found[same].date != nil && journey.date?.month != nil
            {
                found[same].date = journey.date
                found[same].spansDays = journey.spansDays
            }
        }
        return found.filter { !$0.isInvited }
    }
}
