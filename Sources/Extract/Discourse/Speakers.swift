import Grammar
import Model
import Morphology

/// To whom sentences are attributed.
extension Reading {
    func attributions() -> Attributions {
        var attributions = Attributions(count: document.sentences.count)
        var last: Attribution?
        var lastBody: Attribution?
        var told: [Attribution?] = Array(repeating: nil, count: document.sentences.count)
        for block in speeches() {
            var owner: Attribution?
            /// A source that a speech itself refers to, "По данным таможни, […]", where nobody is told to hold it.
            var source: Attribution?
            for index in block.sentences {
                guard let found = attribution(in: document.sentences[index], last: last, body: lastBody) else {
                    continue
                }
                if block.isSpeech, block.sentences.count > 1, !found.isPerson, opensWithSource(index) {
                    source = source ?? found
                    continue
                }
                owner = owner ?? found
                if found.isPerson { last = found } else if isNamed(found.name) { lastBody = found }
                if !block.isSpeech { attributions.attribute(index, to: found) }
                told[index] = found
                // "Министр привел и цифры. […]": so is what the next sentence tells.
                if !block.isSpeech, announcesFigures(index) { attributions.attribute(index + 1, to: found) }
                // "Об этом сообщил министр": what the sentence before told is his too.
                if index > 0, attributions.speakers[index - 1] == nil, pointsBack(document.sentences[index]) {
                    attributions.attribute(index - 1, to: found)
                }
            }
            guard block.isSpeech else { continue }
            // "…», – сообщил чиновник": somebody without a name, and not who was named before.
            let isOfAnother = owner == nil && namesSpeaker(document.sentences[block.sentences.upperBound - 1])
            let first = block.sentences.lowerBound
            // Who was quoted right before goes on.
            let before =
                listHead(of: first).flatMap { told[$0] }
                ?? (first > 0 ? told[first - 1].flatMap { $0.isPerson ? $0 : nil } : nil)
            guard let owner = owner ?? (isOfAnother ? nil : before ?? onlyPerson(before: first) ?? source) else {
                continue
            }
            for index in block.sentences {
                attributions.attribute(index, to: owner)
                told[index] = owner
            }
        }
        attributeToOrator(&attributions)
        attributeToOutlet(&attributions)
        return attributions
    }

    /// Whose words the sentences of an article are.
    struct Attributions {
        /// By sentence: to whom what it says is attributed, nominative.
        private(set) var speakers: [String?]
        /// By sentence: the state for which "our country" stands.
        var own: [CountryCode?]

        init(count: Int) {
            speakers = Array(repeating: nil, count: count)
            own = Array(repeating: nil, count: count)
        }

        mutating func attribute(_ sentence: Int, to attribution: Attribution) {
            speakers[sentence] = attribution.name
            own[sentence] = attribution.country
        }
    }

    /// "Глава ведомства привел и цифры.": whether a sentence says that somebody tells figures, and the next of its paragraph tells
    /// them.
    private func announcesFigures(_ index: Int) -> Bool {
        let sentence = document.sentences[index]
        guard sentence.count <= Self.longestNotice, index + 1 < document.sentences.count,
            !document.tokens[document.sentences[index + 1].lowerBound].shape.contains(.lineStart),
            amounts(in: sentence).isEmpty
        else { return false }
        return document.marks(marks.speech, in: sentence).contains { verb in
            document.marks(marks.speechFigures, in: verb.end..<min(verb.end + 4, sentence.upperBound)).contains {
                document.word($0.first)?.can(be: [.noun, .accs, .plur]) == true
                    || document.word($0.first)?.can(be: [.noun, .accs, .sing]) == true
            }
        }
    }

    /// Tokens of a sentence that tells no more than that figures follow.
    private static let longestNotice = 16

    /// "Об этом сообщил министр", "Как пишет газета, об этом сообщил министр"
    private func pointsBack(_ sentence: Range<Int>) -> Bool {
        if document.mark(at: sentence.lowerBound, marks.speechBack) != nil { return true }
        guard document.mark(at: sentence.lowerBound, marks.asTold) != nil,
            let comma = sentence.prefix(16).first(where: { document.isMark($0, ",") })
        else { return false }
        return document.mark(at: comma + 1, marks.speechBack) != nil
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
        // "Об этом он заявил после встречи с Ивановым": with whom somebody met does not speak.
        let isMet = people.names(in: sentence).contains { name in
            name.person == only && !name.isNominative && document.word(name.range.lowerBound)?.can(be: .ablt) == true
        }
        if isMet, !document.marks(marks.pronoun, in: sentence).isEmpty { return nil }
        let person = people.persons[only]
        return Attribution(person)
    }

