import Grammar
import Model

/// A document told before, and one of the same kind that may be it.
struct AgreementPair {
    let known: AgreementDraft
    let told: AgreementDraft

    var areNamedAlike: Bool { known.words == told.words }
    var areBothNamed: Bool { !known.words.isEmpty && !told.words.isEmpty }
    var isAnyBare: Bool { known.words.isEmpty || told.words.isEmpty }
    var areCompatible: Bool { known.parties.isCompatible(with: told.parties) }
}

/// A rule on whether two drafts of one kind tell of one document.
struct AgreementMatchRule {
    /// Words that the rule speaks of.
    let example: String
    /// Whether the two are one; nil where the rule does not speak of them.
    let isSame: @Sendable (AgreementPair, AgreementReader) -> Bool?

    private init(_ example: String, _ isSame: @escaping @Sendable (AgreementPair, AgreementReader) -> Bool?) {
        self.example = example
        self.isSame = isSame
    }

    /// A rule that tells two apart.
    private static func apart(
        _ example: String, _ differ: @escaping @Sendable (AgreementPair, AgreementReader) -> Bool
    ) -> AgreementMatchRule {
        AgreementMatchRule(example) { differ($0, $1) ? false : nil }
    }

    /// A rule that makes two one.
    private static func one(
        _ example: String, _ agree: @escaping @Sendable (AgreementPair, AgreementReader) -> Bool
    ) -> AgreementMatchRule {
        AgreementMatchRule(example) { agree($0, $1) ? true : nil }
    }

    /// The first that speaks counts.
    static let all = order + numbers + packages + times + names

    /// Whose it is, and where it stands among others.
    private static let order: [AgreementMatchRule] = [
        .one("Соглашение о зоне свободной торговли (далее – Соглашение)") { it, _ in
            it.known.mention.alias.map { $0 == it.told.mention.alias } ?? false
        },
        .one("утвержден План на 2022 год, сказал министр") { it, _ in
            // Said by one of those who have it.
            it.told.parties.orgs.isEmpty && it.told.parties.countries.count == 1
                && it.known.sentence < it.told.sentence && it.areNamedAlike && it.known.term != nil
                && it.known.term == it.told.term
        },
        .apart("соглашение с Кенией, соглашение с Перу") { it, _ in
            it.known.parties.isTold && it.told.parties.isTold && !it.areCompatible
        },
        .apart("дополняет Договор о дружбе (1997 год)") { it, reader in
            // An older one of which the name says less.
            guard
                let day = reader.bracketedDate(at: reader.behind(it.told.mention))?.date
                    ?? reader.yearBehind(it.told.mention)
            else { return false }
            return it.known.signedOn.map { $0.year != day.year }
                ?? (it.told.sentence > it.known.sentence && reader.own(it.known) != reader.own(it.told))
        },
        .apart("1) соглашение о туризме; 2) соглашение о торговле") { it, _ in
            // Each item of a list is a document of its own.
            it.known.isItem && it.told.isItem && (!it.areNamedAlike || it.known.words.isEmpty)
        },
        .apart("соглашение о пошлинах, меморандум о туризме и соглашение о сотрудничестве") { it, reader in
            reader.isNextInRow(it.told, after: it.known)
        },
        .apart("подписано соглашение: – соглашение, которое открывает рынок") { it, _ in
            // An item that its name describes is not the document of its kind told before the list.
            it.told.isItem && !it.known.isItem && it.told.words.isEmpty && it.told.mention.isDescribed
        },
        .apart("Еще одно соглашение о торговле") { it, _ in
            it.told.mention.isFurther && !it.told.words.isEmpty && it.known.sentence <= it.told.sentence
        },
        .apart("Подписан договор о союзе. Ранее стороны подписали в 1992 году договор о дружбе") { it, _ in
            it.known.status == .signed && it.told.isOlder && !it.told.isApproval && it.told.signedOn != nil
                && !it.known.isOlder && !it.areNamedAlike && !it.told.words.isEmpty
        },
        .apart("обменные ноты о гранте и заключительный акт") { it, reader in
            // Their words are all that two such papers have of a kind.
            guard it.known.kind == .other, let x = reader.document.word(it.known.mention.noun),
                let y = reader.document.word(it.told.mention.noun)
            else { return false }
            return Set(x.parses.map(\.lemma)).isDisjoint(with: y.parses.map(\.lemma))
        },
        .apart("Подписан протокол о намерениях. По итогам заседания комиссии подписан протокол") { it, reader in
            it.told.kind == .protocol && it.told.words.isEmpty && !it.told.mention.isPointer
                && !it.known.words.isEmpty && reader.endsSession(it.told) && !reader.endsSession(it.known)
        },
    ]

    /// How many parties, years, documents, and how much money.
    private static let numbers: [AgreementMatchRule] = [
        .apart("договор двух государств, договор трех государств") { it, _ in
            it.known.parties.isNamed && it.told.parties.isNamed && it.known.parties.count != it.told.parties.count
        },
        .apart("программа на 2021–2023 годы, программа на 2024–2026 годы") { it, _ in
            guard let x = it.known.term, let y = it.told.term, x != y else { return false }
            return x.to != y.to || x.from != nil && y.from != nil
        },
        AgreementMatchRule("контракты на 1,8 млрд долларов, контракт на 300 млн долларов") { it, _ in
            guard let x = it.known.value, let y = it.told.value else { return nil }
            return x == y
        },
        AgreementMatchRule("15 документов, 12 документов") { it, _ in
            guard let x = it.known.count, let y = it.told.count else { return nil }
            return x == y
        },
    ]

