import Grammar
import Model
import Morphology

/// A document, or a package of documents, as one place of the text names it.
struct DocumentMention {
    let kind: Agreement.Kind
    /// Tokens of the name: adjectives, kind word, complement.
    let title: Range<Int>
    /// Token of the noun that the name is built on.
    let noun: Int
    /// The token after the kind word.
    let headEnd: Int
    /// The first token of the noun phrase, with the number and the adjectives that are no part of the name.
    let phrase: Int
    let sentence: Int
    let isPlural: Bool
    /// A capital marks it as a name.
    let isCapital: Bool
    /// The word is a document's name only with a capital or where it is concluded.
    let isLoose: Bool
    /// It stands inside the name of another document.
    let isEmbedded: Bool
    /// "этот договор": it points back to a document told of before.
    let isPointer: Bool
    /// The number of documents, for packages.
    var count: Int?
    /// "еще одно соглашение": beside those told before.
    var isFurther = false
    /// It opens its line or sentence, as the items of a list do.
    let isLeading: Bool
    /// Adjectives and kind word that stand before the list of which this is a part: "соглашения о торговле, о туризме".
    var shared: Range<Int>?
    /// "документ о границе": the word tells nothing of its kind.
    var isAnyKind = false
    /// "какие документы подписаны": asked for; what follows tells them.
    var isAsked = false
    /// An abbreviation that stands for it in the article.
    var alias: String?

    /// A complement or an adjective tells it from others of its kind.
    var isDescribed: Bool { hasComplement || title.lowerBound < noun || headEnd > noun + 1 }
    var hasComplement: Bool { title.upperBound > headEnd }
}

extension AgreementReader {
    private static let mostInSentence = 40

    /// The documents that a sentence names, in order.
    func mentions(in sentence: Range<Int>, index: Int) -> [DocumentMention] {
        guard
            document.mayHave(marks.document, in: sentence) || document.mayHave(marks.package, in: sentence)
                || !aliases.isEmpty
        else { return [] }
        // The longest list of an article has fewer.
        var found: [DocumentMention] = []
        var reach = sentence.lowerBound
        /// Behind "12 соглашений", where more kinds under the same number may follow.
        var counted: Int?
        for token in sentence where !reading.frame.isNoise[token] && found.count < Self.mostInSentence {
            if let mark = document.mark(at: token, marks.document), mark.end <= sentence.upperBound {
                if let reason = noDocument(token, in: sentence) {
                    reading.log?.leave(mark.range, .document, reason)
                    continue
                }
                if let end = counted, isCounted(mark, behind: end) {
                    reading.log?.leave(mark.range, .document, .inName)
                    counted = mark.end
                    continue
                }
                if let package = found.last, isInPackage(token, package) {
                    reading.log?.leave(mark.range, .document, .inName)
                    continue
                }
                for mention in self.mentions(mark, in: sentence, index: index, isEmbedded: token < reach) {
                    reach = max(reach, mention.title.upperBound)
                    found.append(mention)
                    counted = mention.kind == .package && mention.count != nil ? mention.headEnd : nil
                }
            } else if let alias = self.alias(at: token, index: index, isEmbedded: token < reach) {
                found.append(alias)
            } else if let mark = document.mark(at: token, marks.package) {
                guard token >= reach else {
                    reading.log?.leave(mark.range, .document, .inName)
                    continue
                }
                guard let mention = package(mark, in: sentence, index: index) else { continue }
                reach = max(reach, mention.title.upperBound)
                found.append(mention)
            }
        }
        return found
    }

    /// "пакет соглашений о торговле": what the package is of is no document besides.
    private func isInPackage(_ token: Int, _ package: DocumentMention) -> Bool {
        let whole = package.noun + 1..<max(package.noun + 1, package.title.upperBound)
        return package.kind == .package && whole.contains(token)
            && document.word(token)?.can(be: [.noun, .plur, .gent]) == true
            && (whole.lowerBound..<token).allSatisfy { document.word($0)?.can(be: [.adjf, .gent]) == true }
    }

    /// "ПВС": the abbreviation of a document, outside of the brackets that give it.
    private func alias(at token: Int, index: Int, isEmbedded: Bool) -> DocumentMention? {
        guard !aliases.isEmpty, document.tokens[token].shape.contains(.upper), !document.isMark(token - 1, "("),
            let kind = aliases[document.text(token..<token + 1)]
        else { return nil }
        return DocumentMention(
            kind: kind, title: token..<token + 1, noun: token, headEnd: token + 1, phrase: token, sentence: index,
            isPlural: false, isCapital: true, isLoose: false, isEmbedded: isEmbedded, isPointer: false, count: nil,
            isLeading: false, alias: document.text(token..<token + 1))
    }

