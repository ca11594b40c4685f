import Grammar
import Model
import Morphology

/// Which words of a sentence, and which states of the article, tell whose a figure is.
extension FigureReader {
    /// The part of a clause that is about an amount: what comes behind it with an amount of its own is cut off, and
    /// a clause that a gerund or a relative opens takes in the one it hangs on.
    func scope(_ amount: Amount, clause: Range<Int>, sentence: Range<Int>, others: [Amount], triggers: [Trigger])
        -> Range<Int>
    {
        var scope = beforeParts(of: amount, beforeSpeech(clause, behind: amount), others)
        if let comma = commaBehind(amount, scope, others, triggers) { scope = scope.lowerBound..<comma }
        if let colon = colonBefore(amount, scope, triggers) { scope = colon + 1..<scope.upperBound }
        if let part = partOfRow(amount, scope, others) { scope = part }
        if let joint = nextDeed(amount, scope, others) { scope = scope.lowerBound..<joint }
        if let comma = commaBefore(amount, scope, others, triggers) { return comma + 1..<scope.upperBound }
        for _ in 0..<2
        where scope.lowerBound > sentence.lowerBound + 1 && hangsOn(scope.lowerBound)
            && reading.places(in: scope).isEmpty
        {
            let head = reading.clause(around: scope.lowerBound - 2, in: sentence)
            if !document.marks(marks.speech, in: head).isEmpty { break }
            scope = head.lowerBound..<scope.upperBound
        }
        return scope
    }

    /// "экспортировала 25 млн: в Перу – 9 млн": what the colon opens is of the parts.
    private func beforeParts(of amount: Amount, _ scope: Range<Int>, _ others: [Amount]) -> Range<Int> {
        guard let next = others.first(where: { $0.core.lowerBound >= amount.core.upperBound }),
            let colon = (amount.core.upperBound..<next.core.lowerBound).first(where: { document.isMark($0, ":") }),
            scope.contains(colon)
        else { return scope }
        return scope.lowerBound..<colon
    }

    /// The comma behind an amount that opens what is told of a next one.
    private func commaBehind(_ amount: Amount, _ scope: Range<Int>, _ others: [Amount], _ triggers: [Trigger]) -> Int? {
        var last = amount
        for next in others where next.core.lowerBound >= amount.core.upperBound {
            guard next.core.lowerBound < scope.upperBound else { break }
            if let comma = (last.core.upperBound..<next.core.lowerBound).first(where: { document.isMark($0, ",") }),
                opensNext(next, behind: comma, of: amount, scope, triggers)
            {
                return comma
            }
            last = next
        }
        return nil
    }

    /// Whether what stands behind a comma tells of the next amount alone.
    private func opensNext(
        _ next: Amount, behind comma: Int, of amount: Amount, _ scope: Range<Int>, _ triggers: [Trigger]
    ) -> Bool {
        let isListed = listed[next.core.lowerBound].map { $0.range.lowerBound >= next.core.upperBound } ?? false
        if triggers.contains(where: { (comma..<next.core.lowerBound).contains($0.mark.first) })
            || !reading.places(in: comma..<next.core.lowerBound).isEmpty
            || document.mark(at: comma + 1, marks.again) != nil
            || isListed || isOfOpposite(next, behind: amount, triggers) || opensPart(comma + 1)
        {
            return true
        }
        guard comma + 1 == next.range.lowerBound, next.isPercent, !amount.isPercent else { return false }
        func behind(_ reach: Int) -> Range<Int> {
            next.core.upperBound..<min(next.core.upperBound + reach, scope.upperBound)
        }
        // "порт обойдется в 5 млн, 49% в нем получит кенийский банк", "до тысячи машин, треть которых пойдет в Чили"
        return !reading.places(in: behind(3)).isEmpty || behind(5).contains(where: reading.isFiniteVerb)
            || document.mark(at: next.range.upperBound, marks.which) != nil
    }

    /// "открыть рынок для перуанских фруктов: их вывоз в Кению вырос на 5%": the colon that opens what tells of its own ends.
    private func colonBefore(_ amount: Amount, _ scope: Range<Int>, _ triggers: [Trigger]) -> Int? {
        let before = scope.lowerBound..<max(scope.lowerBound, amount.core.lowerBound)
        guard let colon = before.last(where: { document.isMark($0, ":") }) else { return nil }
        let told = colon + 1..<amount.core.lowerBound
        let tells =
            triggers.contains { told.contains($0.mark.first) && $0.uses.contains { !$0.isWeak } }
            || Set(reading.places(in: told).map(\.country)).count >= 2
        return tells && told.contains(where: reading.isFiniteVerb) && !reading.states(in: told).isEmpty ? colon : nil
    }