    struct Attribution {
        let name: String
        let country: CountryCode?
        let isPerson: Bool
        /// A person or an office, and no body.
        var isOfficial = false
        var level: Meeting.Level?

        init(
            name: String, country: CountryCode?, isPerson: Bool, isOfficial: Bool = false, level: Meeting.Level? = nil
        ) {
            (self.name, self.country, self.isPerson) = (name, country, isPerson)
            (self.isOfficial, self.level) = (isOfficial, level)
        }

        init(_ person: People.Person, isOfficial: Bool = false) {
            self.init(
                name: person.name, country: person.country, isPerson: true, isOfficial: isOfficial, level: person.level)
        }
    }

    /// To whom a sentence attributes what it says.
    private func attribution(in sentence: Range<Int>, last: Attribution?, body lastBody: Attribution?) -> Attribution? {
        if let found = announced(in: sentence) { return found }
        for mark in document.marks(marks.speechSource, in: sentence) where !isReferredTo(mark, in: sentence) {
            // "по его словам"
            if value(mark) == "last" {
                if let said = last ?? onlySubject(before: sentence) { return said }
                continue
            }
            // "по данным агентства": of the body that was named before.
            if let lastBody, document.mark(at: mark.end, marks.body) != nil, people.office(at: mark.end) == nil,
                document.word(mark.end + 1)?.can(be: .gent) != true
            {
                return lastBody
            }
            // "по словам министра" who spoke last.
            if let last, last.isPerson, let office = people.office(at: mark.end), office.level != nil,
                office.level == last.level, isOfNobody(office), people.name(at: office.range.upperBound) == nil,
                named(behind: office, limit: sentence.upperBound) == nil
            {
                return last
            }
            if let found = publisher(behind: mark.end, limit: sentence.upperBound) { return found }
            if let found = who(at: mark.end, limit: sentence.upperBound) {
                // "со ссылкой на главу ведомства", but not on another agency.
                if value(mark) == "official", !found.isOfficial, !isStateBody(mark.end) { continue }
                // "по словам чиновника" names nobody.
                if !found.isPerson, document.mark(at: mark.end, marks.stranger) != nil { continue }
                return found
            }
        }
        for mark in document.marks(marks.speech, in: sentence) {
            // "Ориентир, названный Ильхамом Алиевым, – 500 миллионов"
            if let found = teller(by: mark) ?? teller(byGerund: mark, in: sentence, last: last) { return found }
            guard let word = document.word(mark.first), word.can(be: .verb) || word.can(be: .prts) else { continue }
            // "министр подписал контракты, сообщили в министерстве": not he, who has a verb of his own.
            if let found = reported(by: mark, word, limit: sentence.upperBound) { return found }
            if let last, isSaidByOffice(of: last, mark) || isSaidBySame(last, mark) { return last }
            if let found = subject(around: mark, in: sentence) { return found }
            // "добавил он"
            if isSaidByPronoun(mark, in: sentence) {
                let before = document.mark(at: mark.end, marks.pronoun) == nil ? subject(before: sentence) : nil
                if let said = before ?? last { return said }
            }
            // "сообщили в правительстве Казахстана", "сообщила Национальная служба статистики"
            // "Министерство торговли отметило", "в министерстве торговли сообщили"
            if let lastBody, isSaidInSame(lastBody, mark) { return lastBody }
            // "банк подтвердил готовность дать 5 млн" tells of no figure.
            if document.mark(at: mark.end, marks.speechAttitude) == nil, let found = body(before: mark, in: sentence) {
                return found
            }
            // "об этом сообщает Национальное агентство вина"
            if !word.can(be: .past), document.mark(at: sentence.lowerBound, marks.speechBack) != nil,
                mark.end < sentence.upperBound, document.word(mark.end)?.can(be: .nomn) == true,
                document.mark(at: mark.end, marks.body) != nil || document.mark(at: mark.end + 1, marks.body) != nil,
                let found = body(at: mark.end, limit: sentence.upperBound)
            {
                return found
            }
            // "сообщает Национальный институт статистики"
            if !word.can(be: .past), let found = informant(behind: mark, in: sentence) { return found }
            // "как сообщает ведомство"
            if !word.can(be: .past), document.mark(at: mark.first - 1, marks.asTold) != nil,
                mark.end < sentence.upperBound,
                !document.tokens[mark.end].shape.contains(.capitalized),
                document.word(mark.end)?.can(be: .nomn) == true,
                let found = body(at: mark.end, limit: sentence.upperBound)
            {
                return found
            }
            guard word.can(be: .past) else { continue }
            if let date = dates(in: mark.end..<sentence.upperBound).first, opens(date, behind: mark.end) {
                // "сообщило в пятницу Министерство сельского хозяйства"
                if let found = body(at: date.range.upperBound, limit: sentence.upperBound) { return found }
            } else if let place = document.mark(at: mark.end, marks.preposition), self.value(place) == "into",
                document.mark(at: place.end, marks.speechNot) == nil,
                !word.can(be: .prts) || isBody(place.end) && !isState(place.end)
            {
                if let found = body(at: place.end, limit: sentence.upperBound) { return found }
            } else if mark.end < sentence.upperBound,
                document.tokens[mark.end].shape.contains(.capitalized)
                    || document.mark(at: mark.end, marks.body) != nil && !document.isMark(mark.end + 1, "«")
                    // "сообщило турецкое бюро статистики"
                    || places(in: mark.end..<mark.end + 1).first?.kind == .adjective && isBody(mark.end),
                document.word(mark.end)?.can(be: .nomn) == true
            {
                if let found = body(at: mark.end, limit: sentence.upperBound) { return found }
            }
        }
        return notice(in: sentence, lastBody: lastBody) ?? publisher(in: sentence) ?? teller(in: sentence)
    }