    /// The abbreviation in brackets inside a document's name or right behind it.
    private func alias(in title: Range<Int>) -> String? {
        guard !aliases.isEmpty else { return nil }
        for opens in title.lowerBound..<min(title.upperBound + 1, document.tokens.count - 1)
        where document.isMark(opens, "(") {
            let text = document.text(opens + 1..<opens + 2)
            if aliases[text] != nil { return text }
        }
        return nil
    }

    func left(_ range: Range<Int>, _ reason: Omission.Reason) -> DocumentMention? {
        reading.log?.leave(range, .document, reason)
        return nil
    }

    /// Why a document's word is none here.
    private func noDocument(_ token: Int, in sentence: Range<Int>) -> Omission.Reason? {
        let limit = sentence.upperBound
        // "Программа развития ООН" is a body.
        let isBody = document.marks(reading.marks.organisation, in: max(0, token - 6)..<min(limit, token + 12)).contains
        {
            $0.range.count > 1 && $0.range.contains(token)
        }
        if isBody { return .nameOfBody }
        let low = max(sentence.lowerBound, token - Self.reachOfNone)
        let isNone = (low...token).contains { first in
            reading.hit(reading.marks.rules.agreementNot, at: first, limit: limit)?.match.range.contains(token) ?? false
        }
        return isNone || isOfPlayer(token, in: sentence) ? .noDocument : nil
    }

    /// Words before a document's word that a rule which makes it none may begin with.
    private static let reachOfNone = 2

    /// "Полузащитник продлил контракт": what a player or an actor signs.
    private func isOfPlayer(_ token: Int, in sentence: Range<Int>) -> Bool {
        guard let mark = document.mark(at: token, marks.document),
            let kind = Agreement.Kind(rawValue: reading.value(mark)), [.contract, .treaty, .agreement].contains(kind)
        else { return false }
        return !document.marks(marks.player, in: sentence).isEmpty
    }

    /// The document that a kind word names, or those that it names together.
    private func mentions(_ mark: Mark, in sentence: Range<Int>, index: Int, isEmbedded: Bool) -> [DocumentMention] {
        guard let kind = Agreement.Kind(rawValue: reading.value(mark)),
            let noun = mark.range.first(where: { document.word($0)?.can(be: .noun) == true })
        else { return [] }
        let parts = isEmbedded ? [] : self.parts(of: mark, kind: kind, noun: noun, in: sentence, index: index)
        if !parts.isEmpty { return parts }
        return mention(mark, kind, noun, in: sentence, index: index, isEmbedded: isEmbedded).map { [$0] } ?? []
    }

    private func mention(
        _ mark: Mark, _ kind: Agreement.Kind, _ noun: Int, in sentence: Range<Int>, index: Int, isEmbedded: Bool
    ) -> DocumentMention? {
        let isLoose = document.mark(at: mark.first, marks.loose) != nil
        let low = adjectivesStart(before: mark.first, noun: noun, from: sentence.lowerBound)
        // "по заявлению министра": what was said, and no paper.
        if kind == .statement, low == mark.first, document.mark(at: low - 1, marks.saying) != nil {
            return left(mark.range, .noDocument)
        }
        let isPlural = self.isPlural(noun, from: low) && document.mark(at: mark.first, marks.onePaper) == nil
        // "предыдущее соглашение": another than the one told of, and which the text does not say.
        if (low..<mark.first).contains(where: { isOther($0, in: sentence) }),
            titleEnd(after: mark, limit: sentence.upperBound, kind: kind) == mark.end
        {
            return left(mark.range, .general)
        }
        let number = low > sentence.lowerBound ? count(endingAt: low) : nil
        // "большая часть контрактов": of those told before.
        if isPlural, kind == .contract, document.mark(at: low - 1, marks.among) != nil {
            return left(mark.range, .general)
        }
        if isPlural, kind != .contract, !isEmbedded {
            let end = titleEnd(after: mark, limit: sentence.upperBound, kind: kind)
            // Wares of a trade fair rather than papers of state.
            if Self.commercialKinds.contains(kind), hasSum(after: end, limit: sentence.upperBound),
                !isOfFunds(mark.end..<max(mark.end, end))
            {
                return mention(mark, kind: .contract, noun, low, isPlural, isLoose, isEmbedded, sentence, index)
            }
            // "первое среди соглашений": of many that are not told.
            if number == nil, document.mark(at: low - 1, marks.among) != nil { return left(mark.range, .general) }
            guard
                number != nil || isMany(low) || isConcluded(low) || isConcluded(behind: end, noun)
                    || isLoose && document.mark(at: low - 1, marks.sign) != nil && end > mark.end
                    || !isLoose && document.mark(at: low - 1, marks.act) != nil
                    || !isLoose && (end > mark.end || low < mark.first)
            else { return left(mark.range, .general) }
            return package(
                mark.range, noun: noun, low: low, in: sentence, index: index, count: number?.count,
                from: number?.first ?? low)
        }
        // "договор о сборке грузовиков стоимостью 40 млн долларов": no states' treaty has a price.
        let isDeal =
            kind == .treaty && !isEmbedded
            && hasSum(
                after: titleEnd(after: mark, limit: sentence.upperBound, kind: kind), limit: sentence.upperBound)
        return mention(
            mark, kind: isDeal ? .contract : kind, noun, low, isPlural, isLoose, isEmbedded, sentence, index)
    }

