import Grammar
import Model
import Morphology

extension AgreementReader {
    /// The token after the last of a document's name, from its kind word to the right edge of the noun phrase.
    func titleEnd(after head: Mark, limit: Int, kind: Agreement.Kind) -> Int {
        titleEnd(TitleWalk(at: head.end, end: head.end), head, limit, kind)
    }

    /// The same for a part of a name that goes on behind words of a complement which stand elsewhere.
    func titleEnd(after head: Mark, from start: Int, behind nominals: [Int], limit: Int) -> Int {
        titleEnd(TitleWalk(at: start, end: start, last: .nominal, nominals: nominals), head, limit, .agreement)
    }

    private func titleEnd(_ start: TitleWalk, _ head: Mark, _ limit: Int, _ kind: Agreement.Kind) -> Int {
        var walk = start
        while walk.at < limit, let next = step(walk, head: head, limit: limit, kind: kind) { walk = next }
        return walk.end
    }

    /// How far a name has been read.
    struct TitleWalk {
        /// The token to look at.
        var at: Int
        /// The token after the last that is known to belong.
        var end: Int
        /// What stands before `at`.
        var last: Kind = .head
        /// Tokens of the complement that carry a case.
        var nominals: [Int] = []

        enum Kind { case head, nominal, modifier, link, conjunction }

        var hasComplement: Bool { !nominals.isEmpty }
    }

    private func step(_ walk: TitleWalk, head: Mark, limit: Int, kind: Agreement.Kind) -> TitleWalk? {
        let at = walk.at
        let token = document.tokens[at]
        if token.shape.contains(.lineStart) || reading.frame.isNoise[at] { return nil }
        if let term = term(at: at, walk) ?? laterTerm(at: at, walk) ?? year(at: at, walk) { return term }
        switch token.kind {
        case .number: return count(walk, limit: limit)
        case .mark: return mark(walk, head: head, limit: limit)
        case .word: return word(walk, head: head, limit: limit, kind: kind)
        }
    }

    // MARK: Years

    // MARK: Marks

    func mark(_ walk: TitleWalk, head: Mark, limit: Int) -> TitleWalk? {
        let at = walk.at
        if closesQuote(at), opensQuote(head.first - 1) || walk.last == .nominal && opensQuote(before: at, head.first) {
            // The name of a document stands in quotes whole or in part; what follows may still belong.
            return TitleWalk(at: at + 1, end: walk.end, last: walk.last, nominals: walk.nominals)
        }
        if opensQuote(at), walk.last != .conjunction {
            guard let closes = closing(at, limit: limit),
                !(at + 1..<closes).contains(where: { reading.isFiniteVerb($0) })
            else { return nil }
            // "назвал договор с Грузией «поворотной точкой»"
            if document.word(at + 1)?.can(be: .ablt) == true, isNamed(by: at) { return nil }
            return TitleWalk(at: closes + 1, end: closes + 1, last: .nominal, nominals: walk.nominals + [at + 1])
        }
        if document.isMark(at, "("),
            let closes = (at + 1..<min(limit, at + (opensQuote(at + 1) ? 6 : 4))).first(where: {
                document.isMark($0, ")")
            })
        {
            // "План (программу) сотрудничества", "План («дорожную карту») обменов": the name goes on behind the brackets.
            return TitleWalk(at: closes + 1, end: walk.end, last: walk.last, nominals: walk.nominals)
        }
        let follows = walk.last == .nominal || walk.last == .modifier
        if let walk = numbers(walk, limit: limit) { return walk }
        if let walk = participle(walk, limit: limit) { return walk }
        if document.isMark(at, ","), follows, continues(walk, after: at, limit: limit) {
            return TitleWalk(at: at + 1, end: walk.end, last: .conjunction, nominals: walk.nominals)
        }
        // "глав государств — членов союза"
        let isMember = document.mark(at: at + 1, marks.member) != nil
        if document.isDash(at), walk.last == .nominal, joinsNames(at) || isMember {
            return TitleWalk(at: at + 1, end: walk.end, last: .conjunction, nominals: walk.nominals)
        }
        return nil
    }

