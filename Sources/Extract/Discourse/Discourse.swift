import Grammar
import Model
import Morphology

/// Who speaks where, and which states a passage is about.
struct Discourse {
    /// By sentence: to whom what it says is attributed, nominative.
    var speakers: [String?] = []
    /// By sentence: the state for which "our country" stands.
    var own: [CountryCode?] = []
    /// By sentence: the states in focus, sorted; "our countries" means them.
    var focus: [[CountryCode]] = []
    /// The state that the article is most about.
    var home: CountryCode?
    /// The pair that the whole article is about.
    var mainPair: [CountryCode] = []
}

extension Reading {
    /// Attributes sentences to speakers and finds the states in focus.
    mutating func readDiscourse() {
        discourse.speakers = Array(repeating: nil, count: document.sentences.count)
        discourse.own = Array(repeating: nil, count: document.sentences.count)
        readFocus()
        readSpeakers()
    }

    // MARK: Focus

    /// How much the article is about each state: mentions, those in the title and at the head more, and its people.
    private func weights() -> [(code: CountryCode, weight: Int)] {
        var weights: [CountryCode: Int] = [:]
        for place in places where place.kind != .city && !isDateline(place) && !isInRoadName(place) {
            let inTitle = frame.titleTokens.contains(place.range.lowerBound)
            let isEarly = document.sentenceOf[place.range.lowerBound] < 3
            weights[place.country, default: 0] += inTitle ? 4 : isEarly ? 3 : 1
        }
        for person in people.persons {
            if let country = person.country { weights[country, default: 0] += 2 }
        }
        return weights.map { ($0.key, $0.value) }.sorted { ($0.weight, $1.code) > ($1.weight, $0.code) }
    }

    /// A passage keeps the pair that it last named; a sentence that names only a partner pairs it with the article's first state.
    private mutating func readFocus() {
        let weights = self.weights()
        // One partner among several of like weight makes no pair with the first state.
        let isTwo =
            weights.count >= 2 && weights[1].weight * 4 >= weights[0].weight
            && (weights.count == 2 || weights[2].weight * 4 <= weights[1].weight * 3)
        discourse.mainPair = weights.prefix(isTwo ? 2 : 1).map(\.code).sorted()
        let home = weights.first?.code
        discourse.home = home
        // States that send somebody or weigh as much as half of the second are partners; others are named in passing.
        var partners = Set(people.persons.compactMap(\.country)).union(people.offices.compactMap(\.country))
        for (code, weight) in weights where weights.count > 1 && weight * 2 >= weights[1].weight {
            partners.insert(code)
        }
        var current = discourse.mainPair
        discourse.focus = document.sentences.map { sentence in
            var named: [CountryCode] = []
            for place in places(in: sentence)
            where place.kind != .city && !isDateline(place) && !isInRoadName(place) && !named.contains(place.country) {
                named.append(place.country)
            }
            let two = named.filter { partners.contains($0) }
            if two.count == 2 {
                current = two.sorted()
            } else if let home, two.count == 1, two[0] != home {
                current = [home, two[0]].sorted()
            }
            return current
        }
    }

    /// "ТАШКЕНТ, 3 мар —", "Москва. 19 августа.": where a dispatch was written says nothing of whom it is about.
    func isDateline(_ place: PlaceMention) -> Bool {
        let end = place.range.upperBound
        return place.kind == .capital && document.tokens[place.range.lowerBound].shape.contains(.lineStart)
            && (document.isMark(end, ",") || document.isMark(end, ".")) && end + 1 < document.tokens.count
            && document.tokens[end + 1].kind == .number
    }

    /// "до границы Грузии", "Западная Европа – Западный Китай": where a road leads says nothing of whom a passage is about.
    func isInRoadName(_ place: PlaceMention) -> Bool {
        let first = place.range.lowerBound
        if document.word(first)?.can(be: .gent) == true, document.mark(at: first - 1, marks.border) != nil {
            return true
        }
        return document.mark(at: first - 1, marks.compass) != nil && place.kind == .name
            && (document.isDash(first - 2) || document.isDash(place.range.upperBound))
    }

    // MARK: Speakers

    private mutating func readSpeakers() {
        var last: Attribution?
        for block in speeches() {
            var owner: Attribution?
            for index in block.sentences {
                guard let found = attribution(in: document.sentences[index], last: last) else { continue }
                owner = owner ?? found
                if found.isPerson { last = found }
                if !block.isSpeech { attribute(index, to: found) }
                // "Об этом сообщил министр": what the sentence before told is his too.
                if index > 0, discourse.speakers[index - 1] == nil,
                    document.mark(at: document.sentences[index].lowerBound, marks.speechBack) != nil
                {
                    attribute(index - 1, to: found)
                }
            }
            guard block.isSpeech else { continue }
            // "…», – сообщил чиновник": somebody without a name, and not who was named before.
            let isOfAnother = owner == nil && namesSpeaker(document.sentences[block.sentences.upperBound - 1])
            guard let owner = owner ?? (isOfAnother ? nil : onlyPerson(before: block.sentences.lowerBound)) else {
                continue
            }
            for index in block.sentences { attribute(index, to: owner) }
        }
    }

