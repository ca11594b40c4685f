import Grammar
import Morphology

/// Whether a noun stands in the number and case that a numeral before it takes (Розенталь, «Справочник по правописанию и стилистике», § 164).
extension FigureReader {
    /// "56 конвенций" and "3 соглашения", but not "статьи 50 и 56 Конвенции": behind digits a noun is counted in the genitive, of
    /// the plural behind five and more, of the singular behind two to four, or in an oblique case of the plural.
    ///
    /// - Parameter token: the noun, right behind the number.
    func agrees(_ token: Int, with amount: Amount) -> Bool {
        let number = document.tokens[amount.core.upperBound - 1]
        guard token == amount.core.upperBound, number.kind == .number, let word = document.word(token), word.isKnown,
            case let digits = document.text(number.span), let digit = digits.last.flatMap({ Int(String($0)) })
        else { return true }
        let isTeen = digits.dropLast().last == "1"
        return word.readings.contains { reading in
            guard reading.contains(.noun), !reading.contains(.fixd) else { return true }
            if reading.contains(.plur) { return !reading.intersects([.nomn, .accs]) || reading.contains(.anim) }
            return !isTeen && (digit == 1 || (2...4).contains(digit) && reading.contains(.gent))
        }
    }
}
