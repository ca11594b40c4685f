import Grammar
import Model
import Morphology

/// Names as they are in the nominative.
extension Reading {
    /// The cases that the words before a name allow; none where they do not tell.
    func caseHint(before token: Int, offices: [OfficeMention]) -> CaseSet {
        if let office = officeBefore(token, offices),
            document.mark(at: office.range.lowerBound, marks.officeActing) == nil,
            document.mark(at: office.range.lowerBound, marks.officeUndeclined) == nil,
            (office.range.upperBound..<token).allSatisfy({
                joinsOffice($0) || document.mark(at: $0, marks.nameTitle) != nil
            }),
            let head = head(ofOffice: office.range),
            let word = document.word(head)
        {
            // "заместителю главы МИД": who stands before the office bears the name.
            let before = office.range.lowerBound - 1
            if before >= 0, word.can(be: .gent), !office.isPlural,
                document.marks(marks.officeHonorific, in: max(0, before - 1)..<before + 1).isEmpty,
                document.tokens[before].kind == .word,
                document.sentenceOf[before] == document.sentenceOf[token], let outer = document.word(before),
                outer.readings[0].contains([.noun, .anim]),
                document.mark(at: office.range.lowerBound, marks.officeActing) == nil
            {
                return CaseSet { outer.can(be: $0.union(.noun).union(.anim).union(.sing)) }
            }
            // Whoever holds an office is animate: "премьера" is no first night, "главы" of one holder no nominative.
            let number = office.isPlural ? Grammemes() : .sing
            if isObject(office, word) { return .accusative }
            let holder = number.union(.noun).union(word.can(be: number.union(.noun).union(.anim)) ? .anim : Grammemes())
            // "визит султана": of him, and no sultana's.
            let likeliest = word.readings[0].contains([.noun, .anim]) ? word.parses[0].lemma : nil
            return CaseSet { grammar in
                word.readings.indices.contains { place in
                    word.readings[place].contains(holder.union(grammar))
                        && likeliest.map { word.parses[place].lemma.hasSameBytes(as: $0) } ?? true
                }
            }
        }
        // "с коллегой Ллойдом Остином", "с коллегой из США Ллойдом Остином"
        if let colleague = colleagueBefore(token) {
            return CaseSet { document.word(colleague.first)?.can(be: .noun.union($0)) ?? false }
        }
        // "с Ллойдом Остином"
        if let company = document.mark(at: token - 1, marks.encounters.with), company.end == token {
            let way = value(company)
            return way == "with" ? .instrumental : way == "between" ? [.instrumental, .genitive] : .genitive
        }
        // "по словам Лаврова"
        let before = max(0, token - 4)..<token
        return document.marks(marks.speechSource, in: before).contains { $0.end == token } ? .genitive : []
    }

    /// "визит Каспара Велдкампа, министра торговли": the cases that the office behind the comma allows, where none is the nominative.
    func caseHint(behind name: Range<Int>, offices: [OfficeMention]) -> CaseSet {
        guard name.count > 1, document.isMark(name.upperBound, ","),
            case let next = lowerBound(name.upperBound + 1, offices), next < offices.count,
            offices[next].range.lowerBound == name.upperBound + 1, !offices[next].isPlural
        else { return [] }
        let cases = cases(ofHead: offices[next].range)
        return cases.contains(.nomn) ? [] : CaseSet(where: cases.contains)
    }

    /// "принял министра", "встретил в аэропорту премьера": a holder behind the verb of one who receives is its object.
    private func isObject(_ office: OfficeMention, _ head: Word) -> Bool {
        guard head.can(be: [.noun, .accs, .sing]), !head.can(be: [.noun, .nomn, .sing]), !office.isPlural else {
            return false
        }
        let sentence = document.sentence(of: office.range.lowerBound)
        let before = max(sentence.lowerBound, office.range.lowerBound - 5)..<office.range.lowerBound
        guard let verb = document.marks(marks.encounters.receive, in: before).last, isFiniteVerb(verb.first) else {
            return false
        }
        // "принял в Кремле министра", and not "принял делегацию министра".
        return (verb.end..<office.range.lowerBound).allSatisfy { token in
            document.word(token).map {
                $0.can(be: .prep) || $0.can(be: .loct) || $0.can(be: .advb) || $0.can(be: .adjf) || !$0.can(be: .noun)
            } ?? false
        }
    }

