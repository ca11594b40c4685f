import Grammar
import Model
import Morphology

/// The verb that a noun of an encounter hangs on, and what it says of it: that it took place, is to come, or is only spoken of.
extension Reading {
    /// "проведение переговоров": the noun that governs it, whose case counts.
    func conduct(of noun: EncounterNoun, _ scene: EncounterScene) -> Int? {
        guard cases(ofWord: noun.head).contains(.gent) else { return nil }
        for at in stride(from: noun.head - 1, through: max(scene.clause.lowerBound, noun.head - 9), by: -1) {
            if document.mark(at: at, marks.encounters.conduct) != nil { return at }
            // "проведение в Алжире в первой половине 2025 года заседания"
            if !dates(touching: at..<at + 1).isEmpty { continue }
            // "проведение в Баку встречи"
            let isWhere = isLocalPreposition(at) || places(in: at..<at + 1).contains { $0.kind != .adjective }
            guard isWhere || document.word(at)?.can(be: [.adjf, .gent]) ?? (document.tokens[at].kind == .number) else {
                break
            }
        }
        return nil
    }

    /// "президенты продолжили переговоры", and not "программу продолжили переговоры": those who do it stand before it.
    private func isHolding(_ mark: Mark, _ scene: EncounterScene) -> Bool {
        document.mark(at: mark.first, marks.encounters.hold) != nil
            && subjects(of: mark.first, scene).contains {
                $0.range.upperBound <= mark.first && $0.range.lowerBound >= scene.clause.lowerBound
                    && ($0.kind == .person || $0.kind == .group)
            }
    }

    /// "провели переговоры, затем состоялся обед": a verb in the singular has no subject in the plural, nor of another gender.
    private func isSubject(_ noun: Range<Int>, of verb: Int) -> Bool {
        guard let word = document.word(verb), word.can(be: [.verb, .sing]), !word.can(be: .neut), !word.can(be: .plur)
        else { return true }
        // "состоялась встреча и переговоры"
        let between = min(verb + 1, noun.upperBound)..<max(verb, noun.lowerBound)
        if !document.marks(marks.encounter, in: between).isEmpty { return true }
        let nominative: Grammemes = [.noun, .nomn, .sing]
        let form = nominative.union(word.parses[0].tag.grammemes.intersection(Grammemes.genders))
        return noun.contains { (token: Int) -> Bool in
            guard let word = document.word(token), word.isKnown else { return true }
            return word.can(be: form) || word.can(be: .fixd)
        }
    }

    private func isCharged(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        conduct(of: noun, scene).map { isCharge($0, scene) } ?? false
    }

    /// "оргкомитет по подготовке и проведению форума": what a body is there for.
    private func isCharge(_ token: Int, _ scene: EncounterScene) -> Bool {
        cases(ofWord: token) == .datv
            && (max(scene.clause.lowerBound, token - 3)..<token).contains { document.word($0)?.can(be: .prep) == true }
    }

