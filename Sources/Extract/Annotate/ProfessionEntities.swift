import Grammar
import Model
import Morphology

/// What the lexicon says of an office or a trade: the words of its value.
struct ProfessionTraits: OptionSet {
    let rawValue: UInt8
    /// No office without what belongs to it.
    static let bound = ProfessionTraits(rawValue: 1)
    /// Takes what it is an office of.
    static let of = ProfessionTraits(rawValue: 2)
    /// Only of one person.
    static let single = ProfessionTraits(rawValue: 4)
    /// Served for a state.
    static let state = ProfessionTraits(rawValue: 8)
    /// Sent somewhere, or standing for an office.
    static let `in` = ProfessionTraits(rawValue: 16)

    private static let names: [(Substring, ProfessionTraits)] = [
        ("bound", .bound), ("of", .of), ("single", .single), ("state", .state), ("in", .in),
    ]
}

extension ProfessionTraits {
    init(_ value: String) {
        self = []
        for word in value.split(separator: " ") {
            if let known = Self.names.first(where: { $0.0 == word }) { formUnion(known.1) }
        }
    }
}

extension Annotation {
    /// An office, a trade or a calling.
    struct OfficeSpan {
        let tokens: Range<Int>
        /// Served for a state, so that an adjective of a country before it names the country.
        let isState: Bool
    }

    /// Offices by the reference rows and the lexicon of trades: the head by itself, and with what belongs to it.
    mutating func addProfessions() -> [OfficeSpan] {
        var spans: [OfficeSpan] = []
        let document = document
        var at = 0
        while at < document.tokens.count {
            // Only what the lexicon knows, or a compound: "экс-губернатор".
            guard document.mayHave(marks.officeOpeners, at: at) || document.tokens[at].shape.contains(.hyphen) else {
                at += 1
                continue
            }
            guard owners[at].isDisjoint(with: [.place, .organisation]), let (head, flags, code) = professionHead(at)
            else {
                if let mark = document.mark(at: at, classes.professionAdjective) {
                    add(.profession, mark.range, nil, rule: "profession.adjective")
                }
                at += 1
                continue
            }
            let isBound = flags.contains(.bound)
            var end = flags.contains(.of) ? complement(of: head, flags) : head.upperBound
            // "премьер-министр страны" adds nothing to the office; "глава компании" is one only so.
            if !isBound, end == head.upperBound + 1, has(classes.professionGeneric, at: head.upperBound) {
                end = head.upperBound
            }
            let isOne = !flags.contains(.single) || document.word(head.lowerBound)?.can(be: .sing) == true
            if end > head.upperBound || !isBound || head.count > 1 {
                let start = withAdjective(head)
                if end > head.upperBound, isOne { addOffice(start..<end, code, rule: "profession.of") }
                if !isBound || end == head.upperBound { addOffice(head, code, rule: "profession.head") }
                if start < head.lowerBound, end == head.upperBound || !isBound {
                    addOffice(start..<head.upperBound, code, rule: "profession.which")
                }
                if head.count > 1, isHeadAlone(head.lowerBound) {
                    addOffice(head.lowerBound..<head.lowerBound + 1, nil, rule: "profession.first")
                }
                spans.append(OfficeSpan(tokens: head.lowerBound..<end, isState: flags.contains(.state)))
            }
            at = head.upperBound
        }
        return spans
    }

    /// An office without "экс-" at its beginning.
    private mutating func addOffice(_ tokens: Range<Int>, _ code: String?, rule: String) {
        var span = document.span(tokens)
        if let prefix = exLength(tokens.lowerBound) { span = Span(span.start + prefix, span.end) }
        add(.profession, span: span, code, rule: rule)
        for token in tokens { owners[token].insert(.profession) }
    }

    /// "хоккейный тренер", "главный режиссер": with the adjective that tells the kind.
    private func withAdjective(_ head: Range<Int>) -> Int {
        guard head.lowerBound > 0, has(classes.professionWhich, at: head.lowerBound - 1),
            let adjective = document.word(head.lowerBound - 1), let noun = document.word(head.lowerBound),
            !document.tokens[head.lowerBound].shape.contains(.lineStart), Concord.agree(adjective, noun)
        else { return head.lowerBound }
        return head.lowerBound - 1
    }

    /// How long "экс-" is at the beginning of a word.
    private func exLength(_ token: Int) -> Int? {
        guard document.tokens[token].shape.contains(.hyphen), let word = document.word(token) else { return nil }
        return reading.memory.prefixes.of(word) {
            guard let hyphen = word.text.firstIndex(of: "-"),
                document.lexicon.value(of: "=" + word.text[..<hyphen], classes.exPrefix) != nil
            else { return nil }
            return word.text[...hyphen].unicodeScalars.count
        }
    }

