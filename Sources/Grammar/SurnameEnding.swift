import Morphology

/// One form of a class of surnames.
public final class SurnameEnding: Sendable {
    public let ending: String
    /// How many letters it has.
    public let length: Int
    /// What stands in its place in the nominative.
    public let nominative: String
    /// Gender and case.
    public let grammemes: Grammemes
    /// A hard consonant stands before it.
    public let isBehindConsonant: Bool
    fileprivate let bytes: [UInt8]

    /// Of so many letters that it tells what a name is.
    public let isTelling: Bool

    private static let consonants = Set("бвгджзклмнпрстфхцчшщ".unicodeScalars)

    /// Whether a word, in lower case, ends so.
    public func ends(_ word: String) -> Bool {
        var copy = word
        let isAlike = copy.withUTF8 { word in
            guard word.count >= bytes.count else { return false }
            let start = word.count - bytes.count
            // The last letter tells most.
            for place in bytes.indices.reversed() where word[start + place] != bytes[place] { return false }
            return true
        }
        guard isAlike, isBehindConsonant else { return isAlike }
        return word.unicodeScalars.dropLast(bytes.count / 2).last.map(Self.consonants.contains) ?? false
    }

    /// - Parameters:
    ///   - ending: with `*` before it where a hard consonant stands there.
    ///   - nominative: with `*` for the same.
    public init(ending: String, nominative: String, grammemes: Grammemes) {
        isBehindConsonant = ending.hasPrefix("*")
        self.ending = isBehindConsonant ? String(ending.dropFirst()) : ending
        bytes = Array(self.ending.utf8)
        length = self.ending.unicodeScalars.count
        self.nominative = nominative.hasPrefix("*") ? String(nominative.dropFirst()) : nominative
        self.grammemes = grammemes
        isTelling =
            grammemes.intersects(Grammemes.cases) && length >= 3
            && self.nominative.unicodeScalars.count >= 3
    }
}

/// Endings by their last letter, which tells most: a word is held against few of them.
struct EndingIndex: Sendable {
    private var byLast: [UInt8: [SurnameEnding]] = [:]

    init(_ endings: [SurnameEnding]) {
        for ending in endings {
            if let last = ending.bytes.last { byLast[last, default: []].append(ending) }
        }
    }

    /// Those that a word in lower case has, in their order.
    func endings(of word: String) -> [SurnameEnding] {
        guard let last = word.utf8.last, let candidates = byLast[last] else { return [] }
        return candidates.filter { $0.ends(word) }
    }
}
