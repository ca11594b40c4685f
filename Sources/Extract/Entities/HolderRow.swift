import Model

/// What the reference rows say of one holder of an office, read once: `KZ;president;2019-03-20;;Касым-Жомарт Токаев`.
///
/// A class, since it is handed on more often than read, and a copy would have to keep each of its texts by itself.
final class HolderRow: Hashable, Sendable {
    /// As the lexicon has it.
    let text: String
    let country: CountryCode?
    /// What the first field names that is no state: `ООН`.
    let organisation: String?
    let office: Office?
    private let from: PartialDate?
    private let until: PartialDate?
    let name: String
    /// The words of the name, folded.
    let words: [String]

    init(_ text: String) {
        self.text = text
        let fields = text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        func field(_ place: Int) -> String { place < fields.count ? fields[place] : "" }
        country = CountryCode(field(0))
        organisation = country == nil ? field(0) : nil
        office = Office(rawValue: field(1))
        from = PartialDate(iso: field(2))
        until = PartialDate(iso: field(3))
        name = field(4)
        words = Reading.words(name)
    }

    func isInForce(on day: PartialDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
    }

    static func == (a: HolderRow, b: HolderRow) -> Bool { a.text == b.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