    /// Papers told as many at once.
    private static let packages: [AgreementMatchRule] = [
        .apart("совместные заявления, соглашения") { it, reader in
            guard it.known.kind == .package, let x = reader.papers(it.known), let y = reader.papers(it.told)
            else { return false }
            return x != y && !it.told.mention.isPointer
        },
        .apart("22 документа. Подписаны соглашение о фонде, а также документы о таможне") { it, reader in
            // A part of them, told by what it is about: "подписаны программы обменов".
            it.known.kind == .package && it.told.count == nil && it.told.mention.hasComplement
                && !it.told.words.isEmpty && it.known.words.isDisjoint(with: it.told.words)
                && (reader.isInRow(it.told.mention)
                    || reader.document.mark(at: it.told.mention.noun, reader.marks.loose) != nil)
        },
        .apart("Подписан пакет документов. Готовится к подписанию пакет документов") { it, _ in
            it.known.kind == .package && it.known.status != it.told.status
                && (!it.areNamedAlike || it.known.status == .signed && it.told.status == .planned)
        },
        AgreementMatchRule("Подписан пакет документов. Подписанные документы") { it, _ in
            it.known.kind == .package ? it.areCompatible : nil
        },
    ]

    /// When it was or is to be signed.
    private static let times: [AgreementMatchRule] = [
        .apart("соглашение от 2 марта, соглашение от 5 мая") { it, _ in
            guard let x = it.known.signedOn, let y = it.told.signedOn else { return false }
            return x.isDay && y.isDay && x != y && it.isAnyBare
        },
        .apart("В 2022 году подписано соглашение о транзите нефти, в марте 2024 года – о росте транзита нефти") {
            it, _ in
            guard let x = it.known.signedOn, let y = it.told.signedOn else { return false }
            return !it.known.isDayOfNews && !it.told.isDayOfNews && !it.areNamedAlike && it.areBothNamed
                && !it.told.mention.isPointer && x.year != y.year
        },
        .apart("Подписан план действий на 2023 год. План действий, который приняли в 2018-м") { it, _ in
            guard it.known.status == .signed, !it.known.isApproval, it.told.status == .existing,
                it.told.words.isEmpty, !it.told.mention.isPointer, let day = it.told.signedOn
            else { return false }
            return it.known.signedOn?.year != day.year
        },
        .apart("Соглашение с Союзом подписано 14 сентября. С Перу рассчитываем парафировать соглашение") { it, _ in
            it.known.signedOn != nil && it.known.status != .planned && it.told.status == .planned
                && it.told.sentence > it.known.sentence && it.isAnyBare && !it.told.mention.isPointer
                && !it.known.parties.isSame(as: it.told.parties)
        },
        .one("контракт на поставку зерна") { it, _ in it.known.kind == .contract && it.areNamedAlike },
        .apart("контракты с фирмами, контракт на поставку зерна") { it, _ in
            it.known.kind == .contract
                && (it.known.mention.isPlural || it.told.mention.isPlural
                    || !it.known.parties.isSame(as: it.told.parties) || it.isAnyBare)
        },
        AgreementMatchRule("Указ об утверждении меморандума. Данный меморандум подписан в 2014 году") { it, _ in
            it.told.mention.isPointer && it.told.words.isEmpty && !it.told.mention.isDescribed
                ? it.areCompatible : nil
        },
        AgreementMatchRule("Договор о партнерстве готов. Его подпишут осенью") { it, reader in
            guard
                it.known.status == .planned && it.told.status == .existing
                    || it.known.status == .existing && it.told.status == .planned
            else { return nil }
            // "Соглашение предусматривает", said of what is to be signed.
            let isAnew =
                it.known.status == .planned && it.told.rule == AgreementReader.named
                && it.told.words.isSubset(of: it.known.words)
                || it.told.status == .planned && it.known.rule == AgreementReader.named
                    && reader.own(it.known) == reader.own(it.told)
            if isAnew { return it.areCompatible }
            return it.areNamedAlike ? nil : false
        },
        .apart("Соглашение подписали 2 марта. Оно открывает путь к подписанию соглашения о мостах") { it, _ in
            // What is signed is not what is to be.
            it.known.status == .signed && it.known.signedOn != nil && it.known.words.isEmpty
                && it.told.status == .planned && !it.told.words.isEmpty && it.known.sentence < it.told.sentence
                && it.told.rule != AgreementReader.signing
        },
    ]

    /// What it is called.
    private static let names: [AgreementMatchRule] = [
        // A bare mention refers back to the document of its kind.
        AgreementMatchRule("Подписано соглашение о торговле. Соглашение откроет рынок") { it, _ in
            it.isAnyBare ? it.areCompatible : nil
        },
        .apart("договор с Абхазией, договор с Осетией") { it, reader in
            let (mine, its) = (reader.names(of: it.known.mention), reader.names(of: it.told.mention))
            return !mine.isSubset(of: its) && !its.isSubset(of: mine)
        },
        .one("Подписано торговое соглашение. Крупное соглашение между Индией и ЕС") { it, reader in
            reader.isWhose(it.told, after: it.known)
        },
    ]
}
