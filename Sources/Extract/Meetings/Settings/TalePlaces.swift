import Grammar
import Model

/// Where encounters are whose own sentences do not say it: in the one city of the article, where its headline or its dateline
/// sets it.
extension Reading {
    /// Completes the places of encounters by what the article says elsewhere.
    func completePlaces(_ clusters: inout [EncounterCluster], _ story: Story) {
        setHeadlinePlace(&clusters, story)
        let cities = citiesOfTale()
        let dateline = dateline()
        for index in clusters.indices where clusters[index].status != .cancelled && !clusters[index].isDetached {
            let cluster = clusters[index]
            guard cluster.kind != .call, cluster.place?.city == nil, isOfTale(cluster.date, story) else { continue }
            guard let country = cluster.place?.country ?? cluster.host else {
                // Whoever writes from abroad is where the guest or the host of those who meet is at home; so is the correspondent
                // of a paper, on the day that he writes of or at an assembly.
                if cluster.status == .held, let dateline,
                    dateline.isAbroad || isOnSpot(dateline, cluster),
                    dateline.place.country.map(cluster.countries.contains) == true
                {
                    clusters[index].place = dateline.place
                }
                continue
            }
            if cluster.status == .held, cluster.place != nil, let city = cities[country], city.count == 1 {
                clusters[index].place = Place(city: city.first, country: country)
            } else if cluster.status == .held, let dateline, dateline.place.country == country,
                dateline.isCapital || EncounterCluster.agree(cluster.date, publishedOn)
            {
                clusters[index].place = dateline.place
            }
        }
    }

    /// "прилетел в Ташкент, где запланированы встречи с главой МИД Ирана и президентом Узбекистана": what is to come in one breath and
    /// with one of those there is to come there.
    func shareStops(_ clusters: inout [EncounterCluster]) {
        for index in clusters.indices
        where clusters[index].kind == .talks && clusters[index].status == .planned && clusters[index].place == nil {
            let one = clusters[index]
            let other = clusters.first { other in
                other.kind == .talks && other.status == .planned && other.place?.city != nil
                    && other.place?.country.map(other.countries.contains) == true && other.date == one.date
                    && !other.persons.isDisjoint(with: one.persons)
                    && !Set(other.evidence).isDisjoint(with: one.evidence)
            }
            if let other { clusters[index].place = other.place }
        }
    }

    /// "Улан-Батор, 29 октября. Президенты провели сегодня переговоры": written by no agency, on the day or at an assembly.
    private func isOnSpot(_ dateline: Dateline, _ cluster: EncounterCluster) -> Bool {
        guard dateline.home == nil else { return false }
        return [.session, .forum, .summit].contains(cluster.kind)
            || cluster.date?.isDay == true && cluster.date == publishedOn
    }

    /// By state the cities that the article tells something to happen in.
    private func citiesOfTale() -> [CountryCode: Set<String>] {
        var cities: [CountryCode: Set<String>] = [:]
        for place in places where !frame.isNoise[place.range.lowerBound] && !isDateline(place) {
            guard let city = place.city, place.kind != .adjective, place.kind == .seat || isSetting(place),
                !isYetToCome(place)
            else { continue }
            cities[place.country, default: []].insert(city)
        }
        return cities
    }

    /// "Завтра премьер посетит Луксор": nothing has happened there by now.
    private func isYetToCome(_ place: PlaceMention) -> Bool {
        let (token, sentence) = (place.range.lowerBound, document.sentence(of: place.range.lowerBound))
        let around =
            max(sentence.lowerBound, token - Self.reachOfVerb)..<min(sentence.upperBound, token + Self.reachOfVerb)
        let verbs = around.filter { isFiniteVerb($0) && document.mark(at: $0, marks.speech) == nil }
        return verbs.min { abs($0 - token) < abs($1 - token) }.map { verbTense(of: $0) == .future } ?? false
    }

    /// Tokens from a place to the verb that it stands with.
    private static let reachOfVerb = 12

    /// "В Ташкенте обсудили сотрудничество двух стран": the headline sets the first encounter of the tale in a state of one of its
    /// sides.
    private func setHeadlinePlace(_ clusters: inout [EncounterCluster], _ story: Story) {
        guard let line = headline(), let told = place(in: line), let country = told.country,
            let index = clusters.firstIndex(where: { $0.kind != .call && $0.countries.count + $0.orgs.count > 1 }),
            clusters[index].place == nil, clusters[index].host ?? country == country, !clusters[index].isDetached,
            clusters[index].countries.contains(country), isOfTale(clusters[index].date, story)
        else { return }
        // "В Бразилии ждут визита президента": of what is to come, and not of the talks that were.
        let isPlanned =
            !document.marks(marks.planned, in: line).isEmpty
            || document.marks(marks.encounters.go, in: line).contains { value($0) == "awaited" }
        guard clusters[index].status == (isPlanned ? .planned : .held) else { return }
        let kinds = [
            marks.encounters.confer, marks.encounters.meet, marks.encounters.receive, marks.encounters.happen,
            marks.encounters.hold,
        ]
        let tells =
            kinds.contains { !document.marks($0, in: line).isEmpty }
            || document.marks(marks.encounter, in: line).contains { value($0) != Meeting.Kind.visit.rawValue }
        if tells { clusters[index].place = told }
    }

    /// The title where the text repeats it, or a first line of a title's length.
    private func headline() -> Range<Int>? {
        if !frame.titleTokens.isEmpty { return frame.titleTokens }
        let end = document.tokens.indices.prefix(40).dropFirst()
            .first { document.tokens[$0].shape.contains(.lineStart) }
        return end.flatMap { document.isMark($0 - 1, ".") ? nil : 0..<$0 }
    }

    /// Of the days that the article is about, or of none that is told.
    private func isOfTale(_ date: PartialDate?, _ story: Story) -> Bool {
        if EncounterCluster.agree(date, story.today ?? publishedOn) { return true }
        guard let date, let publishedOn, date.isDay, publishedOn.isDay else { return false }
        return abs(date.dayNumber - publishedOn.dayNumber) <= Self.daysOfTale
    }

    /// A visit and what is told of it later.
    private static let daysOfTale = 7

    /// Something happens there, or somebody goes there.
    private func isSetting(_ place: PlaceMention) -> Bool {
        let sentence = document.sentence(of: place.range.lowerBound)
        return isLocative(place.range, sentence, .loct) || isLocative(place.range, sentence, .accs)
            || isVisited(place, sentence)
    }

    /// "Ашхабад посетил министр": the object of a verb of travel.
    private func isVisited(_ place: PlaceMention, _ sentence: Range<Int>) -> Bool {
        place.kind != .seat && cases(ofWord: place.range.upperBound - 1).contains(.accs)
            && !isBehindPreposition(place.range.lowerBound, sentence)
            && document.marks(
                marks.encounters.go,
                in: max(
                    sentence.lowerBound, place.range.lowerBound - 2)..<min(
                        sentence.upperBound, place.range.upperBound + 2)
            ).contains { value($0) == "object" && isFiniteVerb($0.first) }
    }
}
