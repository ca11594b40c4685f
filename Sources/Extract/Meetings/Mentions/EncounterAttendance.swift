import Grammar
import Model
import Morphology

/// Who attends an assembly, and whether they have: "прибыл на саммит", "примет участие в форуме".
extension Reading {
    /// "выступили на форуме", "примут участие в саммите"
    func attendance(of noun: EncounterNoun, _ scene: EncounterScene) -> Governor? {
        // "встретился с премьером на полях саммита" is another encounter.
        // Of many, as "встреча министров ШОС", one may be an attender too.
        let isOfMany = scene.actors.contains {
            $0.isVague && (0...1).contains($0.range.lowerBound - noun.range.upperBound)
        }
        guard isOfMany || noun.kind != .talks && noun.kind != .call || isShared(noun, scene),
            !isReferredAside(noun.range), !isReferredBefore(noun.range)
        else { return nil }
        if noun.isBody, !isBehindPreposition(noun.head, scene.clause.part(of: noun.head)) { return nil }
        // "подготовка к саммиту, который пройдет": nobody is at what he goes towards.
        if cases(ofWord: noun.head) == .datv, isBehindPreposition(noun.head, scene.clause.part(of: noun.head)) {
            return nil
        }
        if let trip = trip(to: noun, scene) { return trip }
        // "выступить против" is no speech there.
        var attending = all(marks.encounters.attend, in: scene.clause).filter { mark in
            !document.marks(marks.encounters.idle, in: mark.first..<mark.end + 1).contains { value($0) == "apart" }
        }
        // "прибыл в Шушу и сегодня примет участие в саммите": what is to come of it is told by the verb behind.
        if let own = attending.last(where: { value($0) != "arrive" && $0.end <= noun.head }),
            let verb = isFiniteVerb(own.first) ? own.first : finiteVerb(near: own.first, scene.clause),
            verbTense(of: verb) == .future
        {
            attending.removeAll { value($0) == "arrive" && $0.first < verb }
        }
        // "не будет участвовать в саммите в Минске 23 ноября": it is held without him.
        if let mark = attending.first, isOfMany || noun.kind != .talks, noun.kind != .call {
            let verb =
                verbTense(of: mark.first) == nil ? finiteVerb(near: mark.first, scene.clause) ?? mark.first : mark.first
            let isRefused = isRefused(mark.first, scene)
            if isRefused || isNegated(mark.first) || isNegated(verb) || isNegatedChain(verb, scene),
                !dates(in: scene.clause).isEmpty || place(in: scene.clause.hull, near: noun.range) != nil
                    || relative(of: noun, scene).map({ !dates(in: $0).isEmpty && tellsEncounter($0) }) ?? false
            {
                let isPlanned = isRefused || verbTense(of: verb) == .future || isNegatedChain(verb, scene)
                return Governor(role: .happens, verb: verb, status: isPlanned ? .planned : .held)
            }
        }
        for mark in attending
        where document.mark(at: mark.first, marks.encounters.meet) == nil
            || !scene.actors.contains(where: { $0.link == .with && $0.kind != .delegation }) && !meetThere(mark, scene)
        {
            let verb =
                verbTense(of: mark.first) == nil ? finiteVerb(near: mark.first, scene.clause) ?? mark.first : mark.first
            if isInvitation(before: mark.first, scene) || isWished(mark, scene) || isNegated(mark.first)
                || isNegated(verb)
                || isNegatedChain(verb, scene) || isRefused(mark.first, scene)
                || document.mark(at: verb, marks.cancelled) != nil || isOfWish(mark, noun.head, scene)
                // "планов выступления президента на форуме нет"
                || value(mark) == "speech" && isAbsent(mark.range, scene)
            {
                continue
            }
            // "в очередном саммите приняли участие": one that has been by now.
            let plans = all(marks.planned, in: scene.clause).filter {
                value($0) != "again" || verbTense(of: verb) != .past
            }
            // "участие в саммите подтвердили президенты": they have said that they will come.
            let isConfirmed = document.mark(at: verb, marks.encounters.confirm) != nil && verb != mark.first
            // "готовится визит президента для участия в саммите"
            let isPrepared =
                document.mark(at: verb, marks.encounters.happen).map { value($0) == Meeting.Status.planned.rawValue }
                ?? false
            let isPlanned = verbTense(of: verb) == .future || !plans.isEmpty || isConfirmed || isPrepared
            // "прибыл на саммит": it is yet to come, unless told otherwise elsewhere.
            // "Рад приветствовать участников форума": he says so there.
            let isToCome =
                value(mark) != "greet" && isPurpose(verb, scene) || attending.contains { isPurpose($0, of: mark) }
            let isExpected =
                !isPlanned && isToCome
                || !isPlanned
                    && attending.allSatisfy { value($0) == "arrive" || !isFiniteVerb($0.first) }
                    && attending.contains { value($0) == "arrive" && isFiniteVerb($0.first) }
            return Governor(
                // A leader who receives those who have come to his summit is at it too.
                role: .attended, verb: noun.kind == .summit ? verb : participle(before: mark, scene) ?? verb,
                status: isPlanned || isExpected ? .planned : .held, isExpected: isExpected)
        }
        return nil
    }

