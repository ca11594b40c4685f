import Grammar
import Model
import Morphology

/// A host and his guests: "принял президента", "гость был принят премьером", "принял послов одного за другим".
extension Reading {
    func mentions(receiving mark: Mark, _ scene: EncounterScene, besides: [EncounterMention])
        -> [EncounterMention]
    {
        // "принимает участие" receives nobody.
        let takesPart = all(marks.encounters.attend, in: scene.clause).contains {
            verbTense(of: $0.first) == nil && cases(ofWord: $0.first).contains(.accs)
                && !isBehindPreposition($0.first, scene.clause.part(of: $0.first))
        }
        if value(mark) == "welcome", !document.marks(marks.encounters.arrival, in: scene.sentence).isEmpty {
            return []
        }
        guard !takesPart, let tense = verbTense(of: mark.first), tense != .infinitive else { return [] }
        var hosts = subjects(of: mark.first, scene)
        // "гость был принят президентом", "президентом был принят гость"
        let isBehind = hosts.first.map { $0.range.lowerBound >= mark.end } ?? false
        let agents = scene.actors.filter {
            $0.link == .bare && $0.kind == .person && $0.cases.contains(.ablt)
                && ($0.range.lowerBound >= mark.end) != isBehind && !(isBehind && $0.cases.contains(.nomn))
        }
        if document.word(mark.first)?.can(be: [.prts, .pssv]) == true, let agent = agents.first, let guest = hosts.first
        {
            // "был принят президентом и спикером": by each.
            let others = agents.dropFirst().prefix(while: \.isCoordinated)
            return ([agent] + others).map { reception(mark, scene, [$0], [guest], tense) }
        }
        // "приглашение принято": nobody is told to have received anybody.
        if document.word(mark.first)?.can(be: [.prts, .pssv]) == true, agents.isEmpty { return [] }
        // "прибыл министр, его принял президент", "его за ужином принял президент"
        if let guest = scene.actors.last(where: { $0.range.upperBound <= mark.first }), guest.kind == .pronoun,
            mark.first - guest.range.upperBound <= Self.reachOfPronoun,
            guest.cases.contains(.accs), !guest.isPlural,
            let host = scene.actors.first(where: { $0.range.lowerBound >= mark.end && $0.isSubject }),
            host.range.lowerBound - mark.end <= 3, host.kind == .person || host.kind == .office
        {
            let before = scene.actors.last {
                $0.range.upperBound < guest.range.lowerBound && $0.isSubject && $0.kind == .person
            }
            return [reception(mark, scene, [host], [before ?? holder(meantBy: guest, scene)], tense)]
        }
        // "Бачелет примет Барак Обама": of a name of one form before the verb and a nominative behind it, this one receives.
        if let first = hosts.first, hosts.count == 1, first.range.upperBound <= mark.first, first.cases.contains(.accs),
            let behind = scene.actors.first(where: { $0.range.lowerBound >= mark.end }), behind.kind == .person,
            behind.range.lowerBound - mark.end <= 3, behind.isSubject, !behind.cases.contains(.accs)
        {
            hosts = [behind]
        }
        hosts = hosts.filter { !$0.cases.isEmpty }
        let guests = scene.actors.filter { actor in
            !hosts.contains { $0.range == actor.range } && actor.link == .bare && actor.cases.contains(.accs)
                && (actor.isCompany || actor.kind == .delegation && !actor.isPlural)
                // "гостей приветствовал спикер": nobody in particular; "гостей принял президент": those who have come.
                && (actor.kind != .guest || !actor.isPlural || value(mark) != "welcome")
                && (actor.kind != .pronoun || abs(actor.range.lowerBound - mark.first) <= 3)
        }
        let chain = chained(withoutStandIn(guests))
        // "премьера Кении приняли посол Кении и министр Чили": met by his own people where he arrived.
        if hosts.count > 1, let home = chain.first?.country, hosts.contains(where: { $0.country == home }) { return [] }
        guard let host = hosts.first, [.person, .office, .pronoun].contains(host.kind), let guest = guests.first else {
            return []
        }
        // "лидеров стран приветствовал президент": at the door, one by one.
        if value(mark) == "welcome", chain.contains(where: { $0.kind == .group }) { return [] }
        if besides.contains(where: { $0.isAsserted && $0.kind != .talks }), guest.kind != .person,
            guest.kind != .office || guest.country == nil
        {
            return []
        }
        // "делегацию приняли президент и спикер": each by himself.
        let receivers =
            hosts.count > 1
                && hosts.allSatisfy {
                    $0.kind == .person && $0.country == host.country && ($0.level.isLeader || $0.office == .speaker)
                }
                && Set(hosts.map(\.office)).count == hosts.count ? hosts.map { [$0] } : [hosts]
        return receivers.map { reception(mark, scene, $0, chain, tense) }
            + later(guests, behind: chain, mark, scene, hosts, tense)
    }