    /// "сообщило в пятницу", "сообщило в конце января": a time right behind a verb, with what tells which part of it.
    func opens(_ date: CalendarMention, behind token: Int) -> Bool {
        date.range.lowerBound - token <= 3
            && (token..<date.range.lowerBound).allSatisfy { near in
                document.word(near)?.readings[0].contains(.prep) == true
                    || document.mark(at: near, marks.annotation.whenPart) != nil
            }
    }

    /// "…», – сказал министр": who spoke last holds such an office, and no other name stands beside it.
    private func isSaidByOffice(of last: Attribution, _ mark: Mark) -> Bool {
        guard last.isPerson, let level = last.level, let office = people.office(at: mark.end), office.level == level,
            isOfNobody(office) || office.range.count <= 3 && office.country == last.country && office.country != nil,
            !office.isPlural, document.word(mark.end)?.can(be: .nomn) == true,
            document.isMark(office.range.upperBound, ".") || document.isMark(office.range.upperBound, ",")
        else { return false }
        return true
    }

    /// "…», – сказал дипломат": what only who spoke last can be called here.
    private func isSaidBySame(_ last: Attribution, _ mark: Mark) -> Bool {
        // "отметил кенийский дипломат"
        let state = places(in: mark.end..<mark.end + 1).first { $0.kind == .adjective }
        guard last.isPerson, state == nil || state?.country == last.country,
            let same = document.mark(at: mark.end + (state == nil ? 0 : 1), marks.speechSame),
            document.word(mark.end)?.can(be: [.nomn, .sing]) == true
        else { return false }
        return document.isMark(same.end, ".") || document.isMark(same.end, ",")
    }

    /// "Президент Кении побывал в Лиме. Затем он сообщил": the one of whom the sentence before told first.
    func subject(before sentence: Range<Int>) -> Attribution? {
        guard sentence.lowerBound > 0 else { return nil }
        let before = document.sentence(of: sentence.lowerBound - 1)
        let head = before.lowerBound..<min(before.lowerBound + 3, before.upperBound)
        if let name = people.names(in: head).first, name.isNominative {
            let person = people.persons[name.person]
            return Attribution(person)
        }
        guard let office = people.offices(in: head).first, !office.isPlural, let index = office.person,
            isSingularSubject(office.range)
        else { return nil }
        let person = people.persons[index]
        return Attribution(person)
    }

