import Grammar
import Model

/// One who meets several, and several of whom each meets another, told in one mention.
extension Story {
    /// "встретится с президентом и премьером": one of ours meets several of theirs one by one. The mentions of an encounter each; none where
    /// nobody knows of whom it is.
    func split(_ told: EncounterMention) -> [EncounterMention] {
        let mention = withoutUnnamed(told)
        return ofGroup(mention) ?? callsApart(mention) ?? withEach(mention) ?? byOccasion(mention)
            ?? ofOrganisations(mention) ?? parts(mention) ?? guestsApart(mention) ?? byStop(mention)
            ?? ofUntoldSubject(mention) ?? (isOfSides(mention) ? [mention] : nil) ?? hostsApart(mention)
            ?? companyApart(mention) ?? [mention]
    }

    /// "с главой МИД Армении и другими чиновниками": with the one who is told.
    private func withoutUnnamed(_ told: EncounterMention) -> EncounterMention {
        guard let one = told.actors.first(where: { $0.link == .with }), !one.isVague, one.country != nil,
            one.kind == .person || one.kind == .office
        else { return told }
        var mention = told
        mention.actors.removeAll { $0.isVague && $0.link == .with }
        // "генсек и послы НАТО встретятся со спикером": likewise of those who act.
        if mention.actors.contains(where: { $0.link == .bare && $0.kind == .person }) {
            mention.actors.removeAll { $0.isVague && $0.link == .bare }
        }
        return mention
    }

    /// "встреча глав МИД ШОС" is one of the organisation; "встречи с главами других стран" are none.
    private func ofGroup(_ mention: EncounterMention) -> [EncounterMention]? {
        guard mention.kind == .talks || mention.kind == .call, let group = mention.actors.first(where: \.isVague)
        else { return nil }
        // "двусторонние встречи с главами МИД стран ШОС": with whom is not told.
        if mention.isSeveral, group.link == .with { return [] }
        var part = mention
        part.orgs = cast.organisations(of: group)
        part.kind = group.level == .headOfState ? .summit : .session
        part.level = part.level ?? group.level
        return part.orgs.isEmpty ? [] : [part]
    }

    /// "телефонные переговоры с А, а также с Б": one call to each.
    private func callsApart(_ mention: EncounterMention) -> [EncounterMention]? {
        let called = mention.actors.filter { $0.link == .with && $0.kind == .person }
        let (document, marks) = (cast.reading.document, cast.reading.marks)
        guard mention.kind == .call, called.count > 1, Set(called.compactMap(\.country)).count == called.count,
            called.allSatisfy({
                let first = $0.range.lowerBound
                return !document.marks(marks.encounters.with, in: max(0, first - 2)..<first).isEmpty
            })
        else { return nil }
        return called.map { one in
            mention.among(mention.actors.filter { $0.link != .with || $0.range == one.range })
        }
    }

    /// "с каждым из них он побеседовал"
    private func withEach(_ mention: EncounterMention) -> [EncounterMention]? {
        guard mention.isWithEach, var one = mention.actors.first(where: { $0.link != .with }), mention.kind == .talks
        else { return nil }
        let others = cast.others(before: mention, than: one)
        guard others.count > 1 else { return [] }
        // "В Вену прилетел А. Там были Б и В. С каждым он побеседовал": whoever travels, where the others are subjects too.
        if one.kind == .pronoun, others.contains(where: { $0.cases.contains(.nomn) }) {
            let states = others.compactMap(\.country)
            guard let hero = cast.traveller(before: mention.clause.lowerBound, besides: states) else { return [] }
            one = hero
        }
        return others.map { mention.among([one, $0]) }
    }

    /// "встречались в мае в Осло и в июне в Риме"
    private func byOccasion(_ mention: EncounterMention) -> [EncounterMention]? {
        guard mention.occasions.count > 1 else { return nil }
        return mention.occasions.flatMap { occasion in
            var part = mention
            part.occasions = []
            (part.date, part.place) = (occasion.date, part.kind == .call ? nil : occasion.place)
            return split(part)
        }
    }

    /// "саммиты ШОС и БРИКС"
    private func ofOrganisations(_ mention: EncounterMention) -> [EncounterMention]? {
        guard mention.isOfEach else { return nil }
        return mention.orgs.map { organisation in
            var part = mention
            part.orgs = [organisation]
            return part
        }
    }

    /// "принял президента А, а также президента Б": two of two states come one by one; more are received together.
    private func guestsApart(_ mention: EncounterMention) -> [EncounterMention]? {
        guard mention.isReception, let host = mention.actors.first else { return nil }
        let guests = mention.actors.dropFirst().filter { $0.kind == .person || $0.kind == .office }
        guard guests.count == 2, Set(guests.compactMap(\.country)).count == 2 else { return nil }
        return guests.map { mention.among([host, $0]) }
    }