    func governor(of noun: EncounterNoun, _ scene: EncounterScene) -> Governor? {
        // "конференция по проведению саммита"
        if isCharged(noun, scene) { return nil }
        let head = conduct(of: noun, scene) ?? noun.head
        var cases = cases(ofWord: head)
        if isGenitive(head, cases, scene.clause) { cases = .gent }
        let isBehind = isBehindPreposition(head, scene.clause.part(of: head))
        if !isBehind, cases.contains(.nomn) {
            for mark in all(marks.encounters.happen, in: scene.clause)
            where !isParted(mark.first, noun.range, scene) && mark.first != noun.head && !isHolding(mark, scene)
                // "совет готовится к подписанию"
                && !(document.mark(at: mark.first, marks.planned).map { $0.end > mark.end } ?? false)
                && isSubject(head == noun.head ? noun.range : head..<head + 1, of: mark.first)
            {
                if let status = status(mark, scene) {
                    return Governor(role: .happens, verb: mark.first, status: status)
                }
            }
        }
        if !isBehind, cases.contains(.nomn), !noun.isBody, let passive = passiveHolding(of: noun, head, scene) {
            return passive
        }
        if !isBehind, cases.contains(.nomn), isSetByDash(noun, scene) {
            return Governor(role: .happens, verb: noun.head, status: .planned)
        }
        if !isBehind, cases.contains(.nomn), let verb = expectation(of: noun, scene) {
            return Governor(role: .happens, verb: verb, status: .planned)
        }
        // "состоявшейся встречей", "встречу, намеченную на осень"
        for mark in all(marks.encounters.happen, in: scene.clause)
        where document.word(mark.first)?.can(be: .prtf) == true
            && (isNear(mark.first, noun.head) && agrees(mark.first, with: noun.head)
                || isApposed(mark.first, to: noun, scene))
        {
            // Of the noun, while the verb of the clause tells what those who met did.
            if let status = status(mark, scene) {
                return Governor(role: .happens, verb: mark.first, status: status, isMain: false)
            }
        }
        if !isBehind, cases.contains(.accs) {
            // Of a body only "созвать", which no order of its own follows.
            for mark in all(marks.encounters.hold, in: scene.clause)
            where !isIdle(mark.range) && !isWished(mark, scene) && (!noun.isBody || value(mark) == "convene") {
                guard let status = status(mark, scene) else { continue }
                // "анонсировал заседание комиссии": who tells of it need not take part.
                let isOnlyTold = noun.kind == .session && value(mark) == Meeting.Status.planned.rawValue
                return Governor(role: isOnlyTold ? .happens : .held, verb: mark.first, status: status)
            }
        }
        return attendance(of: noun, scene) ?? stay(at: noun, scene) ?? speaking(at: noun, scene)
            ?? relativeGovernor(of: noun, scene)
    }

    /// "в мае премьер был в Осло на саммите": whoever is where an assembly is, for it.
    private func stay(at noun: EncounterNoun, _ scene: EncounterScene) -> Governor? {
        guard noun.kind == .summit || noun.kind == .forum, isOn(noun.head, scene), !isAtMargins(noun.range),
            !isReferredAside(noun.range)
        else { return nil }
        let verb = all(marks.encounters.go, in: scene.clause).first { mark in
            mark.end <= noun.head && isFiniteVerb(mark.first) && verbTense(of: mark.first) == .past
                && !isNegated(mark.first) && !isAuxiliary(mark.first, scene.clause)
                && subjects(of: mark.first, scene).contains { $0.kind == .person }
        }
        guard let verb,
            places(in: verb.end..<noun.head).contains(where: { isLocative($0.range, scene.clause.hull, .loct) })
        else { return nil }
        return Governor(role: .attended, verb: verb.first, status: .held)
    }

    /// "в завершении заседания примут решение": a form that may be a plural object is a genitive behind what refers to it.
    private func isGenitive(_ head: Int, _ cases: Grammemes, _ clause: Clause) -> Bool {
        guard cases.contains(.gent), cases.intersects([.nomn, .accs]) else { return false }
        // "в контексте встречи президентов": behind a noun that a preposition governs.
        var before = head - 1
        while before > clause.lowerBound, document.word(before)?.can(be: [.adjf, .gent]) == true { before -= 1 }
        if before > clause.lowerBound, document.word(before - 1)?.can(be: .prep) == true,
            document.word(before)?.parses[0].tag.grammemes.contains(.noun) == true,
            document.marks(at: before).allSatisfy({
                $0.kind == marks.planned || $0.kind == marks.encounters.preparing
            }), places(in: before..<before + 1).isEmpty,
            dates(touching: before..<before + 1).isEmpty
        {
            return true
        }
        return reference(to: head, clause).map { $0.range.count > 1 } ?? false
    }

    /// "встреча с премьер-министром А, запланированная на среду"
    func isApposed(_ participle: Int, to noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        participle > noun.head && participle - noun.head < 16 && document.isMark(participle - 1, ",")
            && agrees(participle, with: noun.head)
    }

    /// "прошедшем в этот день в Ташкенте очередном заседании": before the noun without a comma between, or right behind.
    private func isNear(_ participle: Int, _ head: Int) -> Bool {
        if abs(participle - head) <= 5 { return true }
        return participle < head && head - participle <= 9
            && !(participle..<head).contains { document.isMark($0, ",") || isFiniteVerb($0) }
    }

