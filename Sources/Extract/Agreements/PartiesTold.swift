import Grammar
import Model

/// What tells whose a document is.
private struct TellingOfParties {
    let mention: DocumentMention
    let sentence: Range<Int>
    let mentions: [DocumentMention]
    /// Those whom the document's name tells.
    let named: AgreementParties
    /// Those that act in its clause.
    let actors: AgreementParties
    /// Those in focus.
    let context: AgreementParties
    /// The state whose official speaks.
    let own: CountryCode?
}

/// Whose a document is, from what its name, its clause and its passage tell.
extension AgreementReader {
    /// Those whom a document's name tells, else those that act in its clause, else those in focus.
    func partiesTold(of mention: DocumentMention, in sentence: Range<Int>, mentions: [DocumentMention])
        -> AgreementParties
    {
        let named = concluding(self.named(in: mention.title), mention, in: sentence, mentions: mentions)
        if let parties = partiesNamed(named, mention, in: sentence, mentions: mentions) { return parties }
        let telling = TellingOfParties(
            mention: mention, sentence: sentence, mentions: mentions, named: named,
            actors: actors(around: mention, in: sentence, mentions: mentions), context: context(mention.sentence),
            own: reading.discourse.own[mention.sentence])
        return withSubject(telling) ?? withState(telling) ?? withOrganisations(telling) ?? acting(telling)
            ?? withPartner(telling) ?? atLarge(telling)
    }

    /// By the name alone, or by words that stand for it.
    private func partiesNamed(
        _ named: AgreementParties, _ mention: DocumentMention, in sentence: Range<Int>, mentions: [DocumentMention]
    ) -> AgreementParties? {
        if isMultilateral(mention), named.countries.count < 2 {
            return accession(to: mention, named, in: sentence, mentions: mentions)
        }
        // What an organisation's summit decides is its own, whoever it is about.
        if let summit, !summit.orgs.isEmpty, Self.decidedKinds.contains(mention.kind),
            named.orgs.contains(where: summit.orgs.contains)
        {
            return summit
        }
        if named.count >= 2 {
            return told(named.countries + signer(of: mention, named, sentence, mentions), named.orgs)
        }
        if named.countries.count == 1, isBetween(mention), !isOurs(mention) { return told(named.countries, named.orgs) }
        if named.isEmpty, let org = members(of: mention, in: sentence) { return told([], [org]) }
        if named.isEmpty, let two = between(before: mention, in: sentence) { return told(two) }
        return nil
    }

    /// "ЕС заключил соглашение с Молдавией": one is named, an organisation acts.
    private func withSubject(_ telling: TellingOfParties) -> AgreementParties? {
        let (named, actors) = (telling.named, telling.actors)
        guard named.count == 1, actors.countries.allSatisfy(named.countries.contains), let subject = actors.subject,
            !named.orgs.contains(subject)
        else { return nil }
        return told(named.countries, named.orgs + [subject])
    }

    /// Of a document in whose name one state stands: the other.
    private func withState(_ telling: TellingOfParties) -> AgreementParties? {
        guard let country = telling.named.countries.first else { return nil }
        let (mention, actors, context) = (telling.mention, telling.actors, telling.context)
        let others = actors.countries.filter { $0 != country && !isOfOther($0, than: mention, in: telling.sentence) }
        if others.count == 1 { return told([country, others[0]]) }
        if others.isEmpty, joinsState(mention) {
            // "Соглашение с Пакистаном Евросоюз подписал"
            if actors.orgs.count == 1 { return told([country], actors.orgs) }
            // "ЕАЭС и Иран подписали соглашение. Такое же соглашение с Вьетнамом": the organisation has one with another state.
            if let home = homeLeague, !home.countries.contains(country) { return told([country], home.orgs) }
            if let first = first(ofRow: mention, telling.mentions), first != country { return told([country, first]) }
        }
        if let own = telling.own, own != country { return told([country, own]) }
        // "Лидеры союза подписали соглашение с Монголией"
        if others.isEmpty, joinsState(mention), context.countries.isEmpty, !context.orgs.isEmpty {
            return told([country], context.orgs)
        }
        let focus = reading.discourse.focus[mention.sentence]
        let isApart = (focus + context.countries).contains {
            $0 != country && isOfOther($0, than: mention, in: telling.sentence)
        }
        if !isApart, focus.contains(country) { return AgreementParties(countries: focus) }
        if !isApart, context.countries.contains(country) { return context }
        if others.isEmpty, !actors.orgs.isEmpty { return told([country], actors.orgs) }
        return told(withHome([country]))
    }

