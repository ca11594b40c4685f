import Grammar
import Model
import Morphology

/// Which times of a sentence are told of something else than the amount at hand.
extension FigureReader {
    /// "действует 40 фирм, в этом году там откроют школу": a time behind a comma, before a verb of its own.
    func isOfNextVerb(_ date: CalendarMention, _ amount: Amount) -> Bool {
        guard date.range.lowerBound >= amount.core.upperBound else { return false }
        let behind = date.range.upperBound..<document.sentence(of: date.range.lowerBound).upperBound
        return (amount.core.upperBound..<date.range.lowerBound).contains { document.isMark($0, ",") }
            && behind.contains(where: reading.isFiniteVerb)
    }

    /// "доля упала до 5%, тогда как в 2022 году составляла 8%": a time behind a conjunction or a colon, with an amount of its own.
    func isOfAnotherClause(_ date: CalendarMention, _ amount: Amount, _ sentence: Range<Int>) -> Bool {
        guard date.role == .time, date.range.lowerBound >= amount.core.upperBound else { return false }
        let opens = (amount.core.upperBound..<date.range.lowerBound).contains {
            document.isMark($0, ":") || document.isMark($0, ";")
                || document.isMark($0, ",") && reading.opensClause($0 + 1)
                    && document.mark(at: $0 + 1, marks.which) == nil
        }
        guard opens || isOpening(date, amount) else { return false }
        let end = (date.range.upperBound..<sentence.upperBound).first {
            document.isMark($0, ",") || document.isMark($0, ";")
        }
        return reading.amounts(in: date.range.upperBound..<(end ?? sentence.upperBound)).first != nil
    }

    /// "составила 5 млн, в 2023-м было 3 млн": a time that a part of its own begins with, up to a verb or a dash.
    private func isOpening(_ date: CalendarMention, _ amount: Amount) -> Bool {
        (0...2).contains { back in
            document.isMark(date.range.lowerBound - back, ",") && date.range.lowerBound - back >= amount.core.upperBound
        } && (reading.isFiniteVerb(date.range.upperBound) || document.isDash(date.range.upperBound))
    }

    /// "3,5 млн тонн зерна (2,9 млн год назад)": a time in brackets that have an amount of their own.
    func isOfBracket(_ date: CalendarMention, _ amount: Amount) -> Bool {
        guard date.range.lowerBound >= amount.core.upperBound,
            let open = (amount.core.upperBound..<date.range.lowerBound).last(where: {
                document.isMark($0, "(") || document.isMark($0, ")")
            }), document.isMark(open, "(")
        else { return false }
        let sentence = document.sentence(of: open)
        let close = (open..<sentence.upperBound).first { document.isMark($0, ")") } ?? sentence.upperBound
        return reading.amounts(in: open..<close).contains { !$0.isPercent && !$0.isTimes }
    }

    /// "98 млн тонн (71 млн – в 2022 году)": an amount in brackets with a time of its own, behind one like it.
    func isBesideInBracket(_ amount: Amount) -> Bool {
        let open = amount.range.lowerBound - 1
        guard document.isMark(open, "("), let before = reading.amounts(before: open), before.unit == amount.unit,
            open - before.core.upperBound <= 3,
            let close = (amount.core.upperBound..<amount.core.upperBound + 10).first(where: { document.isMark($0, ")") }
            )
        else { return false }
        return !reading.dates(in: amount.core.upperBound..<close).isEmpty
    }

    /// Whether a time stands right behind the amount that a move began with.
    func isOfStart(_ date: CalendarMention, _ amount: Amount) -> Bool {
        guard date.range.lowerBound > amount.core.upperBound else { return false }
        return reading.amounts(before: date.range.lowerBound).map { other in
            other.core.lowerBound > amount.core.upperBound && date.range.lowerBound - other.core.upperBound <= 2
                && reading.preposition(at: other.range.lowerBound - 1) == "from"
        } ?? false
    }

    /// "самый высокий показатель с марта 2023 года", "впервые с 2021 года": since when nothing was like it. What a clause behind
    /// tells of that time is measured in it: "впервые с 2021 года, когда закупки достигли 5 млн".
    func isRecordSince(_ date: CalendarMention, _ amount: Amount) -> Bool {
        let first = date.range.lowerBound
        guard
            reading.preposition(at: first) == "from"
                || reading.preposition(at: first - 1) == "from"
        else { return false }
        guard isRecordWord(before: date) else { return false }
        let behind = date.range.upperBound..<max(date.range.upperBound, amount.core.lowerBound)
        return !behind.contains { document.isMark($0, ",") && reading.opensClause($0 + 1) }
    }