    /// In case and in gender or number.
    private func agrees(_ participle: Int, with head: Int) -> Bool {
        guard let word = document.word(participle), let noun = document.word(head) else { return false }
        let genders = { (word: Word) in
            word.parses.reduce(Grammemes()) {
                $0.union($1.tag.grammemes.intersection(Grammemes.genders.union(.plur)))
            }
        }
        return cases(ofWord: participle).intersects(cases(ofWord: head)) && genders(word).intersects(genders(noun))
    }

    /// "сообщил министр на заседании Совета ШОС": who speaks there takes part.
    func speaking(at noun: EncounterNoun, _ scene: EncounterScene) -> Governor? {
        guard [.session, .summit, .forum].contains(noun.kind), !noun.isBody,
            isOn(noun.head, scene) || isDuring(noun.head, scene), !confersAside(scene),
            !document.marks(
                marks.organisation,
                in: noun.range.lowerBound..<min(scene.sentence.upperBound, noun.range.upperBound + 8)
            ).isEmpty || sideCountries(of: noun.range, scene).count >= 2,
            let verb = all(marks.speech, in: scene.clause).first(where: {
                isFiniteVerb($0.first) && verbTense(of: $0.first) == .past
            })?.first ?? actingVerb(at: noun, scene), distance(verb..<verb + 1, noun.range) <= 14,
            subjects(of: verb, scene).contains(where: { $0.kind == .person }), !isSaidOf(noun, by: verb, scene)
        else { return nil }
        return Governor(role: .attended, verb: verb, status: .held)
    }

    /// "Декларация может быть подписана на заседании совета, заявил министр": who tells it, behind the comma, of what is done there.
    private func isSaidOf(_ noun: EncounterNoun, by verb: Int, _ scene: EncounterScene) -> Bool {
        verb > noun.range.upperBound
            && (noun.range.upperBound..<verb).contains { document.isMark($0, ",") }
            && (scene.clause.lowerBound..<verb).contains { isFiniteVerb($0) }
    }

    /// "сообщил министр в ходе заседания": while it sat, not beside it.
    func isDuring(_ head: Int, _ scene: EncounterScene) -> Bool {
        reference(to: head, scene.clause).map { document.mark(at: $0.first, marks.encounters.during) != nil } ?? false
    }

    /// "на заседании Совета ШОС президент призвал": the verb of the clause, with nothing between that the assembly may belong to.
    private func actingVerb(at noun: EncounterNoun, _ scene: EncounterScene) -> Int? {
        guard let verb = finiteVerb(near: noun.head, scene.clause), verbTense(of: verb) == .past, !isNegated(verb),
            document.mark(at: verb, marks.encounters.happen) == nil,
            document.mark(at: verb, marks.encounters.go) == nil,
            document.mark(at: verb, marks.encounters.meet).map({ !meetThere($0, scene) }) ?? true
        else { return nil }
        let between = min(verb + 1, noun.range.upperBound)..<max(verb, noun.range.lowerBound)
        // "подписал закон, принятый на заседании", "об итогах встречи на заседании"
        let isFree = !between.contains { token in
            document.word(token)?.can(be: .prtf) == true || document.isMark(token, ",")
        }
        return isFree && document.marks(marks.encounter, in: between).isEmpty
            && document.marks(marks.encounters.take, in: between).isEmpty ? verb : nil
    }

    /// "на заседании": right behind the preposition, or with adjectives between.
    func isOn(_ token: Int, _ scene: EncounterScene) -> Bool {
        guard cases(ofWord: token).contains(.loct) else { return false }
        for at in stride(from: token - 1, through: max(scene.clause.lowerBound, token - 4), by: -1) {
            if isLocalPreposition(at) { return true }
            guard isAttribute(at) else { return false }
        }
        return false
    }

    /// "которая прошла в среду", "которую провели вице-премьеры"
    func relativeGovernor(of noun: EncounterNoun, _ scene: EncounterScene) -> Governor? {
        let cases = cases(ofWord: noun.head)
        // "по итогам которых планируется заявление" says nothing of the encounter itself.
        if let relative = relative(of: noun, scene), isRelative(relative.lowerBound) {
            let verbs = all(marks.encounters.happen, in: relative) + all(marks.encounters.hold, in: relative)
            for mark in verbs where !noun.isBody || cases.contains(.nomn) {
                if let status = status(mark, scene) {
                    return Governor(role: .happens, verb: mark.first, status: status, isMain: false)
                }
            }
        }
        return nil
    }

