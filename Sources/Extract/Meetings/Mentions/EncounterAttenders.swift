import Grammar
import Model
import Morphology

/// Those who hold or attend an encounter that a noun tells: subjects, delegations, envoys, states on a list, the speaker himself.
extension Reading {
    /// The subjects of a verb; of those who attend a whole list behind it, whatever stands between its names.
    func attenders(of governor: Governor, _ scene: EncounterScene) -> [Actor] {
        if let speaker = speaker(acting: governor.verb, scene) { return [speaker] }
        let subjects = isImpersonal(governor.verb, scene) ? [] : agents(of: governor.verb, scene)
        // "канцлеру предстоит участие в саммите"
        if subjects.isEmpty, document.mark(at: governor.verb, marks.encounters.ahead) != nil,
            let actor = scene.actors.first(where: {
                $0.link == .bare && $0.cases.contains(.datv) && [.person, .office].contains($0.kind)
            })
        {
            return [actor]
        }
        if subjects.isEmpty, governor.role == .attended { return delegations(in: scene) }
        guard let last = subjects.last, last.range.lowerBound > governor.verb else {
            return subjects
        }
        let part = scene.clause.part(of: last.range.lowerBound)
        let others = scene.actors.filter { actor in
            actor.range.lowerBound >= last.range.upperBound && part.contains(actor.range.lowerBound)
                && actor.isSubject && (actor.kind == .person || actor.kind == .office)
                && !(last.range.upperBound..<actor.range.lowerBound).contains { isFiniteVerb($0) }
        }
        return subjects + others
    }

    /// "дипломаты Грузии и Австрии провели консультации", "министерства энергетики Грузии и Австрии провели консультации": the states of
    /// those who are nobody in particular.
    func envoys(of governor: Governor, _ scene: EncounterScene) -> [Actor] {
        let people = all(marks.encounters.part, in: scene.clause).filter { value($0) == "envoy" }
        let nouns = (people + all(marks.encounters.institution, in: scene.clause)).map(\.range)
        for noun in nouns + crowds(of: governor, scene)
        where cases(ofWord: noun.lowerBound).contains(.nomn)
            && !isBehindPreposition(noun.lowerBound, scene.clause.part(of: noun.lowerBound))
            && subjectAgrees(noun, with: governor.verb)
        {
            // "представители министерств иностранных дел России и США"
            guard
                let first = places(in: noun.upperBound..<min(scene.clause.upperBound, noun.upperBound + 6)).first(
                    where: {
                        ($0.kind == .name || $0.kind == .capital && $0.range.lowerBound == noun.upperBound)
                            && cases(ofWord: $0.range.upperBound - 1).contains(.gent)
                    }), !(noun.upperBound..<first.range.lowerBound).contains(where: { isFiniteVerb($0) })
            else { continue }
            let states = statesListed(from: first.range.lowerBound, byCapitals: first.kind == .capital)
            guard states.codes.count == 2 || states.codes.count > 2 && governor.role == .attended else { continue }
            return places(in: first.range.lowerBound..<states.end).filter { $0.kind == first.kind }.map { state in
                Actor(range: state.range, kind: .country, country: state.country, cases: .nomn)
            }
        }
        return []
    }

    /// "ректоры вузов Грузии и Австрии собрались на форум": the plural of people before the verb, who are no officials.
    private func crowds(of governor: Governor, _ scene: EncounterScene) -> [Range<Int>] {
        guard document.word(governor.verb)?.can(be: .plur) == true,
            all(marks.encounter, in: scene.clause).contains(where: { value($0) == Meeting.Kind.forum.rawValue })
        else { return [] }
        return (scene.clause.lowerBound..<max(scene.clause.lowerBound, governor.verb)).compactMap { token in
            guard let word = document.word(token), word.can(be: [.noun, .anim, .nomn, .plur]),
                document.tokens[token].shape.isDisjoint(with: .capitalized) || token == scene.sentence.lowerBound,
                !scene.all.contains(where: { $0.range.contains(token) })
            else { return nil }
            return token..<token + 1
        }
    }

