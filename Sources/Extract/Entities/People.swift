import Grammar
import Model
import Morphology

/// A name of a person in the text.
struct NameMention {
    /// Tokens of the name alone.
    let range: Range<Int>
    /// Index into `People.persons`.
    let person: Int
    /// Its last word stands as it does in the nominative.
    let isNominative: Bool
}

/// An office in the text, with or without its holder's name.
struct OfficeMention {
    /// Tokens of the office, with the country or body that belongs to it.
    var range: Range<Int>
    var office: Office
    var level: Meeting.Level?
    var country: CountryCode?
    /// The holder, where the text names one here or elsewhere.
    var person: Int?
    /// More than one holder: "президенты", "главы государств".
    var isPlural: Bool
    /// The states of several holders, in order: "премьер-министры Армении и Грузии".
    var countries: [CountryCode] = []

    /// Takes in the tokens up to an end, where they go further.
    mutating func extend(to end: Int) { range = range.lowerBound..<max(range.upperBound, end) }
}

/// Who appears in an article.
struct People {
    struct Person {
        /// Nominative, as full as the article ever gives it.
        var name: String
        /// What that consists of, and what a lone surname could be in the nominative.
        var forms: [NameTexts.Parts]
        var country: CountryCode?
        /// The organisation that the office is one of.
        var organisation: String?
        var office: Office?
        var level: Meeting.Level?
        var isLeader: Bool { level.isLeader }
        /// Token of the first mention.
        var first: Int
        var mentions = 0

        /// What the name consists of.
        var parts: NameTexts.Parts { forms[0] }
    }

    var persons: [Person] = []
    /// In order.
    var names: [NameMention] = []
    /// In order.
    var offices: [OfficeMention] = []
    var index = PersonIndex()

    /// The names that begin within a token range.
    func names(in range: Range<Int>) -> ArraySlice<NameMention> {
        guard let last = names.last, last.range.lowerBound >= range.lowerBound else { return [] }
        let first = names.lowerBound { $0.range.lowerBound < range.lowerBound }
        var end = first
        while end < names.count, names[end].range.lowerBound < range.upperBound { end += 1 }
        return names[first..<end]
    }

    /// The offices that begin within a token range.
    func offices(in range: Range<Int>) -> ArraySlice<OfficeMention> {
        guard let last = offices.last, last.range.lowerBound >= range.lowerBound else { return [] }
        let first = offices.lowerBound { $0.range.lowerBound < range.lowerBound }
        var end = first
        while end < offices.count, offices[end].range.lowerBound < range.upperBound { end += 1 }
        return offices[first..<end]
    }

    /// The name that begins at a token.
    func name(at token: Int) -> NameMention? { names(in: token..<token + 1).first }

    /// The office that begins at a token.
    func office(at token: Int) -> OfficeMention? { offices(in: token..<token + 1).first }

    /// The name that a token is a part of.
    func name(around token: Int) -> NameMention? {
        let index = names.lowerBound { $0.range.upperBound <= token }
        return index < names.count && names[index].range.contains(token) ? names[index] : nil
    }

    /// The office that a token is a part of.
    func office(around token: Int) -> OfficeMention? {
        let index = offices.lowerBound { $0.range.upperBound <= token }
        return index < offices.count && offices[index].range.contains(token) ? offices[index] : nil
    }
}

extension Reading {
    /// Finds offices and names, and links each short form to the fullest. Who holds what is left to ``settlePeople()``.
    func readPeople() {
        let offices = officeMarks()
        let places = placeIndex(offices)
        var holder: [Int: Int] = [:]
        var at = 0
        while at < document.tokens.count {
            guard document.tokens[at].shape.contains(.capitalized), !frame.isNoise[at],
                let name = name(at: at, offices: offices, places: places)
            else {
                at += 1
                continue
            }
            var context = self.context(of: name.range, offices: offices, places: places)
            // What the reference rows know of somebody is surer than the office of his colleague.
            if context.isColleague, let known = name.known, let office = known.office,
                !couldHold(known.name, context.office)
            {
                context.office = office
                context.level = level(of: office)
            }
            // "глава Катара" is a monarch where the rows know him as one.
            if context.office == .president, let office = name.known?.office, office == .monarch {
                context.office = office
            }
            let person = link(name, context)
            let isNominative = isNominative(name.range.upperBound - 1, person)
            people.names.append(NameMention(range: name.range, person: person, isNominative: isNominative))
            if let office = context.officeIndex { holder[office] = person }
            at = name.range.upperBound
        }
        claimSurnames(offices, places)
        people.offices = offices.enumerated().map { index, office in
            var office = office
            office.person = holder[index]
            return office
        }
    }

    /// Gives people the offices and states that they are known to have, and offices their holders.
    func settlePeople() {
        recallHolders()
        resolveOffices()
        nationalise()
    }

    /// Whether the reference rows have somebody in an office at some time, where nobody tells when the article appeared.
    private func couldHold(_ name: String, _ office: Office?) -> Bool {
        guard publishedOn == nil, let office else { return false }
        return (marks.holders[TextKey(name)] ?? []).contains { $0.office == office }
    }

    /// Whether the last word of a name stands as it does in the nominative.
    private func isNominative(_ surname: Int, _ person: Int) -> Bool {
        let pieces = people.persons[person].parts.pieces
        if !pieces.isEmpty, document.isWritten(pieces[pieces.count - 1].written, at: surname) { return true }
        return Self.ends(people.persons[person].name, document.text(surname..<surname + 1))
    }

    /// Whether a name ends in a surname, with ё or with е.
    private static func ends(_ name: String, _ surname: String) -> Bool {
        if endsAsWritten(name, surname) { return true }
        guard hasDots(name) || hasDots(surname) else { return false }
        return endsAsWritten(folded(name), folded(surname))
    }

    /// With е for ё.
    private static func folded(_ text: String) -> String {
        guard TextKey(text).isPlain else { return text.replacingOccurrences(of: "ё", with: "е") }
        var text = text
        return text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { target in
                _ = target.initialize(fromContentsOf: bytes)
                for at in 1..<max(1, bytes.count) where target[at - 1] == 0xD1 && target[at] == 0x91 {
                    (target[at - 1], target[at]) = (0xD0, 0xB5)
                }
                return bytes.count
            }
        }
    }

    /// Alone or as a letter with its dots behind it.
    private static func hasDots(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var at = 0
            while at + 1 < bytes.count {
                if bytes[at] == 0xD1 && bytes[at + 1] == 0x91 || bytes[at] == 0xCC && bytes[at + 1] == 0x88 {
                    return true
                }
                at += 1
            }
            return false
        }
    }

    /// By bytes, or else as the letters could be written otherwise.
    private static func endsAsWritten(_ name: String, _ surname: String) -> Bool {
        guard TextKey(name).isPlain else { return name.hasSuffix(surname) }
        return name.endsInBytes(of: surname) || !TextKey(surname).isPlain && name.hasSuffix(surname)
    }
}

extension Meeting.Level? {
    /// That of a head of state or of government.
    var isLeader: Bool { self == .headOfState || self == .headOfGovernment }
}