    func mention(
        _ mark: Mark, kind: Agreement.Kind, _ noun: Int, _ low: Int, _ isPlural: Bool, _ isLoose: Bool,
        _ isEmbedded: Bool, _ sentence: Range<Int>, _ index: Int
    ) -> DocumentMention {
        let first = nameStart(low..<mark.first, head: mark.first, opensSentence: opens(low, sentence))
        let end = titleEnd(after: mark, limit: sentence.upperBound, kind: kind)
        let capital = document.tokens[first].shape.contains(.capitalized)
        return DocumentMention(
            kind: kind, title: first..<end, noun: noun, headEnd: mark.end, phrase: low, sentence: index,
            isPlural: isPlural,
            isCapital: capital && !opens(first, sentence), isLoose: isLoose, isEmbedded: isEmbedded,
            isPointer: (max(0, low - 1)..<noun).contains { document.mark(at: $0, marks.told) != nil }
                // "договор по этому вопросу"
                || document.mark(at: end, marks.link).map { document.mark(at: $0.end, marks.told) != nil } == true,
            count: nil,
            isFurther: (max(sentence.lowerBound, low - 1)..<noun).contains {
                document.mark(at: $0, marks.apart).map { !reading.value($0).isEmpty } ?? false
            },
            isLeading: opens(low, sentence), alias: alias(in: first..<end))
    }

    /// Of these many that have one sum are deals.
    private static let commercialKinds: Set<Agreement.Kind> = [.treaty, .agreement, .contract, .other]

    /// "в их числе": whether words that open a list stand right before a noun phrase.
    private func isListed(_ low: Int) -> Bool {
        reading.hits(reading.marks.rules.agreementList, in: max(0, low - 4)..<low).contains {
            $0.match.range.upperBound == low
        }
    }

    /// "ряд соглашений", "несколько соглашений".
    private func isMany(_ low: Int) -> Bool { low > 0 && document.mark(at: low - 1, marks.many) != nil }

    /// "подписанные сегодня соглашения".
    private func isConcluded(_ low: Int) -> Bool {
        (max(0, low - 2)..<low).contains { token in
            document.mark(at: token, marks.sign) != nil
                && document.word(token)?.parses[0].tag.grammemes.contains(.prtf) == true
        }
    }

    /// "прежнее соглашение"; of "аналогичное" none where it is told that it was signed.
    private func isOther(_ token: Int, in sentence: Range<Int>) -> Bool {
        guard let mark = document.mark(at: token, marks.other) else { return false }
        return reading.value(mark).isEmpty || document.marks(marks.sign, in: sentence).isEmpty
    }

    /// "Меморандумы, подписанные на форуме".
    private func isConcluded(behind end: Int, _ noun: Int) -> Bool {
        guard document.isMark(end, ","), document.mark(at: end + 1, marks.sign) != nil,
            let word = document.word(end + 1), word.parses[0].tag.grammemes.contains(.prtf)
        else { return false }
        return agrees(word, with: noun)
    }

    // MARK: The head

    /// The first of the adjectives before a kind word.
    func adjectivesStart(before head: Int, noun: Int, from low: Int) -> Int {
        var first = head
        while first > low, isAdjective(first - 1), !isState(first - 1),
            !document.tokens[first].shape.contains(.lineStart)
        { first -= 1 }
        // "17 межправительственных и коммерческих соглашений"
        if first < head, first - 2 >= low, document.word(first - 1)?.parses[0].tag.grammemes.contains(.conj) == true {
            var other = first - 1
            while other > low, isAdjective(other - 1) { other -= 1 }
            if other < first - 1, count(endingAt: other) != nil { first = other }
        }
        // "40 очень важных документов"
        if first < head, first > low, document.word(first - 1)?.parses[0].tag.grammemes.contains(.advb) == true,
            count(endingAt: first - 1) != nil
        {
            first -= 1
        }
        return first
    }

    func isAdjective(_ token: Int) -> Bool {
        guard let word = document.word(token), document.tokens[token].shape.isDisjoint(with: [.upper, .latin]) else {
            return false
        }
        let best = word.parses[0].tag.grammemes
        // Of a word that the dictionary lacks the first guess is no better than the next.
        if !word.isKnown, word.can(be: .adjf) { return true }
        return best.intersects(.adjf.union(.prtf))
            || best.contains(.noun) && word.can(be: .adjf) && !best.contains(.geox)
    }