    /// The comma before an amount behind which whose it is is told anew.
    private func commaBefore(_ amount: Amount, _ scope: Range<Int>, _ others: [Amount], _ triggers: [Trigger]) -> Int? {
        guard let last = others.last(where: { $0.core.upperBound <= amount.core.lowerBound }),
            last.core.upperBound > scope.lowerBound,
            let comma = (last.core.upperBound..<amount.core.lowerBound).first(where: { document.isMark($0, ",") }),
            case let part = comma + 1..<amount.core.lowerBound, let place = reading.places(in: part).first
        else { return nil }
        // "…, азербайджанские в турецкую – 18 млрд": both ends.
        if Set(reading.places(in: comma..<end(of: amount, scope, others)).map(\.country)).count >= 2 { return comma }
        // "лидируют кенийцы – 5 тыс., из Перу прибыло 3 тыс.": whence they come.
        if governor(of: place.range.lowerBound, in: part) != nil,
            triggers.contains(where: {
                part.contains($0.mark.first) && $0.use(.count)?.indicator == Indicator("passengers")
            })
        {
            return comma
        }
        // "импорт Перу составил 5 млн, Кения импортировала на 8 млн": a subject with its own verb of trade.
        let isSubject =
            place.kind == .name && (1...2).contains(place.range.lowerBound - comma) && stands(place, in: .nomn)
            && triggers.contains {
                (0...1).contains($0.mark.first - place.range.upperBound) && reading.isFiniteVerb($0.mark.first)
                    && $0.mark.first < amount.core.lowerBound
            }
        return isSubject ? comma : nil
    }

    /// "43 млрд, из них 31 млрд получило Перу", "из которых 31 млрд": what is told of a part is not of the whole.
    private func opensPart(_ token: Int) -> Bool {
        document.mark(at: token, marks.outOf) != nil
            && (document.mark(at: token + 1, marks.which) != nil || document.word(token + 1)?.can(be: .npro) == true)
    }

    /// "2 млн пришлось на экспорт, а 4 млн – на импорт из Перу": an amount that the opposite trade stands behind.
    private func isOfOpposite(_ next: Amount, behind amount: Amount, _ triggers: [Trigger]) -> Bool {
        func behind(_ amount: Amount) -> Trigger? {
            triggers.first {
                (0...4).contains($0.mark.first - amount.core.upperBound)
                    && document.mark(at: $0.mark.first, marks.opposite) != nil
            }
        }
        return next.unit == amount.unit && areOpposite(behind(amount), behind(next))
    }

    /// "выделит Перу 10 млн и примет 100 студентов": where another deed with a number of its own begins.
    private func nextDeed(_ amount: Amount, _ scope: Range<Int>, _ others: [Amount]) -> Int? {
        guard let next = others.first(where: { $0.core.lowerBound >= amount.core.upperBound }),
            scope.contains(next.core.lowerBound), next.unit != amount.unit, !next.isPercent, !next.isTimes,
            let joint = (amount.core.upperBound..<next.range.lowerBound).first(where: { token in
                document.word(token)?.readings[0].contains(.conj) == true && reading.isFiniteVerb(token + 1)
            }), !reading.places(in: scope.lowerBound..<amount.core.lowerBound).isEmpty
        else { return nil }
        return joint
    }

    /// "940 тонн на 5 млн в Перу и 14 тонн на 1 млн в Чили": the part with the amount, where each has a state of its own behind it.
    private func partOfRow(_ amount: Amount, _ scope: Range<Int>, _ others: [Amount]) -> Range<Int>? {
        let here = others.filter { scope.contains($0.core.lowerBound) }
        for (one, two) in zip(here, here.dropFirst()) {
            let between = one.core.upperBound..<max(one.core.upperBound, two.range.lowerBound)
            guard let joint = between.last, document.word(joint)?.parses[0].tag.grammemes.contains(.conj) == true,
                let place = reading.places(in: between).last, place.range.upperBound == joint, place.kind == .name,
                !reading.places(in: two.core.upperBound..<scope.upperBound).isEmpty,
                !between.contains(where: reading.isFiniteVerb)
            else { continue }
            return amount.core.lowerBound < joint ? scope.lowerBound..<joint : joint + 1..<scope.upperBound
        }
        return nil
    }

    /// "…, заявил министр на кенийско-перуанском форуме": who said it, and where, is no part of what was said.
    private func beforeSpeech(_ clause: Range<Int>, behind amount: Amount) -> Range<Int> {
        let rest = amount.core.upperBound..<max(amount.core.upperBound, clause.upperBound)
        let verb = document.marks(marks.speech, in: rest).first { mark in
            reading.isFiniteVerb(mark.first)
                && (document.isMark(mark.first - 1, ",")
                    || document.isDash(mark.first - 1) && document.isMark(mark.first - 2, ","))
        }
        return verb.map { clause.lowerBound..<$0.first - 1 } ?? clause
    }

