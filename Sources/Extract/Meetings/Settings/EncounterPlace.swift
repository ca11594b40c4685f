import Grammar
import Model
import Morphology

extension Reading {
    /// Where the text says that an encounter is: in its clause, in the relative clause behind it, in its sentence.
    func place(of mention: EncounterMention, _ scene: EncounterScene) -> Place? {
        if let own = ownPhrase(of: mention.trigger, scene), let place = place(in: own, near: mention.trigger) {
            return place
        }
        if let topic = otherSpokenOf(in: mention, scene) {
            return place(in: scene.sentence.lowerBound..<topic, near: mention.trigger)
        }
        if let place = place(inClause: scene.clause, near: mention.trigger) { return place }
        if let place = placeBefore(scene) { return place }
        // "прибыл в Индию, где встретился с премьером"
        if document.mark(at: scene.clause.lowerBound, marks.encounters.place) != nil,
            let before = places(in: scene.sentence.lowerBound..<scene.clause.lowerBound).last(where: {
                $0.kind != .adjective && $0.kind != .people
            })
        {
            return Place(city: before.city, country: before.country)
        }
        if let relative = relative(of: mention, scene), let place = place(in: relative.hull) {
            return place
        }
        // "встречу в апреле, когда Вы приезжали в Ташкент"
        if let next = scene.clauses.first(where: { $0.lowerBound > mention.trigger.lowerBound }),
            next.lowerBound - mention.trigger.upperBound < 10, !all(marks.encounters.go, in: next).isEmpty,
            let goal = place(enteredIn: next.hull).first?.1
        {
            return goal
        }
        guard !isAttribution(scene.clause) else { return nil }
        // "В Тбилиси прилетел из Вены, а оттуда отправится в Рим на саммит"
        if [.session, .summit, .forum].contains(mention.kind),
            all(marks.encounters.attend, in: scene.clause).contains(where: { value($0) == "arrive" }),
            let goal = place(enteredIn: scene.clause.hull).first?.1
        {
            return goal
        }
        // "Как сообщили в пресс-службе министерства Армении": where the words were said.
        let isSaid = scene.clauses.contains { clause in
            !clause.contains(mention.trigger.lowerBound)
                && all(marks.speech, in: clause).contains { isFiniteVerb($0.first) }
                && place(in: clause.hull, near: mention.trigger) != nil
        }
        // "как надеются в Тбилиси": where others think so.
        if scene.clauses.contains(where: { document.mark(at: $0.lowerBound, marks.encounters.asTold) != nil }) {
            return nil
        }
        let other = scene.clauses.first { $0.isBygone && !$0.contains(mention.trigger.lowerBound) }
        let told = scene.sentence.lowerBound..<(other?.lowerBound ?? scene.sentence.upperBound)
        if isSaid { return nil }
        // "На встрече отметили важность саммита, который пройдет в Баку": where that is.
        let assembly = scene.clauses.first {
            $0.isRelative && $0.lowerBound > mention.trigger.upperBound && !all(marks.encounters.happen, in: $0).isEmpty
        }
        // "На встрече отметили, что в Грузии растет торговля": where what they say is so.
        let content = scene.clauses.first {
            $0.lowerBound > mention.trigger.upperBound
                && document.mark(at: $0.lowerBound, marks.encounters.content) != nil
        }
        let end = [assembly, content, furtherEncounter(behind: mention.trigger, scene)]
            .compactMap { $0?.lowerBound }.reduce(told.upperBound, min)
        return place(in: told.lowerBound..<max(told.lowerBound, end), near: mention.trigger)
    }

    /// "Комиссия, которая заседала в Ереване, соберется в Тбилиси": of a clause that another interrupts what it says itself.
    private func place(inClause clause: Clause, near trigger: Range<Int>) -> Place? {
        guard clause.parts.count > 1 else { return place(in: clause.hull, near: trigger) }
        let own = clause.part(of: trigger.lowerBound)
        return place(in: own, near: trigger)
            ?? clause.parts.lazy.filter { $0 != own }.compactMap { self.place(in: $0, near: trigger) }.first
    }

