import Grammar
import Model

/// An encounter told before, and a mention that may tell of it again.
struct EncounterPair {
    let known: EncounterCluster
    /// What the mention tells by itself.
    let told: EncounterCluster
    let mention: EncounterMention
    let story: Story

    var reading: Reading { story.cast.reading }

    /// Of one kind, or told by a word that may speak of the other's: "в ходе беседы" of the call told before, "на пленарном заседании" of
    /// the session.
    var isLike: Bool {
        known.kind == told.kind
            || known.kind == .summit && told.kind == .session && told.topLevel == .headOfState && !told.orgs.isEmpty
                && told.orgs.isSubset(of: known.orgs)
            || mention.isPlenary && (known.kind == .session || known.kind == .summit) && mention.orgs.isEmpty
                && mention.countries.isEmpty
            // "в продолжение беседы в Душанбе": no call has a place.
            || known.kind == .call && told.kind == .talks && mention.place == nil
                && (!mention.isTold || story.isNounOfCall(known, told, mention)
                    || (mention.isConferred || told.isOpen) && known.persons == told.persons && told.place == nil)
    }

    /// Of one day, as far as both are told, or of days that are told of one encounter.
    var isOfOneTime: Bool {
        EncounterCluster.agree(known.date, told.date) || story.areOneAssembly(known, told)
            || story.isOfLead(known, told, mention) || story.areOneDay(known, told, mention)
    }

    /// Whether the states that the two tell allow them to be one.
    var mayShareState: Bool {
        known.countries.isEmpty || told.countries.isEmpty || !known.countries.isDisjoint(with: told.countries)
    }

    var isSameDay: Bool { known.date != nil && known.date == told.date && known.date!.isDay }
    var areSamePrincipals: Bool { known.persons.count >= 2 && known.persons == told.persons }
    /// Whether the clause of the mention has told the known one too.
    var areInOneClause: Bool { known.evidence.contains(mention.clause) }
    /// Whether the known one was told last in the sentence of the mention or the one before.
    var areNear: Bool { known.evidence.last.map { story.isNear($0, mention) } ?? false }

    /// Whether what the two are told to be, held or planned, can be said of one encounter.
    var areOfOneStatus: Bool {
        known.isExpected || told.isExpected || known.status == told.status || told.status == .cancelled
            || story.isGoingOn(known, told) && !mention.isTimed || story.hasBegun(known, told)
            || !mention.isTold && told.status == .held || story.isBareRepeat(told, mention)
            || known.status == .held && known.kind == told.kind && story.isForetold(told, mention)
            || story.isOfTitle(known, told)
    }
}

/// Rules on whether a mention tells again of an encounter of one kind and one time.
enum EncounterMatchRules {
    /// The first that speaks counts.
    static let all: [MatchRule<EncounterPair>] = sides + circumstances + order + talks + assemblies

    /// Who sits there.
    private static let sides: [MatchRule<EncounterPair>] = [
        .apart("Четырехсторонняя встреча прошла на полях саммита НАТО") { it in
            !it.mention.orgs.isEmpty && it.known.orgs != it.told.orgs && it.reading.isAtMargins(it.mention.trigger)
        },
        .apart("принял министра Японии, а позже – главу ЕБРР") { it in
            it.mention.isReception && it.known.kind == .talks && it.known.orgs != it.told.orgs && it.areInOneClause
        },
        .apart("после чего намечается трехсторонняя встреча") { it in
            it.told.kind == .talks && it.known.countries.count + it.known.orgs.count == 2
                && it.told.countries.count + it.told.orgs.count > 2 && it.story.isOfSides(it.mention)
        },
        .apart("Перед общей беседой А и Б переговорили с глазу на глаз") { it in
            it.story.isOfTwoAmongMany(it.known, it.told, it.mention)
        },
        .apart("Встреча министров трех стран пройдет в мае, сказано по итогам переговоров А и Б") { it in
            it.told.kind == .talks && it.told.status == .held && it.known.status == .planned
                && it.known.persons.isEmpty && it.known.countries.count > 2 && it.told.persons.count == 2
                && it.told.countries.count == 2
        },
        .apart(
            "Встреча лидеров Центральной Азии пройдет в Ташкенте. Путин прибыл на саммит «Россия – Центральная Азия»"
        ) { it in
            it.known.kind == .summit && it.told.kind == .summit && it.known.isRegional && it.mention.isRegional
                && it.known.orgs.isEmpty && it.told.orgs.isEmpty
                && it.known.countries.isEmpty != it.mention.countries.isEmpty && it.known.place != nil
                && (it.reading.document.sentenceOf[it.known.evidence[0].lowerBound] > 0
                    || it.mention.countries.allSatisfy { $0 != it.known.place?.country })
        },
        .apart("в саммите ЕАЭС и заседании совета СНГ") { it in
            it.mention.isListed && (it.known.kind == .summit || it.told.kind == .summit) && it.areInOneClause
                && it.known.orgs != it.told.orgs
        },
        .apart("Состоялся саммит ОТГ. Прошел также саммит «Центральная Азия – Венгрия»") { it in
            it.told.kind == .summit && it.mention.isRegional && it.mention.isTold && !it.mention.countries.isEmpty
                && it.told.orgs.isEmpty && !it.known.orgs.isEmpty
        },
    ]

