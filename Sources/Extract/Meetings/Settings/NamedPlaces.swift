import Grammar
import Model
import Morphology

/// Towns that the name of an assembly or the form of a word tells.
extension Reading {
    /// "Самаркандский саммит", "Тбилисский международный форум": the town whose adjective stands before an assembly.
    func placeOfName(_ mention: EncounterMention) -> Place? {
        guard mention.kind == .summit || mention.kind == .forum else { return nil }
        var at = mention.trigger.lowerBound
        // The word itself may be one of the adjectives: "международный форум".
        for _ in 0..<Self.adjectivesOfName {
            guard at > 0, let word = document.word(at - 1), word.can(be: .adjf), !isShortPreposition(at - 1) else {
                break
            }
            at -= 1
            if document.mark(at: at, marks.countryAdjective) == nil, let place = town(ofAdjective: word) {
                return place
            }
        }
        return nil
    }

    private static let adjectivesOfName = 4

    private func town(ofAdjective word: Word) -> Place? {
        for stem in cityStems(of: word) {
            if let row = cityRow(stem), let country = CountryCode(row.country) {
                return Place(city: row.name, country: country)
            }
            if let code = document.lexicon.value(of: stem, marks.countryCapital), let country = CountryCode(code) {
                return Place(city: Self.cased(stem), country: country)
            }
        }
        return nil
    }

    /// "в Чэнду": a town that the dictionary lacks and that stands as it is named, in a vowel that no case changes.
    func isUndeclined(_ token: Int) -> Bool {
        guard let word = document.word(token), !word.isKnown, let last = word.text.last, "уоэюи".contains(last),
            let mark = document.mark(at: token, marks.city) ?? document.mark(at: token, marks.countryCapital)
        else { return false }
        return document.lexicon.entries[Int(mark.entry)].phrase.lowercased() == word.text
    }

    /// "в Гомельской области началось заседание": the state that the part of it lies in.
    func provinceState(in range: Range<Int>) -> Place? {
        provinces(in: range).lazy.compactMap { province -> Place? in
            guard province.range.lowerBound > range.lowerBound, self.isLocalPreposition(province.range.lowerBound - 1),
                self.cases(ofWord: province.range.lowerBound).contains(.loct)
            else { return nil }
            return Place(city: nil, country: province.country)
        }.first
    }

    /// "в азербайджанской Габале": a town that the gazetteer lacks, told with its state's adjective.
    func smallPlace(_ adjective: PlaceMention) -> String? {
        let token = adjective.range.upperBound
        guard token < document.tokens.count, let word = document.word(token),
            document.tokens[token].shape.contains(.capitalized), !document.tokens[token].shape.contains(.lineStart),
            places(in: token..<token + 1).isEmpty, document.marks(at: token).isEmpty,
            cases(ofWord: token).contains(.loct)
        else { return nil }
        // The adjective tells what the guess of an unknown name's gender may miss: "в китайском Тяньцзине".
        let isFeminine = document.word(adjective.range.lowerBound)?.can(be: [.adjf, .femn, .loct]) ?? false
        let isGuessed = !isFeminine && word.text.hasSuffix("е") && !word.isKnown
        if isGuessed { return Self.cased(String(word.text.dropLast())) }
        guard let parse = word.parse(.noun.union(.loct)),
            let form = language.analyzer.inflect(parse, to: .nomn.union(.sing))
        else { return nil }
        return Self.cased(form)
    }
}
