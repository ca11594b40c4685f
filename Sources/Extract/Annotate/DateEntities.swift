import Grammar
import Model
import Morphology

extension Annotation {
    /// Dates and periods by the rules of the group `when`, with what the calendar layer makes of them.
    mutating func addDates() {
        guard let rules = marks.rules.when else { return }
        let document = document
        for sentence in document.sentences where rules.mayMatch(in: document, sentence) {
            var at = sentence.lowerBound
            while true {
                at = rules.candidate(in: document, range: at..<sentence.upperBound)
                guard at < sentence.upperBound else { break }
                if reading.numericDate(at) != nil {
                    let end = document.text(at..<at + 1).contains(".") ? at + 1 : at + 5
                    let isLed = at > sentence.lowerBound && has(marks.preposition, at: at - 1)
                    addDate((isLed ? at - 1 : at)..<end, rule: "when.numeric")
                    at = end
                } else if let hit = rules.hit(in: document, at: at, limit: sentence.upperBound), isDate(hit) {
                    addDate(hit.match.range, rule: hit.rule.name)
                    at = hit.match.range.upperBound
                } else {
                    if lasts(at) { add(.date, at..<at + 1, nil, as: .date, rule: "when.adjective") }
                    at += 1
                }
            }
        }
    }

    /// A number, or "в" before one: neither from nor until then.
    private func isPoint(_ token: Int) -> Bool {
        document.tokens[token].kind == .number
            || reading.preposition(at: token) == "into"
    }

    /// "15-летний опыт", "30-дневный карантин": how long a thing lasts; a person who follows has an age.
    private func lasts(_ token: Int) -> Bool {
        guard document.leadingNumber(token) != nil, let word = document.word(token),
            let next = document.word(token + 1),
            let hyphen = word.text.firstIndex(of: "-"), !isCapitalized(token + 1),
            document.tokens[token + 1].shape.isDisjoint(with: .lineStart)
        else { return false }
        let best = next.readings[0]
        guard best.contains(.noun.union(.inan)), !has(classes.ageCue, at: token + 1) else { return false }
        return document.vocabulary.word(for: word.text[word.text.index(after: hyphen)...]).parses.prefix(2).contains {
            document.lexicon.value(of: $0.lemma, classes.whenTail) != nil
        }
    }

    private mutating func addDate(_ tokens: Range<Int>, rule: String) {
        // "от 5 до 10 лет" lasts, and begins and ends at no known time.
        guard rule != "when.from_to" else { return add(.date, tokens, nil, as: .date, rule: rule) }
        let known = reading.dates(touching: tokens).max { $0.range.count < $1.range.count }
        let isPart = known.map { $0.range.lowerBound < tokens.lowerBound || tokens.upperBound < $0.range.upperBound }
        let years = tokens.filter { document.tokens[$0].kind == .number && isYear($0) }.compactMap {
            reading.integer($0)
        }
        // "в 2003 и 2008 годах" names two years, "(2004–2009)" bounds a time.
        if years.count == 1, tokens.count <= 3, isPart != false, isPoint(tokens.lowerBound),
            !tokens.contains(where: { has(marks.month, at: $0) })
        {
            add(.date, tokens, String(years[0]), as: .date, rule: rule)
        } else if known == nil, years.count == 2, years[0] < years[1] {
            add(.date, tokens, "\(years[0])-01-01/\(years[1])-12-31", as: .date, rule: rule)
        } else {
            add(.date, tokens, known.map(Self.iso), as: .date, rule: rule)
        }
    }

    /// A bare number of four digits is a year only within bounds; a number of years may be an age.
    private func isDate(_ hit: RuleBook.Hit) -> Bool {
        let range = hit.match.range
        let last = range.upperBound - 1
        switch hit.rule.name {
        case "when.year_bare", "when.years", "when.year":
            guard let token = range.last(where: { document.tokens[$0].kind == .number }), isYear(token) else {
                return false
            }
            return document.tokens[last].kind != .number || !countsWhatFollows(last)
        case "when.year_ordinal", "when.decade_bare":
            // "к 1150-летию" is no year.
            if document.tokens[last].kind == .word, document.leadingNumber(last) != nil,
                document.tokens[last].span.length > 7
            {
                return false
            }
            return reading.integer(last).map { (1000...2100).contains($0) } ?? true
        case "when.lasting", "when.from_to": return !isAge(range) && !measuresDistance(last)
        // "с 14 до 11": without a month or a year these are mere numbers.
        case "when.span":
            return range.contains { has(marks.month, at: $0) || document.tokens[$0].kind == .number && isYear($0) }
        // "окружающую среду", "Марта": the surroundings, a name.
        case "when.weekday", "when.month", "when.season": return !isOtherWord(range)
        // "накануне голосования", "в день выборов": before or on the day of something; "Сегодня" is also a newspaper.
        case "when.day_word":
            return !(document.word(last)?.can(be: .prep) == true && isTiedToNoun(last + 1))
                && owners[last].isDisjoint(with: .quoted)
        case "when.per": return !isTiedToNoun(last + 1)
        // "пятилетний мальчик" has an age, "пятилетний план" a duration.
        case "when.word":
            if isCapitalized(range.lowerBound), !startsSentence(range.lowerBound),
                document.word(last)?.can(be: .adjf) == true
            {
                return false
            }
            return !isAgeOf(range.lowerBound)
        default: return true
        }
    }

