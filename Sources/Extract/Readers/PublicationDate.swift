import Model

/// A day of publication as metadata write it: ISO 8601, RFC 822 as feeds have it, or 27.11.2024.
///
/// The day is taken as it stands there, in the time zone of the one who published. Words of a language are left to the
/// language: a date with a month in Russian is no metadata.
enum PublicationDate {
    static func day(in text: String) -> PartialDate? {
        let text = text.trimmed
        let parts = text.prefix(40).split { !$0.isLetter && !$0.isNumber }
        guard let day = iso(text, parts) ?? numeric(text, parts) ?? rfc822(parts) else { return nil }
        // Programs write a date they do not have as the first of their calendar.
        return day.hasPrefix("19") && day < "1980" || day < "1900" ? nil : PartialDate(iso: day)
    }

    /// 2024-11-27, 2024-11-27T14:25:00+05:00, 2024/11/27, 20241127, 20241127T1425.
    private static func iso(_ text: String, _ parts: [Substring]) -> String? {
        if parts.count >= 3, parts[0].isNumber(4), parts[1].isNumber(2),
            text.dropFirst(4).first == "-" || text.dropFirst(4).first == "/"
        {
            let day = parts[2].prefix(2)
            guard day.isNumber(2), parts[2].count == 2 || !parts[2].dropFirst(2).first!.isNumber else { return nil }
            return "\(parts[0])-\(parts[1])-\(day)"
        }
        guard let first = parts.first, first.prefix(8).isNumber(8), first.count == 8 || first.dropFirst(8).first == "T"
        else { return nil }
        return "\(first.prefix(4))-\(first.dropFirst(4).prefix(2))-\(first.dropFirst(6).prefix(2))"
    }

    /// 27.11.2024, with or without a time.
    private static func numeric(_ text: String, _ parts: [Substring]) -> String? {
        guard parts.count >= 3, parts[0].isNumber(2) || parts[0].isNumber(1), parts[1].isNumber(2),
            parts[2].isNumber(4),
            text.dropFirst(parts[0].count).first == ".", text.dropFirst(parts[0].count + 3).first == "."
        else { return nil }
        return "\(parts[2])-\(parts[1])-\(parts[0].count == 1 ? "0" : "")\(parts[0])"
    }

    /// Wed, 27 Nov 2024 14:25:00 +0500; the day of the week may be left out (RFC 822, section 5).
    private static func rfc822(_ parts: [Substring]) -> String? {
        let parts = parts.first.map { $0.first!.isLetter } == true ? parts.dropFirst() : parts[...]
        guard parts.count >= 3, let month = months.firstIndex(of: parts[parts.startIndex + 1].prefix(3).lowercased())
        else { return nil }
        let (day, year) = (parts[parts.startIndex], parts[parts.startIndex + 2])
        guard day.isNumber(2) || day.isNumber(1), year.isNumber(4) else { return nil }
        return "\(year)-\(month < 9 ? "0" : "")\(month + 1)-\(day.count == 1 ? "0" : "")\(day)"
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}

extension Substring {
    fileprivate func isNumber(_ length: Int) -> Bool {
        count == length && utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
