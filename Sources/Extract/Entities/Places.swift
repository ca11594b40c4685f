import Grammar
import Model
import Morphology

/// A word that stands for a country or lies in one.
struct PlaceMention {
    enum Kind { case name, adjective, people, capital, seat, city }

    let range: Range<Int>
    let kind: Kind
    let country: CountryCode
    /// Nominative, for capitals, seats and cities.
    let city: String?

    /// Whether it stands for its state: a name, an adjective, a people, a capital or a seat of power, but no other town.
    var standsForState: Bool { kind != .city }
}

extension Reading {
    /// Finds countries by name, adjective and people, capitals, seats of power and cities.
    func readPlaces() {
        var found: [PlaceMention] = []
        found.reserveCapacity(document.tokens.count / 16)
        var taken = Array(repeating: false, count: document.tokens.count)
        // "долларов США" names a currency, and a noise line nothing.
        for amount in amounts { for token in amount.core { taken[token] = true } }
        // "курс китайского юаня": nor does a currency that stands alone.
        for currency in document.marks(marks.currency) {
            if currency.range.count > 1 { for token in currency.range { taken[token] = true } }
            // "кубинских песо"
            if document.mark(at: currency.first - 1, marks.countryAdjective) != nil { taken[currency.first - 1] = true }
        }
        // Nor does a state's name within a longer one: "Латинская Америка", "Азиатский банк развития".
        for longer in document.marks(marks.organisation) + document.marks(marks.region) where longer.range.count > 1 {
            for token in longer.range { taken[token] = true }
        }
        for at in document.tokens.indices where !taken[at] && !frame.isNoise[at] {
            let isCompound = document.tokens[at].shape.contains(.hyphen)
            if document.mayHave(marks.placeNames, at: at) || isCompound {
                let before = found.count
                if let state = state(at: at) {
                    found.append(state)
                } else if isCompound, let parts = compound(at: at) {
                    found += parts
                } else if let place = place(at: at) {
                    found.append(place)
                }
                if found.count > before {
                    for token in found[before].range { taken[token] = true }
                    continue
                }
            }
            guard document.mayHave(marks.standIns, at: at) else { continue }
            if let province = province(at: at) {
                provinces.append(province)
                // "Внутренняя Монголия" is no Mongolia.
                for token in province.range { taken[token] = true }
            }
            if let firm = firm(at: at) { firms.append(firm) }
        }
        places = found
        settleSharedNames()
    }

    /// "РК" is the Republic of Korea in an article that speaks of Korea and nowhere else of Kazakhstan.
    private func settleSharedNames() {
        let shared = places.indices.filter {
            document.mark(at: places[$0].range.lowerBound, marks.countryShared) != nil
        }
        guard !shared.isEmpty else { return }
        let others = Set(places.indices.filter { !shared.contains($0) }.map { places[$0].country })
        for index in shared {
            guard let mark = document.mark(at: places[index].range.lowerBound, marks.countryShared),
                let other = CountryCode(value(mark)), others.contains(other), !others.contains(places[index].country)
            else { continue }
            places[index] = PlaceMention(
                range: places[index].range, kind: places[index].kind, country: other, city: places[index].city)
        }
    }

    /// A state by its name.
    private func state(at: Int) -> PlaceMention? {
        if let mark = document.mark(at: at, marks.country), let code = CountryCode(value(mark)),
            mark.range.count > 1 || !isSurname(at), !isAbbreviation(at)
        {
            return PlaceMention(range: mark.range, kind: .name, country: code, city: nil)
        }
        return nil
    }

