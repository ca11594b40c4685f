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

    /// What a word alone, as it was written, is in the nominative, best first, where certain cases are expected.
    final class Lone {
        let written: [Unicode.Scalar]
        let cases: CaseSet
        let forms: [String]
        /// The last word of each form, folded; nil where that is too short for a surname.
        let surnames: [TextKey?]

        init(written: [Unicode.Scalar], cases: CaseSet, forms: [String]) {
            self.written = written
            self.cases = cases
            self.forms = forms
            surnames = forms.map { form in
                Reading.words(form).last.flatMap { $0.unicodeScalars.count > 2 ? TextKey($0) : nil }
            }
        }
    }

    let lone = WordMemory<[Lone]>()
    let tables = WordMemory<Table>()

    /// To be called before an article.
    func trim(with vocabulary: Vocabulary) {
        lone.trim(with: vocabulary)
        tables.trim(with: vocabulary)
    }
}
