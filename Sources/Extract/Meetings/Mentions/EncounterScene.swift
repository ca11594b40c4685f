import Grammar
import Model
import Morphology

/// A clause of a sentence: its tokens, in several stretches where a relative clause interrupts it.
struct Clause {
    var parts: [Range<Int>] = []
    /// Opened by a relative pronoun.
    var isRelative = false
    /// Words on what was done at another encounter: "договоренностей, достигнутых в ходе визита в июле".
    var isBygone = false
    /// By its number, the sentence it lies in; negative where it was made otherwise than by parting one.
    var sentence = -1

    var lowerBound: Int { parts.first?.lowerBound ?? 0 }
    var upperBound: Int { parts.last?.upperBound ?? 0 }
    /// From the first token to the last.
    var hull: Range<Int> { lowerBound..<upperBound }

    func contains(_ token: Int) -> Bool { parts.contains { $0.contains(token) } }

    /// The stretch that a token lies in.
    func part(of token: Int) -> Range<Int> { parts.first { $0.contains(token) } ?? hull }
}

/// A clause with those who appear in it and with the sentence around it.
///
/// A class: dozens of recognizers hand it on, none of them changes it.
final class EncounterScene {
    let sentence: Range<Int>
    let clause: Clause
    /// All clauses of the sentence, in order.
    let clauses: [Clause]
    /// Those of the clause.
    let actors: [Actor]
    /// Those of the whole sentence.
    let all: [Actor]

    init(sentence: Range<Int>, clause: Clause, clauses: [Clause], actors: [Actor], all: [Actor]) {
        self.sentence = sentence
        self.clause = clause
        self.clauses = clauses
        self.actors = actors
        self.all = all
    }

    /// The relative clause that opens next behind a token.
    func relative(after token: Int) -> Clause? {
        clauses.first { $0.lowerBound > token && $0.isRelative && $0.lowerBound - token <= 16 }
    }
}

extension Reading {
    /// The scenes of each sentence of the article proper; none of what is noise.
    func scenes(_ actors: [Actor]) -> [[EncounterScene]] {
        var here = Array(repeating: [Actor](), count: document.sentences.count)
        for actor in actors { here[Int(document.sentenceOf[actor.range.lowerBound])].append(actor) }
        return zip(document.sentences, here).map { sentence, actors in
            frame.isNoise[sentence.lowerBound] ? [] : scenes(of: sentence, actors)
        }
    }

    private func scenes(of sentence: Range<Int>, _ here: [Actor]) -> [EncounterScene] {
        let clauses = clauses(of: sentence)
        return clauses.map { clause -> EncounterScene in
            // Most sentences have nobody in them, or are one clause.
            var own =
                here.isEmpty || clause.parts == [sentence]
                ? here : here.filter { clause.contains($0.range.lowerBound) }
            if let antecedent = antecedent(of: clause, among: here) { own.insert(antecedent, at: 0) }
            return EncounterScene(sentence: sentence, clause: clause, clauses: clauses, actors: own, all: here)
        }
    }