    /// "министр" of "министр обороны": an office by itself as well.
    private func isHeadAlone(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        return word.parses.prefix(3).contains { parse in
            guard parse.tag.grammemes.contains(.noun) else { return false }
            if let flags = document.lexicon.value(of: parse.lemma, classes.profession).map(ProfessionTraits.init) {
                return !flags.contains(.bound) && !flags.contains(.single)
            }
            return document.lexicon.value(of: parse.lemma, marks.office) != nil
        }
    }

    private func professionHead(_ at: Int) -> (Range<Int>, ProfessionTraits, String?)? {
        let office = document.mark(at: at, marks.office)
        let trade = document.mark(at: at, classes.profession)
        guard let one = office ?? trade else { return formerHead(at) }
        let best = trade.map { $0.end > one.end ? $0 : one } ?? one
        var first = best.first
        while first + 1 < best.end, has(classes.professionNot, at: first) { first += 1 }
        guard let word = document.word(first), isPersonal(word, at: first, isLong: best.end - first > 1),
            !isSurname(first), !reading.followsInitial(first)
        else { return nil }
        if let office, reading.fields(office).first == Office.ambassador.rawValue {
            return (first..<best.end, [.state, .of, .in], Office.ambassador.rawValue)
        }
        var flags: ProfessionTraits =
            trade.map { trade in
                reading.memory.professions.of(trade.entry) { ProfessionTraits(reading.value(trade)) }
            } ?? []
        if let office, office.end == best.end || trade == nil {
            flags.insert(.state)
            flags.insert(.of)
        }
        if flags.contains(.bound) { flags.insert(.of) }
        return (first..<best.end, flags, office.flatMap { reading.fields($0).first })
    }

    /// "экс-губернатор": an office behind the prefix.
    private func formerHead(_ at: Int) -> (Range<Int>, ProfessionTraits, String?)? {
        guard exLength(at) != nil, let word = document.word(at), let hyphen = word.text.firstIndex(of: "-") else {
            return nil
        }
        for parse in document.vocabulary.word(for: word.text[word.text.index(after: hyphen)...]).parses.prefix(3) {
            if let value = document.lexicon.value(of: parse.lemma, marks.office) {
                let code = value.split(separator: ";").first.map(String.init)
                return (at..<at + 1, [.state, .of], code)
            }
            if let value = document.lexicon.value(of: parse.lemma, classes.profession) {
                var flags = ProfessionTraits(value)
                if flags.contains(.bound) { flags.insert(.of) }
                return (at..<at + 1, flags, nil)
            }
        }
        return nil
    }

    /// "Владимир Рыбак", "Биргит Принц": with a capital behind a given name.
    private func isSurname(_ token: Int) -> Bool {
        guard token > 0, isCapitalized(token), isCapitalized(token - 1),
            !document.tokens[token].shape.contains(.lineStart), let before = document.word(token - 1)
        else { return false }
        return before.isKnown && before.readings[0].contains(.name)
    }

    /// A word for a person as it stands here: "политика" and "физика" are also things, "военный" also an adjective.
    private func isPersonal(_ word: Word, at token: Int, isLong: Bool) -> Bool {
        let best = word.readings[0]
        if best.intersects([.prep, .conj, .verb, .infn]) { return false }
        if isLong { return true }
        // "известного политика", "премьера Италии": of what the word can be, what agrees or has an owner behind it.
        if !best.contains(.anim), word.can(be: .noun.union(.anim)) {
            if let adjective = document.word(token - 1), adjective.readings[0].intersects([.adjf, .prtf]) {
                return Concord.leaves(.noun.union(.anim), of: word, by: adjective)
                    && !Concord.leaves(.noun.union(.inan), of: word, by: adjective)
            }
            return !startsSentence(token)
                && (isCapitalized(token + 1) || document.mark(at: token + 1, marks.country) != nil)
        }
        let adjective = best.intersects([.adjf, .prtf])
        if adjective || word.readings.contains(where: { $0.contains(.adjf) }) {
            return document.word(token + 1)?.readings[0].contains(.noun) != true || isCapitalized(token + 1)
        }
        return best.contains(.anim) || !word.isKnown || best.contains(.adjf)
    }

