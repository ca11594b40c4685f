import Grammar
import Model
import Morphology

/// Words that say that a document is concluded, to be concluded or in force.
struct StatusFrame {
    let range: Range<Int>
    /// Nil where the words say that nothing is concluded.
    let status: Agreement.Status?
    /// It governs only what follows at once: "в рамках договора".
    let isNear: Bool
    /// It counts only where nothing else speaks of the document.
    let isWeak: Bool
    /// It tells that a document is concluded, and nothing of when: "о заключении соглашения сообщил".
    let isUndated: Bool
    /// It names one of the documents that the sentence before told of, and has their status: "главный документ".
    let isLike: Bool
    /// It tells of an act on documents in force, be they many: "ратифицировали соглашения".
    let isOfMany: Bool
    /// A text is agreed: a plan then holds, a treaty is yet to be signed.
    let isOfText: Bool
    /// "его подписали": a pronoun stands for a document told before.
    let isOfIt: Bool
    /// It takes the document in the instrumental behind it: "завершился заявлением".
    let isBy: Bool
    let rule: String
}

extension AgreementReader {
    /// The frames of a sentence, outside the names of its documents.
    func frames(in sentence: Range<Int>, around mentions: [DocumentMention]) -> [StatusFrame] {
        var frames: [StatusFrame] = []
        var at = sentence.lowerBound
        while at < sentence.upperBound {
            if let mention = mentions.first(where: { $0.title.contains(at) && at >= $0.noun && !$0.isEmbedded }),
                mention.kind != .package || at < mention.headEnd
            {
                at = max(mention.title.upperBound, at + 1)
                continue
            }
            guard let hit = reading.hit(reading.marks.rules.agreementStatus, at: at, limit: sentence.upperBound) else {
                at += 1
                continue
            }
            if !hit.rule.gives.isEmpty {
                let words = hit.rule.gives.split(separator: " ")
                frames.append(
                    StatusFrame(
                        range: hit.match.range, status: Agreement.Status(rawValue: String(words[0])),
                        isNear: words.contains("near"), isWeak: words.contains("weak"),
                        isUndated: words.contains("undated"), isLike: words.contains("like"),
                        isOfMany: words.contains("many"), isOfText: words.contains("text"),
                        isOfIt: isOfIt(hit.match.range, from: sentence.lowerBound), isBy: words.contains("by"),
                        rule: hit.rule.name))
            }
            at = hit.match.range.upperBound
        }
        return frames
    }

    /// Whether a pronoun that stands for a thing is right beside a verb.
    private func isOfIt(_ verb: Range<Int>, from low: Int) -> Bool {
        [verb.upperBound, max(low, verb.lowerBound - 1)].contains { token in
            document.mark(at: token, marks.itself).map { reading.value($0).isEmpty } ?? false
        }
    }

    /// The frame that governs a mention: the nearest, with what parts them counted as distance.
    func frame(for mention: DocumentMention, among frames: [StatusFrame], mentions: [DocumentMention])
        -> (frame: StatusFrame, cost: Double)?
    {
        let near = frames.compactMap { frame in
            distance(from: frame, to: mention, mentions: mentions).map { (frame: frame, cost: $0) }
        }
        let nearest = near.min { $0.cost < $1.cost }
        // "в рамках соглашения, которое планируется подписать": not yet in force.
        let end = mention.title.upperBound
        guard nearest?.frame.isNear == true, document.isMark(end, ","), isRelative(end + 1..<end + 3) else {
            return nearest
        }
        return near.first { $0.frame.status == .planned && $0.frame.range.lowerBound > end } ?? nearest
    }

    static let farthest = 24.0
    static let nearest = 2.0