    /// The clauses of a sentence: parted by semicolons, by colons before a verb, and by commas before a subordinating word.
    ///
    /// A relative clause that stands between a subject and its verb ends at the comma behind its own verb, and the clause
    /// around it goes on.
    private func clauses(of sentence: Range<Int>) -> [Clause] {
        var clauses = [Clause()]
        var current = 0
        /// The clause that a relative one interrupts.
        var interrupted: Int?
        /// The clause that words on something done before interrupt, up to the next comma.
        var whole: Int?
        var first = sentence.lowerBound
        func close(_ at: Int) { if at > first { clauses[current].parts.append(first..<at) } }
        var at = first
        while at < sentence.upperBound {
            defer { at += 1 }
            // Nothing else parts clauses.
            guard document.tokens[at].kind == .mark || isShortConjunction(at) else { continue }
            let isComma = document.isMark(at, ",")
            if document.isMark(at, ";") || document.isMark(at, ":") && hasVerb(at + 1..<stop(after: at + 1, sentence)) {
                close(at)
                clauses.append(Clause())
                current = clauses.count - 1
                interrupted = nil
            } else if isComma, document.isDash(at + 1), isQuoteEnd(at - 1) {
                // "«…», – заявил он на встрече": the words about the speech.
                close(at)
                clauses.append(Clause())
                current = clauses.count - 1
                interrupted = nil
            } else if interrupted == nil, opensDeed(at, sentence), hasVerb(first..<at) {
                close(at)
                clauses.append(Clause())
                current = clauses.count - 1
                interrupted = nil
            } else if isComma, let main = whole, opening(at + 1, sentence) == nil {
                close(at)
                current = main
                whole = nil
            } else if isComma, opensBygone(at + 1, sentence) {
                close(at)
                whole = current
                clauses.append(Clause(isBygone: true))
                current = clauses.count - 1
            } else if isComma, opensEncounter(at, from: first, sentence) {
                close(at)
                clauses.append(Clause())
                current = clauses.count - 1
                interrupted = nil
            } else if isComma, interrupted == nil, opensOther(at + 1, sentence), hasVerb(first..<at) {
                close(at)
                clauses.append(Clause())
                current = clauses.count - 1
                interrupted = nil
            } else if isComma, let isRelative = opening(at + 1, sentence) {
                close(at)
                if isRelative || isTold(at + 1, sentence), interrupted == nil,
                    !clauses[current].parts.contains(where: hasVerb)
                {
                    interrupted = current
                }
                clauses.append(Clause(isRelative: isRelative))
                current = clauses.count - 1
                whole = nil
            } else if isComma, let main = interrupted, hasVerb(first..<at) {
                close(at)
                current = main
                interrupted = nil
            } else {
                continue
            }
            first = at + 1
        }
        close(sentence.upperBound)
        if clauses.contains(where: { $0.parts.isEmpty }) { clauses.removeAll { $0.parts.isEmpty } }
        let number = Int(document.sentenceOf[sentence.lowerBound])
        for index in clauses.indices { clauses[index].sentence = number }
        return clauses
    }

    /// "провел переговоры с А, встретился с Б и принял В": the same one's next encounter, behind a comma or a conjunction.
    private func opensDeed(_ token: Int, _ sentence: Range<Int>) -> Bool {
        guard document.isMark(token, ",") || isShortConjunction(token), token + 1 < sentence.upperBound,
            let verb = [token + 1, token + 2].first(where: { $0 < sentence.upperBound && isFiniteVerb($0) })
        else { return false }
        // "проведет переговоры с А, его примет Б"
        if verb == token + 2, document.word(token + 1)?.can(be: [.npro, .accs]) != true { return false }
        return document.marks(at: verb).contains {
            $0.kind == marks.encounters.meet && verb == token + 1 || $0.kind == marks.encounters.receive
        }
    }

    /// "договоренностей, достигнутых в ходе визита в июле", "документы, подписанные в мае": what was done to something that is no
    /// encounter, behind a comma.
    private func opensBygone(_ token: Int, _ sentence: Range<Int>) -> Bool {
        guard token + 2 < sentence.upperBound,
            document.word(token)?.can(be: [.prtf, .past, .pssv]) == true
        else { return false }
        let deeds = [
            marks.encounters.happen, marks.encounters.hold, marks.encounters.meet, marks.encounters.receive,
            marks.encounters.attend, marks.encounters.go, marks.planned, marks.encounters.headed,
        ]
        let before = max(sentence.lowerBound, token - Self.ofEncounter)..<token
        return deeds.allSatisfy { document.mark(at: token, $0) == nil }
            && document.marks(marks.encounter, in: before).isEmpty
    }

    /// Tokens before a participle among which an encounter may be what it is said of.
    private static let ofEncounter = 7