    /// Whether the head of a phrase stands in the nominative singular.
    func isSingularSubject(_ range: Range<Int>) -> Bool {
        let head = range.first { document.word($0)?.can(be: .noun) == true } ?? range.lowerBound
        guard let word = document.word(head), word.can(be: [.noun, .nomn, .sing]) else { return false }
        // "в ходе визита премьера" tells of no first night.
        let chosen = document.parse(at: head)?.tag.grammemes
        return chosen?.intersects([.gent, .datv, .ablt, .loct]) != true
    }

    /// "добавил он", "он также отметил", "она, в частности, подчеркнула"
    func isSaidByPronoun(_ mark: Mark, in sentence: Range<Int>) -> Bool {
        if document.mark(at: mark.end, marks.pronoun) != nil { return true }
        var at = mark.first - 1
        while at >= sentence.lowerBound, mark.first - at <= 5 {
            if document.mark(at: at, marks.pronoun) != nil { return true }
            guard let word = document.word(at) else {
                guard document.isMark(at, ",") else { return false }
                at -= 1
                continue
            }
            let best = word.readings[0]
            guard best.intersects([.advb, .prcl, .conj, .prep]) || word.can(be: .loct) else { return false }
            at -= 1
        }
        return false
    }

    /// The person or office that begins at a token.
    func who(at token: Int, limit: Int) -> Attribution? {
        if let name = people.name(at: token) {
            let person = people.persons[name.person]
            return Attribution(person, isOfficial: true)
        }
        if let office = people.office(at: token) {
            if let person = office.person ?? named(behind: office, limit: limit) {
                let holder = people.persons[person]
                return Attribution(holder, isOfficial: true)
            }
            let end = endOfOffice(office, limit: limit)
            return Attribution(
                name: nominativePhrase(office.range.lowerBound..<end), country: office.country, isPerson: false,
                isOfficial: true)
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
        // "министр промышленности, инвестиций и торговли Иван Иванов"
        let isList = between.allSatisfy { token in
            document.isMark(token, ",") || document.word(token)?.can(be: .gent) == true
                || document.word(token)?.readings[0].contains(.conj) == true
        }
        if let comma = commas.first, people.office(at: comma + 1) == nil, !isList { return nil }
        return name.person
    }

    /// The nominative subject of a verb of speech: the nearest person or office of its clause that can be one.
    func subject(around mark: Mark, in sentence: Range<Int>) -> Attribution? {
        var best: (distance: Int, attribution: Attribution)?
        // "…», – сказал он": who is named before the dash is spoken of.
        let isInverted = document.isDash(mark.first - 1)
        func offer(_ range: Range<Int>, isNominative: Bool, _ make: () -> Attribution) {
            let distance =
                range.lowerBound >= mark.end ? range.lowerBound - mark.end : mark.first - range.upperBound + 2
            guard distance >= 0, distance <= 14, best == nil || distance < best!.distance else { return }
            if isInverted, range.lowerBound < mark.first { return }
            // "сказал он, отвечая на вопрос, что обсудит президент": who stands in another clause does not speak.
            if range.lowerBound >= mark.end,
                (mark.end..<range.lowerBound).contains(where: { document.isMark($0, ",") && opensClause($0 + 1) })
            {
                return
            }
            guard isNominative else { return }
            best = (distance, make())
        }
        for name in people.names(in: sentence) {
            let person = people.persons[name.person]
            offer(name.range, isNominative: name.isNominative && !isOfObliqueOffice(name)) {
                Attribution(person)
            }
        }
        let isSingular = document.word(mark.first)?.can(be: [.verb, .sing]) ?? false
        for office in people.offices(in: sentence) where !office.isPlural {
            let head = office.range.first { document.word($0)?.can(be: .noun) == true } ?? office.range.lowerBound
            // "отдел аппарата главы" is no nominative of several heads.
            let isSubject =
                isSingular
                ? isSingularSubject(office.range) || document.word(head) == nil
                : document.word(head)?.can(be: .nomn) ?? true
            offer(office.range, isNominative: isSubject) {
                if let index = office.person ?? named(behind: office, limit: sentence.upperBound) {
                    let person = people.persons[index]
                    return Attribution(person)
                }
                return Attribution(name: nominativePhrase(office.range), country: office.country, isPerson: false)
            }
        }
        return best?.attribution
    }
}
