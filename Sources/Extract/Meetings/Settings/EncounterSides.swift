import Grammar
import Model
import Morphology

/// Whose an encounter is, as the words around its noun tell: organisations and states, each those of the one of a list that they
/// stand with.
extension Reading {
    /// Organisations named in the encounter's own phrase; a summit's anywhere in its clause.
    func orgs(near mention: EncounterMention, _ scene: EncounterScene) -> [String] {
        let trigger = mention.trigger
        guard mention.kind != .talks && mention.kind != .call else { return [] }
        let clause = scene.clause
        var near = max(clause.lowerBound, trigger.lowerBound - 3)..<end(behind: trigger, clause)
        if mention.kind == .summit {
            near = clause.lowerBound..<(nextMutual(behind: trigger.upperBound, scene) ?? clause.upperBound)
        }
        // "саммите А, заседании совета Б и саммите В": each has the organisations behind it.
        near = ownPhrase(of: trigger, scene) ?? near
        // "на саммит прибыл представитель ЕС": whom somebody speaks for.
        let spokesmen = scene.all.filter { $0.kind == .person || $0.kind == .office }
        var found = Set(
            document.marks(marks.organisation, in: near).filter { mark in
                !spokesmen.contains { $0.range.contains(mark.first) } && !isBeside(mark, trigger)
            }.map(value))
        for organ in document.marks(marks.encounters.organ, in: near) {
            found.subtract(document.marks(marks.organisation, in: organ.range).map(value))
            found.insert(value(organ))
        }
        // "МПА СНГ" beside "СНГ"
        return found.filter { it in !found.contains { $0.hasSuffix(" " + it) } }.sorted()
    }

    /// "на полях саммита G20 провели совещание": the organisation of what an encounter is beside.
    private func isBeside(_ organisation: Mark, _ trigger: Range<Int>) -> Bool {
        margins(before: organisation.first).contains {
            !($0.end..<organisation.first).contains(trigger.lowerBound)
        }
    }

    /// Of several encounters on a list, from one to the next; nil for one that stands alone.
    func ownPhrase(of trigger: Range<Int>, _ scene: EncounterScene) -> Range<Int>? {
        if let next = nextListed(behind: trigger.upperBound, scene) { return trigger.lowerBound..<next }
        return isListed(trigger.lowerBound, scene) ? trigger.lowerBound..<end(behind: trigger, scene.clause) : nil
    }

    private func end(behind trigger: Range<Int>, _ clause: Clause) -> Int {
        let limit = min(max(clause.upperBound, trigger.upperBound), trigger.upperBound + Self.reachOfOrganisation)
        // "совещание началось после заседания совета СНГ": of the other.
        let other = document.marks(marks.encounters.refer, in: trigger.upperBound..<limit).first { mark in
            value(mark) == "after" || value(mark) == "before"
        }
        // "в заседании участвовали директор и глава комитета ОДКБ": of those who attend.
        let attending = document.marks(marks.encounters.attend, in: trigger.upperBound..<limit).first {
            isFiniteVerb($0.first)
        }
        return min(other?.first ?? limit, attending?.first ?? limit)
    }

    /// Tokens from an assembly to the organisation whose it is: "заседание Совета министров обороны и Комитета секретарей ОДКБ".
    private static let reachOfOrganisation = 16

    /// The next session, summit or forum of a list.
    private func nextListed(behind token: Int, _ scene: EncounterScene) -> Int? {
        all(marks.encounter, in: scene.clause).first {
            value($0) != Meeting.Kind.visit.rawValue && $0.first > token && isListed($0.first, scene)
        }?.first
    }

    /// Joined to what stands before by a comma or a conjunction, with adjectives between: "и второй саммит".
    func isListed(_ token: Int, _ scene: EncounterScene) -> Bool {
        var at = token - 1
        while at > scene.clause.lowerBound, token - at < 4, isAttribute(at) { at -= 1 }
        guard at > scene.clause.lowerBound else { return false }
        return (document.isMark(at, ",") || isShortConjunction(at))
            && all(marks.encounter, in: scene.clause).contains {
                $0.end <= at && value($0) != Meeting.Kind.visit.rawValue
            }
    }

    /// States that the encounter's phrase names: "азербайджано-казахстанский форум", "совет Азербайджан – Казахстан".
    func sideCountries(of trigger: Range<Int>, _ scene: EncounterScene) -> [CountryCode] {
        var found: Set<CountryCode> = []
        let before = max(scene.clause.lowerBound, trigger.lowerBound - 6)..<trigger.lowerBound
        for place in places(in: scene.clause)
        // "на пленарной сессии армяно-грузинского форума": within its name too.
        where place.kind == .adjective && place.range.upperBound <= trigger.upperBound {
            let isCompound = document.tokens[place.range.lowerBound].shape.contains(.hyphen)
            if isCompound && (before.contains(place.range.lowerBound) || isBody(behind: place.range.upperBound))
                || isCompound && trigger.contains(place.range.lowerBound)
                || place.range.upperBound == trigger.lowerBound
            {
                found.insert(place.country)
            }
        }
        let part = scene.clause.part(of: trigger.lowerBound)
        let behind = trigger.upperBound..<max(trigger.upperBound, part.upperBound)
        // "саммита ШОС в Китае и саммита Россия – АСЕАН": what stands behind the next one is its own.
        let next = nextListed(behind: trigger.upperBound, scene)
        let verb = behind.first { isFiniteVerb($0) || leadsAway($0) || $0 == next } ?? behind.upperBound
        for place in places(in: trigger.upperBound..<verb) {
            let isCompound = place.kind == .adjective && document.tokens[place.range.lowerBound].shape.contains(.hyphen)
            let isName =
                place.kind == .name && !isBehindPreposition(place.range.lowerBound, part)
                // "встреча в Брюсселе (Бельгия)" is there.
                && !isBracketed(place)
                // "встреча в столице Венгрии" is there.
                && document.mark(at: place.range.lowerBound - 1, marks.encounters.capital) == nil
                // "на сессии по урегулированию Сирии" has it for its matter.
                && document.mark(at: place.range.lowerBound - 1, marks.encounters.trouble) == nil
                && !scene.all.contains { $0.kind != .country && $0.range.contains(place.range.lowerBound) }
            // "встреча российской делегации с сирийскими официальными лицами"
            let isSide =
                place.kind == .adjective
                && document.mark(at: place.range.upperBound, marks.encounters.part).map { value($0) != "guest" }
                    ?? false
            if isCompound || isName || isSide { found.insert(place.country) }
        }
        return found.sorted()
    }

    /// "в Брюсселе (Бельгия)"
    private func isBracketed(_ state: PlaceMention) -> Bool {
        let bracket = state.range.lowerBound - 1
        return document.isMark(bracket, "(") && self.place(endingAt: bracket)?.country == state.country
    }

    /// "назначенный на завтра", "для", "в связи с": what follows is no part of the encounter's name.
    private func leadsAway(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        if word.parses[0].tag.grammemes.contains(.prtf) { return true }
        // "после" and "под" are also forms of nouns.
        return word.parses[0].tag.grammemes.contains(.prep) && !word.can(be: .adjf)
            && word.length > 2 && document.mark(at: token, marks.encounters.with) == nil
    }

    /// "азербайджано-белорусская комиссия провела заседание"
    private func isBody(behind token: Int) -> Bool {
        !document.marks(marks.encounters.body, in: token..<min(document.tokens.count, token + 4)).isEmpty
    }
}
