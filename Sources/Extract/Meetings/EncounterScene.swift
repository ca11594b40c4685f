import Grammar
import Model
import Morphology

extension Reading {
    /// The clauses of a sentence: parted by semicolons, colons, and commas before a subordinating word.
    ///
    /// A relative clause in mid-sentence ends at the comma after its verb; what follows continues the clause before, and is
    /// given with it as one range only when nothing stood between. Good enough to tell whose subject is whose.
    func clauses(of sentence: Range<Int>) -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var first = sentence.lowerBound
        var at = first
        while at < sentence.upperBound {
            let isBreak =
                document.isMark(at, ";") || document.isMark(at, ":")
                || document.isMark(at, ",") && opensClause(at + 1, sentence)
            if isBreak, at > first {
                clauses.append(first..<at)
                first = at + 1
            }
            at += 1
        }
        if first < sentence.upperBound { clauses.append(first..<sentence.upperBound) }
        return clauses
    }

    /// A conjunction that subordinates, or a relative pronoun, with at most a preposition before it.
    private func opensClause(_ token: Int, _ sentence: Range<Int>) -> Bool {
        guard token < sentence.upperBound, let word = document.word(token) else { return false }
        if word.can(be: .prep), token + 1 < sentence.upperBound { return isRelative(token + 1) }
        if isRelative(token) || isRelative(token + 1) && word.can(be: .noun) { return true }
        return word.can(be: .conj) && word.text.count > 2
    }

    private func isRelative(_ token: Int) -> Bool {
        document.word(token)?.parses.contains { $0.tag.grammemes.contains([.apro, .subx, .anph]) } ?? false
    }

    /// The tense of a verb or participle.
    func tense(of token: Int) -> Tense? {
        guard let word = document.word(token) else { return nil }
        for parse in word.parses {
            let it = parse.tag.grammemes
            guard it.intersects([.verb, .infn, .prts, .prtf, .grnd]) else { continue }
            if it.contains(.futr) { return .future }
            if it.contains(.past) { return .past }
            if it.contains(.pres) { return .present }
            if it.contains(.infn) { return .infinitive }
        }
        return nil
    }

    enum Tense { case past, present, future, infinitive }
}
