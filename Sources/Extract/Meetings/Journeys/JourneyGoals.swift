import Grammar
import Model
import Morphology

/// Where a journey leads: the states and cities behind a verb or a noun of travel.
extension Reading {

    /// "он приезжал туда": the city or the state named last before.
    func thither(_ scene: EncounterScene) -> Place? {
        guard !all(marks.encounters.thither, in: scene.clause).isEmpty else { return nil }
        let before = max(0, scene.clause.lowerBound - 40)..<scene.clause.lowerBound
        let capital = document.marks(marks.encounters.capital, in: before).last
        let place = places(in: before).last { $0.kind == .capital || $0.kind == .city || $0.kind == .name }
        if let capital, capital.first > place?.range.lowerBound ?? 0 { return self.capital(at: capital) }
        return place.flatMap { Place(city: $0.city, country: $0.country) }
    }

    /// "в Баку, куда президент приезжал в мае", "в Пакистане, где он был в мае": the place before the relative adverb.
    func placeToldBefore(_ scene: EncounterScene) -> Place? {
        let first = scene.clause.lowerBound
        guard document.mark(at: first, marks.encounters.place) != nil,
            let place = places(in: max(scene.sentence.lowerBound, first - 4)..<first).last,
            place.kind == .name || place.kind == .capital || place.kind == .city
        else { return nil }
        return Place(city: place.city, country: place.country)
    }

    /// "прибыл в страну", "визит премьера в республику": the state of whoever asked the traveller to come, or else the other of the
    /// two states that the article is about.
    func landGoal(of traveller: Actor, _ range: Range<Int>) -> Place? {
        let near = range.lowerBound..<max(range.lowerBound, min(range.upperBound, range.lowerBound + Self.reachOfLand))
        guard !document.marks(marks.encounters.land, in: near).isEmpty,
            let home = home(of: traveller)
        else { return nil }
        if let host = invitingState(around: range), host != home { return Place(city: nil, country: host) }
        let pair = discourse.mainPair
        guard pair.count == 2, pair.contains(home) else { return nil }
        return Place(city: nil, country: pair.first { $0 != home })
    }

    /// Tokens in which the land stands: "прибыл с первым официальным визитом в нашу страну".
    private static let reachOfLand = 8

    /// "по приглашению президента Узбекистана прибыл в нашу страну": the state of whoever asks, in the sentence of a range.
    private func invitingState(around range: Range<Int>) -> CountryCode? {
        guard range.lowerBound < document.tokens.count else { return nil }
        let sentence = document.sentences[Int(document.sentenceOf[range.lowerBound])]
        for mark in document.marks(marks.encounters.invite, in: sentence) where isShortPreposition(mark.first - 1) {
            let behind = mark.end..<min(sentence.upperBound, mark.end + Self.reachOfInviter)
            // Nobody is asked by those behind a comma.
            let end = behind.first { document.isMark($0, ",") } ?? behind.upperBound
            let office = people.office(around: mark.end)
            let state = office?.country ?? office?.person.flatMap { people.persons[$0].country }
            if let state = state ?? places(in: mark.end..<max(mark.end, end)).first?.country { return state }
        }
        return nil
    }

    /// Tokens from an invitation to the state of whoever gives it: "по приглашению президента Республики Узбекистан".
    private static let reachOfInviter = 6

    /// "ответный визит президента": to the other of the two states that the article is about.
    func returnGoal(of traveller: Actor, _ visit: Mark) -> Place? {
        let pair = discourse.mainPair
        guard
            !document.marks(marks.encounters.inReturn, in: max(0, visit.first - 3)..<visit.end).isEmpty,
            pair.count == 2, let home = home(of: traveller),
            pair.contains(home)
        else { return nil }
        return Place(city: nil, country: pair.first { $0 != home })
    }

    /// "в Белграде ожидается визит канцлера": where it is to be, told before the visit that a verb says to take place.
    func stage(of visit: Mark, by traveller: Actor, _ scene: EncounterScene) -> Place? {
        let part = scene.clause.part(of: visit.first)
        guard cases(ofWord: visit.end - 1).contains(.nomn), !isBehindPreposition(visit.end - 1, part),
            all(marks.encounters.happen, in: scene.clause).contains(where: { distance($0.range, visit.range) <= 3 }),
            let place = place(in: scene.clause.lowerBound..<visit.first, near: visit.range),
            let home = home(of: traveller),
            place.country != home
        else { return nil }
        return place
    }