    /// When, where, and whether it has been.
    private static let circumstances: [MatchRule<EncounterPair>] = [
        .apart("Переговоры проходят в Минске. Накануне президенты пообщались") { it in
            guard it.known.isOngoing, it.known.date == nil, it.mention.isTold || it.mention.isVerbal,
                it.told.status == .held, !it.told.isOngoing, let date = it.told.date, date.isDay,
                let now = it.reading.publishedOn
            else { return false }
            return date < now
        },
        .one("Президенты провели переговоры 5 мая. Встреча А и Б прошла 5 мая") { it in
            it.isSameDay && it.told.kind == .talks && it.areSamePrincipals
        },
        .apart("Прошло заседание комиссии двух стран. На заседании Совета министров СНГ") { it in
            it.known.kind == .session && it.known.orgs.isEmpty && it.known.countries.count >= 2
                && !it.told.orgs.isEmpty
        },
        .one("помимо переговоров с коллегой примет участие") { it in
            !it.mention.isTold && it.told.date == nil
                && (it.told.place == nil || it.known.place == it.told.place) && it.told.kind == .talks
                && it.areSamePrincipals
        },
        .apart("Переговоры прошли в Баку. Стороны проведут переговоры в Вене") { it in
            it.mention.isAsserted
                && (!it.known.isPlaceAssumed && !EncounterCluster.agree(it.known.place, it.told.place)
                    || !it.areOfOneStatus)
        },
    ]

    /// What comes before and after what.
    private static let order: [MatchRule<EncounterPair>] = [
        .one("встретится с премьером. Запланирована также встреча в расширенном составе") { it in
            it.told.isNext && it.story.isLaterFormat(it.told) && it.known.status == it.told.status && it.areNear
        },
        .apart("Комиссия заседала в Баку. Следующее заседание пройдет в Вене") { it in
            it.told.isNext && !it.known.isNext && !it.isSameDay
                && !(it.known.status == .planned && it.known.countries == it.told.countries)
        },
        .apart("Предыдущая встреча прошла в Осло") { it in
            it.mention.isEarlier && it.known.evidence[0].upperBound != it.mention.clause.upperBound
                && (it.known.date == nil || it.known.date != it.told.date)
        },
        .apart("До этого они встречались в марте") { it in
            guard it.mention.isBefore, it.mention.isVerbal, it.known.status == .held, it.known.date == nil,
                let date = it.told.date
            else { return false }
            return it.story.isLongPast(date)
        },
        .apart("Президент принял премьера. С премьером они встречались в октябре 2023 года в Вене") { it in
            guard it.mention.isVerbal, it.known.kind == .talks, it.told.kind == .talks, it.told.status == .held,
                it.known.status == .held, it.known.date == nil, !it.areInOneClause, let date = it.told.date,
                it.story.isLongPast(date), it.reading.publishedOn != nil
            else { return false }
            func isOfOld(_ verb: Int) -> Bool { it.reading.document.word(verb)?.can(be: .impf) == true }
            // "десять раз встречался с президентом" is of old itself.
            let known = it.reading.document.marks(it.reading.marks.encounters.meet, in: it.known.evidence[0])
            // "встречались", and not "встретились", unless it is long ago.
            return !known.contains { isOfOld($0.first) }
                && (isOfOld(it.mention.trigger.lowerBound) || it.reading.isLongAgo(date))
        },
        .apart("Переговоры прошли на границе. Ранее президенты встречались в Ханое") { it in
            let sentenceOf = it.reading.document.sentenceOf
            return it.mention.isBefore && it.mention.isVerbal && it.mention.place != nil && it.known.status == .held
                && (it.known.place == nil || it.known.isPlaceAssumed)
                && it.known.evidence.allSatisfy { clause in !it.reading.isHeadline(clause) }
                && it.known.persons.count > 1
                && sentenceOf[it.known.evidence[0].lowerBound] != sentenceOf[it.mention.clause.lowerBound]
        },
        .either("пятое заседание комиссии, шестое заседание") { it in
            guard let x = it.known.ordinal, let y = it.told.ordinal, x != y else { return nil }
            return false
        },
        .apart("саммит ШОС, саммит СНГ") { it in
            !it.known.orgs.isEmpty && !it.told.orgs.isEmpty && it.known.orgs.isDisjoint(with: it.told.orgs)
        },
        .either("в ходе переговоров") { it in
            guard it.told.parties.isEmpty, it.told.countries.isEmpty else { return nil }
            return !(it.mention.isBefore && it.told.status == .held && it.known.status == .planned)
        },
    ]