    /// "соглашение с Кубой, а также документ с Того": a state that another document is concluded with.
    private func isOfOther(_ country: CountryCode, than mention: DocumentMention, in sentence: Range<Int>) -> Bool {
        guard joinsState(mention) else { return false }
        let places = reading.places(in: sentence).filter { $0.country == country }
        return !places.isEmpty && places.allSatisfy { $0.range.lowerBound >= mention.title.upperBound && isJoined($0) }
    }

    /// Of a document in whose name an organisation stands: the states that it concludes it with.
    private func withOrganisations(_ telling: TellingOfParties) -> AgreementParties? {
        let (orgs, actors) = (telling.named.orgs, telling.actors)
        guard !orgs.isEmpty else { return nil }
        if actors.countries.count < 2 {
            return told(actors.countries.isEmpty ? partner(of: orgs) : actors.countries, orgs)
        }
        // "приблизят Украину к подписанию соглашения с ЕС": of several the nearest.
        guard isJoined(orgs[0], in: telling.mention), actors.countries.count > 2,
            let nearest = nearest(before: telling.mention, in: telling.sentence)
        else { return nil }
        return told([nearest], orgs)
    }

    /// Those who act, where they are the two sides.
    private func acting(_ telling: TellingOfParties) -> AgreementParties? {
        let (mention, actors) = (telling.mention, telling.actors)
        if actors.countries.count >= 2 {
            let joined = telling.named.orgs.filter { isJoined($0, in: mention) && !actors.partners.contains($0) }
            return told(actors.countries, actors.partners + joined)
        }
        if actors.countries.isEmpty, !actors.orgs.isEmpty {
            // "Подписано соглашение о кредите банка": with whom the bank has talked.
            let isOfTwo = actors.orgs.count == 1 && telling.context.orgs == actors.orgs
            return told(isOfTwo ? telling.context.countries : [], actors.orgs)
        }
        // "Евразийский банк развития подписал с Арменией соглашение"
        if actors.countries.count == 1, actors.isPartner,
            let subject = actors.subject ?? teller(of: mention, in: telling.sentence)
        {
            return told(actors.countries, [subject])
        }
        return nil
    }

    /// One state acts: with whom.
    private func withPartner(_ telling: TellingOfParties) -> AgreementParties? {
        let (mention, actors, context) = (telling.mention, telling.actors, telling.context)
        guard let only = actors.countries.first else { return nil }
        if actors.countries.count == 1, actors.isPartner {
            // "С Ираном, сказал президент Армении, действует соглашение"
            if let own = telling.own, own != only, mention.kind != .package { return told([only, own]) }
            if context.count < 2 || !context.countries.contains(only) { return told(withHome([only])) }
        }
        if !actors.partners.isEmpty { return told([only], actors.partners) }
        guard !context.countries.contains(only), context.orgs.isEmpty else { return nil }
        if let own = telling.own, own != only { return told([only, own]) }
        let isOfTwo = Self.signedKinds.contains(mention.kind) && actors.orgs.isEmpty
        return AgreementParties(countries: isOfTwo ? withHome([only]).sorted() : [only], orgs: actors.orgs.sorted())
    }

