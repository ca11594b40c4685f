import Grammar
import Model

/// Which state's money a currency's name is, where several states call theirs so.
extension Reading {
    /// A unit of money at a token: a sign, a name, or a name behind the adjective of its state: "угандийских шиллингов".
    ///
    /// - Returns: the currency, nil where the text does not decide it, and the token behind it; nil where no currency stands.
    func currency(at token: Int) -> (unit: QuantityUnit?, end: Int)? {
        if let mark = document.mark(at: token, marks.currency) { return (currency(mark), mark.end) }
        guard let state = document.mark(at: token, marks.countryAdjective),
            let mark = document.mark(at: state.end, marks.currency), let code = CountryCode(value(state))
        else { return nil }
        let codes = value(mark).split(separator: " ")
        guard codes.count > 1 else { return nil }
        return (codes.first { $0.hasPrefix(code.description) }.flatMap { QuantityUnit($0) }, mark.end)
    }

    /// The currency of a mark: the only one of its name, that of the state told nearest in the sentence, that of the only such
    /// state of the article, or the best known; nil where none of several is.
    private func currency(_ mark: Mark) -> QuantityUnit? {
        let codes = value(mark).split(separator: " ")
        guard codes.count > 1 else { return codes.first.flatMap { QuantityUnit($0) } }
        let near = stateMarks(in: document.sentence(of: mark.first)).min {
            abs($0.first - mark.first) < abs($1.first - mark.first)
        }
        func code(of state: Mark) -> Substring? { codes.first { $0.hasPrefix(value(state)) } }
        if let near, let code = code(of: near) { return QuantityUnit(code) }
        let told = Set(stateMarks(in: document.tokens.indices).compactMap(code))
        if told.count == 1 { return QuantityUnit(told.first!) }
        // "?" says that none of them is meant where no state is told.
        return codes[0] == "?" ? nil : QuantityUnit(codes[0])
    }

    private func stateMarks(in range: Range<Int>) -> [Mark] {
        [marks.country, marks.countryAdjective, marks.countryPeople, marks.countryCapital].flatMap {
            range == document.tokens.indices ? document.marks($0) : document.marks($0, in: range)
        }
    }
}