    /// "Заседание пройдет 31 мая, саммит намечен на 11 октября": an encounter of its own with its own verb behind the comma.
    private func opensEncounter(_ comma: Int, from first: Int, _ sentence: Range<Int>) -> Bool {
        guard document.isMark(comma, ","), comma + 2 < sentence.upperBound else { return false }
        func tells(_ range: Range<Int>) -> Bool {
            !document.marks(marks.encounter, in: range).isEmpty
                && document.marks(marks.encounters.happen, in: range).contains { isFiniteVerb($0.first) }
        }
        guard tells(first..<comma) else { return false }
        let end = (comma + 1..<sentence.upperBound).first { document.isMark($0, ",") } ?? sentence.upperBound
        guard let noun = document.marks(marks.encounter, in: comma + 1..<end).first, noun.first - comma <= 4,
            isFiniteVerb(comma + 1) == false, cases(ofWord: noun.first).intersects([.nomn, .gent])
        else { return false }
        return tells(comma + 1..<end)
    }

    private func isQuoteEnd(_ token: Int) -> Bool {
        document.isMark(token, "»") || document.isMark(token, "\"") || document.isMark(token, "”")
    }

    /// Opened by the dash behind a quotation.
    func isAttribution(_ clause: Clause) -> Bool { document.isDash(clause.lowerBound) }

    private func stop(after token: Int, _ sentence: Range<Int>) -> Int {
        (token..<sentence.upperBound).first { document.isMark($0, ";") } ?? max(token, sentence.upperBound)
    }

    private func comma(after token: Int, _ sentence: Range<Int>) -> Int {
        (token..<sentence.upperBound).first { document.isMark($0, ",") || document.isDash($0) }
            ?? max(token, sentence.upperBound)
    }

    private func hasVerb(_ range: Range<Int>) -> Bool { range.contains { isFiniteVerb($0) } }

    /// "президент ждет гостя, а министр проведет переговоры": another acts, behind the comma and the conjunction.
    private func opensOther(_ token: Int, _ sentence: Range<Int>) -> Bool {
        guard token + 1 < sentence.upperBound, isShortConjunction(token),
            document.mark(at: token + 1, marks.encounters.join) == nil,
            document.mark(at: token + 1, marks.encounters.then) == nil, !isFiniteVerb(token + 1),
            let verb = (token + 1..<comma(after: token + 1, sentence)).first(where: { isFiniteVerb($0) })
        else { return false }
        // "а 22-го его ждет в Пекине премьер": whoever acts stands behind.
        if document.word(verb - 1)?.can(be: [.npro, .accs]) == true, verb - 1 > token { return true }
        // "а 29 апреля состоится встреча", "а в Праге встретится с премьером": a time or a place of its own.
        if !dates(in: token + 1..<verb).isEmpty || !places(in: token + 1..<verb).isEmpty { return true }
        // A subject of its own, and no preposition before it.
        return (token + 1..<verb).contains { at in
            guard let word = document.word(at) else { return false }
            return (word.readings[0].contains([.noun, .nomn]) || word.can(be: [.npro, .nomn]))
                && !isBehindPreposition(at, token + 1..<verb)
        }
    }

    /// "как сообщил помощник": words about who tells it, within another clause.
    private func isTold(_ token: Int, _ sentence: Range<Int>) -> Bool {
        document.mark(at: token, marks.encounters.asTold) != nil
            && document.marks(marks.speech, in: token + 1..<min(sentence.upperBound, token + 3)).contains {
                isFiniteVerb($0.first)
            }
    }

