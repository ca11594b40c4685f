import Grammar
import Model
import Morphology

/// Where a sentence parts into clauses.
extension Reading {
    /// The clauses of a sentence: parted by semicolons, by colons before a verb, and by commas before a subordinating word.
    ///
    /// A relative clause that stands between a subject and its verb ends at the comma behind its own verb, and the clause
    /// around it goes on.
    func clauses(of sentence: Range<Int>) -> [Clause] {
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
            // "министр инвестиций, промышленности и торговли"
            if isComma, people.office(around: at) != nil { continue }
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
            } else if isComma, opensEncounter(at, from: first, sentence) || opensNext(at, from: first, sentence) {
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
                // "Сегодня в Осло, куда накануне прибыл президент, состоялись переговоры"
                let isWhere = document.mark(at: at + 1, marks.encounters.place) != nil
                if isRelative || isWhere || isTold(at + 1, sentence), interrupted == nil,
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

    /// "Заседание прошло в Осло, следующее намечено на май": the next of the same, whose noun is left out.
    private func opensNext(_ comma: Int, from first: Int, _ sentence: Range<Int>) -> Bool {
        guard document.isMark(comma, ","), comma + 2 < sentence.upperBound,
            document.word(comma + 1)?.can(be: [.adjf, .nomn]) == true,
            document.mark(at: comma + 1, marks.planned) != nil
                || document.mark(at: comma + 1, marks.encounters.previous) != nil
        else { return false }
        let verb = comma + 2..<min(sentence.upperBound, comma + 4)
        return document.marks(marks.encounters.happen, in: verb).contains { isFiniteVerb($0.first) }
            && document.marks(marks.encounters.happen, in: first..<comma).contains { isFiniteVerb($0.first) }
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
        // "прилетел из Вены, а оттуда отправится в Рим"
        if document.mark(at: token + 1, marks.encounters.next) != nil,
            document.mark(at: verb, marks.encounters.go) != nil
        {
            return true
        }
        // A subject of its own, and no preposition before it.
        return (token + 1..<verb).contains { at in
            guard let word = document.word(at) else { return false }
            return
                (word.readings[0].contains([.noun, .nomn]) || word.can(be: [.npro, .nomn])
                // "саммит состоится в Турции, а неформальный соберется в Казани"
                || at == verb - 1 && word.readings[0].contains([.adjf, .nomn]))
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
            // "последнее заседание которой", "по итогам которых"
            guard word.can(be: .prep) || word.can(be: .adjf) || word.can(be: .noun) && !isFiniteVerb(at) else { break }
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
}
