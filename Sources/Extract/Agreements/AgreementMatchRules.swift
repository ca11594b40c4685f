import Grammar
import Model

/// A document told before, and one of the same kind that may be it.
struct AgreementPair {
    let known: AgreementDraft
    let told: AgreementDraft
    let reader: AgreementReader

    var areNamedAlike: Bool { known.words == told.words }
    var areBothNamed: Bool { !known.words.isEmpty && !told.words.isEmpty }
    var isAnyBare: Bool { known.words.isEmpty || told.words.isEmpty }
    var areCompatible: Bool { known.parties.isCompatible(with: told.parties) }
}

/// Rules on whether two drafts of one kind tell of one document.
enum AgreementMatchRules {
    /// The first that speaks counts.
    static let all: [MatchRule<AgreementPair>] = order + numbers + packages + times + names

    /// Whose it is, and where it stands among others.
    private static let order: [MatchRule<AgreementPair>] = [
        .one("Соглашение о зоне свободной торговли (далее – Соглашение)") { it in
            it.known.mention.alias.map { $0 == it.told.mention.alias } ?? false
        },
        .one("утвержден План на 2022 год, сказал министр") { it in
            // Said by one of those who have it.
            it.told.parties.orgs.isEmpty && it.told.parties.countries.count == 1
                && it.known.sentence < it.told.sentence && it.known.term != nil && it.known.term == it.told.term
                && it.told.words.isSubset(of: it.known.words)
        },
        .apart("соглашение с Кенией, соглашение с Перу") { it in
            it.known.parties.isTold && it.told.parties.isTold && !it.areCompatible
        },
        .apart("дополняет Договор о дружбе (1997 год)") { it in
            // An older one of which the name says less.
            guard
                let day = it.reader.bracketedDate(at: it.reader.behind(it.told.mention))?.date
                    ?? it.reader.yearBehind(it.told.mention)
            else { return false }
            return it.known.signedOn.map { $0.year != day.year }
                ?? (it.told.sentence > it.known.sentence && it.reader.own(it.known) != it.reader.own(it.told))
        },
        .apart("1) соглашение о туризме; 2) соглашение о торговле") { it in
            // Each item of a list is a document of its own.
            it.known.isItem && it.told.isItem && (!it.areNamedAlike || it.known.words.isEmpty)
        },
        .one("Главным будет декларация глав государств. Она называется Лимская декларация") { it in
            it.told.rule == AgreementReader.called && it.told.sentence == it.known.sentence + 1
        },
        .apart("соглашение между министерством и ведомством о туризме; между министерством и ведомством о связи") {
            it in
            // Of what each is about nothing is common, be the sides told by the same words.
            guard let x = it.reader.topic(of: it.known.mention), let y = it.reader.topic(of: it.told.mention) else {
                return false
            }
            return it.reader.alike(x, y) == 0
        },
        .apart("соглашение о пошлинах, меморандум о туризме и соглашение о сотрудничестве") { it in
            it.reader.isNextInRow(it.told, after: it.known)
        },
        .apart("подписано соглашение: – соглашение, которое открывает рынок") { it in
            // An item that its name describes is not the document of its kind told before the list.
            it.told.isItem && !it.known.isItem && it.told.words.isEmpty && it.told.mention.isDescribed
        },
        .apart("Еще одно соглашение о торговле") { it in
            it.told.mention.isFurther && !it.told.words.isEmpty && it.known.sentence <= it.told.sentence
        },
        .apart("Подписан договор о союзе. Ранее стороны подписали в 1992 году договор о дружбе") { it in
            it.known.status == .signed && it.told.isOlder && !it.told.isApproval && it.told.signedOn != nil
                && !it.known.isOlder && !it.areNamedAlike && !it.told.words.isEmpty
        },
        .apart("обменные ноты о гранте и заключительный акт") { it in
            // Their words are all that two such papers have of a kind.
            guard it.known.kind == .other, let x = it.reader.document.word(it.known.mention.noun),
                let y = it.reader.document.word(it.told.mention.noun)
            else { return false }
            return Set(x.parses.map(\.lemma)).isDisjoint(with: y.parses.map(\.lemma))
        },
        .apart("Подписан протокол о намерениях. По итогам заседания комиссии подписан протокол") { it in
            it.told.kind == .protocol && it.told.words.isEmpty && !it.told.mention.isPointer
                && !it.known.words.isEmpty && it.reader.endsSession(it.told) && !it.reader.endsSession(it.known)
        },
    ]

    /// How many parties, years, documents, and how much money.
    private static let numbers: [MatchRule<AgreementPair>] = [
        .apart("договор двух государств, договор трех государств") { it in
            it.known.parties.isNamed && it.told.parties.isNamed && it.known.parties.count != it.told.parties.count
        },
        .apart("программа на 2021–2023 годы, программа на 2024–2026 годы") { it in
            guard let x = it.known.term, let y = it.told.term, x != y else { return false }
            return x.to != y.to || x.from != nil && y.from != nil
        },
        .either("контракты на 1,8 млрд долларов, контракт на 300 млн долларов") { it in
            guard let x = it.known.value, let y = it.told.value else { return nil }
            return x == y
        },
        .either("15 документов, 12 документов") { it in
            guard let x = it.known.count, let y = it.told.count else { return nil }
            return x == y
        },
    ]

