import Grammar
import Morphology

/// Which of its nominatives a name that stands by itself has, by the case that its sentence speaks for.
extension Reading {
    /// The likeliest nominative of a name that stands by itself.
    func nominativeName(_ range: Range<Int>) -> String { likeliestNominatives(of: range)[0] }

    /// The nominatives of a name that stands by itself with that of the case first that its sentence speaks for: "визит
    /// Александра Стубба".
    func likeliestNominatives(of range: Range<Int>) -> [String] {
        let forms = named(range).forms
        guard forms.count > 1 else { return forms }
        let best = likeliest(of: range, among: forms)
        if best == 0 { return forms }
        return [forms[best]] + forms[..<best] + forms[(best + 1)...]
    }

    /// The place of the form that its sentence speaks for; 0 where it speaks for none.
    ///
    /// To read a sentence costs far more than all else here, so that it is read only where its readings could make a difference.
    private func likeliest(of range: Range<Int>, among forms: [String]) -> Int {
        let (cases, mayBeNone) = possibleCases(of: range)
        var places = mayBeNone ? [0] : []
        for place in CaseSet.all.indices where cases.contains(place: place) {
            let place = likeliest(of: range, in: place, among: forms)
            if !places.contains(place) { places.append(place) }
        }
        if places.count == 1 { return places[0] }
        let told = range.lazy.compactMap { self.document.reading(at: $0) }.first { $0.intersects(.properName) }
        return told.flatMap(Self.place).map { likeliest(of: range, in: $0, among: forms) } ?? 0
    }

    /// The cases in which the first proper name of a range may stand, and whether it may be that there is none.
    private func possibleCases(of range: Range<Int>) -> (CaseSet, mayBeNone: Bool) {
        var cases: CaseSet = []
        var mayBeNone = false
        for word in range.lazy.compactMap({ self.document.word($0) }) {
            var mayBeCommon = false
            for reading in word.readings {
                if !reading.intersects(.properName) {
                    mayBeCommon = true
                } else if let place = Self.place(of: reading) {
                    cases.insert(CaseSet(place: place))
                } else {
                    mayBeNone = true
                }
            }
            if !mayBeCommon { return (cases, mayBeNone) }
        }
        return (cases, true)
    }

    /// The place of the case that a reading tells.
    private static func place(of reading: Grammemes) -> Int? { CaseSet.all.firstIndex(where: reading.contains) }

    /// The place of the best form of a name that stands in a case; 0 where its words do not tell it.
    private func likeliest(of range: Range<Int>, in place: Int, among forms: [String]) -> Int {
        // What the dictionary lacks says little of its case: "Роналду", "Сидибе".
        guard range.allSatisfy({ document.word($0).map { isDeclined($0, in: place) } ?? true }) else { return 0 }
        for form in named(range, cases: CaseSet(place: place)).forms {
            if let known = forms.firstIndex(where: { $0.hasSameBytes(as: form) }) { return known }
        }
        return 0
    }

    /// Whether the dictionary or the ending of a surname tells that a name's word stands in a case.
    private func isDeclined(_ word: Word, in place: Int) -> Bool {
        word.isKnown && word.can(be: CaseSet.all[place].union(.sing))
            || surnameCases(of: word).contains(CaseSet.all[place])
    }

    /// The cases that the ending of a surname tells.
    func surnameCases(of word: Word) -> Grammemes {
        memory.surnameCases.of(word) {
            language.surnameEndings(of: word.text).reduce(Grammemes()) { $0.union($1.grammemes) }
        }
    }
}