    /// "о передаче лиц, осужденных к лишению свободы": what was done to those whom a name is about.
    private func participle(_ walk: TitleWalk, limit: Int) -> TitleWalk? {
        let next = walk.at + 1
        guard document.isMark(walk.at, ","), walk.last == .nominal, next + 1 < limit, let whom = walk.nominals.last,
            document.mark(at: whom, marks.whom) != nil, let word = document.word(next),
            word.parses[0].tag.grammemes.contains(.prtf), document.mark(at: next, marks.sign) == nil,
            agrees(word, with: whom)
        else { return nil }
        return TitleWalk(at: next + 1, end: next + 1, last: .nominal, nominals: walk.nominals + [next])
    }

    /// "Китай – Кыргызстан – Узбекистан".
    func joinsNames(_ dash: Int) -> Bool {
        guard dash + 1 < document.tokens.count else { return false }
        return document.tokens[dash - 1].shape.contains(.capitalized)
            && document.tokens[dash + 1].shape.contains(.capitalized)
            && reading.people.name(at: dash + 1) == nil
    }

    /// Whether a list goes on behind a comma or a conjunction: with a nominal in the case of one before it.
    private func continues(_ walk: TitleWalk, after joint: Int, limit: Int) -> Bool {
        let next = joint + 1
        guard next < limit, let word = document.word(next), isNominal(next),
            !word.can(be: [.adjf, .anph]) || isState(next), !beginsOther(next, limit: limit)
        else {
            return false
        }
        // "Соглашение о миграции, направленное на развитие": what is said of the document.
        if document.isMark(joint, ","), word.parses[0].tag.grammemes.contains(.prtf),
            document.word(next + 1)?.can(be: .prep) == true
        {
            return false
        }
        // "после подписания соглашения США и Япония примут меры"
        if word.isKnown, !isState(next), word.can(be: .nomn),
            !word.parses.contains(where: { $0.tag.grammemes.intersects(Grammemes.cases.subtracting(.nomn)) })
        {
            return false
        }
        // "соглашения о туризме и другие"
        if document.mark(at: next, marks.drop) != nil, next + 1 >= limit || !isNominal(next + 1) { return false }
        // "…о союзничестве, Баку и Анкара": states in a row with what are none begin a clause.
        let before = opening(ofBracketsClosedAt: joint - 1).map { $0 - 1 } ?? joint - 1
        if isParty(next), !isParty(before), !document.tokens[before].shape.contains(.upper) { return false }
        if document.isMark(joint, ",") {
            // A comma joins only in a row that "и" closes.
            let row = next..<min(limit, next + 10)
            let closing = row.first { document.word($0)?.parses[0].tag.grammemes.contains(.conj) == true }
            guard let closing, !(next..<closing).contains(where: { isPredicate($0) }),
                !document.isMark(closing - 1, ","), closing + 1 < limit, isNominal(closing + 1),
                !beginsOther(closing + 1, limit: limit)
            else { return false }
        }
        return document.tokens[next].shape.contains(.upper) || walk.nominals.contains { shareCase($0, word) }
    }

    /// "союзом (ЕАЭС)": where brackets open that a token closes.
    private func opening(ofBracketsClosedAt token: Int) -> Int? {
        guard document.isMark(token, ")") else { return nil }
        return (max(1, token - Self.reachOfBracket)..<token).last { document.isMark($0, "(") }
    }

    private static let reachOfBracket = 4

    /// Whether a token begins the name of another document, or is a person or an office.
    private func beginsOther(_ token: Int, limit: Int) -> Bool {
        var at = token
        while at < limit, isAdjective(at) || document.mark(at: at, marks.many) != nil { at += 1 }
        if document.mark(at: at, marks.document) != nil || document.mark(at: at, marks.package) != nil { return true }
        if document.mark(at: token, marks.document) != nil || document.mark(at: token, marks.sign) != nil {
            return true
        }
        return reading.people.name(at: token) != nil
    }

    private func shareCase(_ token: Int, _ b: Word) -> Bool {
        guard let a = document.word(token) else { return false }
        // Abbreviations and foreign words stand for any case.
        if !document.tokens[token].shape.isDisjoint(with: [.upper, .latin]) { return true }
        let cases = Grammemes.cases.subtracting(.nomn)
        return a.parses.contains { x in
            b.parses.contains { y in
                x.tag.grammemes.intersection(cases).intersects(y.tag.grammemes)
                    && !y.tag.grammemes.intersects(.verb)
            }
        }
    }

