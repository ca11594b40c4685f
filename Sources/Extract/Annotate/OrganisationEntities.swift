import Grammar
import Model
import Morphology

extension Annotation {
    /// International organisations by name, bodies of state, abbreviations, and names in quotation marks or in Latin letters
    /// behind a word for a firm or a body.
    mutating func addOrganisations() {
        var at = 0
        while at < document.tokens.count {
            if let end = addOrganisation(at: at) { at = end } else { at += 1 }
        }
    }

    private mutating func addOrganisation(at: Int) -> Int? {
        if let mark = document.mark(at: at, marks.organisation) {
            add(.organization, mark.range, reading.value(mark), as: .organisation, rule: "organization.known")
            return mark.end
        }
        if let mark = document.mark(at: at, classes.institution) {
            let end = withState(mark.end)
            add(
                .organization, at..<end, reading.nominativePhrase(at..<end), as: .organisation,
                rule: "organization.body")
            return end
        }
        if let mark = document.mark(at: at, classes.institutionHead), let end = body(mark) {
            add(
                .organization, at..<end, reading.nominativePhrase(at..<end), as: .organisation,
                rule: "organization.headed")
            return end
        }
        if isAbbreviation(at) {
            let end = withState(at + 1)
            add(.organization, at..<end, document.text(at..<end), as: .organisation, rule: "organization.abbreviation")
            return end
        }
        return nil
    }

    /// "МВД России": the state right behind belongs to the name.
    private func withState(_ end: Int) -> Int {
        guard let mark = document.mark(at: end, marks.country), isCapitalized(end),
            !document.tokens[end].shape.contains(.lineStart)
        else { return end }
        return document.word(end)?.can(be: .gent) == true || document.tokens[end].shape.contains(.upper)
            ? mark.end : end
    }

    /// "Министерство обороны России", "Банк России": a capitalised head with its genitives.
    private func body(_ head: Mark) -> Int? {
        guard isCapitalized(head.first) else { return nil }
        var end = head.end
        while end < document.tokens.count, end - head.first < 8, !document.tokens[end].shape.contains(.lineStart),
            let word = document.word(end), word.can(be: .gent), !has(marks.month, at: end), !word.can(be: .npro),
            !has(classes.profession, at: end), !word.parses[0].tag.grammemes.contains(.name)
        {
            end += 1
        }
        return end > head.end ? end : nil
    }

    /// Two to six Cyrillic capitals that are neither a country nor a heading.
    private func isAbbreviation(_ token: Int) -> Bool {
        let shape = document.tokens[token].shape
        guard document.tokens[token].kind == .word, shape.contains(.upper), shape.isDisjoint(with: [.digits]),
            (2...7).contains(document.tokens[token].span.length),
            owners[token].isDisjoint(with: [.place, .date, .amount]),
            let word = document.word(token), !word.parses[0].tag.grammemes.contains(.romn)
        else { return false }
        let neighbours = [token - 1, token + 1].filter {
            document.tokens.indices.contains($0) && document.tokens[$0].shape.contains(.upper)
        }
        return neighbours.isEmpty
    }
}
