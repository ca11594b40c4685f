import Grammar
import Model
import Morphology

/// Where one name ends and another's begins.
extension Reading {
    /// "Александр Турчинов" is no Турчин: behind a given name that stands in the nominative alone the surname does too.
    func isNamed(_ mark: Mark, _ holder: KnownHolder) -> Bool {
        guard mark.range.count == 2, let given = document.word(mark.first), given.isKnown,
            given.can(be: [.name, .sing, .nomn]),
            case let words = holder.name.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init), words.count == 2,
            document.text(mark.first..<mark.first + 1) == words[0],
            document.text(mark.first + 1..<mark.end) != words[1]
        else { return true }
        return given.readings.contains {
            $0.intersects(.properName) && ($0.contains(.fixd) || $0.contains(.sing) && !$0.contains(.nomn))
        }
    }

    /// "директор фонда Султан аль-Мари", "вице-премьер Хоким Холикзода": a word for an office is a given name behind another
    /// office in its case and before a surname.
    func isNamedLikeOffice(_ mark: Mark, behind office: OfficeMention?) -> Bool {
        guard let office, !office.isPlural, let word = document.word(mark.first), goesOnAsName(mark, word),
            (0...Self.wordsOfBody).contains(mark.first - office.range.upperBound),
            (office.range.upperBound..<mark.first).allSatisfy({ joinsOffice($0) }),
            document.sentenceOf[office.range.lowerBound] == document.sentenceOf[mark.first]
        else { return false }
        return cases(ofHead: office.range).intersects(cases(ofWord: mark.first))
    }

    /// "Султан аль-Мари": what no office has been read of may be a given name, before a surname.
    func goesOnAsName(_ mark: Mark, _ word: Word) -> Bool {
        mark.range.count == 1 && (!word.isKnown || word.can(be: .name)) && mark.end < document.tokens.count
            && (goesOnWithCapital(mark.first) || document.tokens[mark.end].shape.contains(.hyphen)
                || document.mark(at: mark.end, marks.nameParticle) != nil)
    }

    /// Tokens of the body that an office is in: "директор инвестиционного фонда".
    private static let wordsOfBody = 3

    /// "в беседе с послом Мохаммедом Ахмади Анна Петрова отметила": a given name in another case than the office before is the
    /// next one's; "Абдула Алима Хана" goes on with nothing.
    func opensAnother(_ token: Int, _ hint: CaseSet) -> Bool {
        guard !hint.isEmpty, !hint.contains(place: 0), let word = document.word(token), word.isKnown,
            word.can(be: [.name, .sing, .nomn]), goesOnWithCapital(token)
        else { return false }
        let named = hint.grammemes
        return !word.readings.contains { $0.contains(.name) && ($0.intersects(named) || $0.contains(.fixd)) }
    }

    /// "после беседы с Кимовым Адамов созвонился с Ли": a surname in the nominative behind one in another case is the next one's.
    func isInAnotherCase(_ token: Int) -> Bool {
        guard let before = document.word(token - 1), let word = document.word(token), before.length > 4,
            word.length > 4, before.can(be: .surn), !before.can(be: .name), !before.can(be: .fixd),
            word.can(be: .surn), !word.can(be: .fixd)
        else { return false }
        if !before.can(be: .nomn), word.can(be: .nomn) {
            let other = surnameReadings(before)
            return !other.isEmpty && !surnameReadings(word).intersects(other)
        }
        // "важность звонка Алиева Путину": in no gender do the two stand in one case.
        return before.isKnown && word.isKnown && !word.can(be: .name) && !word.can(be: .nomn)
            && !before.readings.contains { one in
                one.contains(.surn) && one.contains(.sing)
                    && word.readings.contains { other in
                        other.contains(.surn) && other.contains(.sing)
                            && one.intersection(Grammemes.genders) == other.intersection(Grammemes.genders)
                            && one.intersects(other.intersection(Grammemes.cases))
                    }
            }
    }

    /// The cases in which a word can be a surname.
    private func surnameReadings(_ word: Word) -> Grammemes {
        word.readings.filter { $0.contains(.surn) }
            .reduce(into: Grammemes()) { $0.formUnion($1.intersection(Grammemes.cases)) }
    }

    /// "адвокат Петровой Анна Белова", "советника Белова Ивана Петрова", "преемник Байдена Дональд Трамп": a given name with a
    /// surname behind it, or a person whom the reference rows have, that a surname or another's whole name stands before.
    func opensBehindOther(_ token: Int, from start: Int) -> Bool {
        guard let before = document.word(token - 1), !before.can(be: .patr) else { return false }
        let isBeforeOblique = isObliqueName(before)
        let isKnownSurname = before.isKnown && before.readings[0].contains(.surn)
        if let known = document.mark(at: token, marks.personKnown), known.range.count > 1,
            isKnownSurname && !before.can(be: .name) || isBeforeOblique && isNominative(known)
        {
            return true
        }
        guard let given = document.word(token), given.isKnown, given.readings[0].contains(.name),
            token + 1 < document.tokens.count, goesOnWithCapital(token), let next = document.word(token + 1),
            !next.can(be: .patr), !next.isKnown || next.can(be: .surn),
            document.mark(at: token + 1, marks.office) == nil
        else { return false }
        if given.readings[0].contains(.nomn), !isOblique(next),
            isBeforeOblique || token - start == 1 && isOfOtherGender(before, given)
        {
            return true
        }
        guard !before.can(be: .name), before.can(be: .surn) || !surnameCases(of: before).isEmpty else { return false }
        // "врач Хиллари Клинтон Лиза Бардек": behind a given name a surname of the dictionary ends the name.
        if isKnownSurname {
            return token - start == 1 || !before.can(be: [.surn, .sing, .nomn])
                || token - start == 2
                    && document.word(start).map { $0.isKnown && $0.readings[0].contains(.name) } == true
        }
        return !surnameCases(of: before).isEmpty && !surnameCases(of: before).contains(.nomn)
    }

    /// Whether a name of the reference rows is written in the nominative, told by a word that would have an ending elsewhere:
    /// "Эмомали Рахмон", while "Али Хаменеи" declines in neither.
    private func isNominative(_ known: Mark) -> Bool {
        let words = self.known(known).name.split(separator: " ")
        guard words.count == known.range.count else { return false }
        return zip(words, known.range).contains { word, token in
            document.word(token).map { !endsInFirmVowel($0) } == true && document.text(token..<token + 1) == word
        }
    }

    /// "Н. П. Акимов": whether a word with a capital stands behind an initial.
    func followsInitial(_ token: Int) -> Bool {
        document.isCapitalized(token) && document.isMark(token - 1, ".") && document.isCapitalized(token - 2)
            && document.word(token - 2)?.length == 1 && !document.tokens[token].shape.contains(.lineStart)
    }

    /// "Токаева Руслан": a surname that could stand in the nominative of a woman alone, before a man's name.
    private func isOfOtherGender(_ surname: Word, _ given: Word) -> Bool {
        let nominatives = surname.readings.filter { $0.contains([.surn, .nomn]) }
        return surname.can(be: [.surn, .gent, .masc]) && !nominatives.isEmpty
            && nominatives.allSatisfy { $0.contains(.femn) }
            && given.readings[0].contains(.masc)
    }

    /// Whether a word can be a name and in no reading stands in the nominative.
    private func isObliqueName(_ word: Word) -> Bool {
        word.length > 2 && word.grammemes.intersects(.properName.union(.geox)) && isOblique(word)
    }

    /// Whether a word is a noun or an adjective of one, and in no reading stands in the nominative.
    private func isOblique(_ word: Word) -> Bool {
        guard !word.can(be: .fixd) else { return false }
        let cases = word.readings.reduce(Grammemes()) { cases, reading in
            (reading.contains(.noun) || reading.contains(.adjf)) && reading.contains(.sing)
                ? cases.union(reading.intersection(Grammemes.cases)) : cases
        }
        return !cases.isEmpty && !cases.contains(.nomn)
    }
}
