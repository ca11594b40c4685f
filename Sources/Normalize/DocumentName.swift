import Model

/// What of a document's title tells it from others of its kind and parties, however long an outlet gives it.
///
/// - The parties are no part of it: "Соглашение между Республикой Казахстан и Государством Катар о торговле вином" and
///   "Соглашение о торговле вином" are one name where those two are all the parties.
/// - So are the years of its term: without them a title can be of any term, with others it is another document.
/// - A treaty is known by its first four words. Those behind them contradict where they differ; where they only go on,
///   the shorter title is a part of the longer one, and stands for it if it is the only one on that day, or the only
///   dated one. Two without a day are one only in the same words.
struct DocumentName {
    /// What all titles of it begin with, folded.
    let stem: String
    /// What else they say: titles that give other values for what stands before `=` contradict.
    let marks: [String]

    private static let treatyWords = 4

    /// - Parameter hasDay: whether the day of its signature is told.
    init(_ agreement: Agreement, hasDay: Bool) {
        var title = agreement.title
        var marks: [String] = []
        if agreement.orgs.isEmpty, let rest = title.withoutParties(agreement.countries.count) { title = rest }
        if let term = agreement.term, let rest = title.withoutTerm {
            title = rest
            marks.append("years=\(term.from?.description ?? "")/\(term.to?.description ?? "")")
        }
        let words = title.words
        if agreement.kind == .treaty && words.count >= Self.treatyWords {
            stem = words.prefix(Self.treatyWords).joined(separator: " ")
            marks += words.enumerated().dropFirst(Self.treatyWords).map { "word \($0.offset + 1)=\($0.element)" }
            if !hasDay { marks.append("words=\(words.count)") }
        } else {
            stem = words.joined(separator: " ")
        }
        self.marks = marks
    }
}

extension String {
    /// The title without "между Республикой Казахстан и Государством Катар", if so many states are named there by what they
    /// are called in documents, and what is left still says more than "Соглашение о сотрудничестве". Without those words a
    /// name can be that of a town or a firm: "Соглашение о прямых рейсах между Бишкеком и Дели".
    fileprivate func withoutParties(_ count: Int) -> String? {
        let words = split(separator: " ")
        guard count > 1, let start = words.firstIndex(where: { $0.lowercased() == "между" }) else { return nil }
        var end = words.index(after: start)
        let areGovernments = end < words.count && words[end].lowercased() == "правительствами"
        if areGovernments { end += 1 }
        var names: [(isState: Bool, isOpen: Bool)] = []
        while end < words.count {
            let word = words[end]
            if word.first?.isUppercase == true || word == "правительством" {
                if names.last?.isOpen != true { names.append((isState: areGovernments, isOpen: true)) }
                if word.isOfState { names[names.count - 1].isState = true }
                if word.hasSuffix(",") { names[names.count - 1].isOpen = false }
            } else if word == "и", !names.isEmpty {
                names[names.count - 1].isOpen = false
            } else {
                break
            }
            end += 1
        }
        let rest = words[..<start] + words[end...]
        return names.count == count && names.allSatisfy(\.isState) && rest.count > 3 ? rest.joined(separator: " ") : nil
    }

    /// The title without "на 2024–2026 годы", "до 2030 года", if what is left is still a name.
    fileprivate var withoutTerm: String? {
        let words = split(separator: " ")
        guard let year = words.firstIndex(where: \.isYears) else { return nil }
        var (start, end) = (year, year + 1)
        if start > 0, ["на", "до"].contains(words[start - 1]) { start -= 1 }
        while end < words.count, words[end].hasPrefix("год") || words[end].isYears || words[end].isDash { end += 1 }
        let rest = words[..<start] + words[end...]
        return rest.count > 2 ? rest.joined(separator: " ") : nil
    }
}

extension Substring {
    /// What a state, or who signs for it, is called in documents.
    fileprivate var isOfState: Bool {
        ["республик", "федераци", "королевств", "государств", "штат", "эмират", "султанат", "княжеств", "правительств"]
            .contains { lowercased().hasPrefix($0) }
    }

    /// "2024", "2024–2026"
    fileprivate var isYears: Bool {
        let parts = split { !$0.isNumber }
        return !parts.isEmpty && parts.allSatisfy { $0.count == 4 } && allSatisfy { $0.isNumber || "-–—/".contains($0) }
    }

    fileprivate var isDash: Bool { ["-", "–", "—"].contains(self) }
}