    /// What else names a state or lies in one.
    private func place(at: Int) -> PlaceMention? {
        if let mark = document.mark(at: at, marks.seat), let (code, city) = codeAndCity(mark) {
            return PlaceMention(range: mark.range, kind: .seat, country: code, city: city)
        }
        if isGivenName(at) { return nil }
        if let mark = document.mark(at: at, marks.countryCapital), let code = CountryCode(value(mark)) {
            // By the name it is called here: a capital that was renamed keeps the one of its time.
            return PlaceMention(range: mark.range, kind: .capital, country: code, city: capitalName(mark))
        }
        if let mark = document.mark(at: at, marks.countryAdjective), let code = CountryCode(value(mark)),
            document.word(at)?.can(be: .adjf) == true
        {
            return PlaceMention(range: mark.range, kind: .adjective, country: code, city: nil)
        }
        if let mark = document.mark(at: at, marks.countryPeople), let code = CountryCode(value(mark)) {
            return PlaceMention(range: mark.range, kind: .people, country: code, city: nil)
        }
        // "Ван дер Беллен" is from no Van.
        if let mark = document.mark(at: at, marks.city), !isSurname(at),
            document.mark(at: mark.end, marks.nameParticle).map({ document.isCapitalized($0.end) }) != true,
            let (code, city) = codeAndCity(mark)
        {
            return PlaceMention(range: mark.range, kind: .city, country: code, city: city)
        }
        return nil
    }

    /// "ГУАМ" is an organisation, and "Гуам" an island.
    private func isAbbreviation(_ token: Int) -> Bool {
        document.tokens[token].shape.contains(.upper)
            && document.mark(at: token, marks.organisation).map { $0.end == token + 1 } ?? false
    }

    /// The name of a state, a city or an office behind a given name is a surname: "Мартин Куба", "Игорь Бабушкин".
    func isSurname(_ token: Int) -> Bool {
        guard token > 0, !document.tokens[token].shape.contains(.lineStart),
            document.tokens[token - 1].shape.contains(.capitalized), let before = document.word(token - 1)
        else { return false }
        // "министр ИД Латвии": an abbreviation.
        if document.tokens[token - 1].shape.contains(.upper), !document.tokens[token].shape.contains(.upper),
            document.tokens[token - 1].span.length > 1
        {
            return false
        }
        // "Халк Маслахаты Туркменистана": a guess of the word before is not enough.
        return before.isKnown && before.readings[0].contains(.name)
    }

    /// "посол Милан Бачевич": a city's name that is also a given one, before what is no word but a surname.
    private func isGivenName(_ token: Int) -> Bool {
        guard token + 1 < document.tokens.count, let word = document.word(token), let next = document.word(token + 1),
            document.tokens[token].shape.contains(.capitalized),
            document.tokens[token + 1].shape.contains(.capitalized),
            document.tokens[token + 1].shape.isDisjoint(with: [.lineStart, .upper, .latin]),
            document.word(token - 1)?.can(be: .prep) != true,
            word.isKnown && word.can(be: .name) || document.mark(at: token, marks.annotation.given) != nil
                || agrees(word, withSurname: next)
        else { return false }
        return !next.isKnown || next.can(be: .surn) && !next.can(be: .geox)
    }

    /// "встретился с генсеком Багдадом Амреевым": no place stands so in the case of the name behind it.
    private func agrees(_ place: Word, withSurname name: Word) -> Bool {
        [Grammemes.nomn, .ablt].contains { form in
            let single = Grammemes.noun.union(.sing).union(form)
            return (form != .nomn || name.readings[0].contains(.surn)) && place.can(be: single) && !place.can(be: .fixd)
                && name.can(be: single.union(.surn))
                && !name.can(be: .fixd)
        }
    }

    /// "казахско-таджикский", "Грузия-Казахстан": both halves, each with the whole token's range.
    private func compound(at: Int) -> [PlaceMention]? {
        guard let word = document.word(at) else { return nil }
        func mentions(_ parts: [StatePart], _ kind: (StatePart) -> PlaceMention.Kind) -> [PlaceMention] {
            parts.compactMap { part in
                part.country.map {
                    PlaceMention(range: at..<at + 1, kind: kind(part), country: $0, city: part.city)
                }
            }
        }
        let halves = mentions(hyphenatedStates(of: word).halves) { _ in .adjective }
        if !halves.isEmpty { return halves }
        let names = mentions(joinedNames(at: at)) { $0.city == nil ? .name : .capital }
        return names.isEmpty ? nil : names
    }

