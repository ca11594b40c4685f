import Grammar
import Model
import Morphology

/// The cases that a phrase of somebody can stand in.
extension Reading {
    private static let nominal: Grammemes = [.noun, .adjf, .npro, .prtf, .numr]

    /// The cases that a noun, adjective or pronoun can stand in.
    func cases(ofWord token: Int) -> Grammemes {
        guard let word = document.word(token) else { return Grammemes() }
        var cases = Grammemes()
        for reading in word.readings where reading.intersects(Self.nominal) {
            cases.formUnion(reading.intersection(Grammemes.cases))
            // "в аэропорту"
            if reading.intersects([.loc1, .loc2]) { cases.formUnion(.loct) }
        }
        return cases
    }

    /// The cases of the first noun of an office; of who acts for its holder those of the participle, or all.
    func cases(ofHead range: Range<Int>) -> Grammemes {
        if document.mark(at: range.lowerBound, marks.officeActing) != nil {
            return document.word(range.lowerBound)?.can(be: .prtf) == true
                ? cases(ofWord: range.lowerBound) : [.nomn, .gent, .datv, .accs, .ablt, .loct]
        }
        guard let head = head(ofOffice: range) else { return Grammemes() }
        var cases = Grammemes()
        if let word = document.word(head) {
            for reading in word.readings where reading.contains(.noun) {
                cases.formUnion(reading.intersection(Grammemes.cases))
            }
        }
        for token in range.lowerBound..<head {
            let other = self.cases(ofWord: token)
            if !other.intersection(cases).isEmpty { cases = cases.intersection(other) }
        }
        return cases
    }

    /// The noun that an office's words are built on, behind its adjectives, which may be nouns too: "венгерского президента" that of
    /// a language, "главного директора" a thing of weight.
    func head(ofOffice range: Range<Int>) -> Int? {
        range.first { token in
            // "и" is the name of a letter too.
            guard let word = document.word(token), word.can(be: .noun), !isShortConjunction(token) else { return false }
            // "чрезвычайного и полномочного посла"
            let behind = isShortConjunction(token + 1) ? token + 2 : token + 1
            guard behind < range.upperBound, let next = document.word(behind) else { return true }
            // "главой торговой палаты": a word for a person is its noun.
            let isAdjective =
                word.can(be: .adjf) && !(word.readings[0].contains([.noun, .anim]))
                && (next.can(be: [.noun, .anim]) || next.readings[0].contains(.adjf)
                    || word.readings[0].contains(.adjf) && next.readings[0].contains(.noun))
            return !isAdjective && !places(in: token..<token + 1).contains { $0.kind == .adjective }
        }
    }

    /// "Германия" is the nominative of the state, and no genitive of an element.
    func cases(ofState token: Int) -> Grammemes {
        guard let word = document.word(token), word.can(be: .geox) else { return cases(ofWord: token) }
        return word.readings.reduce(into: Grammemes()) { cases, reading in
            if reading.contains(.geox) { cases.formUnion(reading.intersection(Grammemes.cases)) }
        }
    }

    /// The cases in which all words of a name agree; the form it has here against the nominative rules out the rest.
    func cases(of name: NameMention) -> Grammemes {
        let all: Grammemes = [.nomn, .gent, .datv, .accs, .ablt, .loct]
        var cases = all
        for token in name.range {
            guard let word = document.word(token) else { continue }
            // "Исайяса Афеверки": what no case changes tells none, whatever the dictionary guesses.
            if !word.isKnown && indeclinable(word) || name.range.count > 1 && endsInFirmVowel(word),
                isWritten(token, asIn: name)
            {
                continue
            }
            var found = Grammemes()
            if isUndeclined(word, at: token, in: name) {
                found = all
            } else if word.grammemes.intersects([.name, .surn, .patr]) {
                for reading in word.readings where reading.intersects(.properName) {
                    found.formUnion(reading.intersection(all))
                }
            } else {
                found = surnameCases(of: word).intersection(all)
            }
            let both = cases.intersection(found)
            if !both.isEmpty { cases = both }
        }
        // "господина Моди": the title tells the case of a name that has one form.
        if document.mark(at: name.range.lowerBound - 1, marks.nameTitle) != nil {
            let both = cases.intersection(self.cases(ofWord: name.range.lowerBound - 1))
            if !both.isEmpty, !both.contains(.nomn) { return both }
        }
        if name.isNominative, isWhole(name) {
            return cases.contains(.nomn) && cases != all
                ? cases.subtracting([.gent, .datv, .ablt, .loct]) : cases.union(.nomn)
        }
        let oblique = cases.subtracting(.nomn)
        return oblique.isEmpty ? all.subtracting(.nomn) : oblique
    }

    /// "Андрея Росси": an unknown surname in a vowel that stands as in the nominative has one form for all cases.
    private func isUndeclined(_ word: Word, at token: Int, in name: NameMention) -> Bool {
        name.range.count > 1 && indeclinable(word) && isWritten(token, asIn: name)
    }

    /// Every word stands as in the nominative: the surname alone tells nothing in "Ираклия Кобахидзе"; nor do the initials of
    /// "К. Токаев".
    private func isWhole(_ name: NameMention) -> Bool {
        name.range.allSatisfy {
            document.tokens[$0].kind != .word || document.tokens[$0].span.length == 1 || isWritten($0, asIn: name)
        }
    }

    /// Whether a word of a name stands as it does in the nominative.
    private func isWritten(_ token: Int, asIn name: NameMention) -> Bool {
        let words = people.persons[name.person].parts.numbers
        return foldedNumbers(at: token).allSatisfy(words.contains)
    }

    /// The numbers of a token's words among the texts of names.
    private func foldedNumbers(at token: Int) -> [Int32] {
        func read() -> [Int32] { memory.texts.parts(of: document.text(token..<token + 1)).numbers }
        // A stress mark or a soft hyphen in it is none of the word's letters.
        guard let word = document.word(token), word.length == document.tokens[token].span.length else { return read() }
        return memory.folded.of(word, read)
    }
}