    /// Whether a time stands right behind an amount, and another right behind the one at hand.
    func isTimeOfAnother(_ date: CalendarMention, _ amount: Amount) -> Bool {
        let sentence = document.sentence(of: date.range.lowerBound)
        // "2023 год – 1,4 млрд"
        if amount.range.lowerBound - date.range.upperBound == 1, document.isDash(date.range.upperBound) { return false }
        guard
            reading.dates(in: sentence).contains(where: {
                (0...2).contains($0.range.lowerBound - amount.core.upperBound)
            })
        else { return false }
        return reading.amounts.contains {
            $0.core.lowerBound >= sentence.lowerBound && (0...2).contains(date.range.lowerBound - $0.core.upperBound)
        }
    }

    /// "чем 5 млн в 2015 году", "против 360 млн в 2021 году": what a figure is compared with, and its time behind it.
    private func compared(_ amount: Amount, _ sentence: Range<Int>) -> CalendarMention? {
        guard !amount.isPercent, !amount.isTimes,
            document.marks(marks.base, in: sentence).contains(where: {
                $0.end <= amount.core.lowerBound && amount.core.lowerBound - $0.end <= 3
                    // "более чем на 5 млн"
                    && !amount.range.contains($0.first)
            })
        else { return nil }
        return reading.dates(in: sentence).first {
            let gap = $0.range.lowerBound - amount.core.upperBound
            let isBased = (3...4).contains(gap) && document.mark(at: amount.core.upperBound, marks.base) != nil
            return ((0...2).contains(gap) || isBased) && $0.role == .time
        }
    }

    /// "чем в июне прошлого года (2,3 млн)": the amount in brackets is of the time that the figure is compared with.
    func bracketed(_ amount: Amount, _ sentence: Range<Int>) -> CalendarMention? {
        if let compared = compared(amount, sentence) ?? sameMonthsBehind(amount, sentence) { return compared }
        // "больше, чем в аналогичный период прошлого года, когда экспорт составлял 5 млн"
        if let told = reading.dates(in: sentence).first(where: { isBase($0) && isToldWhen($0.range.upperBound, amount) }
        ) {
            return told
        }
        return reading.dates(in: sentence).first { date in
            document.isMark(date.range.upperBound, "(") && amount.core.upperBound < document.tokens.count
                && amount.core.lowerBound > date.range.upperBound
                && amount.range.lowerBound - date.range.upperBound <= 2 && isBase(date)
        }
    }

    /// "с 9 млн в первом полугодии 2016 года до 14 млн за тот же период 2017-го": what a move came to, and when.
    private func sameMonthsBehind(_ amount: Amount, _ sentence: Range<Int>) -> CalendarMention? {
        guard preposition(of: amount) == .reaching,
            let base = document.marks(marks.base, in: amount.core.upperBound..<sentence.upperBound).first,
            reading.value(base) == "same", base.first - amount.core.upperBound <= 1
        else { return nil }
        return reading.dates(in: sentence).first { (0...1).contains($0.range.lowerBound - base.end) }
    }

    /// "за последние пять лет выросла вчетверо": a time that has no bounds, where none is told between.
    func isOfLateYears(_ amount: Amount, _ sentence: Range<Int>) -> Bool {
        // "5 млн пришлись на последние три года"
        let behind = amount.core.upperBound..<min(amount.core.upperBound + 9, sentence.upperBound)
        if let mark = document.marks(marks.lately, in: behind).first,
            !(behind.lowerBound..<mark.first).contains(where: { document.isMark($0, ",") })
        {
            return true
        }
        guard
            let mark = document.marks(
                marks.lately, in: sentence.lowerBound..<max(sentence.lowerBound, amount.core.lowerBound)
            ).last
        else { return false }
        let between = mark.first..<amount.core.lowerBound
        return !reading.dates(in: sentence).contains { between.overlaps($0.range) }
            && !reading.amounts.contains { between.contains($0.core.lowerBound) && $0.core != amount.core }
    }

    /// "еще пару лет назад был около половины": a time that is no more exact than that.
    func isLongAgo(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        let near = clause.clamped(to: max(0, amount.core.lowerBound - 10)..<amount.core.upperBound + 6)
        return document.marks(marks.ago, in: near).contains { ago in
            document.mark(at: ago.first - 1, marks.time) != nil
                && !reading.dates(in: near).contains { $0.range.contains(ago.first) && isEmbedded($0, amount) }
        }
    }