    /// Those of the passage at large.
    private func atLarge(_ telling: TellingOfParties) -> AgreementParties {
        let (mention, context) = (telling.mention, telling.context)
        if telling.actors.isEmpty, let due = due(mention) { return due }
        if let all = sides(of: mention, in: telling.sentence) { return AgreementParties(countries: all) }
        if summit == nil {
            if let all = participants(of: mention, in: telling.sentence) { return all }
            if let met = outcome(of: mention, in: telling.sentence) { return met }
        }
        // The treaty that founds a union is of the states, whose affairs its council discusses.
        if !context.orgs.isEmpty, founds(context.orgs, mention) {
            return AgreementParties(countries: reading.discourse.focus[mention.sentence])
        }
        return context
    }

    /// "Гана присоединилась к Женевской конвенции": of a document of many, those who join or leave it.
    private func accession(
        to mention: DocumentMention, _ named: AgreementParties, in sentence: Range<Int>, mentions: [DocumentMention]
    ) -> AgreementParties {
        guard
            (sentence.lowerBound..<mention.title.lowerBound).contains(where: {
                document.mark(at: $0, marks.accession) != nil
            })
        else { return told(named.countries, named.orgs) }
        let actors = self.actors(around: mention, in: sentence, mentions: mentions)
        return told(Set(named.countries + actors.countries).sorted(), named.orgs)
    }

    /// "соглашение между Эфиопией и Сомалилендом": both sides are told, be one of them no state.
    private func isBetween(_ mention: DocumentMention) -> Bool {
        func isUnknown(_ token: Int) -> Bool {
            guard mention.title.contains(token),
                !document.tokens[token].shape.isDisjoint(with: [.capitalized, .upper])
            else { return false }
            return document.word(token).map { !$0.isKnown || $0.can(be: .geox) } ?? false
        }
        guard Self.signedKinds.contains(mention.kind),
            let link = document.marks(marks.link, in: mention.title).first(where: { reading.value($0) == "between" }),
            link.end < mention.title.upperBound,
            let place = reading.places(in: link.end..<mention.title.upperBound).first
        else { return false }
        let (first, end) = (place.range.lowerBound, place.range.upperBound)
        if first == link.end, isConjunction(end) {
            return isUnknown(end + 1) || isAdjective(end + 1) && isUnknown(end + 2)
        }
        // "между агентством ТАНЮГ и Вьетнамским агентством": the name of a body is none of a state.
        return isConjunction(first - 1) && isUnknown(first - 2) && first - 2 == link.end
    }

    /// "между Ираном и нашей страной": whose it is the article tells.
    private func isOurs(_ mention: DocumentMention) -> Bool {
        mention.title.contains { document.word($0)?.can(be: .apro) == true }
    }

    /// "учредительный договор союза": a document that founds one of them.
    private func founds(_ orgs: [String], _ mention: DocumentMention) -> Bool {
        document.marks(reading.marks.organisation, in: mention.title).contains {
            orgs.contains(reading.value($0)) && isFounded($0)
        }
    }

    /// "Россия подписала меморандумы с Угандой и Суданом": who signs with those that a name joins.
    private func signer(
        of mention: DocumentMention, _ named: AgreementParties, _ sentence: Range<Int>, _ mentions: [DocumentMention]
    ) -> [CountryCode] {
        guard let first = reading.places(in: mention.headEnd..<mention.title.upperBound).first, isJoined(first) else {
            return []
        }
        let others = actors(around: mention, in: sentence, mentions: mentions).countries
            .filter { !named.countries.contains($0) }
        return others.count == 1 ? others : []
    }

    /// "соглашение с Ираном": a state that its name joins.
    private func joinsState(_ mention: DocumentMention) -> Bool {
        reading.places(in: mention.headEnd..<max(mention.headEnd, mention.title.upperBound)).contains(where: isJoined)
    }

    /// The last state that is named before a document in its sentence.
    private func nearest(before mention: DocumentMention, in sentence: Range<Int>) -> CountryCode? {
        reading.places(in: sentence.lowerBound..<mention.phrase).last { $0.kind == .name && !isLocation($0) }?.country
    }

    private static let decidedKinds: Set<Agreement.Kind> = [
        .other, .declaration, .statement, .program, .plan, .roadmap,
    ]
}
