import Foundation
import Grammar
import Model
import Morphology

/// A number in digits or words.
struct Numeral {
    static let third = Decimal(string: "0.33")!

    var value: Decimal
    var end: Int
    var isScaled = false
    var scale: Decimal = 1
    /// Half, a third, a quarter.
    var isFraction = false
}

extension Decimal {
    private static let one: Decimal = 1

    /// As `*`, which takes a microsecond whatever it multiplies, and most factors are one.
    func times(_ factor: Decimal) -> Decimal { factor.isOne ? self : isOne ? factor : self * factor }

    /// Whether it has no fraction: "22,5" has.
    var isWhole: Bool {
        let near = NSDecimalNumber(decimal: self).doubleValue
        return near == near.rounded()
    }

    /// Whether it is one in its plain form; other forms are no error, they are multiplied.
    private var isOne: Bool {
        withUnsafeBytes(of: self) { own in
            withUnsafeBytes(of: Self.one) { memcmp(own.baseAddress!, $0.baseAddress!, own.count) == 0 }
        }
    }
}

extension Reading {
    /// A number in digits or words, with its scale.
    func number(at start: Int, limit: Int) -> Numeral? {
        guard start < limit else { return nil }
        if document.tokens[start].kind == .number {
            guard var numeral = digits(at: start, limit: limit) else { return nil }
            scaled(&numeral, limit: limit)
            addRest(&numeral, limit: limit)
            return numeral
        }
        guard var numeral = words(at: start, limit: limit) else { return nil }
        addRest(&numeral, limit: limit)
        return numeral
    }

    /// "2 млн 492 тыс.", "один миллион 700 тысяч", "3 млн 3 тыс. 836"
    private func addRest(_ numeral: inout Numeral, limit: Int) {
        var least = numeral.scale
        while numeral.isScaled, least > 1, numeral.end < limit, document.tokens[numeral.end].kind == .number,
            var rest = digits(at: numeral.end, limit: limit)
        {
            scaled(&rest, limit: limit)
            guard rest.scale < least, rest.value < least, rest.isScaled || isLastThree(rest, after: least) else {
                return
            }
            numeral.value += rest.value
            numeral.end = rest.end
            least = rest.scale
        }
    }

    /// "… 3 тыс. 836 человек": the hundreds behind the thousands, and no day of a month.
    private func isLastThree(_ rest: Numeral, after scale: Decimal) -> Bool {
        scale == 1000 && rest.value < 1000 && rest.value >= 1 && document.mark(at: rest.end, marks.month) == nil
            && document.word(rest.end) != nil
    }

