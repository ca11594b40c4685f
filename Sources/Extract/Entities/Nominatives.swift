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
            (office.range.upperBound..<token).allSatisfy({ joinsOffice($0) }),
            let head = office.range.first(where: { document.word($0)?.can(be: .noun) == true }),
            let word = document.word(head)
        {
            // Whoever holds an office is animate: "премьера" is no first night, "главы" of one holder no nominative.
            let number = office.isPlural ? Grammemes() : .sing
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
            || [Grammemes.masc, .femn].contains { surname(word.text, in: grammar, gender: $0) != nil }
    }

    /// The nominative of a name, for each case in which all its words agree; the likeliest first.
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
        var forms: [String] = []
        let written = range.map { document.text($0..<$0 + 1) }
        let words = range.map { document.mark(at: $0, marks.nameParticle) == nil ? document.word($0) : nil }
        let hinted = hint.map { Self.cases.firstIndex(of: $0)! }
        for grammar in hinted + Self.cases.indices.filter({ !hinted.contains($0) }) {
            for isFeminine in [false, true] {
                guard let form = nominative(of: words, written, in: grammar, isFeminine: isFeminine) else { continue }
                if !forms.contains(form) { forms.append(form) }
            }
            if !forms.isEmpty && hinted.contains(grammar) { break }
            if forms.isEmpty && grammar == hinted.last, let form = declinedAtTheStart(words, written, hint) {
                return [form]
            }
        }
        if forms.isEmpty { forms = declinedAtTheEnd(range, hint) }
        if forms.isEmpty, let form = declinedAtTheStart(words, written, Self.cases) { forms = [form] }
        return forms.isEmpty ? [document.text(range)] : forms
    }

    /// "с Ле Хоай Чунгом": only the last word of a foreign name declines.
    private func declinedAtTheEnd(_ range: Range<Int>, _ hint: [Grammemes]) -> [String] {
        guard range.count > 2, !hint.contains(.nomn) else { return [] }
        let last = range.upperBound - 1
        // "Томасом Хендрик Илвесом": or the first word and the last.
        let first = range.lowerBound..<range.lowerBound + 1
        let head = document.word(range.lowerBound).flatMap { word in
            hint.lazy.compactMap { self.declined(word, in: $0) }.first
        }
        let start = [head ?? document.text(first), document.text(range.lowerBound + 1..<last)].joined(separator: " ")
        return nominatives(of: last..<range.upperBound, cases: hint).map { start + " " + $0 }
    }

    /// A man's given name in the nominative, where it stands in a case and changes.
    private func declined(_ word: Word, in grammar: Grammemes) -> String? {
        guard let place = Self.cases.firstIndex(of: grammar), grammar != .nomn,
            case .changed(let form) = form(of: word, place, isFeminine: false)
        else { return nil }
        return form
    }

    /// "Тимуром Оливейра": a given name of the dictionary declines, and a surname that does not fit it stays as it is.
    private func declinedAtTheStart(_ words: [Word?], _ written: [String], _ cases: [Grammemes]) -> String? {
        guard words.count > 1, let given = words[0], given.isKnown,
            let parse = given.parses.first(where: {
                let it = $0.tag.grammemes
                return it.contains(.sing) && it.intersects(.properName) && !it.contains(.nomn)
                    && cases.contains { it.contains($0) }
            }),
            words.dropFirst().allSatisfy({ $0.map { !$0.isKnown } ?? true }),
            let form = language.analyzer.inflect(parse, to: .nomn.union(.sing))
        else { return nil }
        return ([Self.cased(form)] + written.dropFirst()).joined(separator: " ")
    }

    /// The nominative of words that stand in one case and gender, if all of them can; particles stay as they are.
    private func nominative(of words: [Word?], _ written: [String], in grammar: Int, isFeminine: Bool) -> String? {
        var name = ""
        var isOfWoman = false
        var isOfMan = false
        for (word, written) in zip(words, written) {
            if !name.isEmpty { name += " " }
            guard let word else {
                name += written
                continue
            }
            switch form(of: word, grammar, isFeminine: isFeminine) {
            // "Анной Новак": behind a woman's given name no surname in a consonant declines.
            case .none where isOfWoman && Self.endsInConsonant(word): name += written
            case .none:
                guard isOfMan, let form = surnameInA(word, grammar) else { return nil }
                name += Self.cased(form)
            case .written: name += written
            case .changed(let form):
                // "аль-Тани" begins small.
                name += Self.beginsSmall(written) ? form.prefix(1).lowercased() + form.dropFirst() : form
            }
            isOfMan = isOfMan || !isFeminine && isGiven(word, .masc, grammar)
            isOfWoman = isOfWoman || isFeminine && isGiven(word, .femn, grammar)
        }
        return name
    }

    private static func beginsSmall(_ text: String) -> Bool {
        // А to Я.
        var bytes = text.utf8.makeIterator()
        if bytes.next() == 0xD0, let second = bytes.next(), (0x90...0xAF).contains(second) { return false }
        return text.first?.isLowercase == true
    }

    /// A given name of a gender in a case; the dictionary has some as surnames alone: Карлос.
    private func isGiven(_ word: Word, _ gender: Grammemes, _ grammar: Int) -> Bool {
        let form = gender.union(Self.cases[grammar])
        return word.can(be: form.union(.name)) || word.isKnown && gender == .masc && word.can(be: form.union(.surn))
    }

    /// "Хасан Шарма", "Хасану Шарме": behind a man's given name of the dictionary, a surname in -а that it lacks.
    private func surnameInA(_ word: Word, _ grammar: Int) -> String? {
        let endings: [Grammemes: String] = [.nomn: "а", .datv: "е", .accs: "у", .loct: "е"]
        guard let ending = endings[Self.cases[grammar]], word.text.hasSuffix(ending), word.length > 4,
            !word.grammemes.intersects(.properName) || !word.isKnown
        else { return nil }
        return word.text.dropLast() + "а"
    }

    private static func endsInConsonant(_ word: Word) -> Bool {
        switch word.text.unicodeScalars.last {
        // The dots of ё may stand by themselves.
        case "а", "е", "ё", "\u{308}", "и", "о", "у", "ы", "э", "ю", "я", nil: false
        default: true
        }
    }

    private func form(of word: Word, _ grammar: Int, isFeminine: Bool) -> NameForms.Form {
        let place = 2 * grammar + (isFeminine ? 1 : 0)
        if let known = memory.names.form(of: word, place) { return known }
        let made = form(of: word, in: Self.cases[grammar], gender: isFeminine ? .femn : .masc)
        memory.names.keep(made, of: word, place)
        return made
    }

    /// A name's word in the nominative, if it can stand in the given case and gender.
    private func form(of word: Word, in grammar: Grammemes, gender: Grammemes) -> NameForms.Form {
        // "Анне" is a name of its own, but where a dative is wanted Анна's.
        let declines = word.parses.contains {
            $0.tag.grammemes.contains(Grammemes.name.union(.sing).union(grammar)) && !$0.tag.grammemes.contains(.fixd)
        }
        if isListedAsWritten(word) && !declines || staysInI(word) { return .written }
        let names = word.parses.filter {
            let it = $0.tag.grammemes
            // Of what the dictionary lacks, a guess at an adjective is no name: "Ваагном".
            return (it.contains(.noun) || it.contains(.adjf) && word.isKnown) && it.contains(.sing)
                && it.contains(grammar) && (it.contains(gender) || it.intersects(.msf))
        }
        let proper =
            names.first { $0.tag.grammemes.intersects(.properName) && !(declines && $0.tag.grammemes.contains(.fixd)) }
        if proper == nil, !word.grammemes.intersects(.properName),
            let form = surname(word.text, in: grammar, gender: gender)
        {
            return .changed(Self.cased(form))
        }
        guard let parse = proper ?? names.first else {
            // The dictionary knows the gender of its own names: "Марией" is no man's.
            let isOfOther = word.isKnown && word.grammemes.intersects(.properName.union(.geox))
            if !isOfOther, let form = inA(word.text, grammar) { return .changed(Self.cased(form)) }
            return indeclinable(word) ? joined(word, in: grammar, gender: gender) ?? .written : .none
        }
        if grammar == .nomn { return .written }
        guard let form = language.analyzer.inflect(parse, to: .nomn.union(.sing)) else { return .none }
        return .changed(Self.cased(form))
    }

    /// "Хогана-Хау": the first half in the nominative, where only the second stays as it is in every case.
    private func joined(_ word: Word, in grammar: Grammemes, gender: Grammemes) -> NameForms.Form? {
        guard !word.isKnown, grammar != .nomn, let hyphen = word.text.firstIndex(of: "-") else { return nil }
        let (first, second) = (word.text[..<hyphen], word.text[word.text.index(after: hyphen)...])
        guard first.utf8.count > 4, second.utf8.count > 4, !second.utf8.contains(UInt8(ascii: "-")),
            case .changed(let form) = self.form(of: document.vocabulary.word(for: first), in: grammar, gender: gender)
        else { return nil }
        return .changed(form + "-" + Self.cased(String(second)))
    }

    /// "Ежи", "Сулейману": a given name that the lexicon has just so, ending in a vowel that no case changes.
    private func isListedAsWritten(_ word: Word) -> Bool {
        guard Self.endsInFirmVowel(word) else { return false }
        return document.lexicon.value(of: word.text, marks.annotation.given) != nil
    }

    /// "Хассани": what ends so and is unknown is a name that does not decline far oftener than a case of one in -я. Behind г, к
    /// and х it may be the genitive of one in -а, behind another и that of one in -ия.
    private func staysInI(_ word: Word) -> Bool {
        let letters = word.text.unicodeScalars
        guard !word.isKnown, letters.last == "и" else { return false }
        return switch letters.dropLast().last {
        case "г", "к", "х", "и", nil: false
        default: true
        }
    }

    /// The nominative of a surname by its ending.
    func surname(_ text: String, in grammar: Grammemes, gender: Grammemes) -> String? {
        for ending in language.surnameEndings
        where ending.grammemes.contains(grammar) && ending.grammemes.contains(gender) && ending.ends(text)
            && text.count > ending.ending.count + 1
        {
            return text.dropLast(ending.ending.count) + ending.nominative
        }
        return nil
    }

    /// The nominative of a name in -а or -я of either gender that the dictionary lacks: Сагибы, Дещицей.
    private func inA(_ text: String, _ grammar: Grammemes) -> String? {
        language.surnameEndings.first { ending in
            ending.grammemes.contains(grammar) && ending.grammemes.contains(.msf) && ending.ends(text)
                && text.count > ending.ending.count + 1
        }.map { text.dropLast($0.ending.count) + $0.nominative }
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
