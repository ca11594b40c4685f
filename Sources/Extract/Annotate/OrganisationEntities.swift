import Grammar
import Model
import Morphology

extension Annotation {
    /// International organisations by name, bodies of state, abbreviations, and names in quotation marks or in Latin letters
    /// behind a word for a firm or a body.
    mutating func addOrganisations() {
        let document = document
        var at = 0
        while at < document.tokens.count {
            let mayBegin =
                document.mayHave(marks.bodyOpeners, at: at)
                || !document.tokens[at].shape.isDisjoint(with: [.capitalized, .upper])
                || owners[at].contains(.place) && document.hasMarks(at: at)
            if mayBegin, let end = addOrganisation(at: at) { at = end } else { at += 1 }
        }
        addQuoted()
    }

    private mutating func addOrganisation(at: Int) -> Int? {
        // Most capitals are of other names: only an adjective may yet belong to a word for a body.
        if !document.mayHave(marks.bodyOpeners, at: at), document.tokens[at].shape.isDisjoint(with: [.latin, .upper]),
            let word = document.word(at), !word.can(be: .adjf), !word.can(be: .prtf)
        {
            return nil
        }
        if let mark = document.mark(at: at, marks.organisation) {
            add(.organization, mark.range, reading.value(mark), as: .organisation, rule: "organization.known")
            // "Совет Безопасности ООН" holds two more.
            guard mark.range.count > 1 else { return mark.end }
            if let body = body(at: at), body.tokens.upperBound < mark.end { addBody(body) }
            return at + 1
        }
        if let body = body(at: at) {
            addBody(body)
            return body.head.upperBound
        }
        if let end = latinName(at: at) {
            add(.organization, at..<end, document.text(at..<end), as: .organisation, rule: "organization.latin")
            return end
        }
        if let end = joinedAbbreviations(at: at) {
            add(
                .organization, at..<end, document.text(at..<end), as: .organisation,
                rule: "organization.abbreviations")
            return at + 1
        }
        if isAbbreviation(at) {
            add(
                .organization, at..<at + 1, document.text(at..<at + 1), as: .organisation,
                rule: "organization.abbreviation")
            let end = withState(at + 1)
            if end > at + 1 {
                add(
                    .organization, at..<end, document.text(at..<end), as: .organisation,
                    rule: "organization.abbreviation_of")
            }
            return at + 1
        }
        return nil
    }

    /// "ГУ МВД России", "УФСБ РФ": a department's abbreviation before that of its body.
    private func joinedAbbreviations(at: Int) -> Int? {
        guard has(classes.departmentAbbreviation, at: at), at + 1 < document.tokens.count,
            document.tokens[at + 1].shape.contains(.upper), !document.tokens[at + 1].shape.contains(.lineStart),
            document.mark(at: at + 1, marks.country) == nil
        else { return nil }
        return withState(at + 2)
    }

    /// Two to six Cyrillic capitals that are neither a country nor a heading.
    private func isAbbreviation(_ token: Int) -> Bool {
        let shape = document.tokens[token].shape
        guard document.tokens[token].kind == .word, shape.contains(.upper), shape.isDisjoint(with: [.digits, .latin]),
            !has(classes.organizationNot, at: token),
            (2...7).contains(document.tokens[token].span.length),
            owners[token].isDisjoint(with: [.place, .date, .amount]),
            let word = document.word(token), !word.readings[0].contains(.romn)
        else { return false }
        let neighbours = [token - 1, token + 1].filter {
            document.tokens.indices.contains($0) && document.tokens[$0].shape.contains(.upper)
                && document.mark(at: $0, marks.country) == nil && !has(classes.departmentAbbreviation, at: $0)
        }
        return neighbours.isEmpty
    }

    // MARK: Names