    /// The state that an encounter is in because a side is there on a visit: "в рамках визита делегации в Армению", "принял
    /// министра, прибывшего в страну", "встретился с прибывшим с визитом министром".
    func placeOfVisit(_ mention: EncounterMention, _ scene: EncounterScene) -> Place? {
        for visit in all(marks.encounter, in: scene.clause)
        where value(visit) == Meeting.Kind.visit.rawValue && mention.kind == .talks && isReferredAside(visit.range) {
            let between =
                min(visit.end, mention.trigger.upperBound)..<max(visit.first, mention.trigger.lowerBound)
            guard !between.contains(where: { document.isMark($0, ",") }) else { continue }
            let behind = visit.end..<max(visit.end, min(scene.clause.upperBound, visit.end + 9))
            if let goal = place(enteredIn: behind).first?.1 { return goal }
        }
        let host = mention.host ?? mention.actors.first { $0.link == .bare && $0.kind != .group }?.country
        guard mention.kind == .talks, let host else { return nil }
        // "провел переговоры с прибывшими в Москву коллегами": in a city of the one who receives.
        for mark in all(marks.encounters.go, in: scene.clause) where isArrival(mark, of: mention) {
            let behind = mark.end..<max(mark.end, min(scene.clause.upperBound, mark.end + 9))
            if let goal = place(enteredIn: behind).first?.1, goal.country == host { return goal }
        }
        return hasGuest(mention, scene) ? Place(city: nil, country: host) : nil
    }

    /// "А и Б, прибывшие в Ригу, проведут встречу": where both have come to.
    func placeReached(_ mention: EncounterMention, _ scene: EncounterScene) -> Place? {
        guard mention.kind == .talks, Set(mention.actors.filter { $0.link == .bare }.compactMap(\.country)).count > 1
        else {
            return nil
        }
        for mark in all(marks.encounters.go, in: scene.clause)
        where mark.first < mention.trigger.lowerBound && document.isMark(mark.first - 1, ",") {
            guard let word = document.word(mark.first), word.can(be: [.prtf, .plur]), !word.can(be: .verb) else {
                continue
            }
            if let goal = place(enteredIn: mark.end..<min(scene.clause.upperBound, mark.end + 5)).first?.1 {
                return goal
            }
        }
        return nil
    }

    /// A participle of travel that is said of the other side.
    private func isArrival(_ mark: Mark, of mention: EncounterMention) -> Bool {
        guard let word = document.word(mark.first), word.can(be: .prtf), !word.can(be: .verb) else { return false }
        return mark.first > mention.trigger.lowerBound || mention.host != nil
    }

    /// A participle says of the other side that it has come, to the state itself or nowhere else that is told.
    private func hasGuest(_ mention: EncounterMention, _ scene: EncounterScene) -> Bool {
        document.marks(marks.encounters.go, in: scene.sentence).contains { mark in
            guard isArrival(mark, of: mention) else { return false }
            let behind = mark.end..<min(scene.sentence.upperBound, mark.end + 7)
            if !document.marks(marks.encounters.land, in: behind).isEmpty { return true }
            // "прибывшим с визитом": whither is not told, and so it is where the other is.
            return visitKinds(in: behind).contains {
                document.mark(at: $0.first - 1, marks.encounters.with) != nil
                    && places(in: mark.end..<$0.first).isEmpty && provinces(in: mark.end..<$0.first).isEmpty
                    && place(enteredIn: $0.end..<behind.upperBound).isEmpty
            }
        }
    }

    /// "прилетел в Астану. Там состоится заседание": the town that the sentence before leads to or is set in.
    private func placeBefore(_ scene: EncounterScene) -> Place? {
        guard !all(marks.encounters.yonder, in: scene.clause).isEmpty else { return nil }
        let index = Int(document.sentenceOf[scene.sentence.lowerBound])
        guard index > 0, !frame.isNoise[document.sentences[index - 1].lowerBound] else { return nil }
        let before = document.sentences[index - 1]
        // "Ташкент. 1 июня здесь прошло заседание"
        let alone = places(in: before).first.flatMap { place in
            before.count <= 3 && place.range.lowerBound == before.lowerBound && place.city != nil
                ? Place(city: place.city, country: place.country) : nil
        }
        return place(enteredIn: before).last?.1 ?? place(in: before) ?? placeVisited(in: before) ?? alone
    }