    /// Where what is about an amount ends: at a comma or where the next begins.
    private func end(of amount: Amount, _ scope: Range<Int>, _ others: [Amount]) -> Int {
        let next = others.first { $0.core.lowerBound >= amount.core.upperBound }?.range.lowerBound ?? scope.upperBound
        let limit = max(amount.core.upperBound, min(next, scope.upperBound))
        return (amount.core.upperBound..<limit).first { document.isMark($0, ",") } ?? limit
    }

    /// Whether a clause goes on with the one before: "…, увеличив", "…, что".
    private func hangsOn(_ token: Int) -> Bool {
        guard document.isMark(token - 1, ","), let word = document.word(token) else { return false }
        return word.parses[0].tag.grammemes.contains(.grnd) || document.mark(at: token, marks.relative) != nil
    }

    /// The states in focus for a figure.
    ///
    /// An article about one state comes back to it in a paragraph that names no other and speaks of no pair.
    func focus(_ index: Int, isLocal: Bool = false) -> [CountryCode] {
        if let home = onlyHome, !paragraphHasPartner || isLocal && !hasPartner(index, home) { return [home] }
        let main = reading.discourse.gathered.isEmpty ? reading.discourse.mainPair : []
        return main.count == 1 && !paragraphHasPartner ? main : reading.discourse.focus[index]
    }

    /// Whether a sentence names another state than the article's one, or two states as a pair.
    private func hasPartner(_ index: Int, _ home: CountryCode) -> Bool {
        let sentence = document.sentences[index]
        return !pairs(in: sentence).isEmpty
            || reading.states(in: sentence).contains { $0.country != home }
    }

    /// Notes whether the paragraph so far named a partner of the article's one state.
    func follow(_ sentence: Range<Int>) {
        if document.tokens[sentence.lowerBound].shape.contains(.lineStart) {
            paragraphHasPartner = false
            paragraphStates = []
        }
        let places = reading.placeSlice(sentence)
        for place in places
        where !reading.isAside(place) && place.standsForState && !isAttribution(place, sentence) {
            paragraphStates.insert(place.country)
        }
        guard !paragraphHasPartner, let home = reading.discourse.home else { return }
        paragraphHasPartner =
            places.contains { $0.standsForState && $0.country != home }
            || !pairs(in: sentence).isEmpty
    }

    /// The article's state where it deals with several others, none of which makes a pair with it.
    static func onlyHome(of reading: Reading) -> CountryCode? {
        if let owner = accountOwner(of: reading) { return owner }
        // Where three or more sat down, none of them is what the article is about.
        guard let home = reading.discourse.home,
            reading.discourse.gathered.isEmpty, !reading.isHeadedByPair
        else { return nil }
        var counts = CountryTally()
        for place in reading.places where place.standsForState { counts.add(to: place.country) }
        let own = counts[home]
        let others = counts.lazy.filter { $0.code != home }
        let most = others.map(\.count).max() ?? 0
        let isAlone = reading.discourse.mainPair.count == 1 && (own > most || opensAlone(home, reading))
        return isAlone || others.count >= 4 && own >= most * 2
            || others.count >= manyPartners && opensAlone(home, reading) ? home : nil
    }

    /// Whether an article begins with one state alone: what it tells of two, its first sentences say.
    static func opensAlone(_ home: CountryCode, _ reading: Reading) -> Bool {
        let sentences = reading.document.sentences
        let first = reading.frame.titleTokens.isEmpty ? 0 : 1
        guard first < sentences.count else { return false }
        // A report says at once of whom it is; what it says next may be of its partners.
        let isReport = !reading.amounts(in: sentences[first]).isEmpty
        let lead = 0..<sentences[min(first + (isReport ? 1 : leadSentences), sentences.count) - 1].upperBound
        let isOfPartner = reading.places(in: lead).filter { $0.country == home }.allSatisfy { place in
            let before = reading.document.mark(at: place.range.lowerBound - 1, reading.marks.preposition)
            return before.map { ["from", "into"].contains(reading.value($0)) } ?? false
        }
        let named = reading.states(in: lead).filter { !reading.isAside($0) }
        return !isOfPartner && reading.document.marks(reading.marks.pair, in: lead).isEmpty
            && Set(named.map(\.country)) == [home]
            && reading.people.persons.allSatisfy { $0.first >= lead.upperBound || ($0.country ?? home) == home }
    }

    /// Other states that an article about one state deals with, at least.
    private static let manyPartners = 4