    /// Whether a clause opens at a token behind a comma, and whether it is relative; nil where none does.
    private func opening(_ token: Int, _ sentence: Range<Int>) -> Bool? {
        // "в том числе с президентом": some of those told before.
        if document.mark(at: token, marks.encounters.among) != nil { return nil }
        for at in token..<min(token + 3, sentence.upperBound) {
            guard let word = document.word(at) else { break }
            if isRelative(at) { return true }
            guard word.can(be: .prep) || word.can(be: .noun) && !isFiniteVerb(at) else { break }
        }
        // "после чего", "а затем": the next event.
        if let onward = document.mark(at: token, marks.encounters.onward),
            value(onward) != "verb"
                || hasVerb(sentence.lowerBound..<token) && hasVerb(onward.end..<comma(after: onward.end, sentence))
        {
            return false
        }
        guard token < sentence.upperBound, let word = document.word(token) else { return nil }
        // ", а также провел": the same one acts again.
        let isShort = word.can(be: .conj) && word.length <= 2
        let next =
            document.mark(at: token + 1, marks.encounters.join)?.end
            ?? document.mark(at: token + 1, marks.encounters.then)?.end ?? token + 1
        if isShort, next < sentence.upperBound, isFiniteVerb(next) { return false }
        let opens = word.readings[0].contains(.conj) || word.can(be: .conj) && word.can(be: .ques)
        guard opens, word.length > 2 else { return nil }
        // "а также" and "затем" join, they do not subordinate.
        return hasVerb(token..<sentence.upperBound) && document.mark(at: token, marks.encounters.join) == nil
            ? false : nil
    }

    /// The relative clause that speaks of a noun: its pronoun agrees with it.
    func relative(of noun: Int, _ scene: EncounterScene) -> Clause? {
        guard let clause = scene.relative(after: noun), let word = document.word(noun) else { return nil }
        let pronoun = (clause.lowerBound..<min(clause.lowerBound + 3, clause.upperBound)).first { isRelative($0) }
        guard let pronoun, let other = document.word(pronoun) else { return nil }
        func forms(_ word: Word, _ kind: Grammemes) -> Set<Grammemes> {
            Set(
                word.parses.filter { $0.tag.grammemes.contains(kind) }.map { parse in
                    let it = parse.tag.grammemes
                    return it.contains(.plur) ? .plur : it.intersection(Grammemes.genders)
                })
        }
        let nouns = forms(word, .noun)
        let pronouns = forms(other, .apro)
        // "в ходе разговора обсудили подготовку к саммиту, который пройдет": of the encounter named last.
        let isNearer = document.marks(marks.encounter, in: noun + 1..<max(noun + 1, clause.lowerBound)).contains {
            mark in
            guard mark.first - noun > 3 || (noun + 1..<mark.first).contains(where: { isFiniteVerb($0) }),
                let nearer = document.word(mark.first)
            else { return false }
            return !forms(nearer, .noun).isDisjoint(with: pronouns)
        }
        if isNearer { return nil }
        return nouns.isEmpty || pronouns.isEmpty || !nouns.isDisjoint(with: pronouns) ? clause : nil
    }

    func isRelative(_ token: Int) -> Bool {
        document.word(token)?.can(be: [.apro, .subx, .anph]) ?? false
    }

    // MARK: What stands in a clause

    @inline(__always)
    func all(_ kind: MarkClass, in clause: Clause) -> [Mark] {
        // Most sentences have no mark of most classes.
        clause.sentence >= 0 && !document.has(kind, inSentence: clause.sentence) ? [] : marks(of: kind, in: clause)
    }

    private func marks(of kind: MarkClass, in clause: Clause) -> [Mark] {
        // Most clauses are of one part.
        if clause.parts.count == 1 { return document.marks(kind, in: clause.parts[0]) }
        var found: [Mark] = []
        for part in clause.parts {
            let marks = document.marks(kind, in: part)
            if !marks.isEmpty { found += marks }
        }
        return found
    }

    func places(in clause: Clause) -> [PlaceMention] { clause.parts.flatMap { places(in: $0) } }

    func dates(in clause: Clause) -> [CalendarMention] { clause.parts.flatMap { dates(in: $0) } }