    /// The article cut into speeches, each with one speaker, and sentences of prose one by one.
    ///
    /// A speech is what stands between « and », over paragraphs too, or a paragraph that a dash opens.
    private func speeches() -> [(sentences: Range<Int>, isSpeech: Bool)] {
        var blocks: [(sentences: Range<Int>, isSpeech: Bool)] = []
        var first = 0
        var quotation = Quotation()
        var isDashed = false
        for (index, sentence) in document.sentences.enumerated() {
            let startsParagraph = document.tokens[sentence.lowerBound].shape.contains(.lineStart)
            if startsParagraph { isDashed = document.isDash(sentence.lowerBound) }
            read(&quotation, sentence, startsParagraph: startsParagraph)
            let next = index + 1
            let goesOn =
                next < document.sentences.count && next - first < Self.longestSpeech
                && (quotation.isOpen
                    || isDashed
                        && !document.tokens[document.sentences[next].lowerBound].shape.contains(.lineStart))
            if goesOn { continue }
            if next - first == Self.longestSpeech { quotation = Quotation() }
            blocks.append((first..<next, isDashed || next - first > 1))
            first = next
        }
        return blocks
    }

    /// A speech in quotation marks, and how many quoted names stand open within it.
    private struct Quotation {
        var isOpen = false
        var inner = 0
    }

    /// Follows the quotation marks of a sentence. A speech opens with a sentence or behind a colon; others quote names.
    private func read(_ quotation: inout Quotation, _ sentence: Range<Int>, startsParagraph: Bool) {
        // A name within the speech was left open, as in «компания «Транзит», by one mark for two: the paragraph ends it.
        if startsParagraph, quotation.inner > 0 { quotation = Quotation() }
        for token in sentence {
            if opensQuote(token) {
                if quotation.isOpen {
                    // Each paragraph of a long speech begins with a mark.
                    if token > sentence.lowerBound || !startsParagraph { quotation.inner += 1 }
                } else if token == sentence.lowerBound || document.isMark(token - 1, ":")
                    || document.isDash(token - 1) && token - 1 == sentence.lowerBound
                {
                    quotation.isOpen = true
                }
            } else if closesQuote(token), quotation.isOpen {
                let isFollowed = document.isMark(token + 1, ",") && document.isDash(token + 2)
                if quotation.inner > 0, !isFollowed { quotation.inner -= 1 } else { quotation = Quotation() }
            }
        }
    }

    private func opensQuote(_ token: Int) -> Bool {
        if document.isMark(token, "«") || document.isMark(token, "“") || document.isMark(token, "„") { return true }
        guard document.isMark(token, "\""), token + 1 < document.tokens.count,
            !document.tokens[token + 1].shape.contains(.spaceBefore)
        else { return false }
        let shape = document.tokens[token].shape
        return shape.contains(.spaceBefore) || shape.contains(.lineStart) || document.isMark(token - 1, "(")
    }

    private func closesQuote(_ token: Int) -> Bool {
        document.isMark(token, "»") || document.isMark(token, "”")
            || document.isMark(token, "\"") && !opensQuote(token)
    }

    /// Sentences after which a quotation mark that nobody closed is given up.
    private static let longestSpeech = 40

    private mutating func attribute(_ sentence: Int, to attribution: Attribution) {
        discourse.speakers[sentence] = attribution.name
        discourse.own[sentence] = attribution.country
    }

    /// Whether somebody unnamed closes a quotation: "…», – сообщил чиновник".
    private func namesSpeaker(_ sentence: Range<Int>) -> Bool {
        document.marks(marks.speech, in: sentence).contains {
            document.isDash($0.first - 1) && document.mark(at: $0.end, marks.stranger) != nil
        }
    }

    /// The one person or office that the sentence before names.
    private func onlyPerson(before index: Int) -> Attribution? {
        guard index > 0 else { return nil }
        let sentence = document.sentences[index - 1]
        let named = Set(people.names(in: sentence).map(\.person))
            .union(people.offices(in: sentence).compactMap(\.person))
        guard named.count == 1, let only = named.first else { return nil }
        return Attribution(name: people.persons[only].name, country: people.persons[only].country, isPerson: true)
    }

