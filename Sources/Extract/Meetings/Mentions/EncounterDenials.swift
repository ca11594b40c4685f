import Grammar
import Model
import Morphology

/// Encounters that are named and yet not said to be: wished for, invited to, denied.
extension Reading {
    /// "поддержал намерение принять участие в форуме", "может принять участие": nothing says that he will.
    func isWished(_ mark: Mark, _ scene: EncounterScene) -> Bool {
        let infinitive = [mark.first, mark.first - 1].first {
            $0 >= scene.clause.lowerBound && verbTense(of: $0) == .infinitive
        }
        // "предложил совместить визит с участием в заседании"
        if verbTense(of: mark.first) == nil, let verb = finiteVerb(near: mark.first, scene.clause), verb < mark.first,
            document.mark(at: verb, marks.encounters.wish) != nil, !isNegated(verb)
        {
            return true
        }
        guard let infinitive, !isDatedChance(infinitive, scene) else { return false }
        // "намерение министра принять участие", "может принять участие"
        return document.marks(marks.encounters.wish, in: max(scene.clause.lowerBound, infinitive - 6)..<infinitive)
            .contains { wish in
                !(wish.end..<infinitive).contains { document.isMark($0, ",") || isFiniteVerb($0) }
                    && !isNegated(wish.first)
            }
    }

    /// "передал приглашение принять участие в саммите", "поддержал намерение участвовать в форуме"
    func isInvited(to noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        all(marks.encounters.attend, in: scene.clause).contains {
            $0.end <= noun.head && noun.head - $0.end <= 6
                && (isInvitation(before: $0.first, scene) || isWished($0, scene) || isOfWish($0, noun.head, scene))
        }
    }

    /// "не будет принимать участие": the auxiliary has the negation.
    func isNegatedChain(_ verb: Int, _ scene: EncounterScene) -> Bool {
        (max(scene.clause.lowerBound, verb - 3)..<verb + 1).contains {
            isFiniteVerb($0) && document.mark(at: $0 - 1, marks.encounters.not) != nil
        }
    }

    /// "не приехал на встречу с президентом"
    func isDenied(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard noun.kind == .talks || noun.kind == .call, relative(of: noun.head, scene) == nil else { return false }
        if isAbsent(noun.range, scene) { return true }
        guard let verb = finiteVerb(near: noun.head, scene.clause) else { return false }
        let isRefused = document.mark(at: verb, marks.encounters.deny) != nil
        // "сроки встречи президентов не согласовывались"
        if isNegated(verb), document.mark(at: verb, marks.encounters.absent) != nil,
            cases(ofWord: noun.head).contains(.gent),
            document.marks(marks.encounters.schedule, in: max(scene.clause.lowerBound, noun.head - 3)..<noun.head)
                .contains(where: { cases(ofWord: $0.first).contains(.nomn) })
        {
            return true
        }
        // "сообщения о встрече не подтвердились"
        if document.marks(marks.encounters.about, in: max(scene.clause.lowerBound, noun.head - 3)..<noun.head)
            .contains(where: { $0.end <= noun.head })
        {
            return isRefused || isNegated(verb)
        }
        return verb < noun.head && (isNegated(verb) || isRefused && noun.head - verb <= 4)
    }

    /// "встречи не планируется", "как отметил дипломат, встреча пока не намечена", "встречи не будет", "планов встречи нет"
    func isAbsent(_ noun: Range<Int>, _ scene: EncounterScene) -> Bool {
        let head = noun.lowerBound
        guard !isBehindPreposition(head, scene.clause.part(of: head)) else { return false }
        let verbs =
            all(marks.encounters.happen, in: scene.clause)
            + all(marks.encounters.absent, in: scene.clause).filter {
                value($0).isEmpty || cases(ofWord: head).contains(.gent)
            }
        return verbs.contains { verb in
            let between = min(verb.end, noun.upperBound)..<max(verb.first, head)
            return (value(verb) == "none" || isNegated(verb.first))
                && !between.contains { token in
                    isFiniteVerb(token)
                        || document.mark(at: token, marks.encounter) != nil
                            && !isBehindPreposition(token, scene.clause.part(of: token))
                            // "встреча в ходе саммита не намечена"
                            && !isReferred(token..<token + 1)
                }
        }
    }

