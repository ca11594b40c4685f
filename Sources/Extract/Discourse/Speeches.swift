import Grammar
import Model

/// Direct speech: what stands between quotation marks, behind dashes and in lists.
extension Reading {
    /// The article cut into speeches, each with one speaker, and sentences of prose one by one.
    ///
    /// A speech is what stands between « and », over paragraphs too, or a paragraph that a dash opens.
    func speeches() -> [(sentences: Range<Int>, isSpeech: Bool)] {
        var blocks: [(sentences: Range<Int>, isSpeech: Bool)] = []
        var first = 0
        var quotation = Quotation()
        var isDashed = false
        var isTranscript = false
        for (index, sentence) in document.sentences.enumerated() {
            let startsParagraph = document.tokens[sentence.lowerBound].shape.contains(.lineStart)
            if startsParagraph {
                isTranscript = transcribed(sentence) != nil || isTranscript && !endsTranscript(sentence)
                isDashed = document.isDash(sentence.lowerBound) || isTranscript
            }
            read(&quotation, sentence, startsParagraph: startsParagraph)
            let next = index + 1
            let goesOn =
                next < document.sentences.count && next - first < Self.longestSpeech
                && (quotation.isOpen
                    || isDashed
                        && !document.tokens[document.sentences[next].lowerBound].shape.contains(.lineStart))
            if goesOn { continue }
            if next - first == Self.longestSpeech { quotation = Quotation() }
            blocks.append((first..<next, isDashed || next - first > 1 || isQuoted(sentence)))
            first = next
        }
        return blocks
    }

    /// "По данным таможни, торговля растет": whether what a sentence says is told by its source alone.
    func opensWithSource(_ index: Int) -> Bool {
        let sentence = document.sentences[index]
        return document.marks(marks.speechSource, in: sentence).first?.first == sentence.lowerBound
            && document.marks(marks.speech, in: sentence).isEmpty
    }

    /// "Президент отметил": a paragraph that no longer stands in a transcript; nor does one without a word.
    private func endsTranscript(_ sentence: Range<Int>) -> Bool {
        guard sentence.contains(where: { document.tokens[$0].kind == .word }) else { return true }
        return document.marks(marks.speech, in: sentence).contains { isFiniteVerb($0.first) }
            && (!people.names(in: sentence).isEmpty || !people.offices(in: sentence).isEmpty)
    }

    /// The name of who speaks in a transcript: "И. Иванов: Торговля растет."
    func transcribed(_ sentence: Range<Int>) -> NameMention? {
        guard let name = people.name(at: sentence.lowerBound), name.isNominative,
            document.isMark(name.range.upperBound, ":"), name.range.upperBound + 1 < sentence.upperBound,
            document.tokens[name.range.upperBound + 1].shape.contains(.capitalized)
        else { return nil }
        return name
    }

    /// "Иван Петров, министр торговли: «…": who is announced before the quotation that a sentence opens.
    func announced(in sentence: Range<Int>) -> Attribution? {
        if let name = transcribed(sentence) {
            let person = people.persons[name.person]
            return Attribution(person, isOfficial: true)
        }
        guard let name = people.name(at: sentence.lowerBound), name.isNominative,
            let colon = sentence.prefix(15).first(where: { document.isMark($0, ":") }),
            colon + 1 < sentence.upperBound, opensQuote(colon + 1),
            !(sentence.lowerBound..<colon).contains(where: isFiniteVerb)
        else { return nil }
        let person = people.persons[name.person]
        return Attribution(person, isOfficial: true)
    }

    /// "Министр заявил: «По данным таможни, торговля растет»": whether a speech that a sentence opens behind a colon refers to a
    /// source.
    func isReferredTo(_ source: Mark, in sentence: Range<Int>) -> Bool {
        (sentence.lowerBound..<source.first).contains { token in
            document.isMark(token, ":") && opensQuote(token + 1)
                && !(token + 2..<max(token + 2, source.first)).contains(where: closesQuote)
        }
    }

    /// The sentence with a colon that a list was opened by, for a sentence that is one of its lines.
    func listHead(of index: Int) -> Int? {
        var at = index
        while at > 0, index - at < Self.longestList {
            let first = document.sentences[at].lowerBound
            guard document.tokens[first].shape.contains(.lineStart),
                document.isDash(first) || document.isMark(first, "•") || document.isMark(first, "-")
                    || document.tokens[first].kind == .number && document.isMark(first + 1, ")")
            else { return nil }
            at -= 1
            if document.isMark(document.sentences[at].upperBound - 1, ":") { return at }
        }
        return nil
    }

    private static let longestList = 20

    /// Whether a sentence is quoted from its first word to its last.
    private func isQuoted(_ sentence: Range<Int>) -> Bool {
        guard sentence.count >= Self.shortestQuotation, opensQuote(sentence.lowerBound) else { return false }
        let end = sentence.upperBound
        return closesQuote(end - 1) || closesQuote(end - 2)
    }

    /// Tokens of a quoted sentence; fewer may be a name alone on its line.
    private static let shortestQuotation = 8

    /// A speech in quotation marks, and how many quoted names stand open within it.
    private struct Quotation {
        var isOpen = false
        var inner = 0
    }

    /// Follows the quotation marks of a sentence. A speech opens with a sentence or behind a colon; others quote names.
    private func read(_ quotation: inout Quotation, _ sentence: Range<Int>, startsParagraph: Bool) {
        // A name within the speech was left open, as in «компания «Транзит», by one mark for two: the paragraph ends it.
        if startsParagraph, quotation.inner > 0 { quotation = Quotation() }
        for token in sentence {
            if opensQuote(token) {
                if quotation.isOpen {
                    // Each paragraph of a long speech begins with a mark.
                    if token > sentence.lowerBound || !startsParagraph { quotation.inner += 1 }
                } else if token == sentence.lowerBound || document.isMark(token - 1, ":")
                    || document.isDash(token - 1) && token - 1 == sentence.lowerBound
                {
                    quotation.isOpen = true
                }
            } else if closesQuote(token), quotation.isOpen {
                let isFollowed = document.isMark(token + 1, ",") && document.isDash(token + 2)
                if quotation.inner > 0, !isFollowed { quotation.inner -= 1 } else { quotation = Quotation() }
            }
        }
    }

    func opensQuote(_ token: Int) -> Bool {
        if document.isMark(token, "«") || document.isMark(token, "“") || document.isMark(token, "„") { return true }
        guard document.isMark(token, "\""), token + 1 < document.tokens.count,
            !document.tokens[token + 1].shape.contains(.spaceBefore)
        else { return false }
        let shape = document.tokens[token].shape
        return shape.contains(.spaceBefore) || shape.contains(.lineStart) || document.isMark(token - 1, "(")
    }

    func closesQuote(_ token: Int) -> Bool {
        document.isMark(token, "»") || document.isMark(token, "”")
            || document.isMark(token, "\"") && !opensQuote(token)
    }

    /// Sentences after which a quotation mark that nobody closed is given up.
    private static let longestSpeech = 40
}
