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
            removeCities(within: name.range)
            add(.person, name.range, name.normal, as: .person, rule: name.rule)
        }
        for token in document.namelike {
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
    /// Tokens that begin an office or a trade.
    let office: [Bool]
    /// Tokens right behind one, and the end of the text.
    private let behindOffice: [Bool]
    private(set) var names: [(range: Range<Int>, normal: String?, rule: String)] = []
    /// Words of the names found so far, by the numbers of what stays of them in every case.
    private var known = NumberedLists<Word>()
    /// The last words of the full names found so far.
    private var surnames: [Word] = []
    private var taken: [Bool]
    private var recurring: [Int32: Int] = [:]

    init(annotation: Annotation, offices: [Annotation.OfficeSpan]) {
        self.annotation = annotation
        document = annotation.document
        reading = annotation.reading
        var office = Array(repeating: false, count: annotation.document.tokens.count)
        var behind = Array(repeating: false, count: annotation.document.tokens.count + 1)
        for span in offices {
            for token in span.tokens { office[token] = true }
            behind[span.tokens.upperBound] = true
        }
        self.office = office
        behindOffice = behind
        taken = Array(repeating: false, count: annotation.document.tokens.count)
    }

    mutating func find() {
        let particle = reading.marks.nameParticle
        recurring = countRecurring()
        var at = 0
        // The first name of the people layer that has not been passed.
        var next = 0
        let people = reading.people.names
        var nextStart = people.first?.range.lowerBound ?? .max
        let end = document.tokens.count
        while at < end {
            guard document.isCapitalized(at) || at >= nextStart || document.mark(at: at, particle) != nil else {
                at += 1
                continue
            }
            while next < people.count, people[next].range.lowerBound < at { next += 1 }
            nextStart = next < people.count ? people[next].range.lowerBound : .max
            let isCapitalized = document.isCapitalized(at)
            guard isCapitalized || nextStart == at || document.mark(at: at, particle) != nil else {
                at += 1
                continue
            }
            let run = isCapitalized || isLeadingParticle(at) ? run(at: at) : nil
            var parts: [Range<Int>] = []
            if let run { for part in self.parts(of: run) where isPerson(part) { parts.append(part) } }
            // The people layer knows by the office before it where a name of foreign words begins and ends.
            if let whole = wholeName(next, in: at..<(run?.upperBound ?? at + 1)),
                !parts.contains(where: { $0.overlaps(whole) && $0.count >= whole.count })
            {
                for part in parts where part.upperBound <= whole.lowerBound { take(part) }
                take(whole)
                at = whole.upperBound
                continue
            }
            for part in parts { take(part) }
            at = run?.upperBound ?? at + 1
        }
        takeKnown()
        takeLatin()
        names.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// A name of the people layer, of several words, if it begins in a range of tokens.
    private func wholeName(_ index: Int, in range: Range<Int>) -> Range<Int>? {
        guard index < reading.people.names.count else { return nil }
        let name = reading.people.names[index].range
        guard range.contains(name.lowerBound), name.count > 1, !name.contains(where: { office[$0] || taken[$0] }),
            // Elsewhere two people may stand side by side: "врача Билла Торнтона Джо Ранеро не узнал".
            reading.officeBefore(name.lowerBound, reading.people.offices)?.range.upperBound == name.lowerBound
                || reading.isOfSyllables(name),
            name.allSatisfy({ annotation.owners[$0].isDisjoint(with: [.date, .amount, .organisation, .quoted]) })
        else { return nil }
        return name
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
                    && document.tokens[words.upperBound - 1].span.length == 1
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
        let parts = reading.people.persons[mention.person].parts.pieces
        var found = ""
        for token in words {
            guard let word = document.word(token),
                let part = parts.first(where: { Self.isForm($0.lower, $0.length, of: word) })
            else { return mention.range == words ? full(of: words, parts) : nil }
            if token > words.lowerBound { found += " " }
            found += part.written
        }
        return found
    }

    /// A name behind an office, whose case the people layer knows: form for form, where they begin alike.
    private func full(of words: Range<Int>, _ parts: [NameTexts.Piece]) -> String? {
        guard behindOffice[words.lowerBound], parts.count == words.count,
            zip(words, parts).allSatisfy({ token, part in
                document.word(token).map { $0.text.prefix(2) == part.lower.prefix(2) } ?? false
            })
        else { return nil }
        return parts.map(\.written).joined(separator: " ")
    }

    private mutating func learn(_ range: Range<Int>) {
        if range.count > 1, let last = document.word(range.upperBound - 1),
            !surnames.contains(where: { $0.number == last.number })
        {
            surnames.append(last)
        }
        for token in range {
            guard let word = document.word(token),
                word.length > 2 || isParticle(token) || isCapitalParticle(token)
            else {
                continue
            }
            let stem = stem(of: word)
            if !known.contains(at: stem, where: { $0.number == word.number }) { known.append(word, at: stem) }
        }
    }

    /// The number of what forms of a name share at the least.
    private func stem(of word: Word) -> Int32 { reading.memory.stems.number(of: word) }

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
        if behindOffice[range.lowerBound] {
            return !words.contains { $0.isKnown && !$0.grammemes.intersects(.properName) }
        }
        let isPlace =
            reading.preposition(at: range.lowerBound - 1).map { ["into", "from", "by"].contains($0) } ?? false
        if isPlace || annotation.has(annotation.classes.nameCarrier, at: range.lowerBound - 1) { return false }
        return words.allSatisfy { !$0.isKnown || $0.grammemes.contains(.surn) }
            && words.contains { !$0.isKnown || $0.readings[0].intersects(.properName) }
    }

    private func fillsQuotation(_ range: Range<Int>, both: Bool = false) -> Bool {
        let (opens, closes) = (annotation.isQuote(range.lowerBound - 1), annotation.isQuote(range.upperBound))
        return both ? opens && closes : opens || closes
    }

    /// A single word: a surname that the dictionary knows, a given name in mid-sentence, or any unknown word behind an office.
    private func isPersonAlone(_ token: Int) -> Bool {
        guard let word = document.word(token), word.length > 2,
            !annotation.has(annotation.classes.nameCarrier, at: token - 1), !annotation.owners[token].contains(.place)
        else { return false }
        let best = word.readings[0]
        let opens = annotation.startsSentence(token)
        if describes(token) { return false }
        if behindOffice[token], !word.isKnown || word.grammemes.intersects([.name, .surn]) {
            return !best.contains(.geox)
        }
        if best.contains(.surn), word.isKnown {
            return !opens || !word.readings.contains { !$0.intersects(.properName) }
        }
        if opens, word.isKnown, acts(token) { return true }
        if annotation.has(annotation.classes.given, at: token) { return !opens || !word.isKnown }
        if best.contains(.name), word.isKnown {
            return !opens || !word.readings.contains { !$0.intersects(.properName) }
        }
        return !word.isKnown && (recurring[stem(of: word)] ?? 0) > 2
    }

    /// "Косовский район", "Нобелевского комитета": an adjective with the noun that it belongs to, and no surname.
    private func describes(_ token: Int) -> Bool {
        guard let word = document.word(token), word.can(be: .adjf), let noun = document.word(token + 1),
            token + 1 < document.tokens.count,
            document.tokens[token + 1].shape.isDisjoint(with: [.lineStart, .capitalized]),
            noun.readings[0].contains(.noun)
        else { return false }
        return Concord.agree(word, noun)
    }

    /// "Буров оценил": a surname in the nominative with a verb in the past behind it that agrees with it.
    private func acts(_ token: Int) -> Bool {
        guard let word = document.word(token), let verb = document.word(token + 1) else { return false }
        return [Grammemes.masc, .femn].contains { gender in
            word.can(be: .surn.union(.nomn).union(.sing).union(gender))
                && verb.readings[0].contains(.verb.union(.past).union(gender))
        }
    }

    /// How often unknown words with a capital stand where no place would: what the article keeps naming.
    private func countRecurring() -> [Int32: Int] {
        var counts: [Int32: Int] = [:]
        for token in document.namelike where annotation.isCapitalized(token) && !office[token] {
            guard let word = document.word(token), !word.isKnown, annotation.owners[token].isEmpty,
                document.tokens[token].shape.isDisjoint(with: [.latin, .upper, .digits])
            else { continue }
            let isPlace =
                reading.preposition(at: token - 1).map { ["into", "by"].contains($0) } ?? false
            counts[stem(of: word), default: 0] += isPlace ? -3 : 1
        }
        return counts
    }

    /// Single words that a longer name has, in whatever case: "Медведева" once "Дмитрий Медведев" is known.
    private mutating func takeKnown() {
        for token in document.namelike
        where !taken[token] && (annotation.isCapitalized(token) || isJoinedParticle(token)) {
            guard let word = document.word(token), !office[token],
                annotation.owners[token].isDisjoint(with: [.date, .amount, .organisation]),
                document.tokens[token].shape.isDisjoint(with: [.latin]), word.length > 2,
                case let shared = stem(of: word), known.contains(at: shared, where: { Self.isForm($0, of: word) })
            else { continue }
            if annotation.owners[token].contains(.place),
                !known.contains(at: shared, where: { $0.text == word.text }) || isBehindPlacePreposition(token)
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
                let particle = document.word(first - 1), known.contains(at: stem(of: particle))
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
        reading.preposition(at: token - 1).map { ["into", "from", "by"].contains($0) } ?? false
    }

    /// Whether two words can be forms of one name: all but the last letters are shared, or a lemma is.
    private static func isForm(_ form: Word, of word: Word) -> Bool {
        form.number == word.number || isForm(form.text, form.length, of: word)
    }

    private static func isForm(_ form: String, _ length: Int, of word: Word) -> Bool {
        let (a, b) = (length, word.length)
        guard abs(a - b) <= 3 else { return false }
        let common = form.commonScalars(with: word.text)
        if common == max(a, b) { return true }
        return common >= 3 && a - common <= 3 && b - common <= 3 && common * 3 >= max(a, b) * 2
    }

    /// "Ингвар Кампрад (Ingvar Kamprad)": the name in its own letters, in brackets behind it.
    private mutating func takeLatin() {
        let ends = Set(names.compactMap { document.isMark($0.range.upperBound, "(") ? $0.range.upperBound : nil })
        for end in ends {
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
