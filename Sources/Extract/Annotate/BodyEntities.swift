import Grammar
import Model
import Morphology

/// Bodies named by what they are: a ministry, a court, a party, with the words that tell which.
extension Annotation {
    struct Body {
        /// With the adjectives before the head and what belongs to it behind.
        let tokens: Range<Int>
        let head: Range<Int>
        /// Known by its head alone: a government, a parliament, a ministry by its short name.
        let standsAlone: Bool
    }

    /// The body whose name begins at a token.
    func body(at: Int) -> Body? {
        guard document.tokens[at].kind == .word, owners[at].isDisjoint(with: [.date, .amount]) else { return nil }
        var head = at
        var named = Naming.none
        while head - at < 4, bodyHead(at: head) == nil {
            guard let word = document.word(head), word.can(be: .adjf) || word.can(be: .prtf),
                !word.readings[0].intersects([.prep, .conj, .npro]),
                document.tokens[head].shape.isDisjoint(with: [.latin, .upper]),
                head == at || !document.tokens[head].shape.contains(.lineStart)
            else { return nil }
            if head == at {
                named = naming(of: head)
                if named == .none { return nil }
            }
            head += 1
        }
        // "Российская Федерация" is a state.
        guard let mark = bodyHead(at: head), owners[head].isDisjoint(with: .place) else { return nil }
        for token in at..<head {
            guard let adjective = document.word(token), let noun = document.word(mark.end - 1),
                Concord.agree(adjective, noun)
            else { return nil }
        }
        let standsAlone = mark.kind == classes.institution
        let value = standsAlone ? "" : reading.value(mark)
        let end = complement(of: mark, takesAll: !standsAlone && value != "weak")
        guard standsAlone || isNamed(mark, value, named, end) else { return nil }
        return Body(tokens: at..<end, head: mark.range, standsAlone: standsAlone)
    }

    mutating func addBody(_ body: Body) {
        if body.standsAlone, body.tokens != body.head {
            add(
                .organization, body.head, reading.nominativePhrase(body.head), as: .organisation,
                rule: "organization.body")
        }
        add(
            .organization, body.tokens, reading.nominativePhrase(body.tokens), as: .organisation,
            rule: body.standsAlone ? "organization.body" : "organization.headed")
    }

    /// What the adjective before a head tells.
    private enum Naming { case none, which, state, opening, capital }

    private func bodyHead(at token: Int) -> Mark? {
        document.mark(at: token, classes.institution) ?? document.mark(at: token, classes.institutionHead)
    }

    private func naming(of token: Int) -> Naming {
        if document.mark(at: token, marks.countryAdjective) != nil || has(classes.stateAdjective, at: token)
            || owners[token].contains(.place) || has(classes.nation, at: token)
        {
            return .state
        }
        if has(classes.institutionWhich, at: token) { return .which }
        guard isCapitalized(token) else { return .none }
        return startsSentence(token) ? .opening : .capital
    }

    /// Whether a head that could be any body is one by name.
    private func isNamed(_ head: Mark, _ value: String, _ naming: Naming, _ end: Int) -> Bool {
        // "Замоскворецкий суд Москвы": at the beginning of a sentence only what follows tells that it is a name.
        if naming == .opening { return (head.end..<end).contains { isCapitalized($0) } }
        switch value {
        // "власти Москвы", "армия Китая", "российские власти": of a state or a place.
        case "weak":
            guard document.word(head.first)?.can(be: .plur) == true || !has(classes.pluralBody, at: head.first) else {
                return false
            }
            return naming == .state || naming == .which || naming == .capital || end > head.end
        case "low":
            let isPlural = document.word(head.first)?.can(be: .sing) != true
            return naming == .state || naming == .capital || end > head.end && !isPlural
        default:
            return naming == .capital
                || end > head.end && isCapitalized(head.first)
                    && (!startsSentence(head.first) || (head.end..<end).contains { isCapitalized($0) })
        }
    }