    /// "комиссия Грузии и Австрии провела": in number, where both the noun and the verb tell it.
    private func subjectAgrees(_ noun: Range<Int>, with verb: Int) -> Bool {
        guard let verb = document.word(verb), verb.can(be: .verb) else { return true }
        let nouns = noun.compactMap { document.word($0) }.filter { $0.can(be: [.noun, .nomn]) }
        return nouns.isEmpty
            || nouns.contains { word in
                word.can(be: .fixd) || verb.can(be: .plur) && word.can(be: [.noun, .nomn, .plur])
                    || verb.can(be: .sing) && word.can(be: [.noun, .nomn, .sing])
            }
    }

    /// Of a participle whoever it is said of: "с министром, прибывшим для участия в форуме", "с прибывшим на форум министром".
    private func agents(of verb: Int, _ scene: EncounterScene) -> [Actor] {
        guard document.word(verb)?.can(be: .prtf) == true, !isFiniteVerb(verb) else { return subjects(of: verb, scene) }
        guard document.isMark(verb - 1, ",") else {
            let behind = agents(behind: verb, scene)
            return behind.isEmpty ? subjects(of: verb, scene) : behind
        }
        var told = scene.actors.filter { $0.range.upperBound == verb - 1 && $0.kind != .pronoun }
        guard let word = document.word(verb), word.can(be: .plur), !word.can(be: .sing), told.first?.kind == .person
        else { return told }
        // "с президентом А, а также с премьером Б, прибывшими на форум": each of them.
        for actor in scene.actors.reversed() where actor.range.upperBound < told[0].range.lowerBound {
            guard told[0].range.lowerBound - actor.range.upperBound <= Self.tokensOfOffice, actor.kind == .person,
                actor.cases.intersects(cases(ofWord: verb))
            else { break }
            told.insert(actor, at: 0)
        }
        return told
    }

    /// "принял прибывшего в страну для участия в форуме министра": those behind a participle that agree with it.
    private func agents(behind participle: Int, _ scene: EncounterScene) -> [Actor] {
        let form = cases(ofWord: participle)
        guard
            let first = scene.actors.firstIndex(where: {
                $0.range.lowerBound > participle && $0.kind != .country && $0.kind != .pronoun
                    && $0.cases.intersects(form)
            }),
            !(participle..<scene.actors[first].range.lowerBound).contains(where: {
                document.isMark($0, ",") || isFiniteVerb($0)
            })
        else { return [] }
        let told = [scene.actors[first]] + scene.actors[(first + 1)...].prefix { $0.isCoordinated }
        // A leader who receives those who have come to his summit is at it too.
        let hosts = subjects(of: participle, scene)
        return (hosts + told).allSatisfy { $0.level == .headOfState } ? hosts + told : told
    }

    /// Between two who are listed: ", а также с председателем палаты".
    private static let tokensOfOffice = 8

    /// "форум планируется провести": nobody is told to hold it.
    private func isImpersonal(_ verb: Int, _ scene: EncounterScene) -> Bool {
        guard verbTense(of: verb) == .infinitive else { return false }
        return (all(marks.planned, in: scene.clause) + all(marks.encounters.agreeing, in: scene.clause)).contains {
            mark in
            guard abs(mark.first - verb) <= 2, let word = document.word(mark.first) else { return false }
            return word.can(be: [.prts, .neut]) || word.can(be: [.verb, .per3, .sing]) && word.can(be: .intr)
        }
    }

