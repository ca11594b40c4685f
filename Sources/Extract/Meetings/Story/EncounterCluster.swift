import Model

/// A side of an encounter: a named person, or an office or a state without a name.
struct Party: Hashable {
    var person: Int?
    var country: CountryCode?
    var office: Office?
    var level: Meeting.Level?
    /// Whom an official of no state speaks for.
    var organisation: String?

    /// Of a state that the text leaves open.
    var isStateless: Bool { country == nil && organisation == nil }
}

/// One encounter with all that the article tells of it.
struct EncounterCluster {
    var kind: Meeting.Kind
    var parties: [Party]
    var countries: Set<CountryCode>
    var orgs: Set<String>
    var level: Meeting.Level?
    var visit: Meeting.Visit?
    var formats: Set<Meeting.Format>
    var status: Meeting.Status
    var date: PartialDate?
    var place: Place?
    var host: CountryCode?
    var ordinal: Int?
    var evidence: [Range<Int>]
    let rule: String
    var isNext: Bool
    /// On a day that cannot be known.
    var isDetached = false
    /// Planned as far as somebody has come for it.
    var isExpected = false
    /// Under way as the text tells it: what is to come of it belongs to it.
    var isOngoing = false
    /// Told by words for talking that leave open whether it was over the telephone.
    var isOpen = false
    /// Only referred to: "в ходе беседы".
    var isReferred = false
    /// A forum of firms beside talks, whose day is not that of the tale.
    var isBesideTalks = false
    /// Of the states of a region, of which not all are known.
    var isRegional = false
    /// An assembly that is called a meeting.
    var isCalledMeeting = false
    /// A summit that is told as talks of three leaders and more.
    var isOfTalks = false
    /// Told to lie before the journey of its clause.
    var isLeftBehind = false
    /// Of what two of those who met had among themselves: the encounter of all.
    var whole: Int?
    /// Its place is that of the tale and not told of itself.
    var isPlaceAssumed = false
    /// Its day is that of the tale and not told of itself.
    var isDateAssumed = false
    /// Nothing ties it to that day: it tells this encounter from others, and no more.
    var isDateOpen = false

    /// The highest level taking part, as far as it is known.
    var topLevel: Meeting.Level? {
        let told = Meeting.Level.allCases.first { level in parties.contains { $0.level == level } }
        // "Украину на саммите премьеров представлял посол": whoever is named, leaders hold a summit.
        if kind == .summit, let told, !Optional(told).isLeader {
            return level == .headOfGovernment ? level : .headOfState
        }
        // One premier named tells nothing of the rest of a summit.
        if kind == .summit, told != .headOfState,
            parties.filter({ $0.person != nil && $0.level != nil && $0.organisation == nil }).count < 2
        {
            return level == .headOfState ? level : told ?? level
        }
        // "заседание совета на уровне министров под председательством генсека"
        if kind == .session, told == .official, let level { return level }
        return told ?? level
    }

    var persons: Set<Int> { Set(parties.compactMap(\.person)) }

    /// Whether two dates can be of one day.
    static func agree(_ a: PartialDate?, _ b: PartialDate?) -> Bool {
        guard let a, let b else { return true }
        guard a.year == b.year else { return false }
        guard let m = a.month, let n = b.month else { return true }
        guard m == n else { return false }
        guard let d = a.day, let e = b.day else { return true }
        return d == e
    }

    static func agree(_ a: Place?, _ b: Place?) -> Bool {
        guard let a, let b else { return true }
        if let c = a.country, let d = b.country, c != d { return false }
        if let c = a.city, let d = b.city { return c == d }
        return true
    }

    /// Takes over what another mention of the same encounter tells.
    mutating func take(_ other: EncounterCluster) {
        for party in other.parties { add(party) }
        countries.formUnion(other.countries)
        orgs.formUnion(other.orgs)
        formats.formUnion(other.formats)
        level = level ?? other.level
        visit = visit ?? other.visit
        // Of the days of an assembly the first.
        if kind == .summit, let own = date, let day = other.date, own.isDay, day.isDay { date = min(own, day) }
        if date == nil || date!.day == nil && other.date?.day != nil || date!.month == nil && other.date?.month != nil {
            date = other.date ?? date
        }
        if isDateAssumed, !other.isDateAssumed, other.date?.isDay == true {
            date = other.date
            isDateAssumed = false
            isDateOpen = false
        }
        if !other.isDateOpen, other.date != nil, other.date == date { isDateOpen = false }
        if place == nil || place!.city == nil || isPlaceAssumed, let told = other.place {
            place = told
            isPlaceAssumed = isPlaceAssumed && other.isPlaceAssumed
        }
        // "в рамках заседания планируется обсудить" does not say that it has begun.
        if isExpected, !other.isExpected, !other.isReferred || other.status != .held {
            status = other.status
            isExpected = false
        }
        // What is only referred to is yet to come where it is told to be.
        if isReferred, !other.isReferred {
            if other.status == .planned { status = .planned }
            isReferred = false
        }
        if kind == .summit, other.isOngoing, status == .planned, other.status == .held { status = .held }
        host = host ?? other.host
        ordinal = ordinal ?? other.ordinal
        if other.status == .cancelled { status = .cancelled }
        // Nobody reads of one encounter in more places.
        if evidence.count < 100 { evidence.append(contentsOf: other.evidence.filter { !evidence.contains($0) }) }
    }

    /// Takes over the day of a journey that it was part of, where its own is not told.
    mutating func settleDay(_ day: PartialDate?) {
        if isDateOpen {
            guard let day, day.month != nil, EncounterCluster.agree(day, date) else { return }
            isDateOpen = false
        }
        date = day
    }

    /// Adds those who took part as another clause tells, with their states.
    mutating func add(_ parties: [Party], told clause: Range<Int>) {
        for party in parties {
            add(party)
            if let country = party.country { countries.insert(country) }
            if let organisation = party.organisation { orgs.insert(organisation) }
        }
        evidence.append(clause)
    }

    /// Adds a side, or makes one of the same state fuller.
    mutating func add(_ party: Party) {
        if let person = party.person {
            if parties.contains(where: { $0.person == person }) { return }
            if let index = parties.firstIndex(where: {
                $0.person == nil && $0.country == party.country
                    && ($0.office == nil || $0.office == party.office || $0.level == party.level)
            }) {
                parties[index] = party
                return
            }
        } else if parties.contains(where: { $0.country == party.country }) {
            return
        }
        parties.append(party)
    }
}
