/// Numbers in digits: `12` is `NUMB,intg`; `12,4`, `12.4` and `1e6` are `NUMB,real`.
///
/// pymorphy takes what Python's `int` and `float` take. On purpose `inf`, `nan` and digits of other scripts are
/// none here, and a number of any length is one.
struct NumberUnit: AnalysisUnit {
    private let integer = Tag("NUMB,intg")!
    private let real = Tag("NUMB,real")!

    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        guard let isInteger = isInteger(word.lower.utf8) else { return }
        parses.append(
            Parse(
                word: word.lower, lemma: word.lower, tag: isInteger ? integer : real, score: 0.9,
                derivation: .invariable([])))
    }

    /// Nil if it is no number: `[+-] digits [.,] digits [e [+-] digits]`.
    private func isInteger(_ text: String.UTF8View) -> Bool? {
        var rest = text[...]
        dropSign(&rest)
        let whole = dropDigits(&rest)
        if rest.isEmpty { return whole ? true : nil }

        var isNumber = whole
        if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") {
            rest = rest.dropFirst()
            isNumber = dropDigits(&rest) || isNumber
        }
        if isNumber, rest.first == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            dropSign(&rest)
            isNumber = dropDigits(&rest)
        }
        return isNumber && rest.isEmpty ? false : nil
    }

    private func dropSign(_ text: inout Substring.UTF8View) {
        if text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-") { text = text.dropFirst() }
    }

    /// Digits with single underscores between them, as in Python.
    private func dropDigits(_ text: inout Substring.UTF8View) -> Bool {
        var digits = text
        var found = false
        while let byte = digits.first {
            if byte == UInt8(ascii: "_"), found {
                digits = digits.dropFirst()
                guard let next = digits.first, isDigit(next) else { break }
            } else if !isDigit(byte) {
                break
            }
            digits = digits.dropFirst()
            found = true
            text = digits
        }
        return found
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
