import Grammar
import Model
import Morphology

/// Bodies that inform: ministries, press services, offices of statistics.
extension Reading {
    /// "В агентстве сообщили": in the body that was named before by its full name.
    func isSaidInSame(_ last: Attribution, _ mark: Mark) -> Bool {
        let head = mark.first - 1
        guard !last.isPerson, head > 0, document.mark(at: head, marks.body) != nil,
            preposition(at: head - 1) == "into", document.word(head)?.can(be: .loct) == true,
            document.word(mark.first)?.can(be: [.verb, .plur, .past]) == true
        else { return false }
        return last.name.lowercased().contains(document.text(head..<head + 1).lowercased().dropLast())
    }

    /// A body by its full name, behind a verb in the present: no newsroom, and no agency that reports.
    func informant(behind mark: Mark, in sentence: Range<Int>) -> Attribution? {
        // "сообщает 15 сентября пресс-служба министерства"
        let isDated = document.mark(at: mark.end + 1, marks.month) != nil && integer(mark.end) != nil
        let first = isDated ? mark.end + 2 : mark.end
        // The dictionary knows few of the short names: "сообщает Нацстатком".
        let isInstitution = document.mark(at: first, marks.annotation.institution) != nil
        guard first < sentence.upperBound, document.word(first)?.can(be: .nomn) == true || isInstitution,
            document.tokens[first].shape.contains(.capitalized)
                || isInstitution
                || document.mark(at: first, marks.body) != nil
                    && (document.word(first + 1).map { $0.can(be: [.noun, .gent]) && !$0.can(be: .prep) } ?? false
                        || first + 1 < sentence.upperBound && document.tokens[first + 1].shape.contains(.capitalized))
        else { return nil }
        let reach = first..<min(first + 4, sentence.upperBound)
        guard
            let head = reach.first(where: isInformant),
            (first..<head).allSatisfy({ document.word($0)?.can(be: .adjf) == true }),
            document.marks(marks.agency, in: reach).isEmpty, !isNewsAgency(head)
        else { return nil }
        guard let found = body(at: first, limit: sentence.upperBound) else { return nil }
        // As it stands: whatever the dictionary takes it for, it is the subject.
        return isInstitution && !found.name.contains(" ")
            ? Attribution(name: document.text(first..<first + 1), country: found.country, isPerson: false) : found
    }

    /// "говорится в сообщении министерства", "указывается в заявлении": the body whose notice it is, or the one named last.
    func notice(in sentence: Range<Int>, lastBody: Attribution?) -> Attribution? {
        let notice = document.marks(marks.notice, in: sentence).first { mark in
            preposition(at: mark.first - 1) == "into"
                && document.mark(at: mark.first - 2, marks.noticeVerb) != nil
        }
        guard let owner = notice?.end else { return nil }
        guard owner < sentence.upperBound, let word = document.word(owner), word.can(be: .gent) else { return lastBody }
        // "сказано в докладе министра Иванова": of a person only with a name.
        if people.office(at: owner) != nil || people.name(at: owner) != nil {
            return who(at: owner, limit: sentence.upperBound).flatMap { $0.isPerson ? $0 : nil }
        }
        return body(at: owner, limit: sentence.upperBound)
    }

    /// "свидетельствуют данные, обнародованные таможенной службой": the body in the instrumental behind a participle.
    func publisher(behind token: Int, limit: Int) -> Attribution? {
        guard document.isMark(token, ","), token + 2 < limit, document.word(token + 1)?.can(be: .prtf) == true,
            document.word(token + 2)?.can(be: .ablt) == true, isBody(token + 2)
        else { return nil }
        return body(at: token + 2, limit: limit)
    }

    /// "Об этом свидетельствуют опубликованные в среду таможенной службой данные": between the participle and what it publishes.
    func publisher(in sentence: Range<Int>) -> Attribution? {
        guard document.mark(at: sentence.lowerBound, marks.speechBack) != nil,
            let data = document.marks(marks.data, in: sentence).first,
            let published = sentence.first(where: { token in
                token < data.first && document.word(token)?.parses[0].tag.grammemes.contains(.prtf) == true
            }),
            let first = (published + 1..<min(published + 6, data.first)).first(where: {
                document.word($0)?.can(be: .ablt) == true && isBody($0)
            })
        else { return nil }
        return body(at: first, limit: data.first)
    }

