import Grammar
import Model
import Morphology

/// The forms that a word of a name can have in the nominative, by the dictionary and by its ending, and what each costs.
extension Reading {
    /// All nominatives of a name's word.
    func nameTable(of word: Word) -> NameForms.Table {
        memory.names.tables.of(word) {
            let clues = clues(of: word)
            return NameForms.Table(
                CaseSet.all.flatMap { grammar in
                    [Grammemes.masc, .femn].map { options(word, clues, in: grammar, gender: $0) }
                })
        }
    }

    /// What tells of a name's word in whatever case and gender it stands, of which there are twelve.
    private struct NameClues {
        /// The endings of surnames, and those of other names, that it has.
        let surnames: [SurnameEnding]
        let others: [SurnameEnding]
        /// Among its parses the first that declines as a name.
        let first: Int?
        let isListedAsWritten: Bool
        let isHyphenated: Bool
        /// Its last two letters.
        let before: Unicode.Scalar?
        let last: Unicode.Scalar?
    }

    private func clues(of word: Word) -> NameClues {
        let letters = word.text.unicodeScalars
        return NameClues(
            surnames: language.surnameEndings(of: word.text), others: language.nameEndings(of: word.text),
            first: word.readings.firstIndex { $0.intersects(.properName) && !$0.contains(.fixd) },
            isListedAsWritten: isListedAsWritten(word), isHyphenated: letters.contains("-"),
            before: letters.dropLast().last, last: letters.last)
    }

    /// What speaks against a form.
    private enum Cost {
        /// By an ending: of a name of the lexicon, of any other, of a common word.
        static let listed = 0
        static let ending = 1
        static let common = 2
        /// Of what the dictionary has, all but the likeliest parse.
        static let unlikely = 2
        /// Staying as it is: a name that ends so that no case changes it, one that may, a word within a name, the last word.
        static let fixed = 0
        static let vowel = 2
        static let inner = 2
        static let given = 3
        static let last = 5
        static let otherGender = 8
    }

    /// The ways to put a word into the nominative, each with what the cheapest way to it costs.
    private struct OptionList {
        var options: [NameForms.Option] = []

        /// Adds a form, nil where the word stays as it is written.
        mutating func add(_ text: String?, _ cost: Int, last: Int = 0) {
            if let known = options.firstIndex(where: { $0.text == text }) {
                if options[known].cost > cost { options[known] = NameForms.Option(text: text, cost: cost, last: last) }
            } else {
                options.append(NameForms.Option(text: text, cost: cost, last: last))
            }
        }
    }

    /// How a name's word stands: its case and its gender.
    private struct Standing {
        let grammar: Grammemes
        let gender: Grammemes
        var isNominative: Bool { grammar == .nomn }
    }

    /// A name's word in the nominative, as it can be if it stands in a case and gender.
    private func options(
        _ word: Word, _ clues: NameClues, in grammar: Grammemes, gender: Grammemes
    ) -> [NameForms.Option] {
        var list = OptionList()
        let standing = Standing(grammar: grammar, gender: gender)
        addOfDictionary(word, clues, standing, &list)
        // "Анне" is a name of its own, but where a dative is wanted Анна's.
        if clues.isListedAsWritten { list.add(nil, list.options.isEmpty ? Cost.fixed : Cost.ending) }
        // "Хогана-Хау": only the first half declines.
        if clues.isHyphenated, let form = joined(word, in: grammar, gender: gender) { list.add(form, Cost.ending) }
        let isOfDictionary = word.isKnown && clues.first != nil
        if isOfDictionary {
            addBesideDictionary(word, clues, standing, &list)
        } else {
            addByEnding(word, clues, standing, &list)
            addOfOtherWord(word, standing, &list)
        }
        addWritten(word, clues, standing, isOfDictionary: isOfDictionary) { list.add($0, $1, last: $2) }
        return list.options
    }

    /// The dictionary's own names; of what it lacks, a guess at one is no more than an ending.
    private func addOfDictionary(_ word: Word, _ clues: NameClues, _ standing: Standing, _ list: inout OptionList) {
        // "Александра Лебедева" is oftener his genitive than her nominative: the likeliest parse comes first.
        for place in word.readings.indices where word.readings[place].intersects(.properName) {
            let it = word.readings[place]
            guard it.contains(.sing), it.contains(standing.grammar), it.contains(standing.gender) || it.intersects(.msf)
            else { continue }
            // That an unknown word does not decline is a guess.
            if it.contains(.fixd), !word.isKnown { continue }
            let parse = word.parses[place]
            let isUnlikely = clues.first.map {
                !word.parses[$0].lemma.hasSameBytes(as: parse.lemma)
                    || word.readings[$0].contains(.masc) != it.contains(.masc)
            }
            let cost =
                (word.isKnown ? it.contains(.fixd) ? 1 : 0 : Cost.ending) + (isUnlikely == true ? Cost.unlikely : 0)
            if standing.isNominative || it.contains(.fixd) {
                list.add(nil, cost)
            } else if let form = language.analyzer.inflect(parse, to: .nomn.union(.sing)) {
                list.add(Self.cased(form), cost)
            }
        }
    }

