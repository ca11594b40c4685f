import Grammar
import Model
import Morphology

extension Reading {
    /// Adds what the clause says of an encounter beside who meets: when, where, in which way.
    func describe(_ mention: inout EncounterMention, _ scene: Scene, near verb: Int) {
        if mention.kind == .talks, !document.marks(marks.encounters.channel, in: scene.clause).isEmpty {
            mention.kind = .call
        }
        mention.formats = formats(in: scene.sentence)
        mention.level = level(near: mention.trigger, scene)
        mention.orgs = orgs(near: mention.trigger, scene)
        mention.countries += sideCountries(of: mention.trigger, scene)
        mention.ordinal = ordinal(before: mention.trigger.lowerBound, scene)
        mention.visit = document.marks(marks.visitKind, in: scene.sentence).first.flatMap {
            Meeting.Visit(rawValue: value($0))
        }
        let around = max(scene.clause.lowerBound, mention.trigger.lowerBound - 5)..<mention.trigger.lowerBound
        if !document.marks(marks.planned, in: around).isEmpty {
            mention.isNext = true
            if tense(of: verb) != .past || verb == mention.trigger.lowerBound { mention.status = .planned }
        }
        date(&mention, scene, near: verb)
        if mention.place == nil { mention.place = place(scene) }
        for mark in document.marks(marks.encounters.then, in: scene.sentence) where mention.date == nil {
            mention.after = Int(value(mark))
        }
        if let publishedOn, let date = mention.date, date.isDay, publishedOn.isDay, mention.status == .held,
            date > publishedOn
        {
            mention.status = .planned
        }
        let from = mention.trigger.lowerBound..<scene.sentence.upperBound
        if !document.marks(marks.cancelled, in: from).isEmpty { mention.status = .cancelled }
        if !document.marks(marks.postponed, in: scene.clause).isEmpty { mention.status = .planned }
    }

    func formats(in range: Range<Int>) -> [Meeting.Format] {
        var found: Set<String> = []
        for mark in document.marks(marks.format, in: range) {
            found.formUnion(value(mark).split(separator: " ").map(String.init))
        }
        return Meeting.Format.allCases.filter { found.contains($0.rawValue) }
    }

    /// The highest level that the words right at the encounter tell.
    private func level(near trigger: Range<Int>, _ scene: Scene) -> Meeting.Level? {
        let end = min(scene.clause.upperBound, trigger.upperBound + 5)
        let levels = document.marks(marks.level, in: trigger.lowerBound..<end)
            .filter { $0.first - trigger.upperBound <= 2 }
            .compactMap { Meeting.Level(rawValue: value($0)) }
        return Meeting.Level.allCases.first { levels.contains($0) }
    }

    /// Organisations named in the encounter's own phrase.
    private func orgs(near trigger: Range<Int>, _ scene: Scene) -> [String] {
        let near =
            max(scene.clause.lowerBound, trigger.lowerBound - 3)..<min(scene.clause.upperBound, trigger.upperBound + 12)
        var found: Set<String> = []
        for mark in document.marks(marks.organisation, in: near) { found.insert(value(mark)) }
        for mark in document.marks(marks.encounters.organ, in: near) {
            found.insert(value(mark))
            found = found.filter { org in
                !document.marks(marks.organisation, in: mark.range).contains { value($0) == org }
            }
        }
        return found.sorted()
    }

    /// States that the encounter's phrase names: "азербайджано-казахстанский форум", "совет Азербайджан – Казахстан".
    private func sideCountries(of trigger: Range<Int>, _ scene: Scene) -> [CountryCode] {
        var found: [CountryCode] = []
        let before = max(scene.clause.lowerBound, trigger.lowerBound - 6)..<trigger.lowerBound
        for place in places(in: before) where place.kind == .adjective {
            let isCompound = document.tokens[place.range.lowerBound].shape.contains(.hyphen)
            if isCompound || place.range.upperBound == trigger.lowerBound { found.append(place.country) }
        }
        let behind = trigger.lowerBound..<scene.clause.upperBound
        let verb = behind.first { document.word($0)?.parses[0].tag.grammemes.intersects([.verb, .prts]) ?? false }
        for place in places(in: trigger.upperBound..<max(trigger.upperBound, verb ?? behind.upperBound)) {
            let isCompound = place.kind == .adjective && document.tokens[place.range.lowerBound].shape.contains(.hyphen)
            let isName =
                place.kind == .name && !isBehindPreposition(place.range.lowerBound, scene.clause)
                && !scene.all.contains { $0.kind != .country && $0.range.contains(place.range.lowerBound) }
            if isCompound || isName { found.append(place.country) }
        }
        return Array(Set(found)).sorted()
    }

    private func ordinal(before token: Int, _ scene: Scene) -> Int? {
        for at in max(scene.clause.lowerBound, token - 4)..<max(token, scene.clause.lowerBound) {
            if let mark = document.mark(at: at, marks.ordinal) { return Int(value(mark)) }
            let text = document.text(at..<at + 1)
            if document.tokens[at].shape.contains([.digits, .hyphen]), let number = Int(text.prefix { $0.isNumber }) {
                return number
            }
            if let number = Self.roman(text), document.tokens[at].shape.contains(.latin) { return number }
        }
        return nil
    }

