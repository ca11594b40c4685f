/// A date of the proleptic Gregorian calendar known to the year, the month or the day: `2024`, `2024-11`, `2024-11-27`.
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
    public let year: Int
    public let month: Int?
    public let day: Int?

    /// Nil when there is no such date: month 13, 30 February, a day without a month, a year outside 1...9999.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                guard (1...Self.days(in: month, of: year)).contains(day) else { return nil }
            }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2024`, `2024-11` or `2024-11-27` (ISO 8601); nil for anything else, and for dates that do not exist.
    public init?(iso text: some StringProtocol) {
        var (year, month, day) = (0, 0, 0)
        var length = 0
        for byte in text.utf8 {
            switch (length, byte) {
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
            case (0..<4, 0x30...0x39): year = year * 10 + Int(byte - 0x30)
            case (5..<7, 0x30...0x39): month = month * 10 + Int(byte - 0x30)
            case (8..<10, 0x30...0x39): day = day * 10 + Int(byte - 0x30)
            default: return nil
            }
            length += 1
        }
        guard [4, 7, 10].contains(length) else { return nil }
        self.init(year: year, month: length > 4 ? month : nil, day: length > 7 ? day : nil)
    }

    public var description: String {
        String(unsafeUninitializedCapacity: 10) { bytes in
            var count = 0
            func write(_ number: Int, _ width: Int) {
                var rest = number
                for place in stride(from: count + width - 1, through: count, by: -1) {
                    bytes[place] = 0x30 + UInt8(rest % 10)
                    rest /= 10
                }
                count += width
            }
            write(year, 4)
            for part in [month, day] {
                guard let part else { break }
                bytes[count] = UInt8(ascii: "-")
                count += 1
                write(part, 2)
            }
            return count
        }
    }

    public var isDay: Bool { day != nil }

    /// The first day of what the date covers: 1 November of `2024-11`.
    public var firstDay: PartialDate { PartialDate(year: year, month: month ?? 1, day: day ?? 1)! }

    /// The last day of what the date covers: 31 December of `2024`.
    public var lastDay: PartialDate {
        let month = month ?? 12
        return PartialDate(year: year, month: month, day: day ?? Self.days(in: month, of: year))!
    }

    /// Days since 1970-01-01 of the first day. Source: H. Hinnant, "chrono-compatible low-level date algorithms".
    public var dayNumber: Int {
        let first = firstDay
        let y = first.month! <= 2 ? first.year - 1 : first.year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (first.month! + (first.month! > 2 ? -3 : 9)) + 2) / 5 + first.day! - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day `dayNumber` days after 1970-01-01; nil outside the years 1...9999.
    public init?(dayNumber: Int) {
        let z = dayNumber + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.init(year: year, month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// 1 for Monday to 7 for Sunday, of the first day (ISO 8601).
    public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

    /// The number of days of a month, 1...12, of a year.
    public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// By first day; of two that begin together the less precise comes first.
extension PartialDate: Comparable {
    public static func < (a: PartialDate, b: PartialDate) -> Bool {
        (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
    }
}

/// An interval of dates, both ends included; an absent end is open.
public struct Period: Hashable, Sendable {
    public let from: PartialDate?
    public let to: PartialDate?

    /// Nil when both ends are absent or the end comes before the beginning.
    public init?(from: PartialDate?, to: PartialDate?) {
        if from == nil && to == nil { return nil }
        if let from, let to, to.lastDay < from.firstDay { return nil }
        self.from = from
        self.to = to
    }
}
