import Grammar
import Morphology

/// Runs of words that can be names, and how they part into the names of single people.
extension NameFinder {
    // MARK: Runs

    /// The longest run of what can be parts of names.
    func run(at start: Int) -> Range<Int>? {
        if isLeadingParticle(start) || opensWithPrefix(start) {
            return run(at: start + 1).map { start..<$0.upperBound }
        }
        guard isPart(start, first: true) else { return nil }
        var end = start + 1
        while end < document.tokens.count, end - start < 9, !document.tokens[end].shape.contains(.lineStart) {
            if document.isMark(end, "."), isInitial(end - 1) {
                end += 1
            } else if document.isDash(end) || document.isMark(end, "-"), document.isMark(end - 1, "."),
                isInitial(end + 1),
                document.isMark(end + 2, "."), !document.tokens[end].shape.contains(.spaceBefore)
            {
                // "Ж.-К. Трише"
                end += 3
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
        guard end > start else { return nil }
        if end - start > 1, annotation.has(annotation.classes.nameSuffix, at: end),
            !document.tokens[end].shape.contains(.lineStart)
        {
            end += 1
        }
        return start..<end
    }

    /// "де Ниро", "фон Беттихер": a particle before a word that no dictionary has.
    func isLeadingParticle(_ token: Int) -> Bool {
        guard isParticle(token), document.mark(at: token, reading.marks.nameParticle) != nil,
            annotation.isCapitalized(token + 1), let next = document.word(token + 1), !next.isKnown,
            let particle = document.word(token), !particle.readings[0].intersects([.conj, .prcl]),
            document.tokens[token + 1].shape.isDisjoint(with: [.lineStart, .latin, .upper]),
            annotation.owners[token + 1].isDisjoint(with: [.place, .organisation])
        else { return false }
        return true
    }

    /// "Святой Петр", "Мать Тереза"
    private func opensWithPrefix(_ token: Int) -> Bool {
        annotation.has(annotation.classes.namePrefix, at: token) && annotation.isCapitalized(token + 1)
            && isGiven(token + 1) && !document.tokens[token + 1].shape.contains(.lineStart)
    }

    func isParticle(_ token: Int) -> Bool {
        guard token >= 0, token < document.tokens.count, !document.tokens[token].shape.contains(.capitalized) else {
            return false
        }
        return document.mark(at: token, reading.marks.nameParticle) != nil
            || annotation.has(annotation.classes.particleMore, at: token)
    }

    /// "Де Ниро", "Аль Тани": a particle written with a capital, and a name behind it.
    func isCapitalParticle(_ token: Int) -> Bool {
        guard annotation.isCapitalized(token), annotation.isCapitalized(token + 1),
            document.mark(at: token, reading.marks.nameParticle) != nil,
            !document.tokens[token + 1].shape.contains(.lineStart),
            // "Хамад Аль Тани", but not "Аль так, аль этак"
            document.word(token)?.readings[0].contains(.conj) != true || annotation.isCapitalized(token - 1)
        else { return false }
        return isUnknownOrName(token + 1) && annotation.owners[token + 1].isDisjoint(with: [.place, .organisation])
    }

    /// "аль-Адли": a particle with a capital behind its hyphen.
    func isJoinedParticle(_ token: Int) -> Bool {
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
    func isGiven(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        return word.isKnown && word.readings[0].contains(.name)
            || annotation.has(annotation.classes.given, at: token)
    }

    /// A word that is a given name in some reading, beside another part of a name: "Роман Белов", not "Герой Советского".
    func isGivenElse(_ token: Int, in range: Range<Int>) -> Bool {
        document.word(token)?.grammemes.intersects([.name, .patr]) == true
            && range.contains { $0 != token && isUnknownOrName($0) }
    }

    func isSuffixParticle(_ token: Int) -> Bool { document.span(token..<token + 1).length > 3 }

    func isInitial(_ token: Int) -> Bool {
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
        let best = word.readings[0]
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
    func isRegnal(_ token: Int) -> Bool {
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
    func parts(of run: Range<Int>) -> [Range<Int>] {
        if run.count == 1 { return stripped(run).map { [$0] } ?? [] }
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
        guard let word = document.word(token), !isParticle(token), !isParticle(token - 1), !isCapitalParticle(token),
            !isCapitalParticle(token - 1)
        else { return false }
        // "из окружения В. Петрова А. Иванов": initials after a surname that has its own.
        if isInitial(token) {
            return document.isMark(token + 1, ".") && annotation.isCapitalized(token + 2)
                && !document.isMark(token - 1, ".")
                && (first..<token - 1).contains { isInitial($0) }
        }
        if reading.opensBehindOther(token, from: first) { return true }
        let before = (first..<token).filter { document.word($0) != nil && !isInitial($0) && !isParticle($0) }
        guard let last = before.last, let previous = document.word(last) else { return false }
        let isName = isGiven(token)
        let isPatronymic = word.grammemes.contains(.patr)
        guard !isPatronymic else { return false }
        // A name of the lexicon stands in the nominative where it is written as there.
        let cases = annotation.isAsListed(token) ? Grammemes.nomn : Self.cases(of: word)
        let others = Self.cases(of: previous)
        if begins(token, behind: before) { return true }
        let isComplete =
            before.count >= 2 && document.word(before[0])?.grammemes.contains(.name) == true
            || before.count == 1 && (first..<last).contains { isInitial($0) }
        if isName, !isComplete, followsSurname(token, before) { return true }
        // "театр имени Н. П. Акимова Татьяна Казакова": a surname that has its initials is whole.
        if isName, isComplete, before.count == 1, annotation.isCapitalized(token + 1) { return true }
        guard !cases.isEmpty, !others.isEmpty, !cases.intersects(others) else { return false }
        // "Клару Освальд": a surname that does not decline, though it is also a given name. "Лебедева Путин": another's.
        return isComplete
            ? isName || word.isKnown && word.readings[0].contains(.surn.union(.nomn))
            : isName && !isGiven(last) && annotation.isCapitalized(token + 1)
    }

    /// "адвокат Савченко Марк Фейгин": a given name with a surname behind it and one before it has the latter from somebody else.
    private func followsSurname(_ token: Int, _ before: [Int]) -> Bool {
        guard before.count == 1, let surname = document.word(before[0]), surname.isKnown, !isGiven(before[0]),
            surname.readings[0].contains(.surn), annotation.isCapitalized(token + 1),
            let next = document.word(token + 1), !next.grammemes.contains(.patr),
            document.tokens[token + 1].shape.isDisjoint(with: [.lineStart, .latin])
        else { return false }
        return !next.isKnown || next.grammemes.contains(.surn)
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
        word.readings.reduce(Grammemes()) { all, it in
            guard it.contains(.noun) || it.contains(.adjf), it.contains(.sing) || it.contains(.fixd) else { return all }
            return it.contains(.fixd) ? all.union(Grammemes.cases) : all.union(it.intersection(Grammemes.cases))
        }
    }

    /// A part without the common words that its capitals only open: "Болезнь Чавеса".
    private func stripped(_ part: Range<Int>) -> Range<Int>? {
        var first = part.lowerBound
        while first < part.upperBound, let word = document.word(first), !isInitial(first), !isGiven(first),
            word.isKnown, !opensWithPrefix(first), !isLeadingParticle(first),
            !word.grammemes.intersects(.properName)
        {
            first += 1
        }
        // Common words end a name only where a given name stands before them.
        var end = part.upperBound
        while end > first, let word = document.word(end - 1), word.isKnown, !isInitial(end - 1),
            !word.grammemes.intersects(.properName), !isRegnal(end - 1),
            !annotation.has(annotation.classes.nameSuffix, at: end - 1),
            !(first..<end - 1).contains(where: { isUnknownOrName($0) })
        {
            end -= 1
        }
        return first < end ? first..<end : nil
    }
}
