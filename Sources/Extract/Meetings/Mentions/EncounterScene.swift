import Grammar
import Model
import Morphology

/// A clause of a sentence: its tokens, in several stretches where a relative clause interrupts it.
struct Clause {
    var parts = Parts()
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

    /// Stretches of tokens in order; the first has its place here, since most clauses are of one.
    struct Parts: RandomAccessCollection {
        private var head = 0..<0
        private var tail: [Range<Int>] = []

        var startIndex: Int { 0 }
        var endIndex: Int { head.isEmpty ? 0 : 1 + tail.count }
        subscript(_ place: Int) -> Range<Int> { place == 0 ? head : tail[place - 1] }

        /// - Precondition: it has a token.
        mutating func append(_ part: Range<Int>) {
            if head.isEmpty { head = part } else { tail.append(part) }
        }
    }
}

/// Marks of one class in a clause, in order. Valid as long as the document.
struct ClauseMarks: RandomAccessCollection {
    /// Those of its first part that has any, and those of the others.
    private var head = MarkList()
    private var tail: [Mark] = []

    init() {}

    init(_ head: MarkList) { self.head = head }

    var startIndex: Int { 0 }
    var endIndex: Int { head.count + tail.count }
    subscript(_ place: Int) -> Mark { place < head.count ? head[place] : tail[place - head.count] }

    mutating func append(_ more: MarkList) {
        if isEmpty { head = more } else { tail.append(contentsOf: more) }
    }

    /// Those of another class behind these.
    static func += (all: inout ClauseMarks, more: ClauseMarks) {
        if all.isEmpty { all = more } else { all.tail.append(contentsOf: more) }
    }

    static func + (one: ClauseMarks, other: ClauseMarks) -> ClauseMarks {
        var both = one
        both += other
        return both
    }
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
    func scenes(of sentence: Range<Int>, _ here: [Actor]) -> [EncounterScene] {
        let clauses = clauses(of: sentence)
        return clauses.map { clause -> EncounterScene in
            // Most sentences have nobody in them, or are one clause.
            var own =
                here.isEmpty || clause.parts.count == 1 && clause.parts[0] == sentence
                ? here : here.filter { clause.contains($0.range.lowerBound) }
            if let antecedent = antecedent(of: clause, among: here) { own.insert(antecedent, at: 0) }
            return EncounterScene(sentence: sentence, clause: clause, clauses: clauses, actors: own, all: here)
        }
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
    func all(_ kind: MarkClass, in clause: Clause) -> ClauseMarks {
        // Most sentences have no mark of most classes.
        clause.sentence >= 0 && !document.has(kind, inSentence: clause.sentence)
            ? ClauseMarks() : marks(of: kind, in: clause)
    }

    private func marks(of kind: MarkClass, in clause: Clause) -> ClauseMarks {
        guard let first = clause.parts.first else { return ClauseMarks() }
        var found = ClauseMarks(document.marks(kind, in: first))
        // Most clauses are of one part.
        for part in clause.parts.dropFirst() { found.append(document.marks(kind, in: part)) }
        return found
    }

    func places(in clause: Clause) -> [PlaceMention] { clause.parts.flatMap { places(in: $0) } }

    func dates(in clause: Clause) -> [CalendarMention] { clause.parts.flatMap { dates(in: $0) } }

    /// The first time told in a clause that has a date; nil where there is none.
    func timeTold(in clause: Clause) -> CalendarMention? {
        clause.parts.lazy.compactMap { self.timeTold(in: $0) }.first
    }

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
                && !(it.kind == .pronoun && it.cases.contains(.gent)) && !isInviting(it)
        }
        let before = nominative.last { actors[$0].range.upperBound <= verb }
        let behind = nominative.first {
            actors[$0].range.lowerBound > verb && !isOfSpeech(actors[$0], verb)
        }
        guard let chosen = before ?? behind else { return [] }
        var first = chosen
        while first > 0, actors[first].isCoordinated {
            first -= 1
            // "президент А, находящийся в Турции, и президент Б": a state that the words between tell.
            while first > 0, actors[first].kind == .country, !actors[first].isCoordinated,
                !actors[first].cases.contains(.nomn)
            {
                first -= 1
            }
        }
        var last = chosen
        while last + 1 < actors.count, actors[last + 1].isCoordinated { last += 1 }
        return actors[first...last].filter { $0.cases.contains(.nomn) && $0.kind != .country }
    }

    /// "по приглашению своего германского коллеги": a genitive, whatever else the form can be.
    private func isInviting(_ actor: Actor) -> Bool {
        let first = actor.range.lowerBound
        return document.marks(marks.encounters.invite, in: max(0, first - 3)..<first).contains { invite in
            isShortPreposition(invite.first - 1) && (invite.end..<first).allSatisfy { isAttribute($0) }
        }
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