    /// "Гомельская область", "брянский губернатор", "Татарстан"
    private func province(at: Int) -> PlaceMention? {
        if let mark = document.mark(at: at, marks.provinceName), let code = CountryCode(value(mark)) {
            return PlaceMention(range: mark.range, kind: .city, country: code, city: nil)
        }
        guard let mark = document.mark(at: at, marks.provinceAdjective), let code = CountryCode(value(mark)),
            document.word(at)?.can(be: .adjf) == true
        else { return nil }
        if document.tokens[at].shape.contains(.capitalized),
            !(mark.end..<min(mark.end + 3, document.tokens.count)).contains(where: {
                document.mark(at: $0, marks.province) != nil
            })
        {
            return nil
        }
        return PlaceMention(range: mark.range, kind: .city, country: code, city: nil)
    }

    /// "«Газпром» и Boeing": by the state where it is at home.
    private func firm(at: Int) -> PlaceMention? {
        guard let mark = document.mark(at: at, marks.firm), let code = CountryCode(value(mark)) else { return nil }
        return PlaceMention(range: mark.range, kind: .city, country: code, city: nil)
    }

    private func codeAndCity(_ mark: Mark) -> (CountryCode, String)? {
        let fields = fields(mark)
        guard fields.count >= 2, let code = CountryCode(fields[0]) else { return nil }
        return (code, fields[1])
    }

    private func capitalName(_ mark: Mark) -> String { document.lexicon.entries[Int(mark.entry)].phrase }

    /// What the cities could be called that an adjective comes from, by what its ending may have replaced.
    func cityStems(of word: Word) -> [String] {
        word.parses.prefix(2).filter { $0.tag.grammemes.contains(.adjf) }
            .flatMap { language.cityStems(ofAdjective: $0.lemma) }
    }

    /// The city of a name, with the code of its country.
    func cityRow(_ name: String) -> (country: String, name: String)? {
        guard let value = document.lexicon.value(of: name, marks.city) else { return nil }
        let fields = value.split(separator: ";").map(String.init)
        return fields.count >= 2 ? (fields[0], fields[1]) : nil
    }

    /// The countries that the article mentions, with how often, by code.
    func countries() -> [CountryMention] {
        var counts = CountryTally()
        for place in places where place.standsForState { counts.add(to: place.country) }
        return counts.map { CountryMention(code: $0.code, mentions: $0.count) }.sorted { $0.code < $1.code }
    }

    func places(in range: Range<Int>) -> [PlaceMention] { Self.copied(placeSlice(range)) }

    /// The same without a copy, for what asks every sentence.
    func placeSlice(_ range: Range<Int>) -> ArraySlice<PlaceMention> { Self.mentions(places, in: range) }

    /// The places that stand for their states.
    func states(in range: Range<Int>) -> [PlaceMention] { placeSlice(range).filter(\.standsForState) }

    func provinces(in range: Range<Int>) -> [PlaceMention] { Self.copied(Self.mentions(provinces, in: range)) }

    func firms(in range: Range<Int>) -> [PlaceMention] { Self.copied(Self.mentions(firms, in: range)) }

    /// Provinces and firms, which deal for their state without naming it.
    func standIns(in range: Range<Int>) -> [PlaceMention] { provinces(in: range) + firms(in: range) }

    /// Most ranges have none: to make an array even of nothing takes a cast.
    private static func copied(_ mentions: ArraySlice<PlaceMention>) -> [PlaceMention] {
        mentions.isEmpty ? [] : Array(mentions)
    }

    private static func mentions(_ places: [PlaceMention], in range: Range<Int>) -> ArraySlice<PlaceMention> {
        guard let last = places.last, range.lowerBound <= last.range.lowerBound,
            places[0].range.lowerBound < range.upperBound
        else { return [] }
        let low = places.lowerBound { $0.range.lowerBound < range.lowerBound }
        var high = low
        while high < places.count, places[high].range.lowerBound < range.upperBound { high += 1 }
        return places[low..<high]
    }
}