    /// Talks and calls, by those who take part.
    private static let talks: [MatchRule<EncounterPair>] = [
        .either("саммит двух стран, переговоры министров") { it in
            // The talks of ministers are not those of leaders.
            guard it.told.kind == .talks || it.told.kind == .call,
                it.known.persons.isEmpty || it.told.persons.isEmpty,
                let x = it.known.topLevel, let y = it.told.topLevel, x != y
            else { return nil }
            return false
        },
        .either("с президентом и спикером парламента") { it in
            guard it.told.kind == .talks || it.told.kind == .call,
                it.story.areOtherOffices(it.known, it.told, it.mention)
            else { return nil }
            return false
        },
        .either("Президенты А и Б провели переговоры. А поблагодарил Б за переговоры") { it in
            guard it.told.kind == .talks || it.told.kind == .call else { return nil }
            let (x, y) = (it.known, it.told)
            return (x.persons.isSubset(of: y.persons) || y.persons.isSubset(of: x.persons))
                && (x.countries.isSubset(of: y.countries) || y.countries.isSubset(of: x.countries))
        },
    ]

    /// Summits and sessions, by whose they are.
    private static let assemblies: [MatchRule<EncounterPair>] = [
        .one("саммит ОТГ пройдет в Габале. Азербайджан для участия в саммите посетит президент") { it in
            it.told.kind == .summit && it.told.orgs.isEmpty && !it.known.orgs.isEmpty && it.mention.countries.isEmpty
                && !it.mention.isRegional && !it.told.isNext && it.told.ordinal == nil
                && it.known.status == it.told.status && it.areNear
        },
        .one("прилетел на саммит. В саммите, который прошел 4 мая") { it in
            it.told.kind == .summit && it.told.orgs.isEmpty && !it.told.isNext && it.known.isExpected
                && it.known.date == nil
        },
        .apart("саммит Россия – Африка, саммит Россия – Центральная Азия") { it in
            it.told.kind == .summit && !it.mention.countries.isEmpty && !it.known.countries.isEmpty
                && it.known.countries.isDisjoint(with: it.mention.countries)
        },
        .one("Прошел саммит ШОС. На саммите приняли декларацию") { it in
            it.told.kind == .summit && it.told.orgs.isEmpty && it.told.place == nil && it.told.date == nil
                && !it.told.isNext
        },
        .one("саммит ШОС, лидеры ШОС") { it in
            it.told.kind == .summit && !it.known.orgs.isEmpty && !it.known.orgs.isDisjoint(with: it.told.orgs)
        },
        .one("Прошло заседание ЕМПС. В заседании ЕМПС участвовали премьеры А и Б") { it in
            // By others who took part in the one told before.
            it.told.kind == .session && it.known.orgs == it.told.orgs && !it.known.orgs.isEmpty && it.told.date == nil
                && it.told.place == nil && !it.told.isNext
                && (it.known.topLevel == nil || it.told.topLevel == nil || it.known.topLevel == it.told.topLevel)
        },
    ]
}
