import Grammar

/// Words that measure something only within their brackets.
extension FigureReader {
    /// "оборот (без учета реэкспорта) составил 5 млн", "экспорт /без реэкспорта/ составил": what the brackets hold does not measure
    /// the amount behind them, where a word before them does.
    func isInBrackets(
        _ trigger: Trigger, before amount: Amount, _ unit: IndicatorUse.UnitClass, _ triggers: [Trigger]
    ) -> Bool {
        guard trigger.mark.end <= amount.range.lowerBound,
            let closing = (trigger.mark.end..<amount.range.lowerBound).first(where: { closesAside($0) }),
            !(trigger.mark.end..<closing).contains(where: { opensBracket($0) })
        else { return false }
        let sentence = document.sentence(of: trigger.mark.first)
        let before = max(sentence.lowerBound, trigger.mark.first - Self.reachOfAside)..<trigger.mark.first
        guard let opening = before.last(where: { opensBracket($0) }),
            !(opening..<trigger.mark.first).contains(where: { closesAside($0) })
        else { return false }
        return triggers.contains { $0.mark.end <= opening && $0.use(unit)?.isWeak == false }
    }

    /// Tokens from a bracket to a word within it.
    private static let reachOfAside = 8

    private func closesAside(_ token: Int) -> Bool {
        document.isMark(token, ")")
            || document.isMark(token, "/") && !document.tokens[token].shape.contains(.spaceBefore)
                && token + 1 < document.tokens.count && document.tokens[token + 1].shape.contains(.spaceBefore)
    }
}
