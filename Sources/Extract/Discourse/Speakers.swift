import Grammar
import Model
import Morphology

/// To whom a sentence attributes what it says.
extension Reading {
    /// Who says something.
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
    func attribution(in sentence: Range<Int>, last: Attribution?, body lastBody: Attribution?) -> Attribution? {
        if let found = announced(in: sentence) { return found }
        for mark in document.marks(marks.speechSource, in: sentence) where !isReferredTo(mark, in: sentence) {
            if let found = attribution(to: mark, in: sentence, last: last, body: lastBody) { return found }
        }
        for mark in document.marks(marks.speech, in: sentence) {
            if let found = attribution(by: mark, in: sentence, last: last, body: lastBody) { return found }
        }
        return notice(in: sentence, lastBody: lastBody) ?? publisher(in: sentence) ?? teller(in: sentence)
    }

    /// To whom words like "по словам", "по данным" attribute their sentence.
    private func attribution(
        to source: Mark, in sentence: Range<Int>, last: Attribution?, body lastBody: Attribution?
    ) -> Attribution? {
        // "по его словам"
        if value(source) == "last" { return last ?? onlySubject(before: sentence) }
        // "по данным агентства": of the body that was named before.
        if let lastBody, document.mark(at: source.end, marks.body) != nil, people.office(at: source.end) == nil,
            document.word(source.end + 1)?.can(be: .gent) != true
        {
            return lastBody
        }
        // "по словам министра" who spoke last.
        if let last, last.isPerson, let office = people.office(at: source.end), office.level != nil,
            office.level == last.level, isOfNobody(office), people.name(at: office.range.upperBound) == nil,
            named(behind: office, limit: sentence.upperBound) == nil
        {
            return last
        }
        if let found = publisher(behind: source.end, limit: sentence.upperBound) { return found }
        guard let found = who(at: source.end, limit: sentence.upperBound) else { return nil }
        // "со ссылкой на главу ведомства", but not on another agency.
        if value(source) == "official", !found.isOfficial, !isStateBody(source.end) { return nil }
        // "по словам чиновника" names nobody.
        return found.isPerson || document.mark(at: source.end, marks.stranger) == nil ? found : nil
    }

    /// To whom a verb of speech attributes its sentence.
    private func attribution(
        by mark: Mark, in sentence: Range<Int>, last: Attribution?, body lastBody: Attribution?
    ) -> Attribution? {
        // "Ориентир, названный Ильхамом Алиевым, – 500 миллионов"
        if let found = teller(by: mark) ?? teller(byGerund: mark, in: sentence, last: last) { return found }
        guard let word = document.word(mark.first), word.can(be: .verb) || word.can(be: .prts) else { return nil }
        // "министр подписал контракты, сообщили в министерстве": not he, who has a verb of his own.
        if let found = reported(by: mark, word, limit: sentence.upperBound) { return found }
        if let last, isSaidByOffice(of: last, mark) || isSaidBySame(last, mark) { return last }
        if let found = subject(around: mark, in: sentence) { return found }
        // "добавил он"
        if isSaidByPronoun(mark, in: sentence) {
            let before = document.mark(at: mark.end, marks.pronoun) == nil ? subject(before: sentence) : nil
            if let said = before ?? last { return said }
        }
        // "Министерство торговли отметило", "в министерстве торговли сообщили"
        if let lastBody, isSaidInSame(lastBody, mark) { return lastBody }
        // "банк подтвердил готовность дать 5 млн" tells of no figure.
        if document.mark(at: mark.end, marks.speechAttitude) == nil, let found = body(before: mark, in: sentence) {
            return found
        }
        return word.can(be: .past) ? body(toldBehind: mark, word, in: sentence) : body(tellingNow: mark, in: sentence)
    }

    /// The body that tells in the present: "об этом сообщает Национальное агентство вина", "как сообщает ведомство".
    private func body(tellingNow mark: Mark, in sentence: Range<Int>) -> Attribution? {
        let isSubject = mark.end < sentence.upperBound && document.word(mark.end)?.can(be: .nomn) == true
        if isSubject, document.mark(at: sentence.lowerBound, marks.speechBack) != nil,
            document.mark(at: mark.end, marks.body) != nil || document.mark(at: mark.end + 1, marks.body) != nil,
            let found = body(at: mark.end, limit: sentence.upperBound)
        {
            return found
        }
        // "сообщает Национальный институт статистики"
        if let found = informant(behind: mark, in: sentence) { return found }
        guard isSubject, document.mark(at: mark.first - 1, marks.asTold) != nil,
            !document.tokens[mark.end].shape.contains(.capitalized)
        else { return nil }
        return body(at: mark.end, limit: sentence.upperBound)
    }

    /// The body behind a verb of the past: "сообщили в правительстве Казахстана", "сообщила Национальная служба статистики".
    private func body(toldBehind mark: Mark, _ word: Word, in sentence: Range<Int>) -> Attribution? {
        // "сообщило в пятницу Министерство сельского хозяйства"
        if let date = dates(in: mark.end..<sentence.upperBound).first, opens(date, behind: mark.end) {
            return body(at: date.range.upperBound, limit: sentence.upperBound)
        }
        if let place = document.mark(at: mark.end, marks.preposition), value(place) == "into",
            document.mark(at: place.end, marks.speechNot) == nil,
            !word.can(be: .prts) || isBody(place.end) && !isState(place.end)
        {
            return body(at: place.end, limit: sentence.upperBound)
        }
        guard mark.end < sentence.upperBound,
            document.tokens[mark.end].shape.contains(.capitalized)
                || document.mark(at: mark.end, marks.body) != nil && !document.isMark(mark.end + 1, "«")
                // "сообщило турецкое бюро статистики"
                || places(in: mark.end..<mark.end + 1).first?.kind == .adjective && isBody(mark.end),
            document.word(mark.end)?.can(be: .nomn) == true
        else { return nil }
        return body(at: mark.end, limit: sentence.upperBound)
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
