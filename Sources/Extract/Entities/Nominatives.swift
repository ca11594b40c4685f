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
            let told = range.lazy.compactMap({ document.parse(at: $0) }).first(where: {
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
                name += written.first?.isLowercase == true ? form.prefix(1).lowercased() + form.dropFirst() : form
            }
            isOfMan = isOfMan || !isFeminine && isGiven(word, .masc, grammar)
            isOfWoman = isOfWoman || isFeminine && isGiven(word, .femn, grammar)
        }
        return name
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
        word.text.last.map { !"аеёиоуыэюя".contains($0) } ?? false
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
        guard let last = word.text.last, "еиоуыэю".contains(last) else { return false }
        return document.lexicon.value(of: word.text, marks.annotation.given) != nil
    }

    /// "Хассани": what ends so and is unknown is a name that does not decline far oftener than a case of one in -я. Behind г, к
    /// and х it may be the genitive of one in -а, behind another и that of one in -ия.
    private func staysInI(_ word: Word) -> Bool {
        guard !word.isKnown, word.text.hasSuffix("и") else { return false }
        return word.text.dropLast().last.map { !"гкхи".contains($0) } ?? false
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
        word.can(be: .fixd) || (!word.isKnown && word.text.last.map { "еиоуыэю".contains($0) } == true)
    }

    /// With capitals at the beginning and after hyphens.
    static func cased(_ form: String) -> String {
        var capital = true
        return String(
            form.map { letter in
                defer { capital = letter == "-" || letter == "'" || letter == "’" }
                return capital ? Character(letter.uppercased()) : letter
            })
    }
}
