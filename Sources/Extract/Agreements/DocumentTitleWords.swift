import Grammar
import Model
import Morphology

/// What the words of a document's name are.
extension AgreementReader {
    func opensQuote(_ token: Int) -> Bool { reading.opensQuote(token) }

    func closesQuote(_ token: Int) -> Bool { reading.closesQuote(token) }

    /// Tokens of the longest name that stands in quotes: "О сотрудничестве между Правительством …, Правительством … и …".
    private static let longestQuotation = 48

    /// The token that closes a quotation which a mark opens, past those inside it; nil where none within reach does.
    func closing(_ open: Int, limit: Int) -> Int? {
        var depth = 0
        var last: Int?
        for token in open + 1..<max(open + 1, min(limit, open + Self.longestQuotation)) {
            if opensQuote(token) {
                depth += 1
            } else if closesQuote(token) {
                if depth == 0 { return token }
                depth -= 1
                last = token
            }
        }
        // "«Договор о “дружбе»": the mark inside was never closed.
        return last
    }

    /// Whether a quote that began up to three words before the kind word is still open.
    func opensQuote(before token: Int, _ head: Int) -> Bool {
        (max(0, head - 4)..<head).contains { opensQuote($0) }
            && !(head..<token).contains { closesQuote($0) }
    }

    func isConjunction(_ token: Int) -> Bool {
        document.word(token)?.parses[0].tag.grammemes.contains(.conj) == true || document.isMark(token, ",")
    }

    /// Whether a word can carry a case: a noun, an adjective, a participle before a noun, a name in foreign letters.
    func isNominal(_ token: Int) -> Bool {
        guard token < document.tokens.count, let word = document.word(token) else { return false }
        if isState(token) { return true }
        if isPredicate(token) { return false }
        let best = word.parses[0].tag.grammemes
        if document.mark(at: token, marks.sign) != nil, best.contains(.prtf) {
            // "программа согласованных действий"
            return document.mark(at: token - 1, marks.document) != nil && document.word(token)?.can(be: .gent) == true
                && document.word(token + 1)?.can(be: [.noun, .gent]) == true
        }
        return best.intersects([.noun, .adjf, .prtf, .numr, .latn, .romn]) || !word.isKnown
            || document.tokens[token].shape.contains(.upper)
    }

    /// "Того": the name of a state, whatever else the word may be.
    func isState(_ token: Int) -> Bool {
        document.tokens[token].shape.contains(.capitalized)
            && reading.places(in: token..<token + 1).contains { $0.kind == .name }
    }

    func isPredicate(_ token: Int) -> Bool {
        // Of an abbreviation the dictionary knows nothing, and guesses by its last letters.
        if document.tokens[token].shape.contains(.upper), document.word(token)?.isKnown == false { return false }
        return document.word(token)?.parses[0].tag.grammemes.intersects([
            .verb, .infn, .prts, .grnd, .pred, .advb, .npro,
        ])
            ?? false
    }

    /// "использование", "предоставление": a noun of what is done, which may name by whom and to whom.
    func isAct(_ nominals: [Int]) -> Bool {
        nominals.suffix(2).contains {
            guard let lemma = document.word($0)?.lemma else { return false }
            return lemma.hasSuffix("ние") || lemma.hasSuffix("тие") || lemma.hasSuffix("дача")
                || lemma.hasSuffix("пка") || lemma.hasSuffix("вка") || lemma.hasSuffix("ажа")
        }
    }

    /// "назвали договор о границе важным": an instrumental that a verb before the document asks for.
    func isNamed(by token: Int) -> Bool {
        let sentence = document.sentence(of: token)
        return document.marks(marks.naming, in: sentence.lowerBound..<token).contains { reading.isFiniteVerb($0.first) }
    }

    /// Whether a token names a state, a city, an organisation or an office: one who signs rather than what is signed.
    func isParty(_ token: Int) -> Bool {
        document.mark(at: token, reading.marks.office) != nil
            || document.marks(reading.marks.organisation, in: max(0, token - 6)..<min(document.tokens.count, token + 6))
                .contains { $0.range.contains(token) }
            || reading.places(in: max(0, token - 3)..<token + 1).contains {
                $0.range.contains(token) && $0.kind != .adjective
            }
    }

    /// "по доведению товарооборота до 5 млрд долларов": how much a document aims at.
    func goal(_ walk: TitleWalk, limit: Int) -> TitleWalk? {
        guard walk.last == .nominal, walk.at == walk.end,
            document.mark(at: walk.at, marks.link).map({ reading.value($0) }) == "until",
            let amount = reading.amounts(in: walk.at + 1..<walk.at + 3).first, amount.isMoney,
            amount.range.lowerBound == walk.at + 1, amount.core.upperBound <= limit,
            walk.nominals.contains(where: {
                document.mark(at: $0, reading.marks.direction) != nil
                    || document.mark(at: $0, reading.marks.moveTo) != nil
            })
        else { return nil }
        return TitleWalk(
            at: amount.core.upperBound, end: amount.core.upperBound, last: .nominal, nominals: walk.nominals)
    }
}