    /// "встретил президента, прибывшего на переговоры с премьером": whoever the participle is said of.
    func participant(before noun: EncounterNoun, _ scene: EncounterScene) -> Actor? {
        var at = noun.head - 1
        while at > scene.clause.lowerBound, noun.head - at < 8, !document.isMark(at, ","), !isFiniteVerb(at) { at -= 1 }
        guard document.isMark(at, ","), document.word(at + 1)?.can(be: .prtf) == true,
            var actor = scene.actors.last(where: { $0.range.upperBound == at }),
            actor.kind == .person || actor.kind == .office, !actor.cases.contains(.nomn),
            actor.cases.intersects(cases(ofWord: at + 1))
        else { return nil }
        actor.cases = .nomn
        actor.link = .bare
        return actor
    }

    /// "участие подтвердили все члены – Армения, Беларусь и Россия": states in the nominative behind a dash.
    func statesListed(in scene: EncounterScene) -> [Actor] {
        let states = scene.actors.filter { $0.kind == .country && $0.isSubject }
        if let first = states.first, states.dropFirst().allSatisfy(\.isCoordinated),
            states.count > 1,
            scene.actors.allSatisfy({ $0.kind == .country || $0.range.lowerBound < first.range.lowerBound })
        {
            return states
        }
        guard let dash = (scene.clause.lowerBound..<scene.clause.upperBound).first(where: { document.isDash($0) }),
            let first = scene.actors.firstIndex(where: { $0.range.lowerBound == dash + 1 && $0.kind == .country })
        else { return [] }
        var found = [scene.actors[first]]
        for actor in scene.actors[(first + 1)...] {
            guard actor.kind == .country, actor.isCoordinated else { break }
            found.append(actor)
        }
        return found
    }

    /// "делегации России, Китая и Индии": the states in the genitive behind the word, several of them.
    func delegations(in scene: EncounterScene) -> [Actor] {
        for mark in all(marks.encounters.part, in: scene.clause) where value(mark) == "delegation" {
            var found: [Actor] = []
            var end = mark.end
            for actor in scene.all
            where actor.kind == .country && actor.range.lowerBound >= mark.end
                || actor.kind == .delegation && actor.country != nil && actor.range.lowerBound == mark.first
            {
                let isNext =
                    actor.range.lowerBound == end + 1 && (document.isMark(end, ",") || isShortConjunction(end))
                // "Северного Кипра" is another than the one that its noun names.
                if actor.range.lowerBound == end + 2, document.isMark(end, ","),
                    document.tokens[end + 1].shape.contains(.capitalized),
                    document.word(end + 1)?.can(be: .adjf) == true
                {
                    end = actor.range.upperBound
                    continue
                }
                guard
                    actor.range.lowerBound == end || actor.range.lowerBound == mark.first || !found.isEmpty && isNext
                        || !found.isEmpty && (actor.isCoordinated || isListed(end..<actor.range.lowerBound))
                else { break }
                found.append(actor)
                end = actor.range.upperBound
            }
            if found.count > 1 { return found }
        }
        return []
    }

    /// "Турции, Северного Кипра, Венгрии": a name between commas that is no state's goes on with the list.
    private func isListed(_ between: Range<Int>) -> Bool {
        guard (3...6).contains(between.count), document.isMark(between.lowerBound, ","),
            document.isMark(between.upperBound - 1, ",") || isShortConjunction(between.upperBound - 1)
        else { return false }
        return between.dropFirst().dropLast().allSatisfy { document.tokens[$0].shape.contains(.capitalized) }
    }

