import Grammar
import Model
import Morphology

/// Names as they are in the nominative.
extension Reading {
    static let cases: [Grammemes] = [.nomn, .gent, .datv, .accs, .ablt, .loct]

    /// The cases that the words before a name allow, best first.
    func caseHint(before token: Int, offices: [OfficeMention]) -> [Grammemes] {
        if let office = officeBefore(token, offices),
            document.mark(at: office.range.lowerBound, marks.officeActing) == nil,
            document.mark(at: office.range.lowerBound, marks.officeUndeclined) == nil,
            (office.range.upperBound..<token).allSatisfy({
                joinsOffice($0) || document.mark(at: $0, marks.nameTitle) != nil
            }),
            let head = office.range.first(where: { document.word($0)?.can(be: .noun) == true }),
            let word = document.word(head)
        {
            // "заместителю главы МИД": who stands before the office bears the name.
            let before = office.range.lowerBound - 1
            if before >= 0, word.can(be: .gent), !office.isPlural, document.tokens[before].kind == .word,
                document.sentenceOf[before] == document.sentenceOf[token], let outer = document.word(before),
                outer.parses[0].tag.grammemes.contains([.noun, .anim]),
                document.mark(at: office.range.lowerBound, marks.officeActing) == nil
            {
                return Self.cases.filter { outer.can(be: [.noun, .anim, .sing, $0]) }
            }
            // Whoever holds an office is animate: "премьера" is no first night, "главы" of one holder no nominative.
            let number = office.isPlural ? Grammemes() : .sing
            if isObject(office, word) { return [.accs] }
            let holder = number.union(.noun).union(word.can(be: number.union(.noun).union(.anim)) ? .anim : Grammemes())
            return Self.cases.filter { word.can(be: holder.union($0)) }
        }
        // "с коллегой Ллойдом Остином", "с коллегой из США Ллойдом Остином"
        if let colleague = colleagueBefore(token) {
            return Self.cases.filter { document.word(colleague.first)?.can(be: .noun.union($0)) ?? false }
        }
        // "с Ллойдом Остином"
        if let company = document.mark(at: token - 1, marks.encounters.with), company.end == token {
            return value(company) == "with" ? [.ablt] : value(company) == "between" ? [.ablt, .gent] : [.gent]
        }
        // "по словам Лаврова"
        let before = max(0, token - 4)..<token
        return document.marks(marks.speechSource, in: before).contains { $0.end == token } ? [.gent] : []
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

    /// The likeliest nominative of a name that stands by itself.
    func nominativeName(_ range: Range<Int>) -> String { likeliestFirst(nominatives(of: range), of: range)[0] }

    /// The nominatives of a name with that of the case first that its sentence speaks for: "визит Александра Стубба".
    func likeliestFirst(_ forms: [String], of range: Range<Int>) -> [String] {
        guard forms.count > 1,
            let told = range.lazy.compactMap({ self.document.parse(at: $0) }).first(where: {
                $0.tag.grammemes.intersects(.properName)
            }),
            let own = Self.cases.first(where: { told.tag.grammemes.contains($0) }),
            // What the dictionary lacks says little of its case: "Роналду", "Сидибе".
            range.allSatisfy({ document.word($0).map { isDeclined($0, in: own) } ?? true }),
            let best = nominatives(of: range, cases: [own]).first(where: forms.contains)
        else { return forms }
        return [best] + forms.filter { $0 != best }
    }

    /// Whether the dictionary or the ending of a surname tells that a name's word stands in a case.
    private func isDeclined(_ word: Word, in grammar: Grammemes) -> Bool {
        word.isKnown && word.can(be: grammar.union(.sing))
            || language.surnameEndings.contains { $0.grammemes.contains(grammar) && $0.ends(word.text) }
    }

    /// The nominatives that a name can have, the likeliest first.
    ///
    /// All its words stand in one case and are of one gender, or stay as they are, which costs the more the less their endings
    /// look like it: "с Ле Хоай Чунгом", "Томасом Хендрик Илвесом". Of all cases and genders the cheapest wins.
    func nominatives(of range: Range<Int>, cases hint: [Grammemes] = []) -> [String] {
        // What an article names once it names again, mostly by the surname alone.
        guard range.count == 1, document.mark(at: range.lowerBound, marks.nameParticle) == nil,
            let word = document.word(range.lowerBound)
        else { return allNominatives(of: range, cases: hint) }
        let written = document.text(range)
        let known = memory.names.lone.known(word) ?? []
        if let same = known.first(where: { $0.written.hasSameBytes(as: written) && $0.cases == hint }) {
            return same.forms
        }
        let forms = allNominatives(of: range, cases: hint)
        if known.count < 32 {
            memory.names.lone.keep(known + [NameForms.Lone(written: written, cases: hint, forms: forms)], of: word)
        }
        return forms
    }

    private func allNominatives(of range: Range<Int>, cases hint: [Grammemes]) -> [String] {
        // "Нуреддин Х. И"
        if range.contains(where: { document.tokens[$0].kind == .mark }) { return [document.text(range)] }
        let words = range.map { document.mark(at: $0, marks.nameParticle) == nil ? document.word($0) : nil }
        let written = range.map { document.text($0..<$0 + 1) }
        var found: [(form: String, cost: Int)] = []
        for (place, grammar) in Self.cases.enumerated() {
            let isExpected = hint.isEmpty || hint.contains(grammar)
            let start = isExpected ? hint.isEmpty && place > 0 ? 1 : 0 : Cost.unexpectedCase
            for isFeminine in [false, true] {
                for form in forms(of: words, written, place, isFeminine: isFeminine) {
                    if let known = found.firstIndex(where: { $0.form == form.text }) {
                        found[known].cost = min(found[known].cost, form.cost + start)
                    } else {
                        found.append((form.text, form.cost + start))
                    }
                }
            }
        }
        guard let best = found.map(\.cost).min() else { return [document.text(range)] }
        let near = found.indices.filter { found[$0].cost <= best + Cost.reach }
            .sorted { (found[$0].cost, $0) < (found[$1].cost, $1) }
        return near.map { found[$0].form }
    }

    /// What speaks against a form.
    private enum Cost {
        /// How much dearer than the best a form may be and still be thought of.
        static let reach = 3
        static let unexpectedCase = 7
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

    /// The nominatives of words that stand in one case and gender, the last word's in each of its likely forms.
    private func forms(of words: [Word?], _ written: [String], _ grammar: Int, isFeminine: Bool) -> [(
        text: String, cost: Int
    )] {
        var start = ""
        var cost = 0
        for place in words.indices {
            if place > 0 { start += " " }
            guard let word = words[place] else {
                start += written[place]
                continue
            }
            let isLast = place == words.indices.last
            let options = self.options(word, written[place], grammar, isFeminine: isFeminine).map {
                (text: $0.text, cost: $0.cost + (isLast && $0.text == nil ? $0.last : 0))
            }
            guard let best = options.min(by: { $0.cost < $1.cost }) else { return [] }
            if isLast {
                return options.map { (start + cased($0.text, like: written[place]), cost + $0.cost) }
            }
            start += cased(best.text, like: written[place])
            cost += best.cost
        }
        return [(start, cost)]
    }

    /// "аль-Тани" begins small.
    private func cased(_ form: String?, like written: String) -> String {
        guard let form else { return written }
        return written.first?.isLowercase == true ? form.prefix(1).lowercased() + form.dropFirst() : form
    }

    private func options(_ word: Word, _ written: String, _ grammar: Int, isFeminine: Bool) -> [NameForms.Form] {
        let place = 2 * grammar + (isFeminine ? 1 : 0)
        if let known = memory.names.forms(of: word, place) { return known }
        let made = options(word, in: Self.cases[grammar], gender: isFeminine ? .femn : .masc)
        memory.names.keep(made, of: word, place)
        return made
    }

    /// A name's word in the nominative, as it can be if it stands in a case and gender.
    private func options(_ word: Word, in grammar: Grammemes, gender: Grammemes) -> [NameForms.Form] {
        var options: [NameForms.Form] = []
        func add(_ text: String?, _ cost: Int, last: Int = 0) {
            if let known = options.firstIndex(where: { $0.text == text }) {
                if options[known].cost > cost { options[known] = NameForms.Form(text: text, cost: cost, last: last) }
            } else {
                options.append(NameForms.Form(text: text, cost: cost, last: last))
            }
        }
        let isNominative = grammar == .nomn
        let text = word.text
        // The dictionary's own names; of what it lacks, a guess at one is no more than an ending.
        // "Александра Лебедева" is oftener his genitive than her nominative: the likeliest parse comes first.
        let first = word.parses.first {
            $0.tag.grammemes.intersects(.properName) && !$0.tag.grammemes.contains(.fixd)
        }
        for parse in word.parses where parse.tag.grammemes.intersects(.properName) {
            let it = parse.tag.grammemes
            let isUnlikely = first.map {
                $0.lemma != parse.lemma || $0.tag.grammemes.contains(.masc) != it.contains(.masc)
            }
            guard it.contains(.sing), it.contains(grammar), it.contains(gender) || it.intersects(.msf) else { continue }
            // That an unknown word does not decline is a guess.
            if it.contains(.fixd), !word.isKnown { continue }
            let cost =
                (word.isKnown ? it.contains(.fixd) ? 1 : 0 : Cost.ending) + (isUnlikely == true ? Cost.unlikely : 0)
            if isNominative || it.contains(.fixd) {
                add(nil, cost)
            } else if let form = language.analyzer.inflect(parse, to: .nomn.union(.sing)) {
                add(Self.cased(form), cost)
            }
        }
        // "Анне" is a name of its own, but where a dative is wanted Анна's.
        if isListedAsWritten(word) { add(nil, options.isEmpty ? Cost.fixed : Cost.ending) }
        let isOfDictionary =
            word.isKnown
            && word.parses.contains {
                $0.tag.grammemes.intersects(.properName) && !$0.tag.grammemes.contains(.fixd)
            }
        // "Хогана-Хау": only the first half declines.
        if let form = joined(word, in: grammar, gender: gender) { add(form, Cost.ending) }
        for ending in language.nameEndings where isOfDictionary && ending.isTelling && ending.ends(text) {
            guard ending.grammemes.contains(grammar), ending.grammemes.contains(gender) else { continue }
            let form = String(text.dropLast(ending.ending.count)) + ending.nominative
            add(form == text ? nil : Self.cased(form), -1)
        }
        // Of what it lacks the dictionary guesses a name by its ending; other endings are less likely then.
        let isGuessed = first != nil
        if !isOfDictionary {
            for ending in language.surnameEndings + language.nameEndings where ending.ends(text) {
                // "Вэя" has one letter before its ending, "Шея" is another word.
                guard text.count > ending.ending.count + (ending.nominative == "эй" ? 0 : 1) else { continue }
                if ending.grammemes.contains(.fixd) {
                    add(nil, Cost.fixed)
                    continue
                }
                guard ending.grammemes.contains(grammar),
                    ending.grammemes.contains(gender) || ending.grammemes.intersects(.msf)
                else { continue }
                let form = String(text.dropLast(ending.ending.count)) + ending.nominative
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
        guard let last = word.text.last else { return }
        let isNominative = grammar == .nomn
        let isVowel = "аеёиоуыэюя".contains(last)
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
            let isOpen = "ая".contains(last) || word.text.hasSuffix("го") || word.text.hasSuffix("му")
            let guesses =
                word.isKnown || !isOpen ? [] : word.parses.filter { $0.tag.grammemes.contains([.noun, .sing]) }
            if !isCase, let first = guesses.first, !first.tag.grammemes.contains(.nomn) {
                let isPossible = guesses.contains {
                    $0.tag.grammemes.contains(.nomn)
                        && ($0.tag.grammemes.contains(gender) || $0.tag.grammemes.intersects(.msf))
                }
                return add(nil, isPossible ? 1 : 3, 0)
            }
            let isForeign = gender == .masc && "ая".contains(last) || "уюе".contains(last)
            return add(nil, isCase ? 3 : isForeign ? 1 : 0, 0)
        }
        switch last {
        case "а", "я": add(nil, Cost.given, Cost.last)
        case "о" where word.text.hasSuffix("го"): add(nil, Cost.given, Cost.last)
        case "о", "э", "ё": add(nil, Cost.fixed, 0)
        case "ю": add(nil, word.length > 3 ? Cost.vowel : Cost.fixed, 0)
        case "и":
            // "Хассани" does not decline; behind г, к and х it may be the genitive of one in -а, behind another и that of one in -ия.
            let before = word.text.dropLast().last ?? last
            add(nil, Cost.fixed, "гкхи".contains(before) ? Cost.vowel : 0)
        // "Шарме", "Шармы": one in -а sooner than one that does not decline; "Шарму" only of a word that is another besides.
        case "е", "ы": add(nil, grammar == .ablt ? Cost.ending : Cost.vowel, 0)
        case "у": add(nil, grammar == .gent && !word.isKnown || grammar == .ablt ? Cost.ending : Cost.vowel, 0)
        default:
            // Of a woman a surname in a consonant stays as it is, a given name seldom is one.
            if looksOblique(word.text) { return add(nil, Cost.given, Cost.last) }
            add(nil, Cost.inner, gender == .femn ? -Cost.inner : Cost.last)
        }
    }

    /// "Томом", "Анной": what looks like a case is hardly a nominative.
    private func looksOblique(_ text: String) -> Bool {
        guard text.utf8.count > 6, let last = text.last else { return false }
        let before = text.dropLast().last
        return last == "м" && (before == "о" || before == "е" || before == "ы")
            || last == "й" && (before == "о" || before == "е")
    }

    /// "Хогана-Хау": the first half in the nominative, where only the second stays as it is in every case.
    private func joined(_ word: Word, in grammar: Grammemes, gender: Grammemes) -> String? {
        guard !word.isKnown, grammar != .nomn, let hyphen = word.text.firstIndex(of: "-") else { return nil }
        let (first, second) = (word.text[..<hyphen], word.text[word.text.index(after: hyphen)...])
        guard first.utf8.count > 4, second.utf8.count > 4, !second.utf8.contains(UInt8(ascii: "-")),
            let last = second.last, "оуиыэюе".contains(last),
            let form = options(document.vocabulary.word(for: first), in: grammar, gender: gender)
                .min(by: { $0.cost < $1.cost })?.text
        else { return nil }
        return form + "-" + Self.cased(String(second))
    }

    /// "Ежи", "Сулейману": a given name that the lexicon has just so, ending in a vowel that no case changes.
    private func isListedAsWritten(_ word: Word) -> Bool {
        guard Self.endsInFirmVowel(word) else { return false }
        return document.lexicon.value(of: word.text, marks.annotation.given) != nil
            || document.lexicon.value(of: "=" + word.text, marks.annotation.given) != nil
    }

    func indeclinable(_ word: Word) -> Bool {
        word.can(be: .fixd) || !word.isKnown && Self.endsInFirmVowel(word)
    }

    /// In a vowel other than the -а and -я that cases change.
    private static func endsInFirmVowel(_ word: Word) -> Bool {
        switch word.text.unicodeScalars.last {
        case "е", "и", "о", "у", "ы", "э", "ю": true
        default: false
        }
    }

    /// With capitals at the beginning and after hyphens.
    static func cased(_ form: String) -> String {
        var copy = form
        if let plain = copy.withUTF8(plainlyCased) { return plain }
        var capital = true
        return String(
            form.map { letter in
                defer { capital = letter == "-" || letter == "'" || letter == "’" }
                return capital ? Character(letter.uppercased()) : letter
            })
    }

    /// The same for letters of English and Russian, byte by byte; nil where there are others.
    private static func plainlyCased(_ form: UnsafeBufferPointer<UInt8>) -> String? {
        for byte in form where byte >= 0x80 && byte & 0xC0 != 0x80 && byte != 0xD0 && byte != 0xD1 { return nil }
        var isPlain = true
        let cased = String(unsafeUninitializedCapacity: form.count) { target in
            _ = target.initialize(fromContentsOf: form)
            var capital = true
            var at = 0
            while at < form.count {
                let byte = form[at]
                if byte < 0x80 {
                    if capital, (0x61...0x7A).contains(byte) { target[at] = byte - 0x20 }
                    capital = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
                    at += 1
                    continue
                }
                guard at + 1 < form.count, byte == 0xD0 || form[at + 1] < 0xA0 else {
                    isPlain = false
                    break
                }
                let second = form[at + 1]
                // а–п, р–я, ѐ–џ.
                switch (capital, byte, second) {
                case (true, 0xD0, 0xB0...0xBF): target[at + 1] = second - 0x20
                case (true, 0xD1, 0x80...0x8F): (target[at], target[at + 1]) = (0xD0, second + 0x20)
                case (true, 0xD1, 0x90...0x9F): (target[at], target[at + 1]) = (0xD0, second - 0x10)
                default: break
                }
                capital = false
                at += 2
            }
            return form.count
        }
        return isPlain ? cased : nil
    }
}