    /// "посетил Осло и Ригу"
    private func byStop(_ mention: EncounterMention) -> [EncounterMention]? {
        guard !mention.stops.isEmpty else { return nil }
        return mention.stops.map { stop in
            var part = mention
            part.place = stop
            part.countries = [stop.country].compactMap { $0 }
            return part
        }
    }

    /// "затем встреча с эмирами А и Б": whoever the tale is about meets them one by one.
    private func ofUntoldSubject(_ mention: EncounterMention) -> [EncounterMention]? {
        let company = mention.company
        guard mention.kind == .talks || mention.kind == .call, company.count > 1,
            company.count == mention.actors.count, Set(company.map(\.country)).count > 1
        else { return nil }
        guard
            let subject = cast.hero(of: mention, besides: company.compactMap(\.country)) ?? holding(besides: company)
        else { return [] }
        return company.map { mention.among([subject, $0]) }
    }

    /// "С гостем встретились спикер парламента А и премьер Б": each of several officials of one state by himself.
    private func hostsApart(_ mention: EncounterMention) -> [EncounterMention]? {
        let hosts = mention.actors.filter { $0.link != .with }
        guard mention.isVerbal, mention.kind == .talks, mention.actors.count - hosts.count == 1, hosts.count > 1,
            hosts.allSatisfy({ $0.kind == .person && $0.country != nil && $0.country == hosts[0].country }),
            Set(hosts.map(\.level)).count == hosts.count, hosts.contains(where: \.level.isLeader)
        else { return nil }
        return hosts.map { host in mention.among([host] + mention.actors.filter { $0.link == .with }) }
    }

    /// "встретился с А, Б и В" of several states, or with several officials of one.
    private func companyApart(_ mention: EncounterMention) -> [EncounterMention]? {
        let company = mention.company
        // "поговорил по телефону с А и Б": with one after the other.
        let isOfCalls =
            mention.kind == .call && (mention.isVerbal || mention.isSeveral)
            && Set(company.compactMap(\.country)).count > 1
        let others = mention.actors.filter { $0.link != .with }
        guard mention.kind == .talks || isOfCalls, company.count > 1, others.count <= 1,
            mention.isSeveral || !areColleagues(company) && areOneByOne(company, mention)
        else { return nil }
        return settings(of: company, mention).map { other, part in
            part.among((meeting(other, behindDashIn: mention).map { [$0] } ?? others) + [other])
        }
    }

    /// "президент встретился с А, а министр – с Б": who meets him before whom a dash stands for the verb.
    private func meeting(_ other: Actor, behindDashIn mention: EncounterMention) -> Actor? {
        let document = cast.reading.document
        // "– с Б"
        let dash = (max(mention.clause.lowerBound, other.range.lowerBound - 3)..<other.range.lowerBound).last {
            document.isDash($0)
        }
        guard let dash, let subject = cast.actors.last(where: { $0.range.upperBound <= dash }),
            subject.range.upperBound == dash, subject.isSubject, subject.kind == .person || subject.kind == .office
        else { return nil }
        return subject
    }

    /// Several who are met in turn, as far as their words, states and offices tell.
    private func areOneByOne(_ company: [Actor], _ mention: EncounterMention) -> Bool {
        areApart(company) || company.count > 2 && !mention.isSingle
            || Set(company.compactMap(\.country)).count <= 1 || areUnequal(company)
            || (mention.isVerbal || mention.isOpenNoun) && !isOfThree(mention)
    }

    /// "3 мая в Осло встретился с А, а 5 мая в Риге – с Б": each at the time and the place told before him, where a dash stands for
    /// the verb.
    private func settings(of company: [Actor], _ mention: EncounterMention) -> [(Actor, EncounterMention)] {
        let reading = cast.reading
        let dashes = (mention.trigger.upperBound..<max(mention.trigger.upperBound, mention.clause.upperBound)).filter {
            reading.document.isDash($0)
        }
        guard let dash = dashes.first, company.first.map({ $0.range.upperBound <= dash }) ?? false else {
            return company.map { ($0, mention) }
        }
        var from = mention.clause.lowerBound
        return company.map { other in
            let own = from..<max(from, other.range.lowerBound)
            from = other.range.upperBound
            var part = mention
            let isBehindDash = dashes.contains { own.contains($0) }
            let day = reading.dates(in: own).last { $0.role == .time && $0.date != nil }?.date
            let place = reading.place(in: own)
            // "а премьер – с Б", of no day and no place: on the same.
            let isElsewhere = isBehindDash && (day != nil || place != nil)
            part.date = day ?? (isElsewhere ? nil : mention.date)
            part.place = place ?? (isElsewhere ? nil : mention.place)
            return (other, part)
        }
    }