    /// "в сентябре президент Латвии приедет с официальным визитом": to the other of the two states that the article is about.
    func stateVisited(_ verb: Mark, by traveller: Actor, _ scene: EncounterScene) -> Place? {
        let pair = discourse.mainPair
        // "В июне прибудет делегация из Китая"
        guard value(verb) == "goal", isFiniteVerb(verb.first), verbTense(of: verb.first) == .future,
            !all(marks.visitKind, in: scene.clause).isEmpty || isOfState(traveller), pair.count == 2,
            traveller.kind == .person || traveller.kind == .office || isOfState(traveller),
            let home = home(of: traveller),
            pair.contains(home)
        else { return nil }
        return Place(city: nil, country: pair.first { $0 != home })
    }

    /// "Баку посетил министр", "20 мая Тбилиси посетит премьер": a name of one form right before the verb, with nothing before it that
    /// it could belong to, as in "мэр Баку посетил".
    private func isOpening(_ place: PlaceMention, of clause: Clause, before verb: Int) -> Bool {
        let before = place.range.lowerBound - 1
        // "Баку 20 мая посетил министр", "Осло с рабочим визитом посетил министр"
        let between = place.range.upperBound..<max(place.range.upperBound, verb)
        let visit = visitKinds(in: between).first.flatMap { kind in
            document.mark(at: kind.first - 1, marks.encounters.with).map { $0.first..<kind.end }
        }
        let isBeside = between.allSatisfy {
            visit?.contains($0) ?? false || !dates(touching: $0..<$0 + 1).isEmpty
        }
        guard isBeside, document.word(place.range.upperBound - 1)?.can(be: .fixd) == true else { return false }
        return before < clause.lowerBound || document.tokens[before].kind == .mark
            || dates(touching: before..<before + 1).contains { $0.range.upperBound == before + 1 }
    }

    /// "Молдову посетил президент Швейцарской Конфедерации": a state as part of what somebody is.
    private func isOfSomebody(_ place: PlaceMention, _ scene: EncounterScene) -> Bool {
        scene.all.contains { actor in
            [.person, .office, .group].contains(actor.kind) && actor.range.contains(place.range.lowerBound)
        }
    }

    /// "Баку", "Республику Молдова": by its last word, or by the head that it stands beside.
    private func isAccusative(_ name: Range<Int>) -> Bool {
        cases(ofWord: name.upperBound - 1).contains(.accs)
            || name.count > 1 && cases(ofWord: name.lowerBound).contains(.accs)
                && !cases(ofWord: name.lowerBound).contains(.nomn)
    }

