import Grammar
import Morphology

/// The nominatives of the words that one worker has met in names, worked out once for each. Not for use by two threads at once.
final class NameForms {
    /// A word's nominative where it stands in a given case and gender.
    enum Form {
        /// It cannot stand so.
        case none
        /// As it is written.
        case written
        case changed(String)
    }

    /// By the numbers of words, case by case and gender by gender.
    private var forms: [[Form?]] = []
    private var trims = 0

    /// To be called before an article.
    func trim(with vocabulary: Vocabulary) {
        guard trims != vocabulary.trims else { return }
        trims = vocabulary.trims
        forms = []
    }

    func form(of word: Word, _ place: Int, _ make: () -> Form) -> Form {
        while forms.count <= word.number { forms.append([]) }
        if forms[word.number].isEmpty { forms[word.number] = Array(repeating: nil, count: 2 * Reading.cases.count) }
        if let known = forms[word.number][place] { return known }
        let made = make()
        forms[word.number][place] = made
        return made
    }
}