    /// Tokens between, less those of other documents' names; nil where something parts the two or they are too far apart.
    func distance(from frame: StatusFrame, to mention: DocumentMention, mentions: [DocumentMention]) -> Double? {
        let isBefore = frame.range.lowerBound < mention.title.lowerBound
        if frame.isNear && !isBefore { return nil }
        if let owner = owner(ofBracketed: frame.range, among: mentions), owner.noun != mention.noun { return nil }
        if frame.isBy, !isBefore || document.word(mention.noun)?.can(be: .ablt) != true { return nil }
        // "план, подписанный министрами, и программа": a participle behind a comma tells of its noun alone.
        if let own = described(by: frame, mentions), own != mention.noun,
            !isBefore || own < mention.noun && endOfAside(from: frame.range.lowerBound) <= mention.phrase
        {
            return nil
        }
        // What stands between kind word and its adjectives governs less than what governs them all.
        let isInside = isBefore && frame.range.lowerBound >= mention.phrase
        let low = isBefore && !isInside ? min(mention.phrase, mention.title.lowerBound) : mention.title.lowerBound
        let between =
            isBefore
            ? min(frame.range.upperBound, low)..<low
            : mention.title.upperBound..<max(frame.range.lowerBound, mention.title.upperBound)
        var cost = isBefore ? isInside ? 1.0 : 0.0 : 1.5
        if frame.isWeak { cost += 10 }
        var isParted = false
        let isNamed = names(of: mentions, in: between)
        for token in between where !isNamed[token - between.lowerBound] {
            if document.isMark(token, ";") || document.isMark(token, ":") {
                // "подписанными в рамках визита: договор": what stands before a colon is over.
                guard isBefore && !frame.isNear || frame.isOfIt else { return nil }
                if isJoint(token, mentions) || document.isMark(token, ":") {
                    cost = min(cost, 4)
                } else {
                    isParted = true
                }
            } else if document.isMark(token, ",") {
                if goesOn(behind: token, mentions) {
                    cost += 0.5
                } else {
                    // What follows a document after "and" or "but" speaks of something else, unless it is put in.
                    if !isBefore, !frame.isOfIt, reading.opensClause(token + 1), !isPutIn(token, in: between) {
                        return nil
                    }
                    cost += isJoint(token, mentions) ? 0.5 : 2
                }
            }
            cost += 1
        }
        if isBefore, isTaken(low, after: frame) { return nil }
        // "после подписания соглашение вступит в силу": of an act is what stands in the genitive behind it.
        if isBefore, !isInside, between.isEmpty, document.mark(at: frame.range.upperBound - 1, marks.act) != nil,
            document.word(mention.noun)?.can(be: .gent) == false
        {
            return nil
        }
        // "отношения закреплены в хартии": what a document holds is concluded, not the document.
        if frame.status != .existing, isContainer(mention), !between.contains(where: { document.isMark($0, ",") }) {
            return nil
        }
        // A semicolon parts, unless it is one of a list that the document belongs to.
        if isParted, !isJoint(low - 1, mentions) { return nil }
        return cost <= (frame.isNear ? Self.nearest : Self.farthest) ? cost : nil
    }

    /// "в хартии": a document that something stands in.
    private func isContainer(_ mention: DocumentMention) -> Bool {
        guard let link = document.mark(at: mention.phrase - 1, marks.link), reading.value(link) == "in",
            link.end == mention.phrase, let noun = document.word(mention.noun)
        else { return false }
        return noun.can(be: [.loct, .sing]) && !noun.can(be: [.accs, .sing])
    }

    /// For each token of a range whether it belongs to the name of a document.
    private func names(of mentions: [DocumentMention], in range: Range<Int>) -> [Bool] {
        var isNamed = Array(repeating: false, count: range.count)
        for index in mentions.indices where !mentions[index].isEmbedded {
            for token in mentions[index].title.clamped(to: range) { isNamed[token - range.lowerBound] = true }
        }
        return isNamed
    }

    /// "подписали протокол и обсудили программу": whether another verb comes between that takes the document.
    private func isTaken(_ low: Int, after frame: StatusFrame) -> Bool {
        let between = min(frame.range.upperBound, low)..<low
        if frame.isWeak || !reading.hits(reading.marks.rules.agreementList, in: between).isEmpty { return false }
        for token in between.reversed() {
            if document.isMark(token, ":") { return false }
            if reading.isFiniteVerb(token), document.mark(at: token, reading.marks.speech) == nil {
                return document.word(token)?.can(be: .verb) == true && !isOfClause(token, before: low)
            }
        }
        return false
    }

    /// Whether a verb stands in a clause that is over before a token: "подписали, как ожидалось, договор".
    private func isOfClause(_ verb: Int, before low: Int) -> Bool {
        (verb + 1..<low).contains { document.isMark($0, ",") && !reading.opensClause($0 + 1) }
    }

    /// ", как ожидается,", ", о котором сообщили,": a comma at either end of words that are put in.
    private func isPutIn(_ comma: Int, in between: Range<Int>) -> Bool {
        // A relative clause that is over before the verb.
        if comma == between.lowerBound, isRelative(comma + 1..<min(comma + 3, between.upperBound)),
            between.dropFirst().contains(where: { document.isMark($0, ",") })
        {
            return true
        }
        func closes(_ range: Range<Int>) -> Bool {
            range.clamped(to: between).contains { document.isMark($0, ",") }
        }
        let isOpening = document.mark(at: comma + 1, marks.aside) != nil && closes(comma + 2..<comma + 6)
        return isOpening
            || (comma - 5..<comma - 1).clamped(to: between).contains {
                document.isMark($0, ",") && document.mark(at: $0 + 1, marks.aside) != nil
            }
    }

