/// Initials: a capital letter may stand for a first name or a patronymic, of a man or a woman, in any case.
struct InitialUnit: AnalysisUnit {
    enum Part {
        case firstName
        case patronymic
    }

    private let letters: Set<Character>
    private let masculine: [Tag]
    private let feminine: [Tag]
    private let part: Part

    init(_ part: Part, letters: String) {
        self.part = part
        self.letters = Set(letters)
        let code = part == .firstName ? "Name" : "Patr"
        func tags(_ gender: String) -> [Tag] {
            ["nomn", "gent", "datv", "accs", "ablt", "loct"].map {
                Tag("NOUN,anim,\(gender),Sgtm,\(code),Fixd,Abbr,Init sing,\($0)")!
            }
        }
        masculine = tags("masc")
        feminine = tags("femn")
    }

    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        guard word.text.utf8.count == 2, let letter = word.text.first, letters.contains(letter) else { return }
        for tag in masculine + feminine {
            parses.append(
                Parse(word: word.lower, lemma: word.lower, tag: tag, score: 0.1, derivation: derivation(of: tag)))
        }
    }

    /// A man's and a woman's first name are two lexemes, their patronymics are forms of one.
    private func derivation(of tag: Tag) -> Derivation {
        switch part {
        case .patronymic: .invariable(masculine + feminine)
        case .firstName: .invariable(tag.grammemes.contains(.masc) ? masculine : feminine)
        }
    }
}