    /// "В рамках заседания выступили президент А и премьер Б": who speaks at the assembly told before.
    func speakers(during noun: EncounterNoun, _ scene: EncounterScene) -> EncounterMention? {
        // "Во время встречи выступят министр А и министр Б": a meeting that somebody speaks at is an assembly.
        let isCalled = document.mark(at: noun.head, marks.encounters.called) != nil
        guard [.session, .summit, .forum].contains(noun.kind) || isCalled, isReferredAside(noun.range),
            let verb = all(marks.encounters.attend, in: scene.clause).first(where: {
                isFiniteVerb($0.first) && value($0) != "arrive" && !isNegated($0.first)
                    && (isCalled
                        ? document.mark(at: $0.first, marks.encounters.meet) == nil
                        : verbTense(of: $0.first) == .past)
            }),
            // Of no organisation and no state of its own: the one that the text tells of.
            document.marks(
                marks.organisation,
                in: noun.range.lowerBound..<min(scene.sentence.upperBound, noun.range.upperBound + 4)
            ).isEmpty, sideCountries(of: noun.range, scene).isEmpty
        else { return nil }
        let actors = attenders(of: Governor(role: .attended, verb: verb.first, status: .held), scene)
            .filter { $0.kind == .person || $0.kind == .office }
        guard Set(actors.compactMap(\.country)).count >= 2, actors.allSatisfy({ $0.link != .with }) else { return nil }
        var mention = EncounterMention(going: noun.kind, on: noun.range, scene)
        mention.actors = actors
        return mention
    }

    /// "встречусь с коллегой", "я провел переговоры", "мы обсудили": whoever speaks, where he tells what he does.
    func speaker(acting verb: Int, _ scene: EncounterScene) -> Actor? {
        guard let word = document.word(verb) else { return nil }
        let isOne = word.can(be: [.verb, .per1])
        let isPast = word.can(be: [.verb, .past])
        let tells = (max(scene.clause.lowerBound, verb - 6)..<min(scene.clause.upperBound, verb + 3)).contains {
            token in
            document.word(token)?.can(be: [.npro, .per1, .nomn]) == true
        }
        return isOne || isPast && tells ? speaker(of: scene) : nil
    }

    /// "у нас состоялись переговоры с президентом": whoever speaks.
    func speakerOwning(_ scene: EncounterScene) -> Actor? {
        let isOurs = scene.clause.parts.joined().contains { token in
            document.word(token)?.can(be: [.npro, .per1, .gent]) == true
                && document.mark(at: token - 1, marks.encounters.with).map { value($0) == "at" } ?? false
        }
        return isOurs ? speaker(of: scene) : nil
    }

    /// "«Состоялся разговор с президентом. Я поблагодарил его», – сказал премьер": whoever is quoted, where those whom he tells of are of
    /// other states.
    func speakerQuoted(_ scene: EncounterScene, company: [Actor]) -> Actor? {
        guard isQuotation(Int(document.sentenceOf[scene.sentence.lowerBound])), let speaker = speaker(of: scene),
            let home = speaker.country, speaker.level != nil,
            company.allSatisfy({ $0.person != speaker.person && $0.country != home }),
            // "В связи со встречей с президентом А премьер работает дома", – сказала пресс-секретарь
            !scene.actors.contains(where: { $0.isSubject && ($0.kind == .person || $0.kind == .office) })
        else { return nil }
        return speaker
    }

    /// Whether a sentence stands in a quotation that it or one of the few before it opens.
    private func isQuotation(_ sentence: Int) -> Bool {
        for index in stride(from: sentence, through: max(0, sentence - Self.reachOfQuotation), by: -1) {
            let words = document.sentences[index]
            if index < sentence, closesQuote(words.upperBound - 1) || closesQuote(words.upperBound - 2) { return false }
            if opensQuote(words.lowerBound) { return true }
        }
        return false
    }

    /// Sentences of a quotation before one of its own.
    private static let reachOfQuotation = 6

    /// Who speaks, where somebody tells of himself: "хотел бы подтвердить свое участие".
    func speaker(of scene: EncounterScene) -> Actor? {
        let sentence = Int(document.sentenceOf[scene.sentence.lowerBound])
        guard let name = discourse.speakers[sentence],
            let person = people.persons.firstIndex(where: { $0.name == name })
        else { return nil }
        let it = people.persons[person]
        return Actor(
            range: scene.sentence.lowerBound..<scene.sentence.lowerBound + 1, kind: .person, person: person,
            country: it.country, office: it.office, level: it.level, cases: .nomn)
    }
}