    /// A month, a season or a day of the week that is here another word: with a capital in mid-sentence, alone in quotation marks, or
    /// behind an adjective that tells no time.
    private func isOtherWord(_ range: Range<Int>) -> Bool {
        guard range.count == 1 || range.count == 2 && has(marks.preposition, at: range.lowerBound) else { return false }
        let token = range.upperBound - 1
        if isCapitalized(token), !startsSentence(token) { return true }
        guard range.count == 1, let word = document.word(token), let before = document.word(token - 1) else {
            return false
        }
        return has(marks.weekday, at: token) && before.readings[0].intersects([.adjf, .prtf])
            && Concord.agree(before, word)
    }

    /// "в четырёх кварталах друг от друга"
    private func measuresDistance(_ token: Int) -> Bool {
        document.mark(at: token, classes.whenUnit).map { reading.value($0) == "quarter" } ?? false
            && document.word(token)?.can(be: .loct.union(.plur)) == true
            || document.mark(at: token, classes.whenUnit).map { reading.value($0) == "season" } ?? false
    }

    private func isTiedToNoun(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        return word.readings[0].intersects([.noun, .adjf]) && word.readings[0].contains(.gent)
    }

    private func isAgeOf(_ token: Int) -> Bool {
        guard document.word(token)?.can(be: .adjf) == true, let person = document.word(token + 1) else { return false }
        return isCapitalized(token + 1) || person.readings[0].contains(.noun.union(.anim))
    }

    private func isYear(_ token: Int) -> Bool { reading.integer(token).map { (1000...2100).contains($0) } ?? false }

    /// "в 2000 долларов": the number counts and is no year.
    private func countsWhatFollows(_ token: Int) -> Bool {
        has(marks.unit, at: token + 1) || has(marks.currency, at: token + 1) || has(marks.scale, at: token + 1)
            || document.word(token + 1).map {
                !document.tokens[token + 1].shape.contains(.capitalized)
                    && $0.readings[0].contains(.noun.union(.plur).union(.gent))
            } ?? false
    }

    /// "в возрасте 30 лет", "ему 30 лет", "умер в 90 лет"; a preposition of time or "назад" makes a duration of it.
    private func isAge(_ range: Range<Int>) -> Bool {
        guard document.mark(at: range.upperBound - 1, classes.whenUnit).map({ reading.value($0) == "year" }) == true,
            range.contains(where: {
                document.tokens[$0].kind == .number || has(marks.number, at: $0) || document.leadingNumber($0) != nil
            })
        else { return false }
        for before in stride(from: range.lowerBound - 1, through: max(0, range.lowerBound - 3), by: -1) {
            if has(classes.ageCue, at: before) { return true }
            if document.tokens[before].kind == .mark, !document.isDash(before) { break }
        }
        guard range.lowerBound > 0 else { return false }
        // "девочка 16 лет"
        if range.count == 2,
            document.word(range.lowerBound - 1)?.readings[0].contains(.noun.union(.anim)) == true
        {
            return true
        }
        // Bare, a large number of years is somebody's age.
        if range.count == 2, let number = reading.integer(range.lowerBound), number >= 18 { return true }
        return reading.preposition(at: range.lowerBound - 1) == "into"
    }

    /// Years that stand alone: "(2007)", "1995, 2001 и 2004", "ЧМ-2018".
    mutating func addBareYears() {
        for token in document.tokens.indices
        where document.tokens[token].shape.contains(.digits) && owners[token].isDisjoint(with: [.date, .amount]) {
            if document.tokens[token].kind == .number, document.tokens[token].span.length == 4,
                let year = reading.integer(token), (1900...2035).contains(year), standsAlone(token)
            {
                add(.date, token..<token + 1, String(year), as: .date, rule: "when.year_alone")
            } else if document.tokens[token].kind == .word, document.tokens[token].shape.contains([.hyphen, .digits]) {
                let span = document.tokens[token].span
                let digits = document.scalars[span.start..<span.end].suffix(4)
                guard span.length > 5, Tokenizer.isHyphen(document.scalars[span.end - 5]),
                    let year = Int(String(String.UnicodeScalarView(digits))), (1900...2035).contains(year)
                else { continue }
                add(.date, span: Span(span.end - 4, span.end), String(year), rule: "when.year_hyphened")
            }
        }
    }

    private func standsAlone(_ token: Int) -> Bool {
        let isBracketed =
            document.isMark(token - 1, "(") || document.isMark(token - 1, ",") || document.isDash(token - 1)
        let next = token + 1
        if next >= document.tokens.count || document.tokens[next].shape.contains(.lineStart) { return true }
        let closes =
            document.isMark(next, ")") || document.isMark(next, ",") || document.isDash(next)
            || document.isMark(next, "»") || document.isMark(next, ".")
        return isBracketed && closes || document.isMark(next, ")") || isBracketed && document.isMark(token - 1, "(")
            || closes && owners[max(0, token - 2)].contains(.date)
    }

    /// ISO 8601: a date as far as it is known, or an interval, open at either end.
    static func iso(_ mention: CalendarMention) -> String {
        if mention.role == .time, let date = mention.date, mention.period.from == date.firstDay,
            mention.period.to == date.lastDay
        {
            return date.description
        }
        return (mention.period.from?.description ?? "") + "/" + (mention.period.to?.description ?? "")
    }
}

extension Reading {
    /// The dates that share a token with a range.
    func dates(touching range: Range<Int>) -> ArraySlice<CalendarMention> {
        let low = dates.lowerBound { $0.range.upperBound <= range.lowerBound }
        var high = low
        while high < dates.count, dates[high].range.lowerBound < range.upperBound { high += 1 }
        return dates[low..<high]
    }
}
