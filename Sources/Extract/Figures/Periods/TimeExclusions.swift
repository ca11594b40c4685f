import Grammar
import Model
import Morphology

/// A rule on a date of a figure's sentence that is not the figure's own time.
struct TimeExclusion {
    /// Words that the rule speaks of.
    let example: String
    let excludes: @Sendable (CalendarMention, TimeAsked, FigureReader) -> Bool

    private init(
        _ example: String, _ excludes: @escaping @Sendable (CalendarMention, TimeAsked, FigureReader) -> Bool
    ) {
        self.example = example
        self.excludes = excludes
    }

    /// Whether any rule excludes the date.
    static func excludes(_ date: CalendarMention, _ it: TimeAsked, _ reader: FigureReader) -> Bool {
        all.contains { $0.excludes(date, it, reader) }
    }

    /// The cheap ones first.
    private static let all: [TimeExclusion] = [
        TimeExclusion("5 мая") { date, _, reader in reader.isDay(date) },
        TimeExclusion("по сравнению с 2023 годом") { date, _, reader in reader.isBase(date) },
        TimeExclusion("программа «Кения-2030»") { date, _, reader in reader.isPartOfName(date) },
        TimeExclusion("соглашение, подписанное в 2019 году") { date, _, reader in reader.isSigning(date) },
        TimeExclusion("оборот, который в 2019 году падал, достиг 5 млн") { date, it, reader in
            reader.isEmbedded(date, it.amount)
        },
        TimeExclusion("на 5% больше, чем в 2023 году") { date, it, reader in reader.isCompared(date, with: it.amount) },
        TimeExclusion("рекорд с 2014 года") { date, it, reader in reader.isRecordSince(date, it.amount) },
        TimeExclusion("сказал в 2019 году") { date, it, reader in reader.isOfSaying(date, it.amount) },
        TimeExclusion("на 1 января 2024 года") { date, _, reader in reader.isAsOf(date) },
        TimeExclusion("вырос на 60%, а с июня число рейсов увеличат") { date, it, reader in
            it.nature == .actual && reader.isOfComingStatement(date, behind: it.amount)
        },
        // A stock has no time but the one told right with it.
        TimeExclusion("в 2023 году открыли завод, всего их 20") { date, it, reader in
            FigureReader.isStock(it.indicator) && (date.role == .time || date.role == .since)
                && (!it.clause.overlaps(date.range) || reader.isOfNextVerb(date, it.amount)
                    || reader.isAdjective(it.amount))
        },
        // How long or how large a thing is has no time, and papers only the year over which they were counted.
        TimeExclusion("в 2022 году открыли завод на 5 тыс. тонн") { date, it, _ in
            it.nature == .actual && it.indicator == Indicator("infrastructure") && date.role != .since
        },
        TimeExclusion("в ноябре подписали пять документов") { date, it, _ in
            it.nature == .actual && FigureReader.isOfPapers(it.indicator) && date.date?.month != nil
        },
        TimeExclusion("к 2028 году мощность доведут до 5 млн тонн, а по линии длиной 162 км пойдут поезда") {
            date, it, _ in
            it.indicator == Indicator("infrastructure") && date.role == .deadline && !it.clause.overlaps(date.range)
        },
        // What is so now.
        TimeExclusion("оборот в прошлом году вырос; 96% платежей идет в рублях") { date, it, reader in
            it.indicator == Indicator("share") && date.role == .time && reader.isOfNow(it.clause)
                && date.range.upperBound <= it.clause.lowerBound
        },
        TimeExclusion("из 200 фирм 35 создано в этом году") { date, it, reader in
            FigureReader.isStock(it.indicator) && date.range.lowerBound > it.amount.core.upperBound
                && reader.reading.amounts(in: it.amount.core.upperBound..<date.range.lowerBound).first != nil
        },
        // The first time is only where it began.
        TimeExclusion("на 53% – с 2 млн в 2017 году до 4 млн в 2018 году") { date, it, reader in
            (it.amount.isPercent || it.amount.isTimes || reader.preposition(of: it.amount) == .by)
                && reader.isOfStart(date, it.amount)
        },
        TimeExclusion("в 2019 году было 17, теперь их 61") { date, it, reader in
            reader.isBefore(date, it.amount) && it.nature == .actual
                && !reader.document.marks(
                    reader.marks.now, in: date.range.upperBound..<it.amount.core.lowerBound
                ).isEmpty
        },
        // How much it was then, and not over what time.
        TimeExclusion("долг на май 2024 года – 6 млрд") { date, it, reader in
            it.nature == .actual && date.rule.hasPrefix("date.month")
                && [date.range.lowerBound, date.range.lowerBound - 1].contains {
                    reader.reading.preposition(at: $0) == "by"
                }
        },
        TimeExclusion("в 2023 году экспорт упал, а импорт достиг 5 млн") { date, it, reader in
            reader.isOfAnotherClause(date, it.amount, it.sentence)
        },
        TimeExclusion("в 2023 году – 5 млн, в 2024-м – 7 млн") { date, it, reader in
            reader.isBeforeEllipsis(date, it.amount)
        },
        TimeExclusion("7 млн (в 2023 году – 5 млн)") { date, it, reader in reader.isOfBracket(date, it.amount) },
        // The number may be the date's own.
        TimeExclusion("25 апреля") { date, it, reader in
            !reader.isBefore(date, it.amount) && date.range.lowerBound < it.amount.core.upperBound
        },
        TimeExclusion("к 2030 году; сейчас оборот составляет 5 млн") { date, it, reader in
            date.role == .deadline && it.nature == .actual
                && (!reader.isReachedBy(date, it.amount, it.clause)
                    || reader.isComparison(it.amount, clause: it.clause))
        },
        TimeExclusion("с начала года оборот достиг 5 млн, его доведут до 7 млн") { date, it, reader in
            it.nature != .actual && date.role == .since && !reader.isAhead(date.period)
        },
        // What is still to come is not told of a year that is over.
        TimeExclusion("в 2019 году; оборот доведут до 5 млн") { date, it, reader in
            it.nature != .actual && date.role == .time && reader.isOver(date)
        },
        TimeExclusion("27 млн, в том числе 2 млн – в прошлом году") { date, it, reader in
            !reader.isBefore(date, it.amount)
                && reader.document.marks(reader.marks.again, in: reader.between(date, it.amount)).contains { again in
                    again.range.count > 1
                        && !reader.reading.amounts(in: again.end..<max(again.end, date.range.lowerBound)).isEmpty
                }
        },
        TimeExclusion("27 млн, из которых 2 млн – с начала года") { date, it, reader in
            !reader.isBefore(date, it.amount)
                // "27 млн, 2 млн из которых переведены в прошлом году" is of the two.
                && reader.document.marks(reader.marks.which, in: reader.between(date, it.amount)).contains { which in
                    !reader.reading.amounts(in: which.end..<max(which.end, date.range.lowerBound)).isEmpty
                        || which.first - it.amount.core.upperBound > 1
                            && reader.document.mark(at: which.first - 1, reader.marks.outOf) == nil
                }
        },
    ]
}