    /// "Алматы посетит министр": the one town of a sentence whose verb has it for its object.
    private func placeVisited(in sentence: Range<Int>) -> Place? {
        let verbs = document.marks(marks.encounters.go, in: sentence)
        let towns = places(in: sentence).filter { $0.kind == .city || $0.kind == .capital }
        guard verbs.contains(where: { value($0) == "object" && isFiniteVerb($0.first) }), towns.count == 1 else {
            return nil
        }
        return Place(city: towns[0].city, country: towns[0].country)
    }

    /// Where a range says that something is, a city before a state; of several the nearest.
    func place(in range: Range<Int>, near trigger: Range<Int>? = nil) -> Place? {
        var cities: [(Range<Int>, Place)] = []
        /// Of them palaces and residences, which may bear the name of another.
        var seats: Set<Int> = []
        var state: Place?
        for place in places(in: range) where place.kind != .people {
            guard isLocative(place.range, range, .loct) || isRightBehind(place.range, trigger),
                !isTopic(place.range, range), !isReachedLater(place.range, trigger),
                !isOfSpeech(place.range, trigger, range), !isOfEve(place.range, trigger)
            else { continue }
            if place.kind == .adjective {
                if let small = smallPlace(place), let it = Place(city: small, country: place.country) {
                    cities.append((place.range, it))
                }
                continue
            }
            if place.kind == .name {
                // "в посольстве Казахстана" is not in Kazakhstan.
                if document.mark(at: place.range.lowerBound - 1, marks.encounters.mission) != nil { continue }
                if state == nil { state = Place(city: nil, country: place.country) }
            } else if let it = Place(city: place.city, country: place.country) {
                if place.kind == .seat { seats.insert(place.range.lowerBound) }
                cities.append((place.range, it))
            }
        }
        // "Переговорам в Вене предшествует встреча в Кишиневе": each its own.
        if cities.count > 1 {
            let own = cities.filter { !isOfOther($0.0, than: trigger) }
            if !own.isEmpty { cities = own }
        } else if let only = cities.first, isToldOfOther(only.0, than: trigger) {
            cities = []
        }
        // "в Душанбе во Дворце нации": the town is surer than the house.
        if let town = cities.first(where: { !seats.contains($0.0.lowerBound) }) {
            cities.removeAll { seats.contains($0.0.lowerBound) && $0.1.country != town.1.country }
        }
        for mark in document.marks(marks.encounters.capital, in: range)
        where cases(ofWord: mark.first).contains(.loct) && isBehindPreposition(mark.first, range) {
            // "в столице Казахстана Астане": the city itself is told.
            if let named = places(in: mark.end..<min(range.upperBound, mark.end + 4)).first(where: { $0.city != nil }) {
                if let it = Place(city: named.city, country: named.country) { cities.append((named.range, it)) }
                continue
            }
            if let place = capital(at: mark) { cities.append((mark.range, place)) }
        }
        if cities.isEmpty, state == nil { state = houseState(in: range) ?? provinceState(in: range) }
        guard let trigger else { return cities.first?.1 ?? state }
        return cities.min { distance($0.0, trigger) < distance($1.0, trigger) }?.1 ?? state
    }

    /// "уединилась с президентом, а вечером полетела в Баку": where somebody went after it.
    private func isReachedLater(_ place: Range<Int>, _ trigger: Range<Int>?) -> Bool {
        guard let trigger, place.lowerBound > trigger.upperBound,
            isLocalPreposition(place.lowerBound - 1), cases(ofWord: place.upperBound - 1).contains(.accs)
        else { return false }
        return document.marks(marks.encounters.go, in: trigger.upperBound..<place.lowerBound).contains {
            value($0) == "goal" && isFiniteVerb($0.first) && place.lowerBound - $0.end <= 3
        }
    }

    /// "Как сообщили в пресс-службе министерства Армении, в ходе встречи": where the words were said.
    private func isOfSpeech(_ place: Range<Int>, _ trigger: Range<Int>?, _ range: Range<Int>) -> Bool {
        // "В Риге сообщили о встрече президентов"
        if let trigger, let topic = topicTold(before: trigger, range), place.upperBound <= topic { return true }
        guard let trigger, let verb = document.marks(marks.speech, in: range).first(where: { isFiniteVerb($0.first) })
        else { return false }
        // "В Кремле сообщили о новых встречах президента на саммите": of nobody who meets.
        if place.upperBound == verb.first, verb.end <= trigger.lowerBound,
            document.word(verb.first)?.can(be: [.verb, .plur]) == true
        {
            return true
        }
        let first = min(verb.first, place.lowerBound)
        let last = max(verb.end, place.upperBound)
        guard last <= trigger.lowerBound || first >= trigger.upperBound else { return false }
        let apart = last <= trigger.lowerBound ? last..<trigger.lowerBound : trigger.upperBound..<first
        return apart.contains { document.isMark($0, ",") } && !(first..<last).contains { document.isMark($0, ",") }
    }

