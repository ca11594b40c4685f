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
            guard let hit = reading.hit("agreement.status", at: at, limit: sentence.upperBound) else {
                at += 1
                continue
            }
            if !hit.rule.gives.isEmpty {
                let words = hit.rule.gives.split(separator: " ")
                frames.append(
                    StatusFrame(
                        range: hit.match.range, status: Agreement.Status(rawValue: String(words[0])),
                        isNear: words.contains("near"), isWeak: words.contains("weak"), rule: hit.rule.name))
            }
            at = hit.match.range.upperBound
        }
        return frames
    }

    /// The frame that governs a mention: the nearest, with what parts them counted as distance.
    func frame(for mention: DocumentMention, among frames: [StatusFrame], mentions: [DocumentMention])
        -> (frame: StatusFrame, cost: Double)?
    {
        frames.compactMap { frame in
            distance(from: frame, to: mention, mentions: mentions).map { (frame: frame, cost: $0) }
        }.min { $0.cost < $1.cost }
    }

    static let farthest = 24.0
    static let nearest = 2.0

    /// Tokens between, less those of other documents' names; nil where something parts the two or they are too far apart.
    func distance(from frame: StatusFrame, to mention: DocumentMention, mentions: [DocumentMention]) -> Double? {
        let isBefore = frame.range.lowerBound < mention.title.lowerBound
        if frame.isNear && !isBefore { return nil }
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
        for token in between {
            if mentions.contains(where: { $0.title.contains(token) && !$0.isEmbedded }) { continue }
            if document.isMark(token, ";") || document.isMark(token, ":") {
                guard isBefore else { return nil }
                if isJoint(token, mentions) || document.isMark(token, ":") {
                    cost = min(cost, 4)
                } else {
                    isParted = true
                }
            } else if document.isMark(token, ",") {
                // What follows a document after "and" or "but" speaks of something else.
                if !isBefore, reading.opensClause(token + 1) { return nil }
                cost += isJoint(token, mentions) ? 0.5 : 2
            }
            cost += 1
        }
        // A semicolon parts, unless it is one of a list that the document belongs to.
        if isParted, !isJoint(low - 1, mentions) { return nil }
        return cost <= (frame.isNear ? Self.nearest : Self.farthest) ? cost : nil
    }

    /// Whether a mark parts the documents of a list.
    private func isJoint(_ token: Int, _ mentions: [DocumentMention]) -> Bool {
        mentions.contains { $0.title.upperBound == token || $0.title.lowerBound == token + 1 || $0.phrase == token + 1 }
    }
}