    /// What a name of the dictionary may be besides.
    private func addBesideDictionary(
        _ word: Word, _ clues: NameClues, _ standing: Standing, _ list: inout OptionList
    ) {
        for ending in clues.others {
            guard ending.grammemes.contains(standing.grammar),
                ending.grammemes.contains(standing.gender) || !ending.isTelling && ending.grammemes.intersects(.msf)
            else { continue }
            let form = Self.text(word.text, without: ending)
            if ending.isTelling {
                list.add(form == word.text ? nil : Self.cased(form), -1)
            } else if form != word.text, isGiven(form) {
                // "Жозефу" is no form of the dictionary's Жозефа alone.
                list.add(Self.cased(form), Cost.listed)
            }
        }
        // "Адама Бэрроу": a given name in -а that is also a form of another.
        if standing.isNominative, standing.gender == .masc,
            document.lexicon.value(of: "=" + word.text, marks.annotation.given) != nil
        {
            list.add(nil, Cost.listed)
        }
    }

    /// Of what it lacks the dictionary guesses a name by its ending; other endings are less likely then.
    private func addByEnding(_ word: Word, _ clues: NameClues, _ standing: Standing, _ list: inout OptionList) {
        let isGuessed = clues.first != nil
        func add(_ ending: SurnameEnding) {
            // "Вэя" has one letter before its ending, "Шея" is another word.
            guard word.length > ending.length + (ending.nominative == "эй" ? 0 : 1) else { return }
            if ending.grammemes.contains(.fixd) {
                return list.add(nil, Cost.fixed)
            }
            guard ending.grammemes.contains(standing.grammar),
                ending.grammemes.contains(standing.gender) || ending.grammemes.intersects(.msf)
            else { return }
            let form = Self.text(word.text, without: ending)
            let isListed = document.lexicon.value(of: form, marks.annotation.given) != nil
            list.add(
                form == word.text ? nil : Self.cased(form),
                (isListed || ending.isTelling ? Cost.listed : Cost.ending) + (isGuessed && !ending.isTelling ? 1 : 0))
        }
        clues.surnames.forEach(add)
        clues.others.forEach(add)
    }

    /// "Болдом": a word that is also another.
    private func addOfOtherWord(_ word: Word, _ standing: Standing, _ list: inout OptionList) {
        guard word.isKnown else { return }
        for place in word.readings.indices {
            let it = word.readings[place]
            guard it.contains(.noun) || it.contains(.adjf), it.contains(.sing), it.contains(standing.grammar),
                it.contains(standing.gender) || it.intersects(.msf)
            else { continue }
            let target: Grammemes = .nomn.union(.sing).union(it.contains(.adjf) ? standing.gender : Grammemes())
            if standing.isNominative {
                list.add(nil, 1)
            } else if let form = language.analyzer.inflect(word.parses[place], to: target) {
                list.add(Self.cased(form), Cost.common)
            }
        }
    }