    /// Where a verb of travel leads.
    func goals(of mark: Mark, _ isObject: Bool, _ scene: EncounterScene) -> [(Range<Int>, Place)] {
        let behind = mark.end..<max(mark.end, scene.clause.upperBound)
        if isObject {
            // "Грузию посетит президент"
            for range in [behind, scene.clause.lowerBound..<mark.first] {
                for place in places(in: range)
                where place.kind != .adjective && place.kind != .people && !isOfSomebody(place, scene) {
                    guard isAccusative(place.range),
                        !cases(ofWord: place.range.upperBound - 1).contains(.gent) || range == behind
                            || isOpening(place, of: scene.clause, before: mark.first),
                        !isBehindPreposition(place.range.lowerBound, range),
                        let goal = Place(city: place.city, country: place.country)
                    else { continue }
                    return [(place.range, goal)] + goals(listedBehind: place, in: range)
                }
                // "столицу Казахстана посетит председатель"
                for mark in document.marks(marks.encounters.capital, in: range) {
                    guard cases(ofWord: mark.first).contains(.accs), !cases(ofWord: mark.first).contains(.nomn),
                        !isBehindPreposition(mark.first, range), let goal = capital(at: mark)
                    else { continue }
                    return [(mark.range, goal)]
                }
                // "Омскую область посетила делегация"
                for province in provinces(in: range) {
                    guard cases(ofWord: province.range.lowerBound).contains(.accs),
                        !cases(ofWord: province.range.lowerBound).contains(.nomn),
                        !isBehindPreposition(province.range.lowerBound, range),
                        let goal = Place(city: nil, country: province.country)
                    else { continue }
                    return [(province.range, goal)]
                }
            }
            return []
        }
        for range in [behind, scene.clause.hull] {
            let entered = place(enteredIn: range)
            if let first = entered.first {
                // "прибыл в Баку, Тбилиси и Ереван"
                let listed = places(in: first.0).first.map { self.goals(listedBehind: $0, in: range) } ?? []
                return [first] + listed
            }
            let inside = places(in: range).filter {
                $0.kind != .adjective && $0.kind != .people && isLocative($0.range, range, .loct)
            }
            var states: Set<CountryCode> = []
            let goals = inside.compactMap { place in
                states.insert(place.country).inserted
                    ? Place(city: place.city, country: place.country).map { (place.range, $0) } : nil
            }
            // "побывал в Грузии, Армении и Иране"
            if inside.count == 1 { return goals + self.goals(listedBehind: inside[0], in: range) }
            if !goals.isEmpty { return goals }
        }
        let toured = statesToured(in: behind)
        if !toured.isEmpty { return toured }
        // "в столице встретили президента, прибывшего с визитом"
        if document.word(mark.first)?.can(be: .prtf) == true, let place = place(in: scene.clause.hull, near: mark.range)
        {
            return [(mark.range, place)]
        }
        // "президента ждут в монгольской столице"
        for mark in document.marks(marks.encounters.capital, in: scene.clause.hull)
        where cases(ofWord: mark.first).contains(.loct) && isBehindPreposition(mark.first, scene.clause.hull) {
            if let city = capital(at: mark) { return [(mark.range, city)] }
        }
        // "президента ждет Астана"
        if value(mark) == "awaited", let city = receivingPlace(scene.clause) { return [(mark.range, city)] }
        return []
    }