    /// "может провести встречу": nothing says that it will be.
    func isOnlyWished(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard cases(ofWord: noun.head).contains(.accs),
            !isBehindPreposition(noun.head, scene.clause.part(of: noun.head))
        else { return false }
        return all(marks.encounters.hold, in: scene.clause).contains {
            verbTense(of: $0.first) == .infinitive && $0.end <= noun.head && noun.head - $0.end <= 4
        }
    }

    /// "если встреча состоится"
    func isConditional(_ scene: EncounterScene) -> Bool {
        if document.mark(at: scene.clause.lowerBound, marks.encounters.ifSo) != nil { return true }
        // "не ясно, когда премьер увидится с президентом": on no day that is told.
        if document.mark(at: scene.clause.lowerBound, marks.encounters.when) != nil, dates(in: scene.clause).isEmpty,
            scene.clause.parts.joined().contains(where: { isFiniteVerb($0) && verbTense(of: $0) == .future })
        {
            return true
        }
        // "на вопрос, запланирована ли встреча"
        return all(marks.encounters.asking, in: scene.clause).contains { particle in
            // "премьер Ли Цян" is no question.
            particle.first > scene.clause.lowerBound
                && document.tokens[particle.first].shape.isDisjoint(with: .capitalized)
                && document.word(particle.first - 1)?.can(be: .conj) != true
        }
    }

    /// "отказался от встречи с президентом", on no day that is told: nobody had called one.
    func isRefused(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard noun.kind == .talks || noun.kind == .call, cases(ofWord: noun.head).contains(.gent),
            isBehindPreposition(noun.head, scene.clause.part(of: noun.head)), dates(in: scene.clause).isEmpty
        else { return false }
        return document.marks(marks.encounters.refuse, in: max(scene.clause.lowerBound, noun.head - 4)..<noun.head)
            .contains { $0.end <= noun.head }
    }

    /// "может состояться", with no day: the verb of a chance.
    private func isOnlyChance(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard cases(ofWord: noun.head).contains(.nomn), dates(in: scene.clause).isEmpty else { return false }
        return all(marks.encounters.happen, in: scene.clause).contains { happen in
            verbTense(of: happen.first) == .infinitive
                && document.marks(
                    marks.encounters.wish, in: max(scene.clause.lowerBound, happen.first - 3)..<happen.first
                )
                .contains { isFiniteVerb($0.first) }
        }
    }

    /// "Встреча А и Б возможна лишь осенью": the predicate is that it may be, and no verb says that it will.
    private func isCalledPossible(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard cases(ofWord: noun.head).contains(.nomn),
            !isBehindPreposition(noun.head, scene.clause.part(of: noun.head)), dates(in: scene.clause).isEmpty
        else { return false }
        return all(marks.encounters.wish, in: scene.clause).contains { wish in
            guard wish.first > noun.head, let word = document.word(wish.first), word.can(be: .adjs) else {
                return false
            }
            return !(noun.range.upperBound..<wish.first).contains { isFiniteVerb($0) }
        }
    }

    /// "возможность встречи", "надежда на встречу", "возможна встреча", "высказался за встречу"
    func isOnlyPossible(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard noun.kind == .talks || noun.kind == .call else { return false }
        if isOnlyChance(noun, scene) || isCalledPossible(noun, scene) { return true }
        // "идею проведения в Баку встречи"
        let head = conduct(of: noun, scene) ?? noun.head
        var first = head
        while first > scene.clause.lowerBound, head - first < 4, isAttribute(first - 1) { first -= 1 }
        guard first > scene.clause.lowerBound else { return false }
        if document.mark(at: first - 1, marks.encounters.favour) != nil { return true }
        // "призвал к встрече", "добивается встречи"
        let wanted = max(scene.clause.lowerBound, first - 3)..<first
        if document.marks(marks.encounters.want, in: wanted).contains(where: { want in
            (want.end..<first).allSatisfy { isShortPreposition($0) }
        }) {
            return true
        }
        // "возможную встречу"
        if document.marks(marks.encounters.wish, in: first..<max(first, noun.head)).contains(where: {
            document.word($0.first)?.can(be: .adjf) == true
        }) {
            return true
        }
        let before = max(scene.clause.lowerBound, first - 2)..<first
        return document.marks(marks.encounters.wish, in: before).contains { wish in
            guard let word = document.word(wish.first), word.can(be: .noun) || word.can(be: .adjs) else { return false }
            return (wish.end..<first).allSatisfy { token in
                isShortPreposition(token) || document.mark(at: token, marks.purpose) != nil
            }
        }
    }
}