    /// What it costs a name's word to stand as it does in the nominative.
    private func addWritten(
        _ word: Word, _ clues: NameClues, _ standing: Standing, isOfDictionary: Bool,
        _ add: (String?, Int, Int) -> Void
    ) {
        guard let last = clues.last else { return }
        let (grammar, gender, isNominative) = (standing.grammar, standing.gender, standing.isNominative)
        let isVowel = last == "а" || last == "ё" || last == "я" || Self.isFirmVowel(last)
        if isOfDictionary {
            let it = word.grammemes
            // "Анной Новак": no surname in a consonant declines of a woman.
            let isWhole = word.parses.contains {
                $0.tag.grammemes.contains(.nomn) && $0.tag.grammemes.intersects([.surn, .patr])
            }
            if gender == .femn, !isVowel, isWhole, !it.contains(.name) || isNominative {
                return add(nil, Cost.fixed, 0)
            }
            let isOther = !it.contains(gender) && !it.intersects(.msf)
            if isNominative || isOther { return add(nil, Cost.otherGender, 0) }
            return add(nil, Cost.given, Cost.last)
        }
        if isNominative {
            let isCase =
                looksOblique(word, clues) || last == "ы" || word.isKnown && !word.can(be: [.noun, .sing, .nomn])
            // How the dictionary would read what it lacks.
            let isOpen =
                last == "а" || last == "я" || word.text.endsInBytes(of: "го") || word.text.endsInBytes(of: "му")
            let guesses =
                word.isKnown || !isOpen ? [] : word.readings.filter { $0.contains([.noun, .sing]) }
            if !isCase, let first = guesses.first, !first.contains(.nomn) {
                let isPossible = guesses.contains {
                    $0.contains(.nomn) && ($0.contains(gender) || $0.intersects(.msf))
                }
                return add(nil, isPossible ? 1 : 3, 0)
            }
            let isForeign =
                gender == .masc && (last == "а" || last == "я") || last == "у" || last == "ю" || last == "е"
            return add(nil, isCase ? 3 : isForeign ? 1 : 0, 0)
        }
        switch last {
        case "а", "я": add(nil, Cost.given, Cost.last)
        case "о" where word.text.endsInBytes(of: "го"): add(nil, Cost.given, Cost.last)
        case "о", "э", "ё": add(nil, Cost.fixed, 0)
        case "ю": add(nil, word.length > 3 ? Cost.vowel : Cost.fixed, 0)
        case "и":
            // "Хассани" does not decline; behind г, к and х it may be the genitive of one in -а, behind another и that of one in -ия.
            let before = clues.before ?? last
            let isGenitive = before == "г" || before == "к" || before == "х" || before == "и"
            add(nil, Cost.fixed, isGenitive ? Cost.vowel : 0)
        // "Шарме", "Шармы": one in -а sooner than one that does not decline; "Шарму" only of a word that is another besides.
        case "е", "ы": add(nil, grammar == .ablt ? Cost.ending : Cost.vowel, 0)
        // "Холнессу" is the dative of one in a consonant sooner than one that does not decline.
        case "у":
            let stays = grammar == .gent && !word.isKnown || grammar == .ablt
            add(nil, stays ? Cost.ending : grammar == .datv ? Cost.given : Cost.vowel, 0)
        default:
            // Of a woman a surname in a consonant stays as it is, a given name seldom is one.
            if looksOblique(word, clues) { return add(nil, Cost.given, Cost.last) }
            add(nil, Cost.inner, gender == .femn ? -Cost.inner : Cost.last)
        }
    }

    /// "Томом", "Анной": what looks like a case is hardly a nominative.
    private func looksOblique(_ word: Word, _ clues: NameClues) -> Bool {
        guard word.text.utf8.count > 6, let last = clues.last else { return false }
        let before = clues.before
        return last == "м" && (before == "о" || before == "е" || before == "ы")
            || last == "й" && (before == "о" || before == "е")
    }

    /// "Хогана-Хау": the first half in the nominative, where only the second stays as it is in every case.
    private func joined(_ word: Word, in grammar: Grammemes, gender: Grammemes) -> String? {
        guard !word.isKnown, grammar != .nomn, let hyphen = word.text.firstIndex(of: "-") else { return nil }
        let (first, second) = (word.text[..<hyphen], word.text[word.text.index(after: hyphen)...])
        guard first.utf8.count > 4, second.utf8.count > 4, !second.utf8.contains(UInt8(ascii: "-")),
            let last = second.last, "оуиыэюе".contains(last),
            case let word = document.vocabulary.word(for: first),
            let form = options(word, clues(of: word), in: grammar, gender: gender)
                .min(by: { $0.cost < $1.cost })?.text
        else { return nil }
        return form + "-" + Self.cased(String(second))
    }

    /// A word with an ending's nominative for it.
    private static func text(_ word: String, without ending: SurnameEnding) -> String {
        String(Substring(word.utf8.dropLast(ending.ending.utf8.count))) + ending.nominative
    }

    private func isGiven(_ form: String) -> Bool {
        document.lexicon.value(of: form, marks.annotation.given) != nil
            || document.lexicon.value(of: "=" + form, marks.annotation.given) != nil
    }

    /// "Ежи", "Сулейману": a given name that the lexicon has just so, ending in a vowel that no case changes.
    private func isListedAsWritten(_ word: Word) -> Bool {
        guard endsInFirmVowel(word) else { return false }
        return document.lexicon.value(of: word.text, marks.annotation.given) != nil
            || document.lexicon.value(of: "=" + word.text, marks.annotation.given) != nil
    }

    func indeclinable(_ word: Word) -> Bool {
        word.can(be: .fixd) || !word.isKnown && endsInFirmVowel(word)
    }

    /// In a vowel other than the -а and -я that cases change.
    func endsInFirmVowel(_ word: Word) -> Bool {
        word.text.unicodeScalars.last.map(Self.isFirmVowel) ?? false
    }

    private static func isFirmVowel(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "е", "и", "о", "у", "ы", "э", "ю": true
        default: false
        }
    }
}
