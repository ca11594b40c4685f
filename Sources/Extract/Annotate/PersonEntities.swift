import Grammar
import Model
import Morphology

extension Annotation {
    /// People by their names: runs of capitals with a given name, initials or a surname among them, then every single word
    /// that the article has used for one of them, and a given name or surname by itself.
    mutating func addPeople(offices: [OfficeSpan]) {
        var finder = NameFinder(annotation: self, offices: offices)
        finder.find()
        for name in finder.names {
            remove(.city, within: name.range)
            add(.person, name.range, name.normal, as: .person, rule: name.rule)
        }
        for token in document.tokens.indices {
            if let mark = document.mark(at: token, classes.personAdjective), isCapitalized(token) {
                add(.person, mark.range, reading.value(mark), as: .person, rule: "person.adjective")
            }
        }
    }
}

/// Finds the names of people in what places, dates and organisations have left.
struct NameFinder {
    let annotation: Annotation
    let document: Document
    let reading: Reading
    /// Tokens right behind an office or a trade.
    private let behindOffice: Set<Int>
    /// Tokens that begin an office or a trade.
    private let office: [Bool]
    private(set) var names: [(range: Range<Int>, normal: String?, rule: String)] = []
    /// Words of the names found so far, by what stays of them in every case.
    private var known: [TextKey: [String]] = [:]
    /// The last words of the full names found so far.
    private var surnames: Set<String> = []
    private var taken: [Bool]
    private var recurring: [TextKey: Int] = [:]

    init(annotation: Annotation, offices: [Annotation.OfficeSpan]) {
        self.annotation = annotation
        document = annotation.document
        reading = annotation.reading
        behindOffice = Set(offices.map(\.tokens.upperBound))
        var office = Array(repeating: false, count: annotation.document.tokens.count)
        for span in offices { for token in span.tokens { office[token] = true } }
        self.office = office
        taken = Array(repeating: false, count: annotation.document.tokens.count)
    }