    /// "заменит договор, заключенный в апреле": the noun of the document right before a participle, which speaks of no other.
    ///
    /// Of a document and those that its name names it is the last that agrees: "протокол к соглашению, подписанный".
    private func described(by frame: StatusFrame, _ mentions: [DocumentMention]) -> Int? {
        let first = frame.range.lowerBound
        guard document.isMark(first - 1, ","), let participle = document.word(first),
            participle.parses[0].tag.grammemes.contains(.prtf)
        else { return nil }
        let before = mentions.filter { $0.title.upperBound == first - 1 }
        return (before.last { agrees(participle, with: $0.noun) } ?? before.last)?.noun
    }

    /// Where what a participle behind a comma tells is over: at the next comma.
    func endOfAside(from participle: Int) -> Int {
        let sentence = document.sentence(of: participle)
        return (participle..<sentence.upperBound).first { document.isMark($0, ",") } ?? sentence.upperBound
    }

    /// What participles behind commas tell of the documents of a sentence but for one.
    func asides(of mentions: [DocumentMention], without own: DocumentMention) -> [Range<Int>] {
        mentions.compactMap { mention in
            let first = mention.title.upperBound + 1
            guard mention.noun != own.noun, document.isMark(first - 1, ","),
                document.mark(at: first, marks.sign) != nil,
                let word = document.word(first), word.parses[0].tag.grammemes.contains(.prtf),
                agrees(word, with: mention.noun),
                case let end = endOfAside(from: first), end <= own.phrase || first > own.phrase
            else { return nil }
            return first..<end
        }
    }

    /// Whether a participle can stand in the case, number and gender of a noun.
    func agrees(_ participle: Word, with noun: Int) -> Bool {
        guard let word = document.word(noun) else { return false }
        let genders: Grammemes = .masc.union(.femn).union(.neut)
        return word.parses.contains { x in
            guard x.tag.grammemes.contains(.noun) else { return false }
            return participle.parses.contains { y in
                guard y.tag.grammemes.contains(.prtf),
                    x.tag.grammemes.intersection(Grammemes.cases).intersects(y.tag.grammemes)
                else { return false }
                if x.tag.grammemes.contains(.plur) || y.tag.grammemes.contains(.plur) {
                    return x.tag.grammemes.contains(.plur) && y.tag.grammemes.contains(.plur)
                }
                return x.tag.grammemes.intersection(genders).intersects(y.tag.grammemes)
            }
        }
    }

    /// Whether a mark parts the documents of a list.
    private func isJoint(_ token: Int, _ mentions: [DocumentMention]) -> Bool {
        mentions.contains { $0.title.upperBound == token || $0.title.lowerBound == token + 1 || $0.phrase == token + 1 }
    }

    /// ", а также меморандум": behind a comma another document of the same clause.
    func goesOn(behind comma: Int, _ mentions: [DocumentMention]) -> Bool {
        mentions.contains { (comma + 1...comma + 3).contains($0.phrase) }
            && !(comma + 1..<min(comma + 3, document.tokens.count)).contains { reading.isFiniteVerb($0) }
    }

    /// Whether what is signed is being carried out, or was ratified since: "ход выполнения утвержденной президентами программы",
    /// "договор, ратифицированный парламентами, они подписали в мае".
    func isInForce(
        _ mention: DocumentMention, _ signing: StatusFrame, among frames: [StatusFrame], _ mentions: [DocumentMention]
    ) -> Bool {
        frames.contains { frame in
            guard frame.status == .existing else { return false }
            if frame.isNear {
                return frame.range.upperBound == signing.range.lowerBound && signing.range.upperBound <= mention.noun
            }
            return frame.isOfMany
                && distance(from: frame, to: mention, mentions: mentions) ?? Self.farthest < Self.beside
        }
    }

    private static let beside = 6.0

    /// "основа будущего договора", "протокол о ходе переговоров по соглашению"
    func isFuture(_ mention: DocumentMention) -> Bool {
        (mention.phrase..<mention.noun).contains { document.mark(at: $0, marks.future) != nil }
            // "решение о подписании программы"
            || document.mark(at: mention.phrase - 1, marks.act) != nil
                && document.mark(at: mention.phrase - 3, marks.ruling) != nil
            || (max(0, mention.phrase - 3)..<mention.phrase).contains {
                document.mark(at: $0, marks.draft)?.end == mention.phrase
            }
    }
}