    /// Who has had a number of talks, as the one who meets others.
    private func holding(besides others: [Actor]) -> Actor? {
        guard let holder, let person = holder.person, let home = holder.country,
            !others.contains(where: { $0.country == home || $0.person == person })
        else { return nil }
        return cast.actors.last { $0.person == person }.map { told in
            var actor = told
            (actor.link, actor.cases, actor.country) = (.bare, .nomn, home)
            return actor
        }
    }

    /// "трехсторонняя встреча", told anywhere in the article.
    private func isOfThree(_ mention: EncounterMention) -> Bool {
        !cast.reading.document.marks(cast.reading.marks.encounters.three).isEmpty
    }

    /// "в трехсторонней встрече с министрами Турции и Ирана": one with all.
    func isOfSides(_ mention: EncounterMention) -> Bool {
        !cast.reading.document.marks(
            cast.reading.marks.encounters.three,
            in: max(0, mention.trigger.lowerBound - 2)..<mention.trigger.upperBound
        ).isEmpty
    }

    /// "с А, а также с Б": each behind a preposition of his own.
    private func areApart(_ company: [Actor]) -> Bool {
        let (document, marks) = (cast.reading.document, cast.reading.marks)
        return company.dropFirst().allSatisfy { actor in
            let with = actor.range.lowerBound - 1
            return document.mark(at: with, marks.encounters.with) != nil
                && document.mark(at: with - 1, marks.encounters.join) != nil
        }
    }

    /// "с депутатом А и депутатом Б": officials of one state and below its ministers, who come together.
    private func areColleagues(_ company: [Actor]) -> Bool {
        company.allSatisfy { actor in
            actor.country != nil && actor.country == company[0].country && actor.kind == .person
                && ![.foreignMinister, .minister, .deputyPrimeMinister, .speaker].contains(actor.office)
                && !actor.level.isLeader
        } && company.dropFirst().allSatisfy(\.isCoordinated)
    }

    /// A head of state or of government and a minister: nobody sits down with both at once.
    private func areUnequal(_ company: [Actor]) -> Bool {
        company.allSatisfy { $0.level != nil } && company.contains(where: \.level.isLeader)
            && !company.allSatisfy(\.level.isLeader)
    }

    /// "с президентами пяти стран региона – Кении, Чили, Перу": all of them, whose states are only told one by one.
    private func isEnumerated(_ group: Actor) -> Bool {
        let document = cast.reading.document
        return group.range.contains {
            document.isDash($0) || document.isMark($0, ":") || document.isMark($0, "(")
        }
    }

    /// "в формате «3+3»": a number that tells how many sit together.
    private func isInFormat(_ mention: EncounterMention) -> Bool {
        let document = cast.reading.document
        return document.marks(cast.reading.marks.encounters.format, in: mention.clause).contains { mark in
            (mark.end..<min(document.tokens.count, mark.end + 3)).contains {
                document.tokens[$0].shape.contains(.digits)
            }
        }
    }

    /// "встретился с лидерами Бразилии, Египта и Сербии": one meets the holders of an office of several states one by one.
    private func parts(_ mention: EncounterMention) -> [EncounterMention]? {
        // "министры Лаоса и Индонезии провели телефонные переговоры с коллегой": each his own.
        if mention.kind == .call,
            let group = mention.actors.first(where: { $0.link == .bare && $0.kind == .group && $0.countries.count > 1 }
            ),
            mention.actors.contains(where: { $0.link == .with && ($0.kind == .person || $0.kind == .office) })
        {
            let others = mention.actors.filter { $0.range != group.range }
            return group.countries.map { mention.among([cast.member(of: group, from: $0)] + others) }
        }
        guard mention.kind == .talks && !mention.isSingle && !isOfSides(mention) || mention.kind == .call,
            let group = mention.actors.first(where: { $0.link == .with && $0.kind == .group && $0.countries.count > 1 }
            ),
            !isEnumerated(group) && !isInFormat(mention) || mention.isSeveral
        else { return nil }
        var others = mention.actors.filter { $0.range != group.range }
        if others.isEmpty, let subject = cast.subject(before: mention.clause.lowerBound, besides: group.countries) {
            others = [subject]
        }
        let company = others.filter { $0.link == .with }
        others.removeAll { $0.link == .with }
        // "прорабатываются встречи с министрами Грузии и Армении": nobody knows whose.
        if others.isEmpty, company.isEmpty, !mention.isSingle { return [] }
        guard others.count == 1, !others[0].isPlural else { return nil }
        return company.map { mention.among(others + [$0]) }
            + group.countries.map { mention.among(others + [cast.member(of: group, from: $0)]) }
    }
}

extension EncounterMention {
    /// Those with whom somebody meets, by name or by office.
    fileprivate var company: [Actor] {
        actors.filter { $0.link == .with && ($0.kind == .person || $0.kind == .office) }
    }

    /// The same encounter of some only.
    fileprivate func among(_ actors: [Actor]) -> EncounterMention {
        var part = self
        part.actors = actors
        return part
    }
}