    /// "На встрече с Ивановым Петров поблагодарил. По его словам": the one person whom the sentence before has for a subject.
    func onlySubject(before sentence: Range<Int>) -> Attribution? {
        guard sentence.lowerBound > 0 else { return nil }
        let before = document.sentence(of: sentence.lowerBound - 1)
        let named = Set(people.names(in: before).filter(\.isNominative).map(\.person))
            .union(people.offices(in: before).filter { isSingularSubject($0.range) }.compactMap(\.person))
        guard named.count == 1, let only = named.first else { return nil }
        let person = people.persons[only]
        return Attribution(name: person.name, country: person.country, isPerson: true, level: person.level)
    }

    /// "с президентом Молдовы Майей Санду": a name that does not inflect, behind an office in a case that no subject has.
    func isOfObliqueOffice(_ name: NameMention) -> Bool {
        guard let office = people.offices(in: max(0, name.range.lowerBound - 8)..<name.range.lowerBound).last,
            office.range.upperBound == name.range.lowerBound,
            let head = office.range.first(where: { document.word($0)?.can(be: .noun) == true })
        else { return false }
        return document.word(head)?.can(be: .nomn) == false
    }

    /// "глава государства", "президент": an office that names no state.
    func isOfNobody(_ office: OfficeMention) -> Bool {
        office.range.count <= 2 && places(in: office.range).isEmpty
    }

    /// ", сообщили в пресс-службе президента": a body behind a verb that has no subject.
    func reported(by mark: Mark, _ verb: Word, limit: Int) -> Attribution? {
        guard document.isMark(mark.first - 1, ","), verb.can(be: [.verb, .plur, .past]), mark.end < limit,
            let place = document.mark(at: mark.end, marks.preposition), value(place) == "into",
            document.mark(at: place.end, marks.speechNot) == nil, isBody(place.end)
        else { return nil }
        return body(at: place.end, limit: limit)
    }

    /// "таможенные службы Индии", and no agency or paper.
    func isStateBody(_ token: Int) -> Bool {
        let head = headBehindAdjectives(token)
        return document.mark(at: head, marks.body) != nil && !isNewsAgency(head)
            && document.marks(marks.agency, in: token..<min(head + 2, document.tokens.count)).isEmpty
    }

    /// Whether a noun is that of a body, or a name: "отмечено в министерстве", but "рост отмечен в перевозках".
    func isBody(_ token: Int) -> Bool {
        guard document.tokens.indices.contains(token) else { return false }
        let head = headBehindAdjectives(token)
        return document.tokens[token].shape.contains(.capitalized)
            || [marks.body, marks.organisation, marks.annotation.institution, marks.annotation.institutionHead]
                .contains { document.mark(at: head, $0) != nil }
    }

    /// "таможенная служба": the noun that the adjectives from a token on belong to.
    private func headBehindAdjectives(_ token: Int) -> Int {
        var head = token
        while document.word(head)?.readings[0].contains(.adjf) == true { head += 1 }
        return head
    }

    /// "рост отмечен в Кении": a state by its name alone, and no body of it.
    func isState(_ token: Int) -> Bool {
        places(in: token..<min(token + 3, document.tokens.count)).first.map {
            $0.range.lowerBound == token && $0.kind != .adjective
        } ?? false
    }

    /// Whether a body is told by more than what it is: "Минфин", "комитет статистики", and not "ведомство".
    func isNamed(_ body: String) -> Bool { body.contains(" ") || body.first?.isUppercase == true }

    /// "помощник министра экономики": an office with the genitives that tell of what it is.
    func endOfOffice(_ office: OfficeMention, limit: Int) -> Int {
        var end = office.range.upperBound
        while end < limit, end - office.range.upperBound < 4, let word = document.word(end),
            document.tokens[end].shape.isDisjoint(with: [.latin, .digits]),
            word.readings[0].intersects([.noun, .adjf]), word.can(be: .gent)
        {
            end += 1
        }
        while end > office.range.upperBound, document.word(end - 1)?.readings[0].contains(.adjf) == true { end -= 1 }
        return end
    }

    /// A body that informs: "министерства инвестиций", "Минэнерго КР", as it stands, up to the next mark.
    func body(at token: Int, limit: Int) -> Attribution? {
        if document.mark(at: token, marks.agency) != nil || isNewsAgency(token) { return nil }
        if document.word(token)?.parses[0].tag.grammemes.contains(.prep) == true { return nil }
        var end = token
        while end < limit, let word = document.word(end), end - token < 9,
            word.can(be: .noun) || word.can(be: .adjf) || word.can(be: .conj) && end > token
                || document.tokens[end].shape.contains(.capitalized)
        {
            if word.can(be: .verb) && !word.can(be: .noun) { break }
            // "агентство по миграции", but "министерство по итогам визита"
            if word.parses[0].tag.grammemes.contains(.prep), end + 1 < limit,
                document.mark(at: end + 1, marks.indicatorFrame) != nil
                    || document.word(end + 1)?.can(be: .datv) != true
                    // "министр на встрече с коллегой": a form that is no dative behind this one.
                    || document.mark(at: end, marks.preposition) != nil
                        && !document.tokens[end + 1].shape.contains(.capitalized)
            {
                break
            }
            end += 1
        }
        while end > token, document.word(end - 1)?.can(be: .conj) == true { end -= 1 }
        guard end > token else { return nil }
        // "бюро статистики (НБС) Кении"
        let isShort = document.isMark(end, "(") && document.isMark(end + 2, ")")
        let country = places(in: token..<min(isShort ? end + 4 : end, limit)).first?.country
        return Attribution(name: nominativePhrase(token..<end), country: country, isPerson: false)
    }

