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
            guard owners[at].isDisjoint(with: [.place]), let (head, flags, code) = professionHead(at) else {
                if let mark = document.mark(at: at, classes.professionAdjective) { add(.profession, mark.range, nil) }
                at += 1
                continue
            }
            let end = complement(of: head)
            let isBound = flags.contains("bound") && head.count == 1
            if end > head.upperBound || !isBound || followsName(head) || isFollowedByName(head) {
                if end > head.upperBound { add(.profession, head.lowerBound..<end, code, as: .profession) }
                if !isBound || end == head.upperBound { add(.profession, head, code, as: .profession) }
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
        guard let word = document.word(at), !word.parses[0].tag.grammemes.intersects([.prep, .conj, .verb, .infn])
        else {
            return nil
        }
        var flags = Set(trade.map { reading.value($0).split(separator: " ") } ?? [])
        if office != nil { flags.insert("state") }
        return (best.range, flags, office.flatMap { reading.fields($0).first })
    }

    /// The end of an office with the country, place or body behind it: "президента России", "глава МВД", "мэр Москвы".
    private func complement(of head: Range<Int>) -> Int {
        var end = head.upperBound
        let limit = min(document.tokens.count, end + 8)
        while end < limit, !document.tokens[end].shape.contains(.lineStart) {
            if !owners[end].isDisjoint(with: [.place, .organisation]) {
                guard
                    document.word(end)?.can(be: .gent) == true || document.tokens[end].shape.contains(.upper)
                        || document.tokens[end].shape.contains(.latin)
                else { break }
                let owner = owners[end]
                while end < limit, !owners[end].isDisjoint(with: owner) { end += 1 }
                continue
            }
            break
        }
        return end
    }

    private func followsName(_ head: Range<Int>) -> Bool {
        head.lowerBound > 1 && document.isMark(head.lowerBound - 1, ",") && isCapitalized(head.lowerBound - 2)
    }

    private func isFollowedByName(_ head: Range<Int>) -> Bool {
        isCapitalized(head.upperBound) && owners[head.upperBound].isEmpty
    }
}
