import Grammar
import Model

extension Extractor {
    /// The facts of an article, and the numbers and documents' words in it that became none.
    public func explained(_ article: Article) -> (facts: Facts, omissions: [Omission]) {
        let log = OmissionLog()
        return withReading(of: article, log: log) { reading in
            let facts = reading.facts()
            reading.logNumbersLeft()
            reading.logFurniture()
            return (facts, log.omissions(in: reading.document))
        }
    }
}

extension Reading {
    /// Logs the numbers that no recognizer of quantities came to speak of: dates, page furniture, ordinals.
    func logNumbersLeft() {
        guard let log else { return }
        for date in dates where date.range.contains(where: isNumber) { log.leave(date.range, .number, .date) }
        for token in document.tokens.indices where isNumber(token) && !log.isKnown(token, .number) {
            let reason: Omission.Reason =
                if frame.isNoise[token] {
                    .furniture
                } else if isOrdinal(token) {
                    .ordinal
                } else {
                    .unread
                }
            log.leave(token..<token + 1, .number, reason)
        }
    }

    /// Logs the documents' words on the page around the article.
    func logFurniture() {
        for mark in document.marks(marks.agreements.document) where frame.isNoise[mark.first] {
            log?.leave(mark.range, .document, .furniture)
        }
    }

    /// Digits, or a word for a number or an ordinal.
    private func isNumber(_ token: Int) -> Bool {
        document.tokens[token].kind == .number || isOrdinal(token)
            || document.mark(at: token, marks.number)?.range.count == 1
    }

    private func isOrdinal(_ token: Int) -> Bool {
        document.mark(at: token, marks.ordinal)?.range.count == 1
            || document.leadingNumber(token) != nil && document.tokens[token].shape.contains(.hyphen)
    }
}
