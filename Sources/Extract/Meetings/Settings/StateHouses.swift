import Grammar
import Model
import Morphology

/// Palaces, ministries and parliaments: where they stand whose they are.
extension Reading {
    /// "в официальной резиденции зимбабвийского лидера", "в Министерстве экономики Армении": the state whose house it is.
    func houseState(in range: Range<Int>) -> Place? {
        for house in document.marks(marks.encounters.house, in: range) where cases(ofWord: house.first).contains(.loct)
        {
            var first = house.first
            while first > range.lowerBound, document.word(first - 1)?.can(be: [.adjf, .loct]) == true,
                places(in: first - 1..<first).isEmpty
            {
                first -= 1
            }
            // "в казахстанском министерстве"
            let before = first > range.lowerBound ? places(in: first - 1..<first).first { $0.kind == .adjective } : nil
            if before != nil { first -= 1 }
            guard first > range.lowerBound, isLocalPreposition(first - 1) || document.isDash(first - 1) else {
                continue
            }
            guard let state = before.map({ ($0.country, house.end) }) ?? ownerOfHouse(house, range) else { continue }
            // "руководитель группы дружбы в парламенте Кении"
            let isOfOffice = people.office(around: first - 1).map { $0.range.lowerBound < first - 1 } ?? false
            if isOfOffice || isOfWords(first - 1..<state.1) { continue }
            return Place(city: nil, country: state.0)
        }
        return nil
    }

    /// "в Министерстве торговли прошла встреча с заместителем министра Кореи": a ministry of no state that is told is that of the
    /// other of the two that the article is about.
    func ownHouse(_ mention: EncounterMention, _ scene: EncounterScene) -> Place? {
        let guests = Set(mention.actors.filter { $0.link == .with }.map(\.country))
        guard mention.kind == .talks, mention.isAsserted, guests.count == 1, let guest = guests.first, let guest,
            discourse.mainPair.count == 2, let home = discourse.mainPair.first(where: { $0 != guest }),
            discourse.mainPair.contains(guest),
            mention.actors.allSatisfy({ $0.country == nil || $0.country == guest || $0.country == home })
        else { return nil }
        let isAtHome = all(marks.encounters.house, in: scene.clause).contains { house in
            value(house) == "ministry" && cases(ofWord: house.first).contains(.loct)
                && isLocalPreposition(house.first - 1) && !isOfWords(house.first - 1..<house.end)
                && ownerOfHouse(house, scene.clause.hull) == nil && !isOfNoun(house, scene)
        }
        return isAtHome ? Place(city: nil, country: home) : nil
    }

    /// The state or the office right behind a house; of a ministry behind what it is for: "экономики и торговли Армении".
    private func ownerOfHouse(_ house: Mark, _ range: Range<Int>) -> (CountryCode, Int)? {
        let isMinistry = value(house) == "ministry"
        let behind = house.end..<min(range.upperBound, house.end + (isMinistry ? 10 : 3))
        // "в загородной резиденции с эмиром Катара": whom he meets there.
        if let office = people.offices(in: behind).first, let country = office.country, !isMinistry,
            !(house.end..<office.range.lowerBound).contains(where: isCompanion)
        {
            return (country, office.range.upperBound)
        }
        guard let place = places(in: behind).first(where: { $0.kind != .people }) else { return nil }
        let between = house.end..<place.range.lowerBound
        let isJoined = between.allSatisfy { token in
            document.isMark(token, ",") || isShortConjunction(token) || document.isDash(token)
                || document.word(token)?.can(be: .gent) == true && !isFiniteVerb(token)
                || document.word(token)?.can(be: .datv) == true || isShortPreposition(token)
        }
        guard isMinistry ? isJoined && place.kind == .name : !between.contains(where: isCompanion) else { return nil }
        return (place.country, place.range.upperBound)
    }

    /// "отменили из-за голосования в парламенте": where something else is.
    private func isOfNoun(_ house: Mark, _ scene: EncounterScene) -> Bool {
        let before = house.first - 2
        guard before >= scene.clause.lowerBound, let word = document.word(before),
            word.parses[0].tag.grammemes.contains(.noun), document.marks(at: before).isEmpty
        else { return false }
        return people.office(around: before) == nil && people.name(around: before) == nil
            && dates(touching: before..<before + 1).isEmpty
    }

    /// "с": before whoever is met there.
    private func isCompanion(_ token: Int) -> Bool {
        document.mark(at: token, marks.encounters.with).map { value($0) == "with" } ?? false
    }

    /// "в МИД Индии сообщили", "рассказали в министерстве": where the words were said.
    private func isOfWords(_ house: Range<Int>) -> Bool {
        document.marks(
            marks.speech, in: max(0, house.lowerBound - 3)..<min(document.tokens.count, house.upperBound + 3)
        )
        .contains { verb in
            let between =
                verb.first < house.lowerBound
                ? verb.end..<house.lowerBound : house.upperBound..<max(house.upperBound, verb.first)
            return !house.contains(verb.first) && isFiniteVerb(verb.first)
                && !between.contains { document.isMark($0, ",") }
        }
    }
}
