import Grammar
import Model
import Morphology

/// How phrases of people hang together: on the preposition before them, and on one another in a list.
extension Reading {
    /// Ties each to the preposition before it, and those of a list to the first of it.
    func linked(_ actors: [Actor]) -> [Actor] {
        var actors = actors
        for index in actors.indices {
            let actor = actors[index]
            let sentence = document.sentence(of: actor.range.lowerBound)
            if index > 0, sentence.contains(actors[index - 1].range.lowerBound) {
                let previous = beforeParticiple(index, actors, sentence) ?? actors[index - 1]
                let between = previous.range.upperBound..<max(previous.range.upperBound, actor.range.lowerBound)
                // "в рамках визита в Минск губернатор встретился": what stands behind a place is no list.
                if joinsList(between), !isSaid(by: previous, between), !closesApposition(index, actors, between),
                    !between.isEmpty
                        || previous.kind != .country && (previous.kind != .person || previous.link != .other)
                            // "После переговоров А и Б пресс-секретарь сообщила": who acts is not one of them.
                            && (previous.cases.contains(.nomn)
                                || !cases(ofWord: actor.range.lowerBound).contains(.nomn)),
                    previous.kind == .group || !previous.cases.intersection(actor.cases).isEmpty,
                    actor.kind != .country || previous.kind == .country,
                    // "в рамках поездки в Брюссель, президент Грузии встретился"
                    previous.kind != .country || actor.kind == .country || previous.link != .other
                {
                    actors[index].isCoordinated = true
                    actors[index].link = previous.link
                    let both = previous.cases.intersection(actor.cases)
                    if !both.isEmpty { actors[index].cases = both }
                    continue
                }
            }
            actors[index].link = link(of: actor, in: sentence)
            // Behind "с" and "между" it stands in the instrumental, whatever else its form could be.
            if actors[index].link == .with || actors[index].link == .between {
                actors[index].cases = .ablt
                // "с ним" is one, though "к ним" is several.
                if actor.kind == .pronoun, let word = document.word(actor.range.lowerBound) {
                    actors[index].isPlural = word.can(be: [.npro, .ablt, .plur])
                }
            }
        }
        return actors
    }

    /// "приняли президент Никарагуа А и глава МИД Б": of a list the state told once is that of whoever's office tells none.
    func ofOneState(_ actors: [Actor]) -> [Actor] {
        var actors = actors
        for index in actors.indices.dropFirst() {
            guard actors[index].isCoordinated, actors[index].kind == .person, actors[index].country == nil,
                case let before = actors[index - 1], before.kind == .person, let country = before.country,
                before.level != nil,
                // "президенты А и Б" are of two states.
                !before.level.isLeader || before.office != actors[index].office,
                let level = actors[index].level, level != .business, actors[index].office != .ambassador,
                actors[index].office != .secretaryGeneral, actors[index].organisation == nil,
                actors[index].person.map({ people.persons[$0].organisation == nil }) ?? true,
                // "министр и его коллега А": of another.
                people.names(in: actors[index].range).first.flatMap({ colleagueBefore($0.range.lowerBound) }) == nil
            else { continue }
            actors[index].country = country
        }
        return actors
    }

    /// "С А, президентом Мали, канцлер проговорила": the comma behind words that only say who the one before is.
    private func closesApposition(_ index: Int, _ actors: [Actor], _ between: Range<Int>) -> Bool {
        guard index > 1, between.count == 1, document.isMark(between.lowerBound, ","),
            case let title = actors[index - 1], case let name = actors[index - 2],
            title.range.lowerBound == name.range.upperBound + 1, document.isMark(name.range.upperBound, ","),
            people.names(in: title.range).isEmpty, name.kind == .person, title.kind == .person || title.kind == .office
        else { return false }
        return title.person == nil || title.person == name.person
    }

    /// "Как сообщил А, президент Б прибыл": who tells it is parted from those he tells of.
    private func isSaid(by actor: Actor, _ between: Range<Int>) -> Bool {
        guard between.count == 1, document.isMark(between.lowerBound, ",") else { return false }
        let sentence = document.sentence(of: actor.range.lowerBound)
        let before = sentence.lowerBound..<max(sentence.lowerBound, actor.range.lowerBound)
        return document.marks(marks.speech, in: before).contains { isFiniteVerb($0.first) }
            && before.filter { isFiniteVerb($0) }.count == 1
    }

    /// A comma, a conjunction, or nothing at all: "президенты А и Б", "министр Д, министр Е".
    private func joinsList(_ range: Range<Int>) -> Bool {
        // "главы Армении и Грузии, а также премьер-министр Ирана"
        if range.count == 3, document.isMark(range.lowerBound, ","),
            document.mark(at: range.upperBound - 1, marks.encounters.join) != nil
        {
            return true
        }
        if isParticipial(range) { return true }
        // "президенты Чили и Катара А и шейх Б"
        if !range.isEmpty, let titles = titles(before: range.upperBound, from: range.lowerBound) {
            return joinsList(range.lowerBound..<titles)
        }
        // "президент и его коллега", "министр, а также его визави"
        let isOwn =
            !range.isEmpty && range.count <= 3
            && (document.word(range.upperBound - 1).map { $0.can(be: [.adjf, .apro]) || $0.can(be: .npro) } ?? false)
        // "принял в Баку своего коллегу": a possessive alone joins nothing.
        if isOwn, range.count == 1 { return false }
        let range = isOwn ? range.lowerBound..<range.upperBound - 1 : range
        guard range.count <= 2 else { return false }
        return range.allSatisfy { token in
            document.isMark(token, ",") || document.word(token).map { $0.can(be: .conj) && $0.text.count == 1 } ?? false
        }
    }