    /// Where the name begins: at the first capital, or at the first adjective that says what document it is.
    ///
    /// - Parameter isMany: of a package all is told that says whose papers they are.
    func nameStart(_ adjectives: Range<Int>, head: Int, opensSentence: Bool, isMany: Bool = false) -> Int {
        if let capital = (adjectives.lowerBound..<head + 1).first(where: {
            document.tokens[$0].shape.contains(.capitalized) && document.mark(at: $0, marks.drop) == nil
        }), !(opensSentence && capital == adjectives.lowerBound) || capital == head {
            return capital
        }
        return adjectives.first {
            (document.mark(at: $0, marks.drop) == nil || isMany && document.mark(at: $0, marks.mutual) != nil)
                && document.mark(at: $0, marks.sign) == nil && isAdjective($0)
                && document.word($0)?.parses[0].tag.grammemes.contains(.prtf) != true
        } ?? head
    }

    /// Whether nothing but list signs stands before a token in its sentence.
    func opens(_ token: Int, _ sentence: Range<Int>) -> Bool {
        (sentence.lowerBound..<token).allSatisfy { document.tokens[$0].kind != .word }
    }

    /// Whether a noun stands in the plural; where its form decides nothing, the words before it do.
    func isPlural(_ noun: Int, from low: Int) -> Bool {
        guard let word = document.word(noun) else { return false }
        // "статья 3 договора"
        if low > 1, document.mark(at: low - 2, reading.marks.label) != nil { return !word.can(be: .sing) }
        if low > 0, let count = count(endingAt: low) {
            // "раунд 3 договора"
            if document.word(count.first - 1)?.parses[0].tag.grammemes.contains(.noun) == true {
                return !word.can(be: .sing)
            }
            // "два меморандума", "41 соглашение"
            if (2...4).contains(count.count) && word.can(be: [.gent, .sing]) || count.count > 20 { return true }
        }
        let parses = word.parses.filter { $0.tag.grammemes.contains(.noun) }
        if !parses.contains(where: { $0.tag.grammemes.contains(.plur) }) { return false }
        if !parses.contains(where: { $0.tag.grammemes.contains(.sing) }) { return true }
        // "обменялись подписанными экземплярами соглашения"
        if low > 0, document.mark(at: low - 1, marks.copy) != nil, word.can(be: [.gent, .sing]) { return false }
        for token in low..<noun {
            guard let adjective = document.word(token) else { continue }
            if !adjective.can(be: .sing) { return true }
            if !adjective.can(be: .plur) { return false }
        }
        // "заключенные сегодня соглашения"
        for token in max(0, low - 2)..<low where document.word(token)?.parses[0].tag.grammemes.contains(.prtf) == true {
            return document.word(token)?.can(be: .sing) == false
        }
        // "среди них соглашения о туризме"
        if isListed(low) { return true }
        if isMany(low) { return true }
        // "Это соглашения о туризме": a subject is in the nominative.
        if low > 0, document.mark(at: low - 1, marks.these) != nil { return true }
        if low > 0, document.mark(at: low - 1, reading.marks.number) != nil || document.tokens[low - 1].kind == .number
        {
            return true
        }
        // A singular that is no subject and no object hangs on a noun or a preposition.
        let isDirect = parses.contains { it in
            it.tag.grammemes.contains(.sing) && it.tag.grammemes.intersects(.nomn.union(.accs))
        }
        if !isDirect, opens(low, document.sentence(of: noun)) { return true }
        guard !isDirect, low > 0 else { return false }
        if isConjunction(low - 1) { return followsSubject(low) }
        guard let before = document.word(low - 1) else { return false }
        return before.parses[0].tag.grammemes.intersects([.verb, .prts, .infn])
    }

    /// "подписаны меморандум о туризме, соглашения о торговле": whether the document before in the row is no genitive, so that
    /// this one is none either.
    private func followsSubject(_ low: Int) -> Bool {
        let before = document.sentence(of: low).lowerBound..<low
        guard let head = document.marks(marks.document, in: before).last(where: { !isEmbeddedNoun($0.first) }) else {
            return false
        }
        return head.range.contains { token in
            document.word(token).map { $0.can(be: [.noun, .nomn]) && !$0.can(be: .gent) } ?? false
        } && !(head.end..<low).contains(where: reading.isFiniteVerb)
    }

    /// "о внесении изменений в договор": whether a preposition stands right before.
    private func isEmbeddedNoun(_ token: Int) -> Bool {
        token > 0 && document.word(token - 1)?.parses[0].tag.grammemes.contains(.prep) == true
    }
}