    /// Papers told as many at once.
    private static let packages: [MatchRule<AgreementPair>] = [
        .apart("совместные заявления, соглашения") { it in
            guard it.known.kind == .package, let x = it.reader.papers(it.known), let y = it.reader.papers(it.told)
            else { return false }
            return x != y && !it.told.mention.isPointer
        },
        .apart("Подписан пакет документов, в числе которых договор о дружбе и пять меморандумов") { it in
            // Papers of one kind, counted among documents of any.
            it.known.kind == .package && it.told.count != nil && it.known.sentence == it.told.sentence
                && it.reader.papers(it.known) == nil && it.reader.papers(it.told) != nil
                && it.reader.isInRow(it.told.mention)
        },
        .apart("22 документа. Подписаны соглашение о фонде, а также документы о таможне") { it in
            // A part of them, told by what it is about: "подписаны программы обменов".
            it.known.kind == .package && it.told.count == nil && it.told.mention.hasComplement
                && !it.told.words.isEmpty && it.known.words.isDisjoint(with: it.told.words)
                && (it.reader.isInRow(it.told.mention)
                    || it.reader.document.mark(at: it.told.mention.noun, it.reader.marks.loose) != nil)
        },
        .apart("Подписан пакет документов. Готовится к подписанию пакет документов") { it in
            it.known.kind == .package && it.known.status != it.told.status
                && (!it.areNamedAlike || it.known.status == .signed && it.told.status == .planned)
        },
        .either("Подписан пакет документов. Подписанные документы") { it in
            it.known.kind == .package ? it.areCompatible : nil
        },
    ]

    /// When it was or is to be signed.
    private static let times: [MatchRule<AgreementPair>] = [
        .apart("соглашение от 2 марта, соглашение от 5 мая") { it in
            guard let x = it.known.signedOn, let y = it.told.signedOn else { return false }
            return x.isDay && y.isDay && x != y && it.isAnyBare
        },
        .apart("В 2022 году подписано соглашение о транзите нефти, в марте 2024 года – о росте транзита нефти") {
            it in
            guard let x = it.known.signedOn, let y = it.told.signedOn else { return false }
            return !it.known.isDayOfNews && !it.told.isDayOfNews && !it.areNamedAlike && it.areBothNamed
                && !it.told.mention.isPointer && x.year != y.year
        },
        .apart("Подписан план действий на 2023 год. План действий, который приняли в 2018-м") { it in
            guard it.known.status == .signed, !it.known.isApproval, it.told.status == .existing,
                it.told.words.isEmpty, !it.told.mention.isPointer, let day = it.told.signedOn
            else { return false }
            return it.known.signedOn?.year != day.year
        },
        .apart("Соглашение с Союзом подписано 14 сентября. С Перу рассчитываем парафировать соглашение") { it in
            it.known.signedOn != nil && it.known.status != .planned && it.told.status == .planned
                && it.told.sentence > it.known.sentence && it.isAnyBare && !it.told.mention.isPointer
                && !it.known.parties.isSame(as: it.told.parties)
        },
        .one("контракт на поставку зерна") { it in it.known.kind == .contract && it.areNamedAlike },
        .apart("контракты с фирмами, контракт на поставку зерна") { it in
            it.known.kind == .contract
                && (it.known.mention.isPlural || it.told.mention.isPlural
                    || !it.known.parties.isSame(as: it.told.parties) || it.isAnyBare)
        },
        .either("Указ об утверждении меморандума. Данный меморандум подписан в 2014 году") { it in
            it.told.mention.isPointer && it.told.words.isEmpty && !it.told.mention.isDescribed
                ? it.areCompatible : nil
        },
        .either("Договор о партнерстве готов. Его подпишут осенью") { it in
            guard
                it.known.status == .planned && it.told.status == .existing
                    || it.known.status == .existing && it.told.status == .planned
            else { return nil }
            // "Соглашение предусматривает", said of what is to be signed.
            let isAnew =
                it.known.status == .planned && it.told.rule == AgreementReader.named
                && it.told.words.isSubset(of: it.known.words)
                || it.told.status == .planned && it.known.rule == AgreementReader.named
                    && it.reader.own(it.known) == it.reader.own(it.told)
            if isAnew { return it.areCompatible }
            return it.areNamedAlike ? nil : false
        },
        .apart("Соглашение подписали 2 марта. Оно открывает путь к подписанию соглашения о мостах") { it in
            // What is signed is not what is to be.
            it.known.status == .signed && it.known.signedOn != nil && it.known.words.isEmpty
                && it.told.status == .planned && !it.told.words.isEmpty && it.known.sentence < it.told.sentence
                && it.told.rule != AgreementReader.signing
        },
    ]

    /// What it is called.
    private static let names: [MatchRule<AgreementPair>] = [
        // A bare mention refers back to the document of its kind.
        .either("Подписано соглашение о торговле. Соглашение откроет рынок") { it in
            it.isAnyBare ? it.areCompatible : nil
        },
        .apart("договор с Абхазией, договор с Осетией") { it in
            let (mine, its) = (it.reader.names(of: it.known.mention), it.reader.names(of: it.told.mention))
            return !mine.isSubset(of: its) && !its.isSubset(of: mine)
        },
        .one("Подписано торговое соглашение. Крупное соглашение между Индией и ЕС") { it in
            it.reader.isWhose(it.told, after: it.known)
        },
    ]
}