    /// "президент А, находящийся в стране с визитом, и президент Б"
    private func isParticipial(_ between: Range<Int>) -> Bool {
        (5...Self.tokensOfParticiple).contains(between.count) && document.isMark(between.lowerBound, ",")
            && document.word(between.lowerBound + 1)?.can(be: .prtf) == true
            && document.isMark(between.upperBound - 2, ",")
            && document.word(between.upperBound - 1).map({ $0.can(be: .conj) && $0.text.count == 1 }) ?? false
    }

    private static let tokensOfParticiple = 24

    /// "между президентом А, находящимся в Турции с визитом, и премьером Б": the one whom the participle between is said of, in which
    /// states may be named.
    private func beforeParticiple(_ index: Int, _ actors: [Actor], _ sentence: Range<Int>) -> Actor? {
        var at = index - 1
        while at > 0, actors[at].kind == .country, sentence.contains(actors[at - 1].range.lowerBound) {
            at -= 1
            let between = actors[at].range.upperBound..<actors[index].range.lowerBound
            if actors[at].kind != .country, isParticipial(between) { return actors[at] }
        }
        return nil
    }

    /// Where the titles and styles of address begin that end at a token: "шейх", "Его Высочество".
    private func titles(before end: Int, from start: Int) -> Int? {
        (max(start, end - Self.tokensOfStyle)..<max(start, end)).first { token in
            document.mark(at: token, marks.nameTitle)?.end == end
                || document.mark(at: token, marks.officeHonorific)?.end == end
        }
    }

    private static let tokensOfStyle = 3

    private func link(of actor: Actor, in sentence: Range<Int>) -> Actor.Link {
        // No preposition governs a nominative: "накануне лидер провел" has an adverb.
        if !actor.cases.intersects([.gent, .datv, .accs, .ablt, .loct]) { return .bare }
        // "до этого премьеры встречались": the words before are an adverb.
        let isBehindAdverb = (max(sentence.lowerBound, actor.range.lowerBound - 3)..<actor.range.lowerBound).contains {
            document.mark(at: $0, marks.encounters.earlier).map { $0.end == actor.range.lowerBound } ?? false
        }
        // "в марте Порошенко посетит": nor do those behind a time, which the preposition governs.
        let isBehindTime =
            dates(touching: max(0, actor.range.lowerBound - 1)..<actor.range.lowerBound).contains {
                $0.range.upperBound == actor.range.lowerBound
            } || document.mark(at: actor.range.lowerBound - 1, marks.weekday) != nil
        if isBehindAdverb || isBehindTime, actor.cases.contains(.nomn) { return .bare }
        var at = actor.range.lowerBound - 1
        var steps = 0
        // "во время встречи министра": of the cases of the words between only what they share.
        var shared = actor.cases
        // "принял в понедельник посла": nor the object.
        while !isBehindTime, at >= sentence.lowerBound, steps < 6, let word = document.word(at) {
            if let link = preposition(endingAt: at + 1, sentence) {
                // "с утра гостя принял президент": no part of the phrase that the preposition governs.
                return link == .with && steps > 0 && !shared.contains(.ablt) ? .bare : link
            }
            if word.can(be: .prep), !word.can(be: .noun) || word.length < 2 || actor.kind == .country && word.length < 3
            {
                // "накануне" before a clause is an adverb.
                return document.mark(at: at, marks.day) == nil ? .other : .bare
            }
            // "с вновь назначенным генеральным консулом"
            if steps > 0, word.can(be: .advb), document.word(at + 1)?.can(be: .prtf) == true {
                at -= 1
                steps += 1
                continue
            }
            shared = cases(ofWord: at).intersection(shared)
            let agrees = !shared.isEmpty
            let modifies = word.can(be: .adjf) || word.can(be: .prtf) || word.can(be: .noun) && !word.can(be: .verb)
            let isName = placeSlice(at..<at + 1).contains { $0.kind != .adjective }
            guard agrees, modifies, !isName, steps < 4, document.mark(at: at, marks.encounter) == nil else { break }
            at -= 1
            steps += 1
        }
        // "с находящимся в стране с визитом премьер-министром": the preposition stands before the participle.
        guard actor.cases.contains(.ablt), !actor.cases.contains(.nomn) else { return .bare }
        at = actor.range.lowerBound - 1
        while at > sentence.lowerBound, actor.range.lowerBound - at < 24 {
            if isFiniteVerb(at) { break }
            // "находящимся в Турции с рабочим визитом": how somebody is there, and nobody's company.
            let isOfVisit = document.marks(marks.encounter, in: at..<min(sentence.upperBound, at + 3)).contains {
                value($0) == Meeting.Kind.visit.rawValue
                    && (at..<$0.first).allSatisfy { document.word($0)?.can(be: [.adjf, .ablt]) == true }
            }
            if !isOfVisit, let word = document.word(at),
                word.can(be: [.prtf, .ablt]) || word.can(be: [.adjf, .ablt]) || word.can(be: [.noun, .ablt]),
                let link = preposition(endingAt: at, sentence)
            {
                return link
            }
            at -= 1
        }
        return .bare
    }

    private func preposition(endingAt end: Int, _ sentence: Range<Int>) -> Actor.Link? {
        for first in max(sentence.lowerBound, end - 3)..<end {
            guard let mark = document.mark(at: first, marks.encounters.with), mark.end == end else { continue }
            switch value(mark) {
            case "between", "at": return .between
            case "including": return .including
            case "beside": return .other
            default: return .with
            }
        }
        return nil
    }
}