    /// The value of a Roman numeral below 90; nil for anything else.
    private static func roman(_ text: String) -> Int? {
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

    // MARK: Time

    /// The date that the clause ties to the encounter: the nearest, days before months before years.
    private func date(_ mention: inout EncounterMention, _ scene: Scene, near verb: Int) {
        var candidates = dates(in: scene.clause).filter { $0.role == .time && $0.date != nil }
        if candidates.isEmpty, let next = scene.next, isRelativeClause(next, after: scene.clause) {
            candidates = dates(in: next).filter { $0.role == .time && $0.date != nil }
        }
        if candidates.isEmpty {
            candidates = dates(in: scene.sentence).filter { $0.role == .time && $0.date?.isDay == true }
            if candidates.count > 1 { candidates = [] }
        }
        if !mention.isAsserted {
            let reach = mention.trigger.lowerBound - 8..<mention.trigger.upperBound + 12
            candidates = candidates.filter { reach.contains($0.range.lowerBound) }
        }
        let best = candidates.min { a, b in
            let precise = { (it: CalendarMention) in it.date!.isDay ? 0 : it.date!.month != nil ? 1 : 2 }
            return (precise(a), distance(a.range, mention.trigger)) < (precise(b), distance(b.range, mention.trigger))
        }
        guard let best, var date = best.date else { return }
        // "в апреле 2019 года": a month and a year that stand apart.
        if best.rule == "date.month",
            let year = candidates.first(where: { $0.range.lowerBound == best.range.upperBound && $0.date?.month == nil }
            ),
            let month = date.month, let known = year.date?.year
        {
            date = PartialDate(year: known, month: month) ?? date
        }
        // Days of which the one is not told: the month; a summit takes the first.
        if best.rule == "date.day_range", mention.kind != .summit, mention.kind != .forum {
            date = PartialDate(year: date.year, month: date.month) ?? date
        }
        mention.date = date
    }

    private func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        a.lowerBound >= b.upperBound ? a.lowerBound - b.upperBound : max(0, b.lowerBound - a.upperBound)
    }

    private func isRelativeClause(_ clause: Range<Int>, after previous: Range<Int>) -> Bool {
        guard let word = document.word(clause.lowerBound) else { return false }
        return word.can(be: [.apro, .subx, .anph])
    }

    // MARK: Place

    /// Where the clause says that it is: a city before a state.
    func place(_ scene: Scene) -> Place? {
        place(in: scene.clause) ?? scene.next.flatMap {
            isRelativeClause($0, after: scene.clause) ? place(in: $0) : nil
        }
            ?? place(in: scene.sentence)
    }

    func place(in range: Range<Int>) -> Place? {
        var state: Place?
        for place in places(in: range) {
            guard place.kind != .adjective, place.kind != .people else { continue }
            guard isLocative(place.range, range) else { continue }
            if place.city != nil || place.kind == .seat {
                return Place(city: place.city, country: place.country)
            }
            if place.kind == .name, state == nil { state = Place(city: nil, country: place.country) }
        }
        for mark in document.marks(marks.encounters.capital, in: range)
        where cases(ofWord: mark.first).contains(.loct) && isBehindPreposition(mark.first, range) {
            if let place = capital(at: mark) { return place }
        }
        return state
    }

    /// Stands in the prepositional case behind a preposition, perhaps with the word for the building between.
    private func isLocative(_ place: Range<Int>, _ range: Range<Int>) -> Bool {
        var at = place.lowerBound - 1
        guard
            cases(ofWord: place.lowerBound).contains(.loct) || document.word(place.lowerBound)?.isKnown == false
                || at >= range.lowerBound && !isPreposition(at)
        else { return false }
        var steps = 0
        while at >= range.lowerBound, steps < 4 {
            if isPreposition(at) {
                return steps == 0
                    ? cases(ofWord: place.lowerBound).contains(.loct)
                        || !(document.word(place.lowerBound)?.isKnown ?? true) : true
            }
            let passes =
                document.isMark(at, "«") || cases(ofWord: at).contains(.loct)
            guard passes else { return false }
            at -= 1
            steps += 1
        }
        return false
    }

    /// A preposition that the prepositional case can follow.
    private func isPreposition(_ token: Int) -> Bool {
        guard let word = document.word(token), word.can(be: .prep) else { return false }
        return word.text.unicodeScalars.count <= 2
    }

    /// "казахстанская столица", "столица Казахстана"
    func capital(at mark: Mark) -> Place? {
        let before = places(in: max(0, mark.first - 2)..<mark.first).last {
            $0.kind == .adjective && $0.range.upperBound == mark.first
        }
        let behind = places(in: mark.end..<min(document.tokens.count, mark.end + 3)).first {
            $0.kind == .name && $0.range.lowerBound == mark.end
        }
        guard let country = (before ?? behind)?.country else { return nil }
        return Place(city: capitalCity(of: country), country: country)
    }

    /// The first capital that the reference rows give; those that were are behind it.
    func capitalCity(of country: CountryCode) -> String? {
        document.lexicon.entries.first { $0.kind == marks.countryCapital && $0.value == country.rawValue }?.phrase
    }
}