    /// The nominatives that a name can have, the likeliest first.
    func nominatives(of range: Range<Int>, cases hint: CaseSet = []) -> [String] { named(range, cases: hint).forms }

    /// What a name is in the nominative, worked out once for each way to write it.
    func named(_ range: Range<Int>, cases hint: CaseSet = []) -> NameForms.Nominatives {
        guard let last = document.word(range.upperBound - 1) else { return makeNominatives(range, hint, []) }
        let particles = range.filter { document.mark(at: $0, marks.nameParticle) != nil }.map { $0 - range.lowerBound }
        return memory.names.nominatives(
            of: last,
            where: { $0.cases == hint && $0.particles == particles && document.isWritten($0.written, in: range) },
            make: { makeNominatives(range, hint, particles) })
    }

    private func makeNominatives(
        _ range: Range<Int>, _ hint: CaseSet, _ particles: [Int]
    ) -> NameForms.Nominatives {
        let name = NameWords(range, self)
        let forms = name?.ranked(by: hint).map { name?.text(of: $0) ?? "" } ?? []
        return NameForms.Nominatives(
            written: document.scalars(in: range), particles: particles, cases: hint,
            forms: forms.isEmpty ? [document.text(range)] : forms, texts: memory.texts, marks: marks)
    }

    /// The nominatives of a name of one word; nil where it is no such name.
    ///
    /// What an article names once it names again, mostly by the surname alone.
    func lone(at range: Range<Int>, cases hint: CaseSet = []) -> NameForms.Nominatives? {
        guard range.count == 1, document.mark(at: range.lowerBound, marks.nameParticle) == nil,
            document.word(range.lowerBound) != nil
        else { return nil }
        return named(range, cases: hint)
    }

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

    /// What tells of a name's word in whatever case and gender it stands.
    private struct NameClues {
        /// The endings of surnames, and those of other names, that it has.
        let surnames: [SurnameEnding]
        let others: [SurnameEnding]
        /// Among its parses the first that declines as a name.
        let first: Int?
        let isListedAsWritten: Bool
    }

