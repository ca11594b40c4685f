import Grammar

/// An amount without a unit among those of its sentence.
struct LeftOutUnit {
    let amounts: [Amount]
    let index: Int

    var amount: Amount { amounts[index] }
    /// The amount before it.
    var before: Amount? { index > 0 ? amounts[index - 1] : nil }
    /// The amount behind it.
    var behind: Amount? { index + 1 < amounts.count ? amounts[index + 1] : nil }
    /// Whether the amount behind it stands one token away.
    var isJoined: Bool { behind.map { $0.core.lowerBound - amount.core.upperBound == 1 } ?? false }
    /// Whether nothing but a small number is told of it. To compare decimal numbers takes long: rules ask it behind all else.
    var isBare: Bool { !amount.isScaled && amount.value < 1000 }
}

/// A rule on the unit that an amount leaves out.
struct LeftOutRule {
    /// Words that the rule speaks of.
    let example: String
    /// The amount with its unit and scale; nil where the rule does not speak.
    let filled: @Sendable (LeftOutUnit, FigureReader) -> Amount?

    private init(_ example: String, _ filled: @escaping @Sendable (LeftOutUnit, FigureReader) -> Amount?) {
        self.example = example
        self.filled = filled
    }

    /// The first that speaks counts.
    static let all: [LeftOutRule] = [
        LeftOutRule("с 3 до 5 млрд") { it, reader in
            guard it.isJoined, let next = it.behind, let unit = next.unit, unit != .plain(.times),
                reader.reading.opensEnd(it.amount.core.upperBound)
            else { return nil }
            var amount = it.amount
            amount.unit = unit
            if !amount.isScaled { amount.value *= next.factor }
            return amount
        },
        LeftOutRule("(в млн долларов) Кения – 5") { it, reader in
            reader.unitOfList(it.amount).map { unit in
                var amount = it.amount
                amount.unit = unit
                return amount
            }
        },
        LeftOutRule("7 из 16 млрд") { it, reader in
            guard !it.amount.isScaled, it.isJoined, let next = it.behind, let unit = next.unit,
                reader.document.mark(at: it.amount.core.upperBound, reader.marks.outOf) != nil,
                reader.isShareable(unit)
            else { return nil }
            var amount = it.amount
            amount.unit = unit
            amount.value *= next.factor
            return amount
        },
        LeftOutRule("промышленность – на 3,1%, торговля – на 4,7") { it, reader in
            guard !it.amount.isScaled, let before = it.before, before.isPercent,
                reader.preposition(of: it.amount) == .by, reader.preposition(of: before) == .by,
                reader.document.word(it.amount.core.upperBound) == nil, reader.areInOneSentence(it.amount, before)
            else { return nil }
            var amount = it.amount
            amount.unit = .plain(.percent)
            return amount
        },
        LeftOutRule("Кения выделит 60 млрд долларов, Перу – 54,7, Чили – 41") { it, reader in
            guard !it.amount.isScaled, let before = it.before, reader.goesOnInRow(before, it.amount),
                before.isScaled || !reader.areInOneSentence(it.amount, before)
            else { return nil }
            var amount = it.amount
            amount.takeUnitAndScale(of: before)
            amount.isScaled = true
            return amount
        },
        LeftOutRule("приехали 38,2 тыс. из Кении, 22,5 – из Перу") { it, reader in
            guard !it.amount.isScaled, let before = it.before, reader.goesOnByPlace(before, it.amount) else {
                return nil
            }
            var amount = it.amount
            amount.takeScale(of: before)
            return amount
        },
        LeftOutRule("экспорт составил 2,2 млрд, импорт – 1,2") { it, reader in
            guard !it.amount.isScaled, let before = it.before, before.isScaled,
                reader.goesOnUnderWord(before, it.amount)
            else { return nil }
            var amount = it.amount
            amount.takeUnitAndScale(of: before)
            return amount
        },
        LeftOutRule("до 30, а в дальнейшем и до 50 миллиардов") { it, reader in
            guard let next = it.behind, next.isScaled, reader.document.word(it.amount.core.upperBound) == nil,
                it.isBare, reader.goesOnReaching(it.amount, next)
            else { return nil }
            var amount = it.amount
            amount.takeScale(of: next)
            amount.unit = next.unit ?? reader.unitOfNeighbour(it.amounts, it.index)
            return amount
        },
        LeftOutRule("до трех миллиардов долларов, а затем и до пяти") { it, reader in
            guard let before = it.before, reader.document.word(it.amount.core.upperBound) == nil,
                reader.isShareable(before.unit) || before.isPercent, it.isBare,
                reader.goesOnReaching(before, it.amount)
            else { return nil }
            var amount = it.amount
            amount.takeUnitAndScale(of: before)
            return amount
        },
        LeftOutRule("мощностью 1 млрд и 2,5 млрд кубометров") { it, reader in
            guard it.amount.isScaled, it.isJoined, let next = it.behind, next.isScaled, reader.isShareable(next.unit),
                reader.document.word(it.amount.core.upperBound)?.readings[0].contains(.conj) == true
            else { return nil }
            var amount = it.amount
            amount.unit = next.unit
            return amount
        },
        LeftOutRule("торговали на 3 миллиарда долларов, сегодня это больше 12") { it, reader in
            guard let before = it.before, before.isScaled, reader.document.word(it.amount.core.upperBound) == nil,
                it.isBare,
                reader.isThatNow(it.amount, behind: before) || reader.isExpected(it.amount, behind: before)
            else { return nil }
            var amount = it.amount
            amount.takeUnitAndScale(of: before)
            return amount
        },
    ]
}

extension FigureReader {
    /// Whether two amounts stand in one sentence.
    func areInOneSentence(_ one: Amount, _ other: Amount) -> Bool {
        document.sentenceOf[one.core.lowerBound] == document.sentenceOf[other.core.lowerBound]
    }
}