    /// "весной министр отметил, что": the time of saying it.
    ///
    /// So is one right behind the verb: "…, сообщило в конце января министерство".
    func isOfSaying(_ date: CalendarMention, _ amount: Amount) -> Bool {
        guard date.range.upperBound < amount.core.lowerBound else {
            return document.marks(marks.speech, in: amount.core.upperBound..<date.range.lowerBound).contains { verb in
                reading.isFiniteVerb(verb.first)
                    && (document.isMark(verb.first - 1, ",") || document.isDash(verb.first - 1))
                    && reading.opens(date, behind: verb.end)
            }
        }
        let between = date.range.upperBound..<amount.core.lowerBound
        return document.marks(marks.speech, in: between).contains { mark in
            mark.first - date.range.upperBound <= 8 && reading.isFiniteVerb(mark.first)
                && (mark.end..<min(mark.end + 10, between.upperBound)).contains {
                    document.isMark($0, ",") && document.mark(at: $0 + 1, marks.relative) != nil
                }
        }
    }

    /// "с момента вступления в банк в 1995 году": open at the end.
    func isSinceEvent(_ date: CalendarMention) -> Bool {
        let first = max(document.sentence(of: date.range.lowerBound).lowerBound, date.range.lowerBound - 7)
        return document.marks(marks.eventTime, in: first..<date.range.lowerBound).contains { mark in
            !(mark.end..<date.range.lowerBound).contains { document.isMark($0, ",") || reading.isFiniteVerb($0) }
        }
    }

    /// "по состоянию на конец августа"
    func isAsOf(_ date: CalendarMention) -> Bool {
        let first = max(document.sentence(of: date.range.lowerBound).lowerBound, date.range.lowerBound - 4)
        return document.marks(marks.asOf, in: first..<date.range.upperBound).contains {
            $0.first <= date.range.lowerBound && date.range.lowerBound - $0.end <= 1
        }
    }

    func isRecordWord(before date: CalendarMention) -> Bool {
        let first = date.range.lowerBound
        let before = max(document.sentence(of: first).lowerBound, first - 7)..<first
        guard let record = document.marks(marks.record, in: before).last else { return false }
        return !(record.end..<first).contains { document.isMark($0, ",") }
    }

    /// "введенному в строй в 2020 году", "созданный в 2020 году", "открытую в 2020 году": a participle of what has been made or begun.
    private func isBegun(_ participle: Int, _ date: CalendarMention) -> Bool {
        let word = document.word(participle)?.parses[0].tag.grammemes
        return date.role == .time && word?.contains([.prtf, .past]) == true && word?.contains(.pssv) == true
            && date.range.lowerBound - participle <= 5
    }

    /// "отгрузки, составлявшие в 2020 году 700 тыс. тонн, поднялись до 1,8 млн": the time within a participle's phrase is told of
    /// nothing outside it.
    func isEmbedded(_ date: CalendarMention, _ amount: Amount) -> Bool {
        let floor = document.sentence(of: date.range.lowerBound).lowerBound
        var at = date.range.lowerBound - 1
        while at > floor, date.range.lowerBound - at < 8, !document.isMark(at, ",") { at -= 1 }
        guard at > floor, document.isMark(at, ","), let word = document.word(at + 1) else { return false }
        // "по газопроводу, первая нитка которого введена в 2009 году, прокачано 5 млн кубометров"
        if document.marks(marks.which, in: at + 1..<date.range.lowerBound).first != nil,
            document.isMark(date.range.upperBound, ","), amount.core.lowerBound > date.range.upperBound
        {
            return true
        }
        // "Перу, которое год назад было третьим, закупило 5 млн"
        if date.rule == "date.ago",
            document.marks(marks.which, in: at + 1..<min(at + 4, date.range.lowerBound)).first != nil,
            let verb = (date.range.upperBound..<max(date.range.upperBound, amount.core.lowerBound)).first(
                where: reading.isFiniteVerb),
            (verb..<amount.core.lowerBound).contains(where: { document.isMark($0, ",") })
        {
            return true
        }
        guard word.parses[0].tag.grammemes.contains(.prtf) else { return false }
        // "туристов, посетивших страну за полугодие, стало больше на 5%": such a time is of the whole.
        var end = date.range.upperBound
        while end < document.sentence(of: at).upperBound, !document.isMark(end, ",") { end += 1 }
        guard reading.amounts.contains(where: { (at..<end).contains($0.core.lowerBound) }) else {
            // "по трубопроводу, введенному в строй в 2020 году, прокачано 5 млн тонн"
            return isBegun(at + 1, date) && document.isMark(date.range.upperBound, ",")
                && amount.core.lowerBound > date.range.upperBound
        }
        if amount.core.lowerBound < at { return true }
        return (date.range.upperBound..<max(date.range.upperBound, amount.core.lowerBound)).contains {
            document.isMark($0, ",")
        }
    }

    /// The day or days on which something was said or signed; a quantity is measured over more.
    func isDay(_ date: CalendarMention) -> Bool {
        guard date.role == .time, let from = date.period.from, let to = date.period.to else { return false }
        return to.dayNumber - from.dayNumber < 7
    }