    /// "обсудили отношения в преддверии переговоров в Минске": where what is still to come will be.
    private func isOfEve(_ place: Range<Int>, _ trigger: Range<Int>?) -> Bool {
        guard let trigger else { return false }
        // "в преддверии саммита в Анталье министр встретился с послом"
        if place.upperBound <= trigger.lowerBound {
            let before = max(0, place.lowerBound - Self.reachOfEve)..<place.lowerBound
            return document.marks(marks.encounter, in: before).last.map { other in
                place.lowerBound - other.end <= 2 && isReferredBefore(other.range)
            } ?? false
        }
        guard trigger.upperBound < place.lowerBound else { return false }
        let between = trigger.upperBound..<place.lowerBound
        return document.marks(marks.encounters.refer, in: between).contains { eve in
            value(eve) == "before"
                && document.marks(marks.encounter, in: eve.end..<max(eve.end, place.lowerBound)).contains {
                    $0.first - eve.end <= 4
                }
        }
    }

    /// Tokens from an assembly to where it is.
    private static let reachOfEve = 8

    /// "обсудили ход реформ в Грузии": a place among the things that a verb of conferring governs.
    private func isTopic(_ place: Range<Int>, _ range: Range<Int>) -> Bool {
        guard place.lowerBound > range.lowerBound else { return false }
        // "обсудит торговлю в Риме с премьером": where the two are.
        if document.mark(at: place.upperBound, marks.encounters.with).map({ value($0) == "with" }) ?? false {
            return false
        }
        return document.marks(marks.encounters.confer, in: range.lowerBound..<place.lowerBound).contains { verb in
            isFiniteVerb(verb.first) && place.lowerBound - endOfDay(behind: verb.end) > 2
                // "обсудили визит президента в Баку" is no talk there.
                && document.marks(marks.encounter, in: verb.end..<place.lowerBound).allSatisfy {
                    value($0) == Meeting.Kind.visit.rawValue && !isReferredAside($0.range)
                }
                && document.marks(marks.encounters.meet, in: verb.end..<place.lowerBound).isEmpty
        }
    }

    /// "обсудили 25 февраля в Москве торговлю": a day right behind a verb is none of what it governs.
    private func endOfDay(behind token: Int) -> Int {
        dates(in: token..<min(document.tokens.count, token + 4)).first {
            $0.role == .time && $0.range.lowerBound - token <= 1
        }?.range.upperBound ?? token
    }

    /// Stands behind a preposition in the wanted case, perhaps with the word for the building between: "во дворце Саадабад".
    func isLocative(_ place: Range<Int>, _ range: Range<Int>, _ wanted: Grammemes) -> Bool {
        // "из Чешской Республики": the noun decides what its adjective leaves open.
        let own = cases(ofWord: place.lowerBound).intersection(
            place.count > 1 && document.word(place.lowerBound)?.can(be: .adjf) == true
                ? cases(ofWord: place.upperBound - 1) : Grammemes.cases)
        let isFixed = document.word(place.lowerBound)?.can(be: .fixd) == true || isUndeclined(place.lowerBound)
        var at = place.lowerBound - 1
        var steps = 0
        while at >= range.lowerBound, steps < 5 {
            if isLocalPreposition(at) {
                return (steps > 0 || own.contains(wanted) || isFixed) && !isAttribute(behind: at - 1, range)
            }
            // "выставка, в которой Грузия участвует"
            if isRelative(at) { return false }
            // "в аэропорту города Астаны"
            if steps == 0, document.mark(at: at, marks.encounters.town) != nil, cases(ofWord: at).contains(.gent) {
                at -= 1
                steps += 1
                continue
            }
            // An adjective or a noun that stands in the case itself carries it over.
            if document.isMark(at, "."), document.word(at - 1)?.can(be: .fixd) == true {
                at -= 1
                steps += 1
                continue
            }
            // "в заседании коллегии МИД России", "на встрече министров Армении": whose it is.
            if document.mark(at: at, marks.encounter) != nil || document.mark(at: at, marks.encounters.body) != nil {
                return false
            }
            guard document.isMark(at, "«") || cases(ofWord: at).contains(wanted) && !isFiniteVerb(at),
                document.isMark(at, "«") || !isNameLike(at)
            else { return false }
            at -= 1
            steps += 1
        }
        return false
    }