    // MARK: Words

    func word(_ walk: TitleWalk, head: Mark, limit: Int, kind: Agreement.Kind) -> TitleWalk? {
        let at = walk.at
        guard let word = document.word(at) else { return nil }
        if let stop = document.mark(at: at, marks.stop), !goesOn(stop, walk, head: head, limit: limit) { return nil }
        if let goal = goal(walk, limit: limit) { return goal }
        if let link = document.mark(at: at, marks.link), walk.last == .nominal || walk.last == .head {
            // "договор по этому вопросу": on what was told before.
            guard document.mark(at: link.end, marks.told) == nil,
                joins(reading.value(link), walk, next: link.end, limit: limit, kind: kind)
            else { return nil }
            return TitleWalk(at: link.end, end: walk.end, last: .link, nominals: walk.nominals)
        }
        let best = word.parses[0].tag.grammemes
        // "о предупреждении аварий и ликвидации их последствий"
        if walk.last == .nominal, document.mark(at: at, marks.their) != nil, at + 1 < limit, isNominal(at + 1),
            document.word(at + 1)?.can(be: .gent) == true
        {
            return TitleWalk(at: at + 1, end: walk.end, last: .modifier, nominals: walk.nominals)
        }
        // "соглашение о намерении создать центр"
        if best.contains(.infn), walk.last == .nominal, document.mark(at: at - 1, marks.aim) != nil, at + 1 < limit {
            return TitleWalk(at: at + 1, end: at + 1, last: .link, nominals: walk.nominals)
        }
        if best.contains(.conj) {
            guard walk.last == .nominal || walk.last == .modifier, continues(walk, after: at, limit: limit) else {
                return nil
            }
            return TitleWalk(at: at + 1, end: walk.end, last: .conjunction, nominals: walk.nominals)
        }
        // "в сфере критически важных минералов"
        if best.contains(.advb), at + 1 < limit, isAdjective(at + 1), isNominal(at + 1), fits(at + 1, walk) {
            return TitleWalk(at: at + 1, end: walk.end, last: walk.last, nominals: walk.nominals)
        }
        guard isNominal(at), fits(at, walk) else { return nil }
        // "с Организацией по безопасности и сотрудничеству в Европе"
        if let body = document.mark(at: at, reading.marks.organisation), body.range.count > 1, body.end <= limit {
            return TitleWalk(at: body.end, end: body.end, last: .nominal, nominals: walk.nominals + [at])
        }
        if let place = reading.places(in: at..<at + 1).first, place.range.count > 1, place.range.upperBound <= limit {
            return TitleWalk(
                at: place.range.upperBound, end: place.range.upperBound, last: .nominal, nominals: walk.nominals + [at])
        }
        let isModifier =
            isAdjective(at) && at + 1 < limit
            && (isNominal(at + 1)
                || isConjunction(at + 1) && !word.can(be: .noun) && !beginsOther(at + 2, limit: limit))
        return TitleWalk(
            at: at + 1, end: isModifier ? walk.end : at + 1, last: isModifier ? .modifier : .nominal,
            nominals: walk.nominals + [at])
    }

    /// "Концепция взаимодействия в рамках многосторонних форматов": a name in capitals goes on where no event follows.
    private func goesOn(_ stop: Mark, _ walk: TitleWalk, head: Mark, limit: Int) -> Bool {
        let ahead = stop.end..<min(limit, stop.end + 4)
        guard reading.value(stop) == "scope", walk.hasComplement, walk.last == .nominal else { return false }
        // "о зоне свободной торговли в рамках СНГ"
        if document.mark(at: stop.end, reading.marks.organisation) != nil { return true }
        return document.tokens[head.first].shape.contains(.capitalized) && !ahead.isEmpty
            && document.marks(reading.marks.encounter, in: ahead).isEmpty
            && !ahead.contains { document.mark(at: $0, marks.document) != nil || reading.isFiniteVerb($0) }
    }