    struct Attribution {
        let name: String
        let country: CountryCode?
        let isPerson: Bool
        /// A person or an office, and no body.
        var isOfficial = false
    }

    /// To whom a sentence attributes what it says.
    private func attribution(in sentence: Range<Int>, last: Attribution?) -> Attribution? {
        if let found = announced(in: sentence) { return found }
        for mark in document.marks(marks.speechSource, in: sentence) {
            // "по его словам"
            if value(mark) == "last" {
                if let last { return last }
                continue
            }
            if let found = who(at: mark.end, limit: sentence.upperBound) {
                // "со ссылкой на главу ведомства", but not on another agency.
                if value(mark) == "official", !found.isOfficial { continue }
                // "по словам чиновника" names nobody.
                if !found.isPerson, document.mark(at: mark.end, marks.stranger) != nil { continue }
                return found
            }
        }
        for mark in document.marks(marks.speech, in: sentence) {
            guard let word = document.word(mark.first), word.can(be: .verb) || word.can(be: .prts) else { continue }
            if let found = subject(around: mark, in: sentence) { return found }
            // "добавил он"
            if let last, [mark.end, mark.first - 1].contains(where: { document.mark(at: $0, marks.pronoun) != nil }) {
                return last
            }
            // "сообщили в правительстве Казахстана", "сообщила Национальная служба статистики"
            guard word.can(be: .past) else { continue }
            if let date = dates(in: mark.end..<sentence.upperBound).first, date.range.lowerBound == mark.end {
                // "сообщило в пятницу Министерство сельского хозяйства"
                if let found = body(at: date.range.upperBound, limit: sentence.upperBound) { return found }
            } else if let place = document.mark(at: mark.end, marks.preposition), self.value(place) == "into",
                document.mark(at: place.end, marks.speechNot) == nil
            {
                if let found = body(at: place.end, limit: sentence.upperBound) { return found }
            } else if mark.end < sentence.upperBound, document.tokens[mark.end].shape.contains(.capitalized),
                document.word(mark.end)?.can(be: .nomn) == true
            {
                if let found = body(at: mark.end, limit: sentence.upperBound) { return found }
            }
        }
        return nil
    }

    /// "Иван Петров, министр торговли: «…": who is announced before the quotation that a sentence opens.
    private func announced(in sentence: Range<Int>) -> Attribution? {
        guard let colon = sentence.first(where: { document.isMark($0, ":") }), colon - sentence.lowerBound <= 14,
            colon + 1 < sentence.upperBound, opensQuote(colon + 1),
            !(sentence.lowerBound..<colon).contains(where: isFiniteVerb),
            let name = people.name(at: sentence.lowerBound), name.isNominative
        else { return nil }
        let person = people.persons[name.person]
        return Attribution(name: person.name, country: person.country, isPerson: true, isOfficial: true)
    }

    /// The person or office that begins at a token.
    private func who(at token: Int, limit: Int) -> Attribution? {
        if let name = people.name(at: token) {
            let person = people.persons[name.person]
            return Attribution(name: person.name, country: person.country, isPerson: true, isOfficial: true)
        }
        if let office = people.office(at: token) {
            if let person = office.person ?? named(behind: office, limit: limit) {
                let holder = people.persons[person]
                return Attribution(name: holder.name, country: holder.country, isPerson: true, isOfficial: true)
            }
            return Attribution(
                name: nominativePhrase(office.range), country: office.country, isPerson: false, isOfficial: true)
        }
        return body(at: token, limit: limit)
    }

    /// "вице-премьер, глава оргкомитета форума Дмитрий Козак": the holder's name stands behind a second office or the body.
    private func named(behind office: OfficeMention, limit: Int) -> Int? {
        // An office may run over the end of its line, and so of the sentence.
        let reach = office.range.upperBound..<max(office.range.upperBound, min(limit, office.range.upperBound + 10))
        guard let name = people.names(in: reach).first else { return nil }
        let between = office.range.upperBound..<name.range.lowerBound
        let commas = between.filter { document.isMark($0, ",") }
        guard commas.count <= 1, !between.contains(where: { isFiniteVerb($0) || document.isDash($0) }) else {
            return nil
        }
        if let comma = commas.first, people.office(at: comma + 1) == nil { return nil }
        return name.person
    }

    /// A body that informs: "министерства инвестиций", "Минэнерго КР", as it stands, up to the next mark.
    private func body(at token: Int, limit: Int) -> Attribution? {
        var end = token
        while end < limit, let word = document.word(end), end - token < 9,
            word.can(be: .noun) || word.can(be: .adjf) || word.can(be: .conj) && end > token
                || document.tokens[end].shape.contains(.capitalized)
        {
            if word.can(be: .verb) && !word.can(be: .noun) { break }
            end += 1
        }
        while end > token, document.word(end - 1)?.can(be: .conj) == true { end -= 1 }
        guard end > token else { return nil }
        let country = places(in: token..<end).first?.country
        return Attribution(name: nominativePhrase(token..<end), country: country, isPerson: false)
    }