    /// "подписанный в сентябре": the date of a document.
    func isSigning(_ date: CalendarMention) -> Bool {
        let before = max(0, date.range.lowerBound - 3)..<date.range.lowerBound
        return document.marks(marks.agreements.sign, in: before).contains { mark in
            document.word(mark.first).map { $0.can(be: .prtf) || $0.can(be: .prts) } == true
                && (mark.end..<date.range.lowerBound).count <= 1
        }
    }

    /// "плюс 13 % к 2023-му": what looks like a time by which is a base.
    func isCompared(_ date: CalendarMention, with amount: Amount) -> Bool {
        guard date.role == .deadline, !isToCome(date) else { return false }
        // "1,4 млрд долларов (97,3% к ноябрю прошлого года)"
        let percentage = amount.isPercent ? amount : reading.amounts(before: date.range.lowerBound)
        guard let percentage, percentage.isPercent else { return false }
        return (0...1).contains(date.range.lowerBound - percentage.core.upperBound)
    }

    /// What a figure is compared with: "по сравнению с 2023 годом", "чем годом ранее".
    func isBase(_ date: CalendarMention) -> Bool {
        let sentence = document.sentence(of: date.range.lowerBound)
        // "рост на 12% к январю–марту 2024 года"
        if date.rule == "date.month_range",
            reading.preposition(at: date.range.lowerBound) == "to"
        {
            return true
        }
        // "109,4% к I полугодию 2016 года"
        if ["date.half", "date.quarter"].contains(date.rule), !isToCome(date),
            reading.preposition(at: date.range.lowerBound - 1) == "to"
        {
            return true
        }
        // "превышает майские показатели 2007 года"
        if document.mark(at: date.range.lowerBound - 1, marks.indicatorFrame) != nil,
            document.marks(
                marks.direction, in: max(sentence.lowerBound, date.range.lowerBound - 5)..<date.range.lowerBound
            )
            .contains(where: { document.mark(at: $0.first, marks.reach) != nil })
        {
            return true
        }
        // "на 46% больше предыдущего года"
        if document.word(date.range.lowerBound - 1)?.can(be: .comp) == true,
            document.mark(at: date.range.lowerBound - 1, marks.direction) != nil
        {
            return true
        }
        return document.marks(marks.base, in: sentence).contains { base in
            // "более чем в 1,4 раза и в прошлом году": how sure a number is compares nothing.
            if reading.amounts(in: base.first..<base.end + 3).first?.range.contains(base.first) == true { return false }
            return base.end <= date.range.lowerBound && date.range.lowerBound - base.end <= 5
                && !(base.end..<date.range.lowerBound).contains {
                    document.isMark($0, ",") || reading.isFiniteVerb($0)
                }
                // "ждут на уровне 5% в 2012 году"
                && (document.mark(at: base.first + 1, marks.indicatorFrame) == nil
                    || reading.amounts(in: base.end..<date.range.lowerBound).isEmpty)
                || base.first >= date.range.lowerBound && base.end <= date.range.upperBound
                || base.first < date.range.lowerBound && base.end > date.range.lowerBound
                || base.end == date.range.lowerBound
        }
    }

    /// "к 2028 году"
    private func isDeadline(_ date: CalendarMention) -> Bool {
        date.date != nil && reading.preposition(at: date.range.lowerBound - 1) == "to"
    }

    /// The years in a document's name.
    func isPartOfName(_ date: CalendarMention) -> Bool {
        let before = max(0, date.range.lowerBound - 14)..<date.range.lowerBound
        guard let name = document.marks(marks.document, in: before).last else { return false }
        // "план на 2029 год – 300 тыс. тонн", "План этого года – 5 млн тонн" are of that year; "Программа на 2022–2026 годы" is
        // a name.
        let isCapital =
            document.tokens[name.first].shape.contains(.capitalized)
            && document.sentence(of: name.first).lowerBound != name.first && !reading.opensQuote(name.first - 1)
        if date.date != nil, !isCapital,
            reading.preposition(at: date.range.lowerBound - 1) == "by" || date.range.lowerBound == name.end
        {
            return false
        }
        // "по протоколу в 2015 году Перу получит 5 млн": no name has a time in it.
        if reading.preposition(at: date.range.lowerBound - 1) == "into", date.rule == "date.year" { return false }
        let between = name.end..<date.range.lowerBound
        // "планы увеличить торговлю до 5 млрд долларов к 2028 году": of the amount, and of what is to be by then.
        if !reading.amounts(in: between).isEmpty || isDeadline(date) { return false }
        return document.sentenceOf[name.first] == document.sentenceOf[date.range.lowerBound]
            && !between.contains { document.isMark($0, ",") || reading.isFiniteVerb($0) }
    }
}
