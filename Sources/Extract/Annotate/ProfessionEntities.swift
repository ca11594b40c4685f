import Grammar
import Model
import Morphology

extension Annotation {
    /// An office, a trade or a calling.
    struct OfficeSpan {
        let tokens: Range<Int>
        /// Served for a state, so that an adjective of a country before it names the country.
        let isState: Bool
    }

    /// Offices by the reference rows and the lexicon of trades: the head by itself, and with what belongs to it.
    mutating func addProfessions() -> [OfficeSpan] {
        var spans: [OfficeSpan] = []
        var at = 0
        while at < document.tokens.count {
            guard document.hasMarks(at: at) else {
                at += 1
                continue
            }
            guard owners[at].isDisjoint(with: [.place, .organisation]), let (head, flags, code) = professionHead(at)
            else {
                if let mark = document.mark(at: at, classes.professionAdjective) {
                    add(.profession, mark.range, nil, rule: "profession.adjective")
                }
                at += 1
                continue
            }
            let isBound = flags.contains("bound") && head.count == 1
            let end = complement(of: head, isBound: isBound)
            if end > head.upperBound || !isBound || followsName(head) || isFollowedByName(head) {
                if end > head.upperBound {
                    add(.profession, head.lowerBound..<end, code, as: .profession, rule: "profession.of")
                }
                if !isBound || end == head.upperBound {
                    add(.profession, head, code, as: .profession, rule: "profession.head")
                }
                spans.append(OfficeSpan(tokens: head.lowerBound..<end, isState: flags.contains("state")))
            }
            at = head.upperBound
        }
        return spans
    }

    private func professionHead(_ at: Int) -> (Range<Int>, Set<Substring>, String?)? {
        let office = document.mark(at: at, marks.office)
        let trade = document.mark(at: at, classes.profession)
        guard let best = [office, trade].compactMap({ $0 }).max(by: { $0.end < $1.end }) else { return nil }
        var first = best.first
        while first + 1 < best.end, has(classes.professionNot, at: first) { first += 1 }
        guard let word = document.word(first), isPersonal(word, at: first, isLong: best.end - first > 1) else {
            return nil
        }
        var flags = Set(trade.map { reading.value($0).split(separator: " ") } ?? [])
        if office != nil { flags.insert("state") }
        return (first..<best.end, flags, office.flatMap { reading.fields($0).first })
    }

    /// A word for a person as it stands here: "политика" and "физика" are also things, "военный" also an adjective.
    private func isPersonal(_ word: Word, at token: Int, isLong: Bool) -> Bool {
        let best = word.parses[0].tag.grammemes
        if best.intersects([.prep, .conj, .verb, .infn]) { return false }
        if isLong { return true }
        let adjective = best.intersects([.adjf, .prtf])
        if adjective || word.parses.contains(where: { $0.tag.grammemes.contains(.adjf) }) {
            return document.word(token + 1)?.parses[0].tag.grammemes.contains(.noun) != true || isCapitalized(token + 1)
        }
        return best.contains(.anim) || !word.isKnown || best.contains(.adjf)
    }

    /// The end of an office with the country, place, body or task behind it: "президента России", "глава МВД", "директор
    /// украинского предприятия «Знамя»", "министр по делам молодежи".
    private func complement(of head: Range<Int>, isBound: Bool) -> Int {
        var end = head.upperBound
        let limit = min(document.tokens.count, end + 12)
        while end < limit, !document.tokens[end].shape.contains(.lineStart) {
            if !owners[end].isDisjoint(with: [.place, .organisation]) {
                let isLatinOrUpper = !document.tokens[end].shape.isDisjoint(with: [.upper, .latin])
                guard document.word(end)?.can(be: .gent) == true || isLatinOrUpper else { break }
                let owner = owners[end]
                while end < limit, !owners[end].isDisjoint(with: owner) { end += 1 }
                continue
            }
            if let closing = quotation(at: end, limit: limit) {
                end = closing
                continue
            }
            guard let word = document.word(end) else { break }
            if isCapitalized(end) {
                // A name in Latin letters is a firm's; one in Cyrillic the holder's.
                guard document.tokens[end].shape.contains(.latin) else { break }
                end += 1
                continue
            }
            guard isBound || end > head.upperBound || has(marks.body, at: end) || isPlainGenitive(word) else { break }
            guard isPlainGenitive(word) || joins(end, limit: limit) else { break }
            end += 1
        }
        while end > head.upperBound,
            joins(end - 1, limit: limit)
                || document.word(end - 1)?.parses[0].tag.grammemes
                    .intersects([.adjf, .prtf]) == true && owners[end - 1].isEmpty
                    && !document.tokens[end - 1].shape.contains(.latin)
        {
            end -= 1
        }
        return end
    }

    private func isPlainGenitive(_ word: Word) -> Bool {
        let best = word.parses[0].tag.grammemes
        guard best.intersects([.noun, .adjf, .prtf]), !best.contains(.apro) else { return false }
        return word.can(be: .gent)
    }

    /// "по", "и" with a further noun behind.
    private func joins(_ token: Int, limit: Int) -> Bool {
        has(classes.professionLink, at: token)
    }

    private func quotation(at token: Int, limit: Int) -> Int? {
        guard document.isMark(token, "«") || document.isMark(token, "\"") else { return nil }
        for inner in token + 1..<min(limit, document.tokens.count) where inner > token {
            if document.isMark(inner, "»") || document.isMark(inner, "\"") { return inner + 1 }
        }
        return nil
    }

    private func followsName(_ head: Range<Int>) -> Bool {
        head.lowerBound > 1 && document.isMark(head.lowerBound - 1, ",") && isCapitalized(head.lowerBound - 2)
    }

    private func isFollowedByName(_ head: Range<Int>) -> Bool {
        isCapitalized(head.upperBound) && owners[head.upperBound].isEmpty
    }
}