    mutating func find() {
        recurring = countRecurring()
        var at = 0
        while at < document.tokens.count {
            guard let run = run(at: at) else {
                at += 1
                continue
            }
            for part in parts(of: run) where isPerson(part) { take(part) }
            at = run.upperBound
        }
        takeKnown()
        takeLatin()
        names.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func take(_ range: Range<Int>) {
        names.append((range, nominative(of: range), range.count == 1 ? "person.word" : "person.name"))
        for token in range { taken[token] = true }
        learn(range)
    }

    /// A name as it is written here, in the nominative, initials before the surname.
    private func nominative(of range: Range<Int>) -> String {
        var words = range
        while words.count > 1, isInitial(words.lowerBound) || document.isMark(words.lowerBound, ".") {
            words = words.lowerBound + 1..<words.upperBound
        }
        while words.count > 1,
            document.isMark(words.upperBound - 1, ".") || isRegnal(words.upperBound - 1)
                || isInitial(words.upperBound - 1) && document.isMark(words.upperBound, ".")
        {
            words = words.lowerBound..<words.upperBound - 1
        }
        let name = full(of: words) ?? reading.nominativeName(words)
        let before = range.lowerBound..<words.lowerBound
        let after = words.upperBound..<range.upperBound
        if !before.isEmpty {
            let isApart = document.tokens[words.lowerBound].shape.contains(.spaceBefore)
            return document.text(before) + (isApart ? " " : "") + name
        }
        if after.isEmpty { return name }
        return isRegnal(after.lowerBound) ? name + " " + document.text(after) : document.text(after) + " " + name
    }

    /// The words of a name as the people layer has them, who knows the person by all that the article says.
    private func full(of words: Range<Int>) -> String? {
        guard let mention = reading.people.name(around: words.lowerBound), mention.range.contains(words.upperBound - 1)
        else { return nil }
        let parts = reading.people.persons[mention.person].name.utf8.split(separator: UInt8(ascii: " "))
            .map { String(Substring($0)) }
        var found: [String] = []
        for token in words {
            guard let word = document.word(token),
                let part = parts.first(where: { Self.isForm($0.lowercasedWord(), of: word) })
            else { return nil }
            found.append(part)
        }
        return found.joined(separator: " ")
    }

    private mutating func learn(_ range: Range<Int>) {
        if range.count > 1, let last = document.word(range.upperBound - 1) { surnames.insert(last.text) }
        for token in range {
            guard let word = document.word(token),
                word.length > 2 || isParticle(token) || isCapitalParticle(token)
            else {
                continue
            }
            let stem = Self.stem(word.text)
            if known[stem]?.contains(word.text) != true { known[stem, default: []].append(word.text) }
        }
    }

    /// What forms of a name share at the least: all but the last two letters, three at the fewest.
    private static func stem(_ text: String) -> TextKey { TextKey(text).prefix(4) }

    // MARK: Runs

    /// The longest run of what can be parts of names.
    private func run(at start: Int) -> Range<Int>? {
        guard isPart(start, first: true) else { return nil }
        var end = start + 1
        while end < document.tokens.count, end - start < 9, !document.tokens[end].shape.contains(.lineStart) {
            if document.isMark(end, "."), isInitial(end - 1) {
                end += 1
            } else if isPart(end, first: false) || isJoinedParticle(end) {
                end += 1
            } else if isParticle(end), end + 1 < document.tokens.count,
                isPart(end + 1, first: false) || isParticle(end + 1)
            {
                end += 1
            } else {
                break
            }
        }
        while end > start, isParticle(end - 1), !isSuffixParticle(end - 1) { end -= 1 }
        // The full stop behind "V" or "Фо" is the sentence's; behind initials it is theirs.
        if end - 2 > start, document.isMark(end - 1, "."),
            document.tokens[end - 2].span.length > 1 || document.tokens[end - 2].shape.contains(.latin)
        {
            end -= 1
        }
        return end > start ? start..<end : nil
    }

    private func isParticle(_ token: Int) -> Bool {
        guard token >= 0, token < document.tokens.count, !document.tokens[token].shape.contains(.capitalized) else {
            return false
        }
        return document.mark(at: token, reading.marks.nameParticle) != nil
            || annotation.has(annotation.classes.particleMore, at: token)
    }

    /// "Де Ниро", "Аль Тани": a particle written with a capital, and a name behind it.
    private func isCapitalParticle(_ token: Int) -> Bool {
        guard annotation.isCapitalized(token), annotation.isCapitalized(token + 1),
            document.mark(at: token, reading.marks.nameParticle) != nil,
            !document.tokens[token + 1].shape.contains(.lineStart),
            document.word(token)?.parses[0].tag.grammemes.contains(.conj) != true
        else { return false }
        return isUnknownOrName(token + 1) && annotation.owners[token + 1].isDisjoint(with: [.place, .organisation])
    }

    /// "аль-Адли": a particle with a capital behind its hyphen.
    private func isJoinedParticle(_ token: Int) -> Bool {
        guard token < document.tokens.count, document.tokens[token].kind == .word,
            document.tokens[token].shape.contains(.hyphen), !document.tokens[token].shape.contains(.capitalized)
        else { return false }
        let span = document.tokens[token].span
        guard let hyphen = (span.start..<span.end).first(where: { Tokenizer.isHyphen(document.scalars[$0]) }),
            hyphen + 1 < span.end, hyphen - span.start <= 4
        else { return false }
        return document.scalars[hyphen + 1].properties.isUppercase
    }

    /// A given name: of the dictionary, or of the lexicon of names that it lacks.
    private func isGiven(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        return word.isKnown && word.parses[0].tag.grammemes.contains(.name)
            || annotation.has(annotation.classes.given, at: token)
    }

    /// A word that is a given name in some reading, beside another part of a name: "Роман Белов", not "Герой Советского".
    private func isGivenElse(_ token: Int, in range: Range<Int>) -> Bool {
        document.word(token)?.grammemes.intersects([.name, .patr]) == true
            && range.contains { $0 != token && isUnknownOrName($0) }
    }

    private func isSuffixParticle(_ token: Int) -> Bool { document.span(token..<token + 1).length > 3 }

    private func isInitial(_ token: Int) -> Bool {
        guard token >= 0, annotation.isCapitalized(token) else { return false }
        let length = document.tokens[token].span.length
        return length == 1
            || length == 2 && !document.tokens[token].shape.contains(.upper)
                && document.isMark(token + 1, ".")
    }

    private func isPart(_ token: Int, first: Bool) -> Bool {
        guard token < document.tokens.count, annotation.isCapitalized(token), !office[token] else { return false }
        let owner = annotation.owners[token]
        let shape = document.tokens[token].shape
        guard owner.isDisjoint(with: [.date, .amount, .organisation]), shape.isDisjoint(with: [.digits, .latin]) else {
            return !first && isRegnal(token)
        }
        guard let word = document.word(token) else { return false }
        if shape.contains(.upper), !word.isKnown || !word.grammemes.intersects([.name, .surn, .patr]) { return false }
        if annotation.has(annotation.classes.given, at: token) { return true }
        for mark in document.marks(at: token) {
            if mark.kind == reading.marks.nameNot || mark.kind == reading.marks.month { return false }
        }
        // A city's name within a run is a surname when a name stands before it, a given name when one follows.
        if owner.contains(.place) {
            if first { return cityIsName(token) }
            return isUnknownOrName(token - 1) && cityIsSurname(token)
        }
        if isInitial(token) {
            return document.isMark(token + 1, ".") || !first
        }
        if isCapitalParticle(token) { return true }
        let best = word.parses[0].tag.grammemes
        if word.isKnown, best.intersects([.conj, .prcl]) || first && best.contains(.prep) { return false }
        if first, annotation.has(annotation.classes.regionName, at: token) { return false }
        if word.isKnown && first || annotation.startsSentence(token) {
            if !word.grammemes.intersects(.properName) {
                if best.intersects([.prep, .conj, .prcl, .npro, .advb, .verb, .grnd, .infn, .prts, .numr, .intj]) {
                    return false
                }
                // A common word opens a sentence more often than a name does.
                if word.isKnown, annotation.startsSentence(token) { return false }
            }
        }
        if word.isKnown, !word.grammemes.intersects(.properName) {
            if best.intersects([.prep, .conj, .npro]), first { return false }
            return !first
        }
        return true
    }

    /// "II", "XVI" behind a name.
    private func isRegnal(_ token: Int) -> Bool {
        guard document.tokens[token].shape.contains(.latin), let word = document.word(token) else { return false }
        return word.grammemes.contains(.romn) || word.text == "i" || word.text == "v"
    }

    private func isUnknownOrName(_ token: Int) -> Bool {
        guard token >= 0, let word = document.word(token), annotation.isCapitalized(token) else { return false }
        return !word.isKnown || word.grammemes.intersects(.properName) || isInitial(token)
    }

    private func cityIsName(_ token: Int) -> Bool {
        guard let word = document.word(token), annotation.isCapitalized(token + 1),
            !document.tokens[token + 1].shape.contains(.lineStart), let next = document.word(token + 1),
            annotation.owners[token + 1].isEmpty, !office[token + 1]
        else { return false }
        return (word.grammemes.contains(.name) || !word.isKnown)
            && (!next.isKnown || next.grammemes.intersects([.surn, .patr]))
    }

    private func cityIsSurname(_ token: Int) -> Bool {
        guard let word = document.word(token), let before = document.word(token - 1) else { return false }
        return before.grammemes.contains(.name) || !before.isKnown && !word.text.contains("-")
    }

    // MARK: Parts

    /// A run parted where a given name begins that does not stand in the case of what came before: "жена Манделы Граса Машел".
    private func parts(of run: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var first = run.lowerBound
        for token in run.dropFirst() where token > first && opensName(token, after: first) {
            parts.append(first..<token)
            first = token
        }
        parts.append(first..<run.upperBound)
        return parts.compactMap { stripped($0) }
    }

    private func opensName(_ token: Int, after first: Int) -> Bool {
        guard let word = document.word(token), !isParticle(token), !isParticle(token - 1) else { return false }
        // "из окружения В. Петрова А. Иванов": initials after a surname that has its own.
        if isInitial(token) {
            return document.isMark(token + 1, ".") && annotation.isCapitalized(token + 2)
                && !document.isMark(token - 1, ".")
                && (first..<token - 1).contains { isInitial($0) }
        }
        let before = (first..<token).filter { document.word($0) != nil && !isInitial($0) && !isParticle($0) }
        guard let last = before.last, let previous = document.word(last) else { return false }
        let isName = isGiven(token)
        let isPatronymic = word.grammemes.contains(.patr)
        guard !isPatronymic else { return false }
        // A name of the lexicon stands in the nominative where it is written as there.
        let cases = annotation.isAsListed(token) ? Grammemes.nomn : Self.cases(of: word)
        let others = Self.cases(of: previous)
        if begins(token, behind: before) { return true }
        guard !cases.isEmpty, !others.isEmpty, !cases.intersects(others) else { return false }
        let isComplete = before.count >= 2 && document.word(before[0])?.grammemes.contains(.name) == true
        return isName || isComplete
    }

    /// "Билла Клинтона Джо Локхарт", "адвокат Сантоса Фернандо Осуна": a given name that can stand in the nominative, behind a
    /// whole name or a surname that cannot, begins another.
    private func begins(_ token: Int, behind before: [Int]) -> Bool {
        guard isGiven(token), annotation.isCapitalized(token + 1), let last = before.last, !isGiven(last),
            let previous = document.word(last), !previous.grammemes.contains(.patr),
            let next = document.word(token + 1), !next.grammemes.contains(.patr)
        else { return false }
        let isWhole = before.count >= 2 && isGiven(before[0])
        let oblique = isWhole ? before[0] : last
        return document.word(oblique).map { !Self.cases(of: $0).contains(.nomn) } ?? false
            && document.word(token).map { Self.cases(of: $0).contains(.nomn) || annotation.isAsListed(token) } ?? false
    }

    private static func cases(of word: Word) -> Grammemes {
        word.parses.reduce(Grammemes()) { all, parse in
            let it = parse.tag.grammemes
            guard it.contains(.noun) || it.contains(.adjf), it.contains(.sing) || it.contains(.fixd) else { return all }
            return it.contains(.fixd) ? all.union(Grammemes.cases) : all.union(it.intersection(Grammemes.cases))
        }
    }

    /// A part without the common words that its capitals only open: "Болезнь Чавеса".
    private func stripped(_ part: Range<Int>) -> Range<Int>? {
        var first = part.lowerBound
        while first < part.upperBound, let word = document.word(first), !isInitial(first), !isGiven(first),
            word.isKnown,
            !word.grammemes.intersects(.properName)
        {
            first += 1
        }
        // Common words end a name only where a given name stands before them.
        var end = part.upperBound
        while end > first, let word = document.word(end - 1), word.isKnown, !isInitial(end - 1),
            !word.grammemes.intersects(.properName), !isRegnal(end - 1),
            !(first..<end - 1).contains(where: { isUnknownOrName($0) })
        {
            end -= 1
        }
        return first < end ? first..<end : nil
    }

    // MARK: Decisions

    private func isPerson(_ range: Range<Int>) -> Bool {
        let words = range.compactMap { document.word($0) }
        guard !words.isEmpty else { return false }
        let isQuoted = annotation.isOwned(range, by: .quoted) && fillsQuotation(range)
        if range.count == 1 { return !isQuoted && isPersonAlone(range.lowerBound) }
        let hasInitial = range.contains { isInitial($0) && document.isMark($0 + 1, ".") }
        let hasGiven = range.contains {
            !isInitial($0) && (isGiven($0) || isGivenElse($0, in: range))
        }
        if words.count == 1, hasInitial { return false }
        if hasInitial { return words.contains { $0.length > 2 } }
        if isQuoted, !hasGiven || fillsQuotation(range, both: true) { return false }
        if hasGiven { return true }
        if behindOffice.contains(range.lowerBound) {
            return !words.contains { $0.isKnown && !$0.grammemes.intersects(.properName) }
        }
        let isPlace =
            document.mark(at: range.lowerBound - 1, reading.marks.preposition).map {
                ["into", "from", "by"].contains(reading.value($0))
            } ?? false
        if isPlace || annotation.has(annotation.classes.nameCarrier, at: range.lowerBound - 1) { return false }
        return words.allSatisfy { !$0.isKnown || $0.grammemes.contains(.surn) }
            && words.contains { !$0.isKnown || $0.parses[0].tag.grammemes.intersects(.properName) }
    }

    private func fillsQuotation(_ range: Range<Int>, both: Bool = false) -> Bool {
        func isQuote(_ token: Int) -> Bool {
            document.isMark(token, "«") || document.isMark(token, "»") || document.isMark(token, "\"")
                || document.isMark(token, "“") || document.isMark(token, "”") || document.isMark(token, "„")
        }
        let (opens, closes) = (isQuote(range.lowerBound - 1), isQuote(range.upperBound))
        return both ? opens && closes : opens || closes
    }

    /// A single word: a surname that the dictionary knows, a given name in mid-sentence, or any unknown word behind an office.
    private func isPersonAlone(_ token: Int) -> Bool {
        guard let word = document.word(token), word.length > 2,
            !annotation.has(annotation.classes.nameCarrier, at: token - 1), !annotation.owners[token].contains(.place)
        else { return false }
        let best = word.parses[0].tag.grammemes
        let opens = annotation.startsSentence(token)
        if behindOffice.contains(token), !word.isKnown || word.grammemes.intersects([.name, .surn]) {
            return !best.contains(.geox)
        }
        if best.contains(.surn), word.isKnown {
            return !opens || !word.parses.contains { !$0.tag.grammemes.intersects(.properName) }
        }
        if opens, word.isKnown, acts(token) { return true }
        if annotation.has(annotation.classes.given, at: token) { return !opens || !word.isKnown }
        if best.contains(.name), word.isKnown {
            return !opens || !word.parses.contains { !$0.tag.grammemes.intersects(.properName) }
        }
        return !word.isKnown && (recurring[Self.stem(word.text)] ?? 0) > 2
    }

    /// "Буров оценил": a surname in the nominative with a verb in the past behind it that agrees with it.
    private func acts(_ token: Int) -> Bool {
        guard let word = document.word(token), let verb = document.word(token + 1) else { return false }
        return [Grammemes.masc, .femn].contains { gender in
            word.can(be: .surn.union(.nomn).union(.sing).union(gender))
                && verb.parses[0].tag.grammemes.contains(.verb.union(.past).union(gender))
        }
    }

    /// How often unknown words with a capital stand where no place would: what the article keeps naming.
    private func countRecurring() -> [TextKey: Int] {
        var counts: [TextKey: Int] = [:]
        for token in document.tokens.indices where annotation.isCapitalized(token) && !office[token] {
            guard let word = document.word(token), !word.isKnown, annotation.owners[token].isEmpty,
                document.tokens[token].shape.isDisjoint(with: [.latin, .upper, .digits])
            else { continue }
            let isPlace =
                document.mark(at: token - 1, reading.marks.preposition).map {
                    ["into", "by"].contains(reading.value($0))
                } ?? false
            counts[Self.stem(word.text), default: 0] += isPlace ? -3 : 1
        }
        return counts
    }

    /// Single words that a longer name has, in whatever case: "Медведева" once "Дмитрий Медведев" is known.
    private mutating func takeKnown() {
        for token in document.tokens.indices
        where !taken[token] && (annotation.isCapitalized(token) || isJoinedParticle(token)) {
            guard let word = document.word(token), !office[token],
                annotation.owners[token].isDisjoint(with: [.date, .amount, .organisation]),
                document.tokens[token].shape.isDisjoint(with: [.latin]), word.length > 2,
                let forms = known[Self.stem(word.text)], forms.contains(where: { Self.isForm($0, of: word) })
            else { continue }
            if annotation.owners[token].contains(.place), !forms.contains(word.text) || isBehindPlacePreposition(token)
            {
                continue
            }
            if annotation.owners[token].contains(.quoted), fillsQuotation(token..<token + 1) { continue }
            if annotation.has(annotation.classes.nameCarrier, at: token - 1) { continue }
            if word.isKnown, !word.grammemes.intersects(.properName), annotation.startsSentence(token),
                !surnames.contains(where: { Self.isForm($0, of: word) })
            {
                continue
            }
            taken[token] = true
            var first = token
            while first > 0, isParticle(first - 1) || isCapitalParticle(first - 1), !isSuffixParticle(first - 1),
                let particle = document.word(first - 1), known[Self.stem(particle.text)] != nil
            {
                first -= 1
            }
            var end = token + 1
            while end < document.tokens.count, isRegnal(end), document.tokens[end].shape.contains(.capitalized) {
                end += 1
            }
            names.append((first..<end, nominative(of: first..<token + 1), "person.again"))
        }
    }

    private func isBehindPlacePreposition(_ token: Int) -> Bool {
        document.mark(at: token - 1, reading.marks.preposition).map {
            ["into", "from", "by"].contains(reading.value($0))
        } ?? false
    }

    /// Whether two words can be forms of one name: all but the last letters are shared, or a lemma is.
    private static func isForm(_ form: String, of word: Word) -> Bool {
        if form == word.text { return true }
        let (a, b) = (form.unicodeScalars.count, word.length)
        guard abs(a - b) <= 3 else { return false }
        let common = form.commonScalars(with: word.text)
        return common >= 3 && a - common <= 3 && b - common <= 3 && common * 3 >= max(a, b) * 2
    }

    /// "Ингвар Кампрад (Ingvar Kamprad)": the name in its own letters, in brackets behind it.
    private mutating func takeLatin() {
        let ends = Set(names.map(\.range.upperBound))
        for end in ends where document.isMark(end, "(") {
            var at = end + 1
            while at < document.tokens.count, at - end < 9,
                document.word(at) != nil && document.tokens[at].shape.contains(.latin)
                    || document.isMark(at, ".") && document.tokens[at - 1].span.length <= 2
            {
                at += 1
            }
            guard at > end + 1, document.isMark(at, ")") || document.isMark(at, ",") || document.isMark(at, ";"),
                document.tokens[end + 1].shape.contains(.capitalized)
            else { continue }
            // The full stop of "Jr." stands outside.
            if document.isMark(at - 1, ".") { at -= 1 }
            names.append((end + 1..<at, document.text(end + 1..<at), "person.latin"))
        }
    }
}
