import Grammar
import Model
import Morphology

/// Names as they are in the nominative.
extension Reading {
    static let cases: [Grammemes] = [.nomn, .gent, .datv, .accs, .ablt, .loct]

    /// The cases that the words before a name allow, best first.
    func caseHint(before token: Int, offices: [OfficeMention]) -> [Grammemes] {
        if let office = officeBefore(token, offices),
            (office.range.upperBound..<token).allSatisfy({ joinsOffice($0) }),
            let head = office.range.first(where: { document.word($0)?.can(be: .noun) == true }),
            let word = document.word(head)
        {
            return Self.cases.filter { word.can(be: .noun.union($0)) }
        }
        return []
    }

    /// The likeliest nominative of a name that stands by itself.
    func nominativeName(_ range: Range<Int>) -> String { nominatives(of: range)[0] }

    /// The nominative of a name, for each case in which all its words agree; the likeliest first.
    func nominatives(of range: Range<Int>, cases hint: [Grammemes] = []) -> [String] {
        var forms: [String] = []
        let order = hint + Self.cases.filter { !hint.contains($0) }
        for grammar in order {
            for gender in [Grammemes.masc, .femn] {
                var parts: [String] = []
                for token in range {
                    guard let part = nominative(of: token, in: grammar, gender: gender) else { break }
                    parts.append(part)
                }
                guard parts.count == range.count else { continue }
                let form = parts.joined(separator: " ")
                if !forms.contains(form) { forms.append(form) }
            }
            if !forms.isEmpty && hint.contains(grammar) { break }
        }
        if forms.isEmpty { forms = [document.text(range)] }
        return forms
    }

    /// A name's word in the nominative, if it can stand in the given case and gender.
    func nominative(of token: Int, in grammar: Grammemes, gender: Grammemes) -> String? {
        guard let word = document.word(token) else { return document.text(token..<token + 1) }
        let written = document.text(token..<token + 1)
        if document.mark(at: token, marks.nameParticle) != nil { return written }
        let names = word.parses.filter {
            let it = $0.tag.grammemes
            return (it.contains(.noun) || it.contains(.adjf)) && it.contains(.sing) && it.contains(grammar)
                && (it.contains(gender) || it.intersects(.msf))
        }
        let proper = names.first { $0.tag.grammemes.intersects(.properName) }
        if proper == nil, !word.grammemes.intersects(.properName),
            let form = surname(word.text, in: grammar, gender: gender)
        {
            return Self.cased(form, like: written)
        }
        guard let parse = proper ?? names.first else { return indeclinable(word) ? written : nil }
        if grammar == .nomn { return written }
        guard let form = language.analyzer.inflect(parse, to: .nomn.union(.sing)) else { return nil }
        return Self.cased(form, like: written)
    }

    /// The nominative of a surname by its ending.
    func surname(_ text: String, in grammar: Grammemes, gender: Grammemes) -> String? {
        for ending in language.surnameEndings
        where text.hasSuffix(ending.ending) && text.count > ending.ending.count + 1
            && ending.grammemes.contains(grammar) && ending.grammemes.contains(gender)
        {
            return text.dropLast(ending.ending.count) + ending.nominative
        }
        return nil
    }

    private func indeclinable(_ word: Word) -> Bool {
        word.can(be: .fixd) || (!word.isKnown && word.text.last.map { "еиоуыэю".contains($0) } == true)
    }

    /// Capitals where the written form has them: at the beginning and after hyphens.
    static func cased(_ form: String, like written: String) -> String {
        var capital = true
        return String(
            form.map { letter in
                defer { capital = letter == "-" || letter == "'" || letter == "’" }
                return capital ? Character(letter.uppercased()) : letter
            })
    }
}
