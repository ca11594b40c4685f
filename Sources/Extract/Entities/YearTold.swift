import Grammar
import Model

extension Reading {
    /// The year in which a text without a date was written, by what it compares with: "в прошлом году торговля упала на 3% – это
    /// меньше, чем в 2022 году" beside "за 2023 год", "за семь месяцев текущего года на 13% больше тех же месяцев 2023 года".
    ///
    /// A base alone may lie any years back: the year behind it must be told too, or the base be the same time a year before.
    func yearTold() -> Int? {
        let told = Set(document.tokens.indices.compactMap(yearNumber))
        for (index, sentence) in document.sentences.enumerated() {
            guard let mark = document.marks(marks.yearRelative, in: sentence).first, let offset = Int(value(mark)),
                offset == 0 || offset == -1
            else { continue }
            let next = document.sentences[min(index + 1, document.sentences.count - 1)]
            for base in document.marks(marks.base, in: sentence.lowerBound..<next.upperBound) {
                let reach = base.end..<min(base.end + Self.baseReach, next.upperBound)
                guard let before = reach.compactMap(yearNumber).first else { continue }
                let measured = before + 1
                if value(base) == "same" || told.contains(measured) { return measured - offset }
            }
        }
        return nil
    }

    /// A number of four digits that can be a year of late.
    private func yearNumber(_ token: Int) -> Int? {
        guard document.tokens[token].kind == .number, document.tokens[token].span.length == 4,
            let number = integer(token), (1990...2100).contains(number)
        else { return nil }
        return number
    }

    /// Tokens behind what compares in which the year stands.
    private static let baseReach = 4
}