    /// "Lockheed Martin", "Bank of Georgia": words in Latin letters with capitals, in a Russian sentence, and in no brackets, where
    /// the name of a person or a thing is written as it is at home.
    private func latinName(at start: Int) -> Int? {
        guard isLatinName(start), !isLatinName(start - 1) || document.tokens[start].shape.contains(.lineStart),
            !isAddress(start), !document.isMark(start - 1, "("), !document.isMark(start - 1, "[")
        else { return nil }
        var end = start + 1
        while end < document.tokens.count, end - start < Self.longestName,
            !document.tokens[end].shape.contains(.lineStart)
        {
            if isLatinName(end), document.tokens[end].shape.contains(.spaceBefore) {
                end += 1
            } else if isLatin(end) || document.isMark(end, "&"), isLatinName(end + 1),
                !document.tokens[end + 1].shape.contains(.lineStart)
            {
                end += 2
            } else {
                break
            }
        }
        // A sentence in another language names whom it likes.
        if isLatin(start - 1) || isLatin(end) { return nil }
        return has(classes.organizationNot, at: start) && end == start + 1 ? nil : end
    }

    private static let longestName = 6

    private func isLatin(_ token: Int) -> Bool {
        document.word(token) != nil && document.tokens[token].shape.contains(.latin)
    }

    private func isLatinName(_ token: Int) -> Bool {
        guard isCapitalized(token), isLatin(token), owners[token].isDisjoint(with: [.place, .date, .amount]),
            let word = document.word(token), word.length > 2
        else { return false }
        return !word.readings[0].contains(.romn)
            && word.text.unicodeScalars.allSatisfy { $0.value < 0x250 || Tokenizer.isHyphen($0) || $0 == "\u{2019}" }
    }

    /// Part of an address on the web.
    private func isAddress(_ token: Int) -> Bool {
        let isGlued = token > 0 && !document.tokens[token].shape.contains(.spaceBefore)
        let marks: [Unicode.Scalar] = ["/", ".", ":", "@", "%", "=", "_", "#"]
        if isGlued, marks.contains(where: { document.isMark(token - 1, $0) }) { return true }
        guard token + 2 < document.tokens.count, document.isMark(token + 1, ".") || document.isMark(token + 1, "/")
        else {
            return false
        }
        return !document.tokens[token + 1].shape.contains(.spaceBefore)
            && !document.tokens[token + 2].shape.contains(.spaceBefore)
    }

    /// "партия «Единство»", "тренер «Спартака»": a name in quotation marks behind a word for a body or for one of its people, and
    /// the same name wherever else the article has it in quotation marks.
    private mutating func addQuoted() {
        let names = quotedNames()
        let known = Set(names.filter(isOfBody).flatMap(titles))
        for name in names
        where isOfBody(name) || !known.isEmpty && titles(name).contains(where: known.contains) {
            guard !isOwned(name, by: [.organisation, .date, .amount]) else { continue }
            add(.organization, name, reading.nominativePhrase(name), as: .organisation, rule: "organization.quoted")
        }
    }

    /// What stands in quotation marks, with a capital, and is no longer than a name.
    private func quotedNames() -> [Range<Int>] {
        var names: [Range<Int>] = []
        for token in document.namelike where token > 0 && isCapitalized(token) {
            guard document.isMark(token - 1, "«") || document.isMark(token - 1, "\"") || document.isMark(token - 1, "“")
            else { continue }
            let limit = min(document.tokens.count, token + Self.longestName + 1)
            let closing = (token..<limit).first {
                document.isMark($0, "»") || document.isMark($0, "\"") || document.isMark($0, "”")
            }
            if let closing, !(token..<closing).contains(where: { document.isMark($0, ",") || document.isMark($0, ".") })
            {
                names.append(token..<closing)
            }
        }
        return names
    }

    /// Behind a word for a body, or the name of a city, as clubs have it.
    private func isOfBody(_ name: Range<Int>) -> Bool {
        has(classes.organizationNoun, at: name.lowerBound - 2)
            || document.mark(at: name.lowerBound, marks.city)?.end == name.upperBound
            || document.mark(at: name.lowerBound, marks.countryCapital)?.end == name.upperBound
    }

    /// A name by its first word and what stands behind it.
    private struct Title: Hashable {
        let first: TextKey
        let rest: TextKey
    }

    /// A short name by the lemmas of its first word, by which its cases are known to be one; a long one as it is written.
    private func titles(_ name: Range<Int>) -> [Title] {
        guard let word = document.word(name.lowerBound), name.count <= 2 else {
            return [Title(first: TextKey(""), rest: TextKey(document.text(name)))]
        }
        let rest = TextKey(document.text(name.lowerBound + 1..<name.upperBound))
        return word.parses.prefix(3).map { Title(first: TextKey($0.lemma), rest: rest) }
    }
}