    /// The end of an office with the country, place, body or task behind it: "президента России", "глава МВД", "директор
    /// украинского предприятия «Знамя»", "министр по делам молодежи".
    private func complement(of head: Range<Int>, _ flags: ProfessionTraits) -> Int {
        let isBound = flags.contains(.bound)
        var end = head.upperBound
        let limit = min(document.tokens.count, end + 12)
        while end < limit, !document.tokens[end].shape.contains(.lineStart) {
            if !owners[end].isDisjoint(with: [.place, .organisation]) {
                let isLatinOrUpper = !document.tokens[end].shape.isDisjoint(with: [.upper, .latin])
                guard document.word(end)?.can(be: .gent) == true || isLatinOrUpper else { break }
                let owner = owners[end]
                while end < limit, !owners[end].isDisjoint(with: owner) { end += 1 }
                continue
            }
            if let closing = quotation(at: end, limit: limit) {
                end = closing
                continue
            }
            guard let word = document.word(end) else { break }
            if let region = regionPhrase(at: end) {
                end = region
                continue
            }
            if isCapitalized(end), !isNameOfBody(word, at: end) {
                // A name in Latin letters is a firm's; one in Cyrillic the holder's.
                guard document.tokens[end].shape.contains(.latin) else { break }
                end += 1
                continue
            }
            guard
                isBound || end > head.upperBound || has(marks.body, at: end) || isPlainGenitive(word)
                    || joins(end, flags)
            else { break }
            if joins(end, flags), let task = task(behind: end, limit: limit) {
                end = task
                continue
            }
            if has(classes.listWord, at: end), end > head.upperBound, end + 1 < limit,
                let next = document.word(end + 1),
                isPlainGenitive(next), !isCapitalized(end + 1), owners[end + 1].isEmpty,
                !has(classes.profession, at: end + 1), !has(marks.office, at: end + 1), !next.can(be: .nomn),
                document.word(end - 1)?.can(be: .gent) == true, owners[end - 1].isDisjoint(with: .place)
            {
                end += 2
                continue
            }
            guard isPlainGenitive(word) else { break }
            // "герцог Кембриджский принц Уильям", "генсек ООН норвежец Трюгве Ли": with his own name another begins.
            if end > head.upperBound, isCapitalized(end + 1), owners[end + 1].isEmpty,
                has(classes.profession, at: end) || document.mark(at: end, marks.countryPeople) != nil
            {
                break
            }
            end += 1
        }
        while end > head.upperBound,
            joins(end - 1, flags)
                || document.word(end - 1)?.readings[0]
                    .intersects([.adjf, .prtf]) == true && owners[end - 1].isEmpty
                    && !document.tokens[end - 1].shape.contains(.latin)
        {
            end -= 1
        }
        return end
    }

    /// "Центральной", "Комиссии": a word of the dictionary in the genitive, with a capital since it belongs to a name.
    private func isNameOfBody(_ word: Word, at token: Int) -> Bool {
        word.isKnown && word.length > 1 && word.can(be: .gent)
            && document.tokens[token].shape.isDisjoint(with: [.upper, .latin])
            && !word.grammemes.intersects([.name, .surn, .patr, .geox]) && !startsSentence(token)
            && (word.can(be: .adjf) || !isCapitalized(token + 1))
    }

    /// "по делам молодежи", "в президенты", "при ООН": the end of the noun that the preposition governs.
    private func task(behind link: Int, limit: Int) -> Int? {
        var end = link + 1
        while end < limit, let word = document.word(end), word.readings[0].intersects([.adjf, .prtf]),
            word.can(be: .datv) || word.can(be: .loct)
        {
            end += 1
        }
        guard end < limit, let word = document.word(end), !document.tokens[end].shape.contains(.lineStart) else {
            return nil
        }
        let isNamed = !owners[end].isDisjoint(with: [.place, .organisation])
        guard isNamed || !isCapitalized(end) && word.readings[0].contains(.noun) else { return nil }
        let wanted: [Grammemes]
        switch reading.value(document.mark(at: link, classes.professionLink)!) {
        case "datv": wanted = [.datv]
        case "gent": wanted = [.gent]
        case "loct": wanted = [.loct]
        default: wanted = [.loct, .accs, .nomn]
        }
        guard wanted.contains(where: { word.can(be: $0) }) || document.tokens[end].shape.contains(.upper) else {
            return nil
        }
        if isNamed {
            let owner = owners[end]
            while end + 1 < limit, !owners[end + 1].isDisjoint(with: owner) { end += 1 }
        }
        return end + 1
    }

    private func isPlainGenitive(_ word: Word) -> Bool {
        let best = word.readings[0]
        guard best.intersects([.noun, .adjf, .prtf]), !best.contains(.apro) else { return false }
        return word.can(be: .gent)
    }

    /// "по", "при", "от"; "в" only behind those who are sent somewhere or stand for an office.
    private func joins(_ token: Int, _ flags: ProfessionTraits) -> Bool {
        guard let link = document.mark(at: token, classes.professionLink) else { return false }
        return reading.value(link) != "loct accs" || flags.contains(.in)
    }

    private func quotation(at token: Int, limit: Int) -> Int? {
        guard document.isMark(token, "«") || document.isMark(token, "\"") else { return nil }
        for inner in token + 1..<min(limit, document.tokens.count) where inner > token {
            if document.isMark(inner, "»") || document.isMark(inner, "\"") { return inner + 1 }
        }
        return nil
    }
}