    /// The relative clause of the first word of its phrase, or else of the last.
    func relative(of noun: EncounterNoun, _ scene: EncounterScene) -> Clause? {
        relative(of: noun.head, scene) ?? relative(of: noun.range.upperBound - 1, scene)
    }

    /// "приветствовал намерение провести форум", "обсудили вопросы участия в форуме": what is only wished for, or talked about.
    func isOfWish(_ attending: Mark, _ noun: Int, _ scene: EncounterScene) -> Bool {
        if let word = document.word(attending.first), word.can(be: [.noun, .sing, .gent]),
            !word.can(be: [.noun, .sing, .accs]), !isBehindPreposition(attending.first, scene.sentence),
            document.marks(marks.encounters.confer, in: scene.sentence.lowerBound..<attending.first).contains(where: {
                isFiniteVerb($0.first)
            })
        {
            return true
        }
        return document.marks(marks.encounters.wish, in: attending.end..<max(attending.end, noun)).contains { wish in
            document.word(wish.first)?.can(be: [.noun, .accs]) == true && wish.first == attending.end
        }
    }

    /// "договорились о встрече": those who agree on it will meet.
    func isAgreed(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        // "договорились в телефонном разговоре": they have had it.
        guard !isReferredAside(noun.range), !isOn(noun.head, scene) else { return false }
        let before = max(scene.clause.lowerBound, noun.head - 5)..<noun.head
        return document.marks(marks.planned, in: before).contains { isFiniteVerb($0.first) }
    }

    /// What a verb says of whether it happened; nil where it is only wished.
    func status(_ mark: Mark, _ scene: EncounterScene) -> Meeting.Status? {
        // "с тех пор не проводилось"
        if document.mark(at: mark.first - 1, marks.encounters.not) != nil {
            // "не состоялась": called off, where it was to be.
            let isOff =
                document.mark(at: mark.first - 1, marks.cancelled) != nil && verbTense(of: mark.first) != .present
            return isOff && isExpectedBefore(mark, scene) ? .cancelled : nil
        }
        // "Саммит продлится до пятницы" says nothing of whether it has begun, "планировавшиеся переговоры" that they were not held.
        if value(mark) == "lasts", verbTense(of: mark.first) == .future { return nil }
        if value(mark) == Meeting.Status.planned.rawValue {
            return document.word(mark.first)?.can(be: [.prtf, .past, .actv]) == true ? nil : .planned
        }
        switch verbTense(of: mark.first) {
        case .past, .present, nil: return .held
        case .future: return .planned
        case .infinitive:
            // "не планируют проводить разговор"
            let isPlanned = document.marks(marks.planned, in: scene.sentence).contains {
                !($0.end <= mark.first && isFiniteVerb($0.first) && isNegated($0.first))
            }
            return isPlanned || isDatedChance(mark.first, scene) || agreement(on: mark.first, scene) != nil
                ? .planned : nil
        }
    }

    /// "намечавшаяся на 12 мая встреча не состоялась": it was to be, or on a day that is told.
    private func isExpectedBefore(_ mark: Mark, _ scene: EncounterScene) -> Bool {
        !dates(in: scene.clause).isEmpty
            || all(marks.encounters.happen, in: scene.clause).contains {
                value($0) == Meeting.Status.planned.rawValue && $0.first != mark.first
            }
    }

    /// Another verb stands between the noun and this one.
    func isParted(_ verb: Int, _ noun: Range<Int>, _ scene: EncounterScene) -> Bool {
        let between = verb < noun.lowerBound ? verb + 1..<noun.lowerBound : noun.upperBound..<max(noun.upperBound, verb)
        return between.contains {
            scene.clause.contains($0) && document.word($0)?.parses[0].tag.grammemes.contains(.verb) ?? false
                // "дважды переносилось и состоялось в марте"
                && document.mark(at: $0, marks.postponed) == nil
        }
    }
}