    /// The nominative subject of a verb of speech: the nearest person or office of its clause that can be one.
    private func subject(around mark: Mark, in sentence: Range<Int>) -> Attribution? {
        var best: (distance: Int, attribution: Attribution)?
        func offer(_ range: Range<Int>, isNominative: Bool, _ make: () -> Attribution) {
            let distance =
                range.lowerBound >= mark.end ? range.lowerBound - mark.end : mark.first - range.upperBound + 2
            guard distance >= 0, distance <= 14, best == nil || distance < best!.distance else { return }
            guard isNominative else { return }
            best = (distance, make())
        }
        for name in people.names(in: sentence) {
            let person = people.persons[name.person]
            offer(name.range, isNominative: name.isNominative) {
                Attribution(name: person.name, country: person.country, isPerson: true)
            }
        }
        for office in people.offices(in: sentence) where !office.isPlural {
            let head = office.range.first { document.word($0)?.can(be: .noun) == true } ?? office.range.lowerBound
            offer(office.range, isNominative: document.word(head)?.can(be: .nomn) ?? true) {
                if let index = office.person ?? named(behind: office, limit: sentence.upperBound) {
                    let person = people.persons[index]
                    return Attribution(name: person.name, country: person.country, isPerson: true)
                }
                return Attribution(name: nominativePhrase(office.range), country: office.country, isPerson: false)
            }
        }
        return best?.attribution
    }

    /// A noun phrase with its head and the adjectives before it in the nominative; the rest as it stands.
    func nominativePhrase(_ range: Range<Int>) -> String {
        guard
            let head = range.first(where: { token in
                guard let word = document.word(token) else { return false }
                return word.can(be: .noun)
                    && !(word.can(be: .adjf) && token + 1 < range.upperBound
                        && document.word(token + 1)?.can(be: .noun) == true)
            }), let noun = document.word(head),
            let parse = agreeing(noun, with: head > range.lowerBound ? document.word(head - 1) : nil)
        else { return document.text(range) }
        let number: Grammemes = parse.tag.grammemes.contains(.plur) ? .plur : .sing
        var words: [String] = []
        for token in range {
            let written = document.text(token..<token + 1)
            guard token <= head, let word = document.word(token) else {
                words.append(written)
                continue
            }
            let wanted = token == head ? parse : word.parses.first { $0.tag.grammemes.intersects(.adjf.union(.prtf)) }
            guard let wanted else {
                words.append(written)
                continue
            }
            var target: Grammemes = .nomn.union(number)
            if token < head, number == .sing {
                let gender = [Grammemes.masc, .femn, .neut].first { parse.tag.grammemes.contains($0) }
                if let gender { target = target.union(gender) }
            }
            let form = language.analyzer.inflect(wanted, to: target)
            words.append(
                form.map { document.tokens[token].shape.contains(.upper) ? written : Self.recased($0, like: written) }
                    ?? written)
        }
        return joined(words, range)
    }

    /// The parse of a noun in the case and number of the adjective before it: "транзитные перевозки" are many.
    private func agreeing(_ noun: Word, with adjective: Word?) -> Parse? {
        let nouns = noun.parses.filter { $0.tag.grammemes.contains(.noun) }
        let cases: [Grammemes] = [.nomn, .accs, .gent, .datv, .ablt, .loct]
        guard let adjective, let best = adjective.parses.first(where: { $0.tag.grammemes.intersects([.adjf, .prtf]) })
        else { return nouns.first }
        let agreed = nouns.first { noun in
            [Grammemes.sing, .plur].contains { number in
                noun.tag.grammemes.contains(number) && best.tag.grammemes.contains(number)
                    && cases.contains {
                        !noun.tag.grammemes.intersection($0).isEmpty && adjective.can(be: $0.union(number))
                    }
            }
        }
        return agreed ?? nouns.first
    }

    /// The words with the white space that the text has between them.
    private func joined(_ words: [String], _ range: Range<Int>) -> String {
        var text = ""
        for (word, token) in zip(words, range) {
            if token > range.lowerBound, document.tokens[token].shape.contains(.spaceBefore) { text += " " }
            text += word
        }
        return text
    }

    /// Lower case but for a first letter that was a capital.
    static func recased(_ form: String, like written: String) -> String {
        guard let first = written.first, first.isUppercase else { return form }
        return form.prefix(1).uppercased() + form.dropFirst()
    }
}