    /// A body that is the subject of a verb of speech, or in which something is said, right before the verb.
    func body(before mark: Mark, in sentence: Range<Int>) -> Attribution? {
        var first = mark.first
        // "Ранее министерство сообщило"
        func opens(_ token: Int) -> Bool {
            token == sentence.lowerBound || document.isMark(token - 1, ",")
                || token == sentence.lowerBound + 1
                    && document.word(token - 1)?.parses[0].tag.grammemes.contains(.advb) == true
        }
        while first > sentence.lowerBound, mark.first - first < 9, let word = document.word(first - 1),
            word.can(be: .noun) || word.can(be: .adjf)
                || word.parses[0].tag.grammemes.intersects([.conj, .prep])
        {
            first -= 1
        }
        // "В июле министерство торговли сообщило"
        if let time = dates(in: sentence).first(where: { $0.range.lowerBound - sentence.lowerBound <= 1 }),
            time.range.upperBound >= first, time.range.upperBound < mark.first
        {
            first = time.range.upperBound
            guard let head = (first..<mark.first).first(where: { document.word($0)?.can(be: .noun) == true }),
                isInformant(head), document.word(head)?.can(be: .nomn) == true,
                document.mark(at: head, marks.office) == nil,
                !isNewsAgency(head)
            else { return nil }
            return body(at: first, limit: mark.first).flatMap { $0.isPerson ? nil : $0 }
        }
        // "В комитете сообщили", "посольство Перу в Кении сообщило"
        let isInside = preposition(at: first) == "into" && opens(first)
        if isInside { first += 1 }
        guard first < mark.first, isInside || opens(first),
            document.word(first)?.parses[0].tag.grammemes.contains(.prep) == false
        else { return nil }
        let head = (first..<mark.first).first {
            document.word($0)?.can(be: .noun) == true
                && document.word($0)?.parses[0].tag.grammemes.contains(.adjf) != true
        }
        guard let head, isInformant(head),
            document.word(head)?.can(be: isInside ? .loct : .nomn) == true || isAbbreviated(head),
            !isNewsAgency(head) || head > first,
            document.mark(at: head, marks.office) == nil,
            let found = body(at: first, limit: mark.first), !found.isPerson
        else { return nil }
        return found
    }

    /// "ФТС": a short name in capitals, and no state's.
    private func isAbbreviated(_ token: Int) -> Bool {
        let text = document.text(token..<token + 1)
        return (2...6).contains(text.count) && text.allSatisfy(\.isUppercase)
            && document.tokens[token].shape.isDisjoint(with: [.latin, .digits])
            && placeSlice(token..<token + 1).isEmpty
    }

    /// A body that can tell something: by its kind, or by a short name, "Минсельхоз", "ФТС".
    private func isInformant(_ head: Int) -> Bool {
        if document.mark(at: head, marks.body) != nil { return true }
        guard document.mark(at: head, marks.agency) == nil else { return false }
        if document.mark(at: head, marks.annotation.institution) != nil
            || document.mark(at: head, marks.annotation.departmentAbbreviation) != nil
        {
            return true
        }
        // "ФТС сообщила"
        if isAbbreviated(head) { return true }
        return document.tokens[head].shape.contains(.capitalized)
            && document.mark(at: head, marks.annotation.institutionHead).map { value($0) != "weak" } ?? false
    }

    /// "агентство Монцамэ" reports; "агентство статистики" informs.
    func isNewsAgency(_ token: Int) -> Bool {
        guard document.mark(at: token, marks.newsroom) != nil else { return false }
        guard let next = document.word(token + 1) else { return true }
        // "таможенная служба Индии"
        if next.can(be: .gent), placeSlice(token + 1..<token + 2).contains(where: { $0.kind == .name }) { return false }
        return document.tokens[token + 1].shape.contains(.capitalized) || !next.can(be: .gent)
    }
}
