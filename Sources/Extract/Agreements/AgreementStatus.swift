import Grammar
import Model
import Morphology

/// Words that say that a document is concluded, to be concluded or in force.
struct StatusFrame {
    let range: Range<Int>
    /// Nil where the words say that nothing is concluded.
    let status: Agreement.Status?
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
                frames.append(
                    StatusFrame(
                        range: hit.match.range, status: Agreement.Status(rawValue: hit.rule.gives),
                        rule: hit.rule.name))
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

    /// Tokens between, less those of other documents' names; nil across a semicolon or too far.
    func distance(from frame: StatusFrame, to mention: DocumentMention, mentions: [DocumentMention]) -> Double? {
        let isBefore = frame.range.lowerBound < mention.title.lowerBound
        let between =
            isBefore
            ? min(frame.range.upperBound, mention.title.lowerBound)..<mention.title.lowerBound
            : mention.title.upperBound..<max(frame.range.lowerBound, mention.title.upperBound)
        var cost = isBefore ? 0.0 : 1.5
        for token in between {
            if mentions.contains(where: { $0.title.contains(token) }) { continue }
            if document.isMark(token, ";") { return nil }
            if document.isMark(token, ",") {
                let joinsList = mentions.contains { $0.title.upperBound == token || $0.title.lowerBound == token + 1 }
                cost += joinsList ? 0.5 : 2
            }
            cost += 1
        }
        return cost <= Self.farthest ? cost : nil
    }
}