    /// "принял министра, находящегося в стране для участия в форуме": he takes part whom the participle is said of.
    private func participle(before taking: Mark, _ scene: EncounterScene) -> Int? {
        guard verbTense(of: taking.first) == nil, document.mark(at: taking.first - 1, marks.purpose) != nil else {
            return nil
        }
        let start = max(scene.clause.part(of: taking.first).lowerBound, taking.first - Self.tokensOfStay)
        for at in stride(from: taking.first - 2, through: start, by: -1) {
            if document.isMark(at, ",") || isFiniteVerb(at) { return nil }
            if document.word(at)?.readings[0].contains(.prtf) == true { return at }
        }
        return nil
    }

    /// Tokens from a participle to what somebody is there for: "находящегося в Ташкенте с официальным визитом для участия".
    private static let tokensOfStay = 12

    /// "отказался участвовать в саммите", "отказался от участия в саммите": what somebody refuses to take part in.
    private func isRefused(_ taking: Int, _ scene: EncounterScene) -> Bool {
        all(marks.encounters.refuse, in: scene.clause).contains { refusal in
            refusal.end <= taking && taking - refusal.end <= 2 && !isNegated(refusal.first)
        }
    }

    /// "прибыл, чтобы принять участие": an infinitive without a verb of its own.
    private func isPurpose(_ verb: Int, _ scene: EncounterScene) -> Bool {
        verbTense(of: verb) == .infinitive && !scene.clause.parts.joined().contains { isFiniteVerb($0) }
    }

    /// "посетил Баку для участия в форуме": what the journey is made for.
    private func isPurpose(_ taking: Mark, of journey: Mark) -> Bool {
        taking.first > journey.first && verbTense(of: taking.first) == nil
            && document.mark(at: journey.first, marks.encounters.go) != nil
            && document.mark(at: taking.first - 1, marks.purpose) != nil
    }

    /// "в переговорах приняли участие министры": they sat beside those who met.
    func isCompany(_ scene: EncounterScene, _ actors: [Actor]) -> Bool {
        actors.allSatisfy { $0.link != .with }
            && all(marks.encounters.attend, in: scene.clause).contains { verbTense(of: $0.first) == nil }
    }

    /// "ожидается участие глав Армении и Грузии": those in the genitive behind the noun.
    func participation(in scene: EncounterScene, isContinued: Bool = false) -> [Actor] {
        for mark in all(marks.encounters.attend, in: scene.clause)
        where verbTense(of: mark.first) == nil
            && (isContinued || document.marks(marks.encounters.with, in: max(0, mark.first - 1)..<mark.end).isEmpty)
        {
            var end = mark.end
            var found: [Actor] = []
            for actor in scene.actors where actor.range.lowerBound >= mark.end && actor.kind != .pronoun {
                let follows = actor.range.lowerBound - end <= (found.isEmpty ? 1 : 0)
                guard follows || actor.isCoordinated && found.last?.range.upperBound == end,
                    actor.cases.contains(.gent), actor.kind != .delegation
                else { break }
                found.append(actor)
                end = actor.range.upperBound
            }
            if !found.isEmpty { return found }
        }
        return []
    }
}