    /// The finite verb of a clause that stands nearest to a token.
    func finiteVerb(near token: Int, _ clause: Clause) -> Int? {
        clause.parts.joined().filter { isFiniteVerb($0) && !isAside($0) }.min { abs($0 - token) < abs($1 - token) }
    }

    /// "Напомним, визит прошел": what the writer says to the reader.
    private func isAside(_ verb: Int) -> Bool {
        document.isMark(verb + 1, ",") && document.word(verb)?.can(be: [.verb, .per1, .plur]) == true
    }

    /// The subjects of a verb: the nearest nominative before it, else behind it, with those joined to it; a clause without
    /// one takes them from the clause before.
    func subjects(of verb: Int, _ scene: EncounterScene) -> [Actor] {
        let own = subjects(of: verb, among: scene.actors)
        if !own.isEmpty { return own }
        if let antecedent = antecedent(of: scene) { return [antecedent] }
        return subjects(
            of: scene.clause.lowerBound, among: scene.all.filter { $0.range.upperBound <= scene.clause.lowerBound })
    }

    /// "с президентом А, который прибыл в Баку": whoever stands right before the relative clause that he is the subject of.
    private func antecedent(of scene: EncounterScene) -> Actor? {
        let first = scene.clause.lowerBound
        guard scene.clause.isRelative, isRelative(first), let pronoun = document.word(first),
            pronoun.can(be: [.apro, .nomn]), !pronoun.can(be: .plur),
            var actor = scene.all.last(where: { $0.range.upperBound <= first }),
            actor.range.upperBound == first - 1, actor.kind == .person || actor.kind == .office
        else { return nil }
        actor.cases = .nomn
        actor.link = .bare
        return actor
    }

    private func subjects(of verb: Int, among actors: [Actor]) -> [Actor] {
        let nominative = actors.indices.filter { index in
            let it = actors[index]
            // "Сербская делегация встретилась с министром": of one state.
            let isSent = it.organisation != nil || it.country != nil && !it.isPlural
            return it.isSubject && it.kind != .country && (it.kind != .delegation || isSent)
                && !(it.kind == .pronoun && it.cases.contains(.gent))
        }
        let before = nominative.last { actors[$0].range.upperBound <= verb }
        let behind = nominative.first {
            actors[$0].range.lowerBound > verb && !isOfSpeech(actors[$0], verb)
        }
        guard let chosen = before ?? behind else { return [] }
        var first = chosen
        while first > 0, actors[first].isCoordinated { first -= 1 }
        var last = chosen
        while last + 1 < actors.count, actors[last + 1].isCoordinated { last += 1 }
        return actors[first...last].filter { $0.cases.contains(.nomn) && $0.kind != .country }
    }

    /// "проведут консультации, сообщила представитель МИД": who tells it, behind the comma.
    private func isOfSpeech(_ actor: Actor, _ verb: Int) -> Bool {
        document.marks(marks.speech, in: verb + 1..<max(verb + 1, actor.range.lowerBound)).contains {
            isFiniteVerb($0.first) && document.isMark($0.first - 1, ",")
        }
    }

    /// A preposition stands before the phrase that the token is the head of.
    func isBehindPreposition(_ token: Int, _ range: Range<Int>) -> Bool {
        var at = token - 1
        while at >= range.lowerBound, token - at < 7 {
            if let word = document.word(at) {
                if word.can(be: .prep), !word.can(be: .noun) || word.length < 4 { return true }
                guard
                    word.can(be: .adjf) || word.can(be: .prtf) || document.tokens[at].shape.contains(.digits)
                        || !word.isKnown || document.tokens[at].shape.contains(.upper)
                else { return false }
            } else if document.tokens[at].kind != .number && !document.isMark(at, "-") && !document.isMark(at, "«") {
                return false
            }
            at -= 1
        }
        return false
    }
}