    private func clues(of word: Word) -> NameClues {
        NameClues(
            surnames: language.surnameEndings(of: word.text), others: language.nameEndings(of: word.text),
            first: word.readings.firstIndex { $0.intersects(.properName) && !$0.contains(.fixd) },
            isListedAsWritten: isListedAsWritten(word))
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

    /// A name's word in the nominative, as it can be if it stands in a case and gender.
    private func options(
        _ word: Word, _ clues: NameClues, in grammar: Grammemes, gender: Grammemes
    ) -> [NameForms.Option] {
        var options: [NameForms.Option] = []
        func add(_ text: String?, _ cost: Int, last: Int = 0) {
            if let known = options.firstIndex(where: { $0.text == text }) {
                if options[known].cost > cost { options[known] = NameForms.Option(text: text, cost: cost, last: last) }
            } else {
                options.append(NameForms.Option(text: text, cost: cost, last: last))
            }
        }
        let isNominative = grammar == .nomn
        let text = word.text
        // The dictionary's own names; of what it lacks, a guess at one is no more than an ending.
        // "Александра Лебедева" is oftener his genitive than her nominative: the likeliest parse comes first.
        let first = clues.first.map { word.parses[$0] }
        for place in word.readings.indices where word.readings[place].intersects(.properName) {
            let it = word.readings[place]
            guard it.contains(.sing), it.contains(grammar), it.contains(gender) || it.intersects(.msf) else { continue }
            // That an unknown word does not decline is a guess.
            if it.contains(.fixd), !word.isKnown { continue }
            let parse = word.parses[place]
            let isUnlikely = first.map {
                !$0.lemma.hasSameBytes(as: parse.lemma)
                    || $0.tag.grammemes.contains(.masc) != it.contains(.masc)
            }
            let cost =
                (word.isKnown ? it.contains(.fixd) ? 1 : 0 : Cost.ending) + (isUnlikely == true ? Cost.unlikely : 0)
            if isNominative || it.contains(.fixd) {
                add(nil, cost)
            } else if let form = language.analyzer.inflect(parse, to: .nomn.union(.sing)) {
                add(Self.cased(form), cost)
            }
        }
        // "Анне" is a name of its own, but where a dative is wanted Анна's.
        if clues.isListedAsWritten { add(nil, options.isEmpty ? Cost.fixed : Cost.ending) }
        let isOfDictionary = word.isKnown && first != nil
        // "Хогана-Хау": only the first half declines.
        if let form = joined(word, in: grammar, gender: gender) { add(form, Cost.ending) }
        for ending in clues.others where isOfDictionary {
            guard ending.grammemes.contains(grammar),
                ending.grammemes.contains(gender) || !ending.isTelling && ending.grammemes.intersects(.msf)
            else { continue }
            let form = Self.text(text, without: ending)
            if ending.isTelling {
                add(form == text ? nil : Self.cased(form), -1)
            } else if form != text, isGiven(form) {
                // "Жозефу" is no form of the dictionary's Жозефа alone.
                add(Self.cased(form), Cost.listed)
            }
        }
        // "Адама Бэрроу": a given name in -а that is also a form of another.
        if isOfDictionary, isNominative, gender == .masc,
            document.lexicon.value(of: "=" + text, marks.annotation.given) != nil
        {
            add(nil, Cost.listed)
        }
        // Of what it lacks the dictionary guesses a name by its ending; other endings are less likely then.
        let isGuessed = first != nil
        if !isOfDictionary {
            for ending in [clues.surnames, clues.others].joined() {
                // "Вэя" has one letter before its ending, "Шея" is another word.
                guard word.length > ending.ending.unicodeScalars.count + (ending.nominative == "эй" ? 0 : 1) else {
                    continue
                }
                if ending.grammemes.contains(.fixd) {
                    add(nil, Cost.fixed)
                    continue
                }
                guard ending.grammemes.contains(grammar),
                    ending.grammemes.contains(gender) || ending.grammemes.intersects(.msf)
                else { continue }
                let form = Self.text(text, without: ending)
                let isListed = document.lexicon.value(of: form, marks.annotation.given) != nil
                add(
                    form == text ? nil : Self.cased(form),
                    (isListed || ending.isTelling ? Cost.listed : Cost.ending)
                        + (isGuessed && !ending.isTelling ? 1 : 0))
            }
            // "Болдом": a word that is also another.
            for parse in word.parses where word.isKnown {
                let it = parse.tag.grammemes
                guard it.contains(.noun) || it.contains(.adjf), it.contains(.sing), it.contains(grammar),
                    it.contains(gender) || it.intersects(.msf)
                else { continue }
                let target: Grammemes = .nomn.union(.sing).union(it.contains(.adjf) ? gender : Grammemes())
                if isNominative {
                    add(nil, 1)
                } else if let form = language.analyzer.inflect(parse, to: target) {
                    add(Self.cased(form), Cost.common)
                }
            }
        }
        addWritten(word, in: grammar, gender: gender, isOfDictionary: isOfDictionary, add)
        return options
    }

    /// What it costs a name's word to stand as it does in the nominative.
    private func addWritten(
        _ word: Word, in grammar: Grammemes, gender: Grammemes, isOfDictionary: Bool,
        _ add: (String?, Int, Int) -> Void
    ) {
        guard let last = word.text.unicodeScalars.last else { return }
        let isNominative = grammar == .nomn
        let isVowel = last == "а" || last == "ё" || last == "я" || endsInFirmVowel(word)
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
            let isCase = looksOblique(word.text) || last == "ы" || word.isKnown && !word.can(be: [.noun, .sing, .nomn])
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
            let before = word.text.unicodeScalars.dropLast().last ?? last
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
            if looksOblique(word.text) { return add(nil, Cost.given, Cost.last) }
            add(nil, Cost.inner, gender == .femn ? -Cost.inner : Cost.last)
        }
    }

    /// "Томом", "Анной": what looks like a case is hardly a nominative.
    private func looksOblique(_ text: String) -> Bool {
        guard text.utf8.count > 6, let last = text.unicodeScalars.last else { return false }
        let before = text.unicodeScalars.dropLast().last
        return last == "м" && (before == "о" || before == "е" || before == "ы")
            || last == "й" && (before == "о" || before == "е")
    }

    /// "Хогана-Хау": the first half in the nominative, where only the second stays as it is in every case.
    private func joined(_ word: Word, in grammar: Grammemes, gender: Grammemes) -> String? {
        guard !word.isKnown, grammar != .nomn, word.text.utf8.contains(UInt8(ascii: "-")),
            let hyphen = word.text.firstIndex(of: "-")
        else { return nil }
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
        switch word.text.unicodeScalars.last {
        case "е", "и", "о", "у", "ы", "э", "ю": true
        default: false
        }
    }
}