    /// Whether a nominal can stand where the walk has come to.
    private func fits(_ at: Int, _ walk: TitleWalk) -> Bool {
        guard let word = document.word(at) else { return false }
        if reading.people.name(at: at) != nil, document.mark(at: at - 1, marks.calledBy) == nil,
            !(isAdjective(at) && isNominal(at + 1))
        {
            return false
        }
        switch walk.last {
        case .link, .conjunction, .modifier: return true
        case .head:
            // "такой договор Токио заключил с Ираном": who acts, where the form does not tell.
            if word.can(be: .fixd), isParty(at), reading.isFiniteVerb(at + 1) { return false }
            // "договор СНВ-3"
            if document.tokens[at].shape.isSuperset(of: [.capitalized, .digits]) { return true }
            return word.can(be: .gent) && !word.can(be: .apro) && document.mark(at: at, marks.document) == nil
        case .nominal:
            if word.can(be: .gent) || document.tokens[at].shape.contains(.upper) { return true }
            // "через реку Туманная", "на перевале Торугарт"
            if document.tokens[at].shape.contains(.capitalized), document.mark(at: at - 1, marks.calledBy) != nil {
                return true
            }
            // "между правительством государства Катар и …"
            if document.tokens[at].shape.contains(.capitalized), document.mark(at: at - 1, marks.state) != nil {
                return true
            }
            if document.isDash(at + 1), document.tokens[at].shape.contains(.capitalized), joinsNames(at + 1) {
                return true
            }
            if document.tokens[at].shape.contains(.latin) || document.tokens[at].shape.contains(.digits) { return true }
            if !word.isKnown, document.tokens[at].shape.isSuperset(of: [.hyphen, .capitalized]) { return true }
            guard walk.hasComplement else { return false }
            // "об использовании Сербией хранилища", "о предоставлении топлива Кубе"
            if isParty(at) {
                let isState = reading.places(in: at..<at + 1).contains { $0.kind == .name && $0.range.count == 1 }
                guard isState, isAct(walk.nominals) else { return false }
                return word.can(be: .ablt)
                    ? isNominal(at + 1) && document.word(at + 1)?.can(be: .gent) == true : word.can(be: .datv)
            }
            return word.can(be: .ablt) ? !isNamed(by: at) : word.can(be: .datv)
        }
    }

    /// Whether a preposition opens a part of the name rather than a circumstance of its signing.
    private func joins(_ link: String, _ walk: TitleWalk, next: Int, limit: Int, kind: Agreement.Kind) -> Bool {
        guard next < limit else { return false }
        let isAmount = !reading.amounts(in: next..<next + 1).isEmpty
        if document.tokens[next].kind == .number || isAmount && link != "between" { return false }
        // "продлить договор на пять лет"
        if link == "on", document.mark(at: next, reading.marks.number) != nil { return false }
        let isDate = !reading.dates(touching: next..<next + 1).isEmpty
        if isDate { return false }
        guard document.word(next) != nil || opensQuote(next) else { return false }
        switch link {
        case "about", "between": return true
        case "to":
            // "протокол к соглашению"
            return walk.hasComplement || kind == .protocol || beginsOther(next, limit: limit)
        case "with":
            return reading.people.name(at: next) == nil
                && document.mark(at: next, reading.marks.office) == nil
                && document.mark(at: next, marks.signer) == nil
                && !(isAdjective(next) && document.mark(at: next + 1, marks.signer) != nil)
        case "in":
            if document.mark(at: next, marks.common) != nil { return true }
            guard walk.hasComplement else { return false }
            // "о внесении изменений в Соглашение", "в Тбилисское соглашение"
            if beginsOther(next, limit: limit), reading.people.name(at: next) == nil { return true }
            // "об обычных вооружённых силах в Европе"
            if document.mark(at: next, reading.marks.region) != nil { return true }
            let isPlace = reading.places(in: next..<next + 1).contains { $0.kind != .adjective }
            // "конвенция по климату в мексиканском Канкуне"
            if isAdjective(next), reading.places(in: next + 1..<next + 2).contains(where: { $0.kind != .adjective }) {
                return false
            }
            if isPlace { return walk.nominals.last.map { document.mark(at: $0, marks.common) == nil } ?? false }
            return !document.tokens[next].shape.contains(.capitalized)
                || document.tokens[next].shape.contains(.latin)
        case "on" where document.mark(at: next + 1, marks.language) != nil: return false
        case "on": return walk.hasComplement || ![.statement, .declaration, .package].contains(kind)
        case "until": return false
        default: return walk.hasComplement
        }
    }
}
