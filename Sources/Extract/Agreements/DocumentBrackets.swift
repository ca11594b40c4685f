import Grammar
import Model

/// Brackets right behind a document's name, which tell when that document was concluded and no other.
extension AgreementReader {
    /// "(1996)", "(2004 год)", "(подписан 6 марта 1996 г.)", "(14 марта 2031 года, Эр-Рияд)": the date that brackets open with, and the
    /// token behind them.
    ///
    /// - Parameter opening: the token of the opening bracket.
    func bracketedDate(at opening: Int) -> (date: PartialDate, end: Int)? {
        guard document.isMark(opening, "("),
            let closing = (opening + 1..<min(document.tokens.count, opening + Self.reachOfBrackets)).first(where: {
                document.isMark($0, ")")
            })
        else { return nil }
        var at = opening + 1
        while at < closing, opensDate(at) { at += 1 }
        // "(Эр-Рияд, 14 марта 2031 года)"
        if let town = reading.places(in: at..<at + 1).first,
            document.isMark(town.range.upperBound, ",")
        {
            at = town.range.upperBound + 1
        }
        if at + 1 == closing, let year = reading.integer(at), Self.years.contains(year),
            let date = PartialDate(year: year)
        {
            return (date, closing + 1)
        }
        guard let mention = reading.dates(touching: at..<at + 1).first(where: { $0.range.lowerBound == at }),
            mention.role == .time, !isSpan(mention), let date = past(mention)
        else { return nil }
        return (date, closing + 1)
    }

    /// "подписан", "заключен в", "от": what may stand in brackets before the date.
    private func opensDate(_ token: Int) -> Bool {
        document.mark(at: token, marks.sign) != nil || document.mark(at: token, marks.link) != nil
    }

    /// The document that words in brackets speak of; nil where they stand in none, or not behind a name.
    func owner(ofBracketed words: Range<Int>, among mentions: [DocumentMention]) -> DocumentMention? {
        mentions.last { mention in
            let opening = behind(mention)
            return opening < words.lowerBound && bracketedDate(at: opening).map { words.upperBound < $0.end } ?? false
        }
    }

    /// The token behind a name, past the mark that closes its quotation.
    func behind(_ mention: DocumentMention) -> Int {
        let end = mention.title.upperBound
        return document.isMark(end, "»") || document.isMark(end, "\"") ? end + 1 : end
    }

    /// Tokens from a bracket to the one that closes it.
    private static let reachOfBrackets = 12
    private static let years = 1900...2100
}