    /// "93", "1 860", "5,3", "1.844.036,12".
    private func digits(at start: Int, limit: Int) -> Numeral? {
        let first = document.tokens[start]
        if document.scalars[Int(first.start)..<Int(first.end)].contains(":") {
            log?.leave(start..<start + 1, .number, .clock)
            return nil
        }
        var text = document.text(start..<start + 1)
        var at = start + 1
        if first.span.length <= 3, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) || text.allSatisfy(\.isNumber) {
            while at < limit, at - start < Self.mostGroups, document.tokens[at].kind == .number,
                document.tokens[at].shape.contains(.spaceBefore),
                !document.tokens[at].shape.contains(.lineStart)
            {
                let group = document.text(at..<at + 1)
                let whole = group.prefix { $0.isNumber }
                guard whole.count == 3, group.count == 3 || group.dropFirst(3).first == "," else { break }
                text += group
                at += 1
                if group.count > 3 { break }
            }
        }
        guard let value = Self.decimal(text) else { return nil }
        return Numeral(value: value, end: at)
    }

    /// Reads a number as Russian writes it: the comma parts the fraction, dots part thousands when there are several or a comma follows.
    static func decimal(_ text: String) -> Decimal? {
        if let value = plainDecimal(text) { return value }
        let dots = text.utf8.count { $0 == UInt8(ascii: ".") }
        let commas = text.utf8.count { $0 == UInt8(ascii: ",") }
        var plain = text
        if commas > 1 {
            guard dots <= 1 else { return nil }
            plain.removeAll { $0 == "," }
        } else if commas == 1 {
            plain.removeAll { $0 == "." }
            plain = plain.replacingOccurrences(of: ",", with: ".")
        } else if dots > 1 {
            plain.removeAll { $0 == "." }
        }
        guard plain.count <= 30 else { return nil }
        return Decimal(string: plain, locale: Locale(identifier: "en_US_POSIX"))
    }

    /// Up to eighteen digits with one comma or dot among them or without.
    private static func plainDecimal(_ text: String) -> Decimal? {
        var digits: Int64 = 0
        var exponent = 0
        var isFraction = false
        guard text.utf8.count <= 18, let first = text.utf8.first, let last = text.utf8.last,
            first >= UInt8(ascii: "0"), last >= UInt8(ascii: "0")
        else { return nil }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
                if isFraction { exponent -= 1 }
            case UInt8(ascii: ".") where !isFraction, UInt8(ascii: ",") where !isFraction: isFraction = true
            default: return nil
            }
        }
        while exponent < 0, digits % 10 == 0 {
            digits /= 10
            exponent += 1
        }
        if exponent == 0 { return Decimal(digits) }
        return Decimal(sign: .plus, exponent: exponent, significand: Decimal(digits))
    }

    /// "два с половиной миллиарда", "сто двадцать пять", "полтора миллиона", "четверть миллиарда".
    private func words(at start: Int, limit: Int) -> Numeral? {
        // Most tokens are no number at all.
        guard
            document.mark(at: start, marks.number) != nil || document.mark(at: start, marks.numberFraction) != nil
                || document.mark(at: start, marks.scale) != nil
        else { return nil }
        if let mark = document.mark(at: start, marks.numberFraction), mark.end <= limit,
            let value = decimal(mark)
        {
            var numeral = Numeral(value: value, end: mark.end, isFraction: value < 1)
            if value >= 1 { numeral.isScaled = true }
            scaled(&numeral, limit: limit)
            if numeral.isScaled { numeral.isFraction = false }
            return numeral
        }
        var sum = 0.0
        var last = 1_000_000.0
        var at = start
        var count = 0
        while at < limit, let mark = document.mark(at: at, marks.number), let value = double(mark),
            value < last, !isIndefinite(at)
        {
            sum += value
            last = value >= 100 ? 100 : value >= 20 ? 10 : 0
            at = mark.end
            count += 1
        }
        // "два десятка", "полтора десятка", "три сотни"
        if count == 1, sum < 20, let mark = document.mark(at: at, marks.number), mark.end <= limit,
            let many = double(mark), many >= 10, let word = document.word(at), word.can(be: .noun),
            !word.can(be: .numr)
        {
            sum *= many
            at = mark.end
        }
        guard count > 0 else {
            // "миллиард долларов", "тысяча рабочих мест": a scale alone is one of it, when singular.
            guard let mark = document.mark(at: start, marks.scale), let value = decimal(mark),
                let word = document.word(start), word.can(be: .sing),
                !word.can(be: .plur.union(.nomn))
                    || document.marks(marks.comparator, in: max(0, start - 2)..<start).contains(where: {
                        $0.end == start
                    })
                    // "до тысячи единиц": no plural stands behind it.
                    || document.mark(at: start - 1, marks.preposition).map({ self.value($0) }) == "to"
            else { return nil }
            return Numeral(value: value, end: mark.end, isScaled: true, scale: value)
        }
        let total = Int(exactly: sum).map { Decimal($0) } ?? Decimal(sum)
        var numeral = Numeral(value: total, end: at)
        // "с половиной"
        if at + 1 < limit, let half = document.mark(at: at + 1, marks.numberFraction), value(half) == "0.5",
            document.word(at)?.can(be: .prep) == true
        {
            numeral.value += Decimal(string: "0.5")!
            numeral.end = half.end
        }
        // "две трети", "три четверти"
        if count == 1, let part = document.mark(at: at, marks.numberFraction), part.end <= limit,
            let fraction = decimal(part), fraction < 1
        {
            numeral.value = fraction == Numeral.third ? total * 100 / 3 / 100 : total * fraction
            numeral.end = part.end
            numeral.isFraction = true
            return numeral
        }
        scaled(&numeral, limit: limit)
        // "одного процента", but no other "один".
        if count == 1, !numeral.isScaled, sum == 1,
            document.mark(at: numeral.end, marks.unit).map({ value($0).hasPrefix("percent") }) != true
        {
            return nil
        }
        return numeral
    }

    /// "сотни миллионов", "десятков тысяч": a noun in the plural without a number before it tells none.
    private func isIndefinite(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        // "более сотни": one of it, in the genitive.
        if word.can(be: [.noun, .sing, .gent]), document.mark(at: token - 1, marks.comparator) != nil { return false }
        return word.can(be: .noun.union(.plur)) && !word.can(be: .numr)
    }

    /// Digits in threes, of a number in the quadrillions at the most; and "тысячи миллиардов", two scales at the most.
    private static let mostGroups = 6
    private static let mostScales = 2

    /// Multiplies by the scale words that follow, with the dot of their abbreviation.
    private func scaled(_ numeral: inout Numeral, limit: Int) {
        var scales = 0
        while scales < Self.mostScales, numeral.end < limit, let mark = document.mark(at: numeral.end, marks.scale),
            let by = decimal(mark)
        {
            numeral.value *= by
            numeral.scale = numeral.scale.times(by)
            numeral.isScaled = true
            numeral.end = mark.end
            scales += 1
            if document.isMark(numeral.end, "."), !document.tokens[numeral.end].shape.contains(.spaceBefore),
                numeral.end + 1 < limit
            {
                numeral.end += 1
            }
        }
    }
}