    /// Sentences that open an article below its title.
    private static let leadSentences = 2

    /// The states whose cities a range names, each once.
    func cities(in range: Range<Int>) -> [CountryCode] {
        var codes: [CountryCode] = []
        for place in reading.places(in: range) where place.kind == .city && !codes.contains(place.country) {
            codes.append(place.country)
        }
        return codes
    }

    /// The state whose money an amount is in: the first two letters of an ISO 4217 code are the country's.
    func issuer(of amount: Amount) -> CountryCode? {
        guard amount.isMoney, let unit = amount.unit?.description, unit != "USD" else { return nil }
        return CountryCode(String(unit.prefix(2)))
    }

    /// "через Азербайджан", "по территории Казахстана": where cargo passes is whose figure it is.
    func passed(in clause: Range<Int>) -> [CountryCode] {
        var codes: [CountryCode] = []
        for mark in document.marks(marks.preposition, in: clause) where reading.value(mark) == "via" {
            for place in reading.places(in: mark.end..<min(mark.end + 4, clause.upperBound))
            where !codes.contains(place.country) {
                codes.append(place.country)
            }
        }
        return codes
    }

    /// The state that "туда", "в эту страну" points to: the last one named by its name before.
    func pointedPlace(_ pointer: MarkClass, in clause: Range<Int>, index: Int) -> CountryCode? {
        guard let mark = document.marks(pointer, in: clause).first else { return nil }
        let first = document.sentences[max(0, index - Self.pointerReach)].lowerBound
        let home = reading.discourse.home
        // "импорт из этой страны": the one told right before.
        let near = reading.places(
            in: document.sentences[index].lowerBound..<max(mark.first, document.sentences[index].lowerBound)
        ).filter { isPointable($0) && !isDoer($0, mark) }
        if let other = near.last(where: { $0.country != home }) ?? (mark.range.count == 1 ? near.last : nil) {
            return other.country
        }
        // "поставки в Перу выросли на 5%. Туда отправили 3 тонны": where what was told right before went.
        if pointer == marks.there, near.isEmpty, let last = found.last, index - last.sentence == 1,
            Self.isGoods(last.figure.indicator) || ["energy", "finance"].contains(last.figure.indicator.rawValue),
            let end = last.figure.destination
        {
            return end
        }
        let told = reading.places(in: first..<mark.first).filter { isPointable($0) && !isDoer($0, mark) }
        return (told.last { $0.country != home } ?? told.last)?.country
    }

    /// A state by its name, or by its market: "доля российского рынка".
    private func isPointable(_ place: PlaceMention) -> Bool {
        place.kind == .name || place.kind == .capital || place.kind == .adjective && isMarket(place)
    }

    /// "Перу отгрузило туда 5 тонн": who sends there is elsewhere.
    private func isDoer(_ place: PlaceMention, _ pointer: Mark) -> Bool {
        stands(place, in: .nomn) && document.word(place.range.lowerBound - 1)?.can(be: .prep) != true
            && place.range.upperBound < pointer.first && pointer.first - place.range.upperBound <= 3
            && (place.range.upperBound..<pointer.first).contains(where: reading.isFiniteVerb)
    }

    /// Sentences back to which "туда" may point.
    private static let pointerReach = 3

    /// The states of "железная дорога Баку – Тбилиси – Карс": three places or more in a row, with dashes between.
    func route(in clause: Range<Int>) -> [CountryCode] {
        var row: [PlaceMention] = []
        for place in reading.places(in: clause) {
            if let last = row.last, document.isDash(last.range.upperBound),
                place.range.lowerBound == last.range.upperBound + 1
            {
                row.append(place)
            } else if row.count < 3 {
                row = [place]
            }
        }
        var codes: [CountryCode] = []
        for place in row where row.count >= 3 && !codes.contains(place.country) { codes.append(place.country) }
        return codes
    }

    /// The states of the one road, railway or council of three that an article is about: those whose officials it brings
    /// together at its opening, or a row told in the title or twice, or once beside "три страны".
    static func commonRoute(of reading: Reading) -> [CountryCode] {
        if reading.discourse.gathered.count == 3 { return reading.discourse.gathered.sorted() }
        let inTitle = rows(of: reading.places(in: reading.frame.titleTokens), in: reading)
        let told = rows(of: reading.places, in: reading)
        // "Кения продает чай. Покупают его Чили, Перу и Куба": nor is what three have to do with the article's own state.
        guard let only = Set(told).only, only.count == 3, reading.discourse.home.map(only.contains) ?? true else {
            return []
        }
        let isShared = !reading.document.marks(reading.marks.triple).isEmpty
        return told.count >= 2 || !inTitle.isEmpty || isShared ? only : []
    }
}