    /// "обстановку в Сирии", "посол в Астане": the place belongs to the noun before it, not to what happens.
    private func isAttribute(behind token: Int, _ range: Range<Int>) -> Bool {
        guard token >= range.lowerBound, let word = document.word(token) else { return false }
        // "во всех операциях SOCAR в Турции", and not "конференция COP29 в Баку"
        if document.tokens[token].shape.contains(.latin), token > range.lowerBound,
            document.word(token - 1)?.can(be: .noun) == true,
            document.marks(marks.encounter, in: max(range.lowerBound, token - 5)..<token).isEmpty
        {
            return true
        }
        if people.office(around: token)?.office == .ambassador { return true }
        guard word.parses[0].tag.grammemes.contains(.noun), !isNameLike(token) else { return false }
        if document.marks(marks.encounters.trouble, in: max(range.lowerBound, token - 1)..<token + 1)
            .contains(where: { $0.end == token + 1 })
        {
            return true
        }
        // "саммит Договора о коллективной безопасности в Минске": the last word of a body's name.
        if document.marks(marks.organisation, in: max(0, token - 8)..<token + 1).contains(where: {
            $0.range.contains(token)
        }) {
            return false
        }
        let isKnown =
            document.marks(at: token).contains {
                $0.kind == marks.encounter || $0.kind == marks.encounters.body || $0.kind == marks.month
                    || $0.kind == marks.weekday || $0.kind == marks.time || $0.kind == marks.visitKind
                    || $0.kind == marks.encounters.part || $0.kind == marks.encounters.conduct
            } || !document.marks(marks.encounters.then, in: max(0, token - 4)..<token + 1).isEmpty
            || !dates(touching: token..<token + 1).isEmpty || !places(in: token..<token + 1).isEmpty
            || document.marks(marks.encounter, in: max(0, token - 3)..<token + 1).contains { $0.range.contains(token) }
        // "поговорили о ситуации в Сирии", "о ходе переговоров в Женеве"
        for at in stride(from: token - 1, through: max(range.lowerBound, token - 4), by: -1) {
            if document.mark(at: at, marks.encounters.about) != nil { return true }
            guard let word = document.word(at), word.can(be: .adjf) || word.can(be: .noun), !isFiniteVerb(at) else {
                break
            }
        }
        // "комиссии по экономическому сотрудничеству в Бишкеке": what the body is for ends its name.
        if word.can(be: .noun.union(.datv)),
            !document.marks(marks.encounters.body, in: max(range.lowerBound, token - 16)..<token).isEmpty
        {
            return false
        }
        // "саммит за чистую воду в Осло", "форум против насилия в Осло": what an assembly is for ends its name.
        let head = (max(range.lowerBound, token - 3)..<token).last { !isAttribute($0) }
        if let head, document.word(head)?.can(be: .prep) == true,
            document.marks(marks.encounter, in: max(range.lowerBound, head - 3)..<head).last?.end == head
        {
            return false
        }
        // "саммит Россия – Африка в Сочи"
        if document.isDash(token - 1), places(in: max(0, token - 2)..<token - 1).contains(where: { $0.kind == .name }) {
            return false
        }
        // A noun in the genitive ends a longer phrase: "заседание комиссии в Баку".
        return !isKnown && !word.can(be: .noun.union(.gent)) && !word.can(be: .noun.union(.ablt))
    }

    private func isNameLike(_ token: Int) -> Bool {
        people.name(around: token) != nil || people.office(around: token) != nil
    }

    /// "в", "во", "на": where or whither; not "из Грузии", whose form is the same.
    func isLocalPreposition(_ token: Int) -> Bool {
        preposition(at: token).map { $0 == "into" || $0 == "by" } ?? false
    }

    /// A preposition that the prepositional case can follow.
    func isShortPreposition(_ token: Int) -> Bool {
        guard let word = document.word(token), word.can(be: .prep) else { return false }
        return word.length <= 2 && document.mark(at: token, marks.encounters.with) == nil
    }
}
