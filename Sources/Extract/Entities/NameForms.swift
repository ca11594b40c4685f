import Grammar
import Morphology

/// The nominatives of the words that one worker has met in names, worked out once for each. Not for use by two threads at once.
final class NameForms {
    /// What a word's nominative can be where it stands in a given case and gender.
    struct Form {
        /// Nil as it is written.
        let text: String?
        /// What speaks against it; and more where it is the last word of a name.
        let cost: Int
        let last: Int
    }

    /// What a word alone, as it was written, is in the nominative, best first, where certain cases are expected.
    struct Lone {
        let written: String
        let cases: [Grammemes]
        let forms: [String]
    }

    let lone = WordMemory<[Lone]>()
    /// By the numbers of words, case by case and gender by gender.
    private var forms: [[[Form]?]] = []
    private var trims = 0

    /// To be called before an article.
    func trim(with vocabulary: Vocabulary) {
        lone.trim(with: vocabulary)
        guard trims != vocabulary.trims else { return }
        trims = vocabulary.trims
        forms = []
    }

    /// What is known of a word so far.
    func forms(of word: Word, _ place: Int) -> [Form]? {
        word.number < forms.count && !forms[word.number].isEmpty ? forms[word.number][place] : nil
    }

    func keep(_ made: [Form], of word: Word, _ place: Int) {
        while forms.count <= word.number { forms.append([]) }
        if forms[word.number].isEmpty { forms[word.number] = Array(repeating: nil, count: 2 * Reading.cases.count) }
        forms[word.number][place] = made
    }
}