    /// "отправится в турне по Кении и Чили": the states that a tour leads through.
    func statesToured(in range: Range<Int>) -> [(Range<Int>, Place)] {
        for tour in document.marks(marks.encounter, in: range) where value(tour) == Meeting.Kind.visit.rawValue {
            // "турне президента А по Кении"
            let behind = tour.end..<min(range.upperBound, tour.end + Self.reachOfTour)
            guard let through = document.marks(marks.encounters.through, in: behind).first,
                !(tour.end..<through.first).contains(where: { isFiniteVerb($0) || document.isMark($0, ",") })
            else { continue }
            var found: [(Range<Int>, Place)] = []
            var end = through.first
            for place in places(in: through.end..<range.upperBound) where place.kind == .name {
                let isNext =
                    found.isEmpty
                    ? place.range.lowerBound == end + 1
                    : place.range.lowerBound == end + 1 && (document.isMark(end, ",") || isShortConjunction(end))
                guard isNext,
                    cases(ofWord: place.range.upperBound - 1).contains(.datv)
                        || document.word(place.range.upperBound - 1)?.can(be: .fixd) == true,
                    let goal = Place(city: nil, country: place.country)
                else { break }
                found.append((place.range, goal))
                end = place.range.upperBound
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// Tokens from a tour to the states, with whoever makes it between.
    private static let reachOfTour = 8

    /// "посетит Россию, Сербию и Турцию": the states that go on the list.
    func goals(listedBehind first: PlaceMention, in range: Range<Int>) -> [(Range<Int>, Place)] {
        var found: [(Range<Int>, Place)] = []
        var end = first.range.upperBound
        // "побывал в Грузии, Армении и Иране"
        let isWhere =
            isLocalPreposition(first.range.lowerBound - 1) && cases(ofWord: end - 1).contains(.loct)
        for place in places(in: end..<max(end, range.upperBound)) {
            // "Никарагуа и на Кубу", "18-го – Венесуэлу"
            var opening = place.range.lowerBound
            if opening > end + 1, isLocalPreposition(opening - 1) { opening -= 1 }
            if opening > end + 1, document.isDash(opening - 1) { opening -= 1 }
            if opening > end + 1, let day = dates(touching: opening - 1..<opening).first, day.range.lowerBound > end {
                opening = day.range.lowerBound
            } else if opening == end + 2, dayOrdinal(opening - 1) != nil {
                opening -= 1
            }
            let isNext = opening == end + 1
            // "и Грузию, и Армению"
            let isBoth = opening == end + 2 && document.isMark(end, ",") && isShortConjunction(end + 1)
            guard isNext || isBoth, document.isMark(end, ",") || isShortConjunction(end),
                place.kind == .name || place.kind == .capital || place.kind == .city,
                isAccusative(place.range)
                    || isWhere && cases(ofWord: place.range.upperBound - 1).contains(.loct),
                place.country != first.country,
                let goal = Place(city: place.city, country: place.country)
            else { break }
            found.append((place.range, goal))
            end = place.range.upperBound
        }
        return found
    }

    /// "17 апреля посетит Бразилию, 18-го – Венесуэлу": the day told right before a goal of the list.
    func dayListed(before token: Int, _ first: PartialDate?) -> PartialDate? {
        let end = document.isDash(token - 1) ? token - 1 : token
        if let day = dates(touching: max(0, end - 1)..<end).first(where: { $0.range.upperBound == end }) {
            return day.date
        }
        guard let first, first.isDay, let day = dayOrdinal(end - 1) else { return nil }
        return PartialDate(year: first.year, month: first.month, day: day)
    }

    /// "18-го"
    func dayOrdinal(_ token: Int) -> Int? {
        guard document.tokens[token].shape.contains([.digits, .hyphen]) else { return nil }
        let parts = document.text(token..<token + 1).split(separator: "-")
        guard parts.count == 2, let day = Int(parts[0]), (1...31).contains(day) else { return nil }
        return day
    }

    /// "в приморский город Джидда", "в королевство Лесото": a name behind the word for what it is, which stands in the accusative.
    func isNamedBehind(_ token: Int, _ range: Range<Int>) -> Bool {
        guard token - 1 > range.lowerBound,
            document.mark(at: token - 1, marks.encounters.town) != nil
                || document.mark(at: token - 1, marks.encounters.nation) != nil,
            cases(ofWord: token - 1).contains(.accs)
        else { return false }
        var at = token - 2
        while at > range.lowerBound, token - at < 5, document.word(at)?.can(be: [.adjf, .accs]) == true,
            !isShortPreposition(at)
        {
            at -= 1
        }
        return isLocalPreposition(at)
    }

    /// "в Баку" in the accusative: whither; "в столицу Армении" is its capital.
    func place(enteredIn range: Range<Int>) -> [(Range<Int>, Place)] {
        let capitals = document.marks(marks.encounters.capital, in: range).compactMap { mark -> (Range<Int>, Place)? in
            guard mark.first > range.lowerBound, cases(ofWord: mark.first).contains(.accs),
                !cases(ofWord: mark.first).contains(.nomn), isBehindPreposition(mark.first, range),
                let place = capital(at: mark)
            else { return nil }
            return (mark.range, place)
        }
        if !capitals.isEmpty { return capitals }
        let towns = placesEntered(in: range)
        return towns.isEmpty ? provincesEntered(in: range) : towns
    }

    /// "в Ошскую область": the state that a part of it lies in.
    private func provincesEntered(in range: Range<Int>) -> [(Range<Int>, Place)] {
        provinces(in: range).compactMap { province in
            guard province.range.lowerBound > range.lowerBound, isLocalPreposition(province.range.lowerBound - 1),
                cases(ofWord: province.range.lowerBound).contains(.accs),
                !cases(ofWord: province.range.lowerBound).contains(.loct),
                let goal = Place(city: nil, country: province.country)
            else { return nil }
            return (province.range, goal)
        }
    }

    private func placesEntered(in range: Range<Int>) -> [(Range<Int>, Place)] {
        places(in: range).filter { $0.kind != .adjective && $0.kind != .people && $0.kind != .seat }.compactMap {
            place in
            let last = place.range.upperBound - 1
            if [.city, .capital, .name].contains(place.kind), isNamedBehind(place.range.lowerBound, range),
                let goal = Place(city: place.city, country: place.country)
            {
                return (place.range, goal)
            }
            guard isAccusative(place.range) || document.word(last)?.isKnown == false,
                !cases(ofWord: last).contains(.loct) || document.word(last)?.can(be: .fixd) == true,
                place.range.lowerBound > range.lowerBound, isLocalPreposition(place.range.lowerBound - 1),
                let goal = Place(city: place.city, country: place.country)
            else { return nil }
            return (place.range, goal)
        }
    }
}
