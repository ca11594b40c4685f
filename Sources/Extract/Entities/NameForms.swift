import Grammar
import Model
import Morphology

/// The nominatives of the words that one worker has met in names, worked out once for each. Not for use by two threads at once.
final class NameForms {
    /// What a word's nominative can be where it stands in a given case and gender.
    struct Form {
        /// Of the word's texts, one more than its place; 0 as it is written.
        let text: UInt8
        /// What speaks against it; and more where it is the last word of a name.
        let cost: Int
        let last: Int
    }

    /// All nominatives of a word, case by case and gender by gender.
    final class Table {
        let texts: [String]
        private let forms: [Form]
        private let ends: [Int]

        /// - Parameter options: for each case the forms of a man and those of a woman.
        init(_ options: [[Option]]) {
            var texts: [String] = []
            var forms: [Form] = []
            var ends: [Int] = []
            for some in options {
                for option in some {
                    var number = 0
                    if let text = option.text {
                        number = (texts.firstIndex { $0.hasSameBytes(as: text) } ?? texts.count) + 1
                        // No word has so many forms.
                        guard number <= Table.most else { continue }
                        if number > texts.count { texts.append(text) }
                    }
                    forms.append(Form(text: UInt8(number), cost: option.cost, last: option.last))
                }
                ends.append(forms.count)
            }
            (self.texts, self.forms, self.ends) = (texts, forms, ends)
        }

        /// Texts are numbered in six bits.
        static let most = 63

        func forms(_ place: Int) -> ArraySlice<Form> { forms[(place == 0 ? 0 : ends[place - 1])..<ends[place]] }
    }

    /// One form of a word before they are numbered; nil as it is written.
    struct Option {
        let text: String?
        let cost: Int
        let last: Int
    }

    /// What a name, as it was written, is in the nominative, best first, where certain cases are expected.
    final class Nominatives {
        let written: [Unicode.Scalar]
        /// Which of its tokens are particles.
        let particles: [Int]
        let cases: CaseSet
        let forms: [String]
        /// The last word of each form; nil where that is too short for a surname.
        let surnames: [Surname?]

        init(
            written: [Unicode.Scalar], particles: [Int], cases: CaseSet, forms: [String], texts: NameTexts, marks: Marks
        ) {
            self.written = written
            self.particles = particles
            self.cases = cases
            self.forms = forms
            surnames = forms.map { form in
                guard let last = Reading.words(form).last, last.unicodeScalars.count > 2 else { return nil }
                let key = TextKey(last)
                return Surname(
                    number: texts.number(of: key), holders: marks.holdersBySurname[key] ?? [],
                    bodies: marks.bodiesBySurname[key] ?? [])
            }
        }
    }

    /// A surname by its number, folded, with the reference rows of those who are called so.
    struct Surname {
        let number: Int32
        let holders: [HolderRow]
        let bodies: [HolderRow]
    }

    /// By the last word, which fewer names share than the first.
    private let nominatives = WordMemory<[Nominatives]>()
    let tables = WordMemory<Table>()
    /// Names remembered that end in the same word.
    private static let mostOfWord = 32

    /// What fits, or what is made and remembered.
    func nominatives(of word: Word, where fits: (Nominatives) -> Bool, make: () -> Nominatives) -> Nominatives {
        let known = nominatives.known(word) ?? []
        if let same = known.first(where: fits) { return same }
        let made = make()
        nominatives.keep(known.suffix(Self.mostOfWord - 1) + [made], of: word)
        return made
    }

    /// To be called before an article.
    func trim(with vocabulary: Vocabulary) {
        nominatives.trim(with: vocabulary)
        tables.trim(with: vocabulary)
    }
}

/// The texts of names and of their words that one worker has met, the words numbered: people are compared by numbers. Not for use
/// by two threads at once.
final class NameTexts {
    /// What stands between the spaces of a name.
    struct Piece {
        let written: String
        let lower: String
        /// How many scalars it has in lower case.
        let length: Int
        /// Of it in lower case.
        let number: Int32
    }

    /// What a name in the nominative consists of.
    final class Parts {
        let pieces: [Piece]
        /// Folded.
        let words: [String]
        let numbers: [Int32]
        /// Of its last piece.
        var surname: Int32? { pieces.last?.number }

        fileprivate init(pieces: [Piece], words: [String], numbers: [Int32]) {
            self.pieces = pieces
            self.words = words
            self.numbers = numbers
        }
    }

    private var numbers: [TextKey: Int32] = [:]
    private var parts: [TextKey: Parts] = [:]
    private var trims = 0

    func number(of key: TextKey) -> Int32 {
        if let known = numbers[key] { return known }
        let made = Int32(numbers.count)
        numbers[key] = made
        return made
    }

    func parts(of name: String) -> Parts {
        let key = TextKey(name)
        if let known = parts[key] { return known }
        let pieces = name.utf8.split(separator: UInt8(ascii: " ")).map { piece in
            let written = String(Substring(piece))
            let lower = written.lowercasedWord()
            return Piece(
                written: written, lower: lower, length: lower.unicodeScalars.count, number: number(of: TextKey(lower)))
        }
        let words = Reading.words(name)
        let made = Parts(pieces: pieces, words: words, numbers: words.map { number(of: TextKey($0)) })
        parts[key] = made
        return made
    }

    /// To be called before an article.
    func trim(with vocabulary: Vocabulary) {
        guard trims != vocabulary.trims else { return }
        trims = vocabulary.trims
        numbers = [:]
        parts = [:]
    }
}