    /// The state right behind belongs to the name: "МВД России".
    func withState(_ end: Int) -> Int {
        guard end < document.tokens.count, !document.tokens[end].shape.contains(.lineStart) else { return end }
        if let region = regionPhrase(at: end) { return region }
        guard let mark = document.mark(at: end, marks.country) ?? document.mark(at: end, classes.state),
            isCapitalized(end)
        else { return end }
        return document.word(end)?.can(be: .gent) == true || document.tokens[end].shape.contains(.upper)
            ? mark.end : end
    }

    /// "Калининградской области": an adjective with a capital and a word for a region, in the genitive.
    func regionPhrase(at token: Int) -> Int? {
        guard isCapitalized(token), document.tokens.indices.contains(token + 1), has(classes.regionNoun, at: token + 1),
            let word = document.word(token), word.can(be: .adjf.union(.gent)),
            document.word(token + 1)?.can(be: .gent) == true
        else { return nil }
        return token + 2
    }

    private static let longestBody = 10

    /// The end of a body's name: genitives behind the head, a state or region, "по делам …".
    private func complement(of head: Mark, takesAll: Bool) -> Int {
        var end = head.end
        let limit = min(document.tokens.count, end + Self.longestBody)
        while end < limit, !document.tokens[end].shape.contains(.lineStart), let word = document.word(end) {
            let state = withState(end)
            if state > end {
                end = state
                continue
            }
            if owners[end].contains(.place) {
                guard word.can(be: .gent), !takesAll || isCapitalized(end) else { break }
                end += 1
                continue
            }
            guard takesAll else { break }
            if end > head.end || has(classes.institutionTask, at: head.first), has(classes.bodyLink, at: end),
                let task = taskEnd(end + 1, limit)
            {
                end = task
                continue
            }
            if document.mark(at: end, marks.organisation) != nil || bodyHead(at: end) != nil,
                word.can(be: .gent)
                    || document.tokens[end].shape.contains(.upper)
            {
                end += 1
                continue
            }
            if has(classes.listWord, at: end), end > head.end, end + 1 < limit, isOfBody(end + 1),
                !isCapitalized(end + 1),
                isCapitalized(head.first)
            {
                end += 2
                continue
            }
            guard isOfBody(end) else { break }
            end += 1
        }
        while end > head.end, let word = document.word(end - 1), owners[end - 1].isDisjoint(with: .place),
            has(classes.listWord, at: end - 1)
                || word.readings[0].intersects([.adjf, .prtf, .prep])
                    && !has(marks.organisation, at: end - 1)
        {
            end -= 1
        }
        return end
    }

    /// A noun or adjective in the genitive that no date, person or office has.
    private func isOfBody(_ token: Int) -> Bool {
        guard let word = document.word(token), word.length > 1, word.can(be: .gent),
            document.tokens[token].shape.isDisjoint(with: [.latin, .digits]),
            !has(marks.month, at: token), !has(classes.profession, at: token), !has(marks.office, at: token),
            owners[token].isDisjoint(with: [.date, .amount])
        else { return false }
        let best = word.readings[0]
        guard best.intersects([.noun, .adjf, .prtf]), !best.intersects([.apro, .name, .patr, .surn]) else {
            return false
        }
        return !isCapitalized(token) || word.isKnown || word.can(be: .adjf)
    }

    /// "по ценным бумагам", "по защите журналистов": what a body is for, in the dative, with its genitives.
    private func taskEnd(_ start: Int, _ limit: Int) -> Int? {
        var end = start
        while end < limit, let word = document.word(end), word.can(be: .adjf.union(.datv)) { end += 1 }
        guard end < limit, let word = document.word(end), word.can(be: .noun.union(.datv)),
            document.tokens[end].shape.isDisjoint(with: .lineStart)
        else { return nil }
        return end + 1
    }
}