    /// Tokens between a pronoun and the verb: "его на дружеском ужине принял".
    private static let reachOfPronoun = 4

    /// "министр вылетит в Берлин, где его примет канцлер": of the office that acts before in the sentence.
    private func holder(meantBy guest: Actor, _ scene: EncounterScene) -> Actor {
        let acting = scene.all.last { $0.range.upperBound < guest.range.lowerBound && $0.isSubject }
        guard let acting, acting.kind == .office, acting.country == nil else {
            return acting?.kind == .person ? acting! : guest
        }
        var holder = guest
        (holder.office, holder.level) = (acting.office, acting.level)
        return holder
    }

    /// "принял высокого гостя из Италии – президента А": the one whom the dash names, and no guest told before.
    private func withoutStandIn(_ guests: [Actor]) -> [Actor] {
        guard let guest = guests.first, guest.kind == .guest, let named = guests.dropFirst().first,
            named.kind == .person,
            case let between = guest.range.upperBound..<max(guest.range.upperBound, named.range.lowerBound),
            between.contains(where: { document.isDash($0) }), !between.contains(where: { isFiniteVerb($0) })
        else { return guests }
        return Array(guests.dropFirst())
    }

    /// "принял министра А, а в пятницу – президента Б": the next guest of the same host, on a day of his own.
    private func later(
        _ guests: [Actor], behind chain: [Actor], _ mark: Mark, _ scene: EncounterScene, _ hosts: [Actor],
        _ tense: Tense
    ) -> [EncounterMention] {
        guard let last = chain.last, let next = guests.first(where: { $0.range.lowerBound >= last.range.upperBound })
        else { return [] }
        let between = last.range.upperBound..<max(last.range.upperBound, next.range.lowerBound)
        guard between.count > 1, document.isDash(between.upperBound - 1), !between.contains(where: { isFiniteVerb($0) })
        else { return [] }
        let others = chained(guests.filter { $0.range.lowerBound >= next.range.lowerBound })
        var mention = reception(mark, scene, hosts, others, tense)
        mention.date = timeTold(in: between)?.date
        if let date = mention.date, let publishedOn, date > publishedOn { mention.status = .planned }
        return [mention]
    }

    /// "принял министра, прибывшего на заседание Совета министров": he, and those listed behind him.
    private func chained(_ guests: [Actor]) -> [Actor] {
        guard var last = guests.first else { return [] }
        var chain = [last]
        for guest in guests.dropFirst() {
            let between = last.range.upperBound..<max(last.range.upperBound, guest.range.lowerBound)
            let isParted = between.contains { token in
                isFiniteVerb(token) || isShortPreposition(token) || document.isDash(token)
                    || document.word(token)?.parses[0].tag.grammemes.contains(.prtf) == true
            }
            if isParted { break }
            chain.append(guest)
            last = guest
        }
        return chain
    }

    /// "принял послов Швеции и Норвегии": ambassadors come one by one.
    func oneByOne(_ mention: EncounterMention) -> [EncounterMention] {
        let guests = mention.actors.dropFirst().filter { $0.kind == .person || $0.kind == .office }
        let isOneByOne = !document.marks(marks.encounters.bilateral, in: mention.clause).isEmpty
        let isApart = isOneByOne || guests.allSatisfy { $0.office == .ambassador }
        // "принял по отдельности послов А и Б и поверенного"
        if mention.isReception, let host = mention.actors.first, isApart, guests.count > 1,
            guests.count == mention.actors.count - 1, Set(guests.map(\.country)).count == guests.count
        {
            return guests.map { guest in
                var part = mention
                part.actors = [host, guest]
                return part
            }
        }
        guard
            let group = mention.actors.last(where: {
                // "поочередно принял президентов Грузии и Армении"
                $0.kind == .group && ($0.office == .ambassador || mention.isReception && isOneByOne)
            }),
            group.countries.count > 1
        else { return [mention] }
        return group.countries.map { country in
            var part = mention
            part.actors = mention.actors.filter { $0.range != group.range } + [envoy(of: group, from: country)]
            return part
        }
    }

    private func reception(_ mark: Mark, _ scene: EncounterScene, _ hosts: [Actor], _ guests: [Actor], _ tense: Tense)
        -> EncounterMention
    {
        let isComing = (max(scene.clause.lowerBound, mark.first - 3)..<mark.first).contains {
            document.word($0)?.can(be: [.verb, .futr, .impf]) ?? false
        }
        return told(
            .talks, "receive", by: mark.range, unique(hosts + guests), scene, near: mark.first,
            tense: isComing ? .future : tense, isVerbal: false, isReception: hosts.count == 1,
            host: hosts.first?.country)
    }
}
