import Grammar
import Model
import Morphology

/// What the form of an encounter's noun and the words beside it say: of two, of many, in several places.
extension Reading {
    /// "может быть подписана 11 октября на заседании совета", "октябрьский саммит может принять декларацию": an assembly that is as far
    /// ahead as what may come about there.
    func isToComeAbout(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard noun.kind == .summit || noun.kind == .session || noun.kind == .forum else { return false }
        let isSubject =
            cases(ofWord: noun.head).contains(.nomn)
            && !isBehindPreposition(noun.head, scene.clause.part(of: noun.head))
        return all(marks.encounters.may, in: scene.clause).contains { may in
            isFiniteVerb(may.first) && verbTense(of: may.first) == .present && !isNegated(may.first)
                && (may.end <= noun.head
                    ? !dates(in: scene.clause).isEmpty : isSubject && may.first - noun.range.upperBound <= 3)
        }
    }

    /// "отметил важность проведения форума в Оше осенью", "условились о проведении в первой половине 2025 года заседания": when what
    /// is spoken of is to be, with a time that is yet to come.
    func dateToBeHeld(_ noun: EncounterNoun, _ scene: EncounterScene) -> PartialDate? {
        guard let conduct = conduct(of: noun, scene), let publishedOn,
            document.mark(at: conduct, marks.encounters.conduct).map({ value($0).isEmpty }) ?? false
        else { return nil }
        let behind = conduct..<max(noun.range.upperBound, scene.clause.upperBound)
        for told in dates(in: behind) where told.role == .time {
            // Of a part of a year the year.
            let part = told.period.to.flatMap { PartialDate(year: $0.year) }
            guard let date = told.date ?? part else { continue }
            if date.lastDay > publishedOn.lastDay || date.month == nil && date.year == publishedOn.year { return date }
        }
        return nil
    }

    /// "подготовка к проведению в Осло очередного заседания": the next of a body, that is to be held.
    func isNextToBeHeld(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard let conduct = conduct(of: noun, scene), conduct < noun.head,
            document.mark(at: conduct, marks.encounters.conduct).map({ value($0).isEmpty }) ?? false
        else { return false }
        return !document.marks(marks.planned, in: conduct..<noun.head).isEmpty
    }

    /// "в Кении и Бурунди": the states named behind a preposition of place.
    func states(listedIn clause: Clause, behind token: Int) -> [Place] {
        var found: [Place] = []
        var end = token
        for place in places(in: token..<max(token, clause.upperBound)) where place.kind == .name {
            let isFirst =
                found.isEmpty && isLocalPreposition(place.range.lowerBound - 1)
                && cases(ofWord: place.range.upperBound - 1).contains(.loct)
            let isNext =
                place.range.lowerBound == end + 1 && (document.isMark(end, ",") || isShortConjunction(end))
            guard isFirst || !found.isEmpty && isNext, let stop = Place(city: nil, country: place.country) else {
                continue
            }
            found.append(stop)
            end = place.range.upperBound
        }
        return found
    }

    /// "На переговоры с министром прибыл коллега": the phrase of the noun opens the clause.
    func opensWithPreposition(_ head: Int, _ clause: Clause) -> Bool {
        head - clause.lowerBound <= 2 && isBehindPreposition(head, clause.part(of: head))
            && cases(ofWord: head).contains(.accs)
    }

    /// "российско-индийский саммит" is the talks of two leaders.
    func isOfTwo(_ range: Range<Int>, _ scene: EncounterScene) -> Bool {
        let before = max(scene.clause.lowerBound, range.lowerBound - 3)..<range.lowerBound
        return places(in: before).filter {
            $0.kind == .adjective && document.tokens[$0.range.lowerBound].shape.contains(.hyphen)
        }.count == 2
    }

    /// "саммит Джорджа Буша и Владимира Путина", "саммит США – КНДР": two of two states right behind it, and no organisation.
    func isOfTwoLeaders(_ range: Range<Int>, _ scene: EncounterScene) -> Bool {
        let behind = scene.actors.filter { $0.range.lowerBound >= range.upperBound }
        guard let first = behind.first, first.range.lowerBound == range.upperBound, behind.count > 1 else {
            return false
        }
        let second = behind[1]
        let between = first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound)
        let isPair: Bool
        switch (first.kind, second.kind) {
        case (.country, .country):
            isPair =
                between.count == 1 && (document.isDash(between.lowerBound) || isShortConjunction(between.lowerBound))
        case (.person, .person):
            isPair =
                between.count == 1 && isShortConjunction(between.lowerBound) && first.cases.contains(.gent)
                && second.cases.contains(.gent)
        default:
            return false
        }
        let others = behind.dropFirst(2).first.map {
            $0.isCoordinated || $0.kind == first.kind && $0.range.lowerBound - second.range.upperBound == 1
        }
        guard isPair, others != true, let one = first.country, let other = second.country else { return false }
        return one != other
    }

    /// "А и Б провели в Осло ежегодный саммит": two leaders of two states and no organisation.
    func isHeldByTwo(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard noun.kind == .summit, document.marks(marks.organisation, in: scene.clause.hull).isEmpty,
            let governor = governor(of: noun, scene), governor.role == .held
        else { return false }
        let hosts = subjects(of: governor.verb, scene)
        return hosts.count == 2 && hosts.allSatisfy { $0.kind == .person && $0.level.isLeader }
            && Set(hosts.compactMap(\.country)).count == 2
    }

    /// "провести саммит с президентом": of the two, where no organisation is named.
    func isWithSomebody(_ range: Range<Int>, _ scene: EncounterScene) -> Bool {
        guard let next = scene.actors.first(where: { $0.range.lowerBound >= range.upperBound }), next.link == .with,
            next.kind == .person || next.kind == .office, next.range.lowerBound - range.upperBound <= 1
        else { return false }
        return true
    }

    /// A body of two states, or something of "двух стран": the states in focus hold it.
    func isOfBoth(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        let phrase = noun.range.lowerBound..<min(scene.sentence.upperBound, noun.range.upperBound + 6)
        return noun.isBody || !document.marks(marks.encounters.body, in: phrase).isEmpty
            || !document.marks(marks.pair, in: scene.sentence).isEmpty
    }

    /// Several of a kind and no one of them: "на выставках".
    func isGeneric(_ noun: EncounterNoun) -> Bool {
        // "консультативных встреч"
        let head =
            noun.kind == .summit
            ? noun.range.first { document.word($0)?.parses[0].tag.grammemes.contains(.noun) == true } : nil
        guard noun.kind != .talks, let word = document.word(head ?? noun.head) else { return false }
        return word.can(be: .noun.union(.plur)) && !word.can(be: .noun.union(.sing))
    }

    /// "прошли заседания советов": what may be a genitive is the subject of a verb in the plural.
    func isPluralSubject(_ noun: EncounterNoun, of governor: Governor?) -> Bool {
        guard let governor, governor.role == .happens, noun.kind != .talks,
            let verb = document.word(governor.verb), verb.can(be: .plur), !verb.can(be: .sing)
        else { return false }
        return document.word(noun.head)?.can(be: [.noun, .nomn, .plur]) == true
    }

    /// "на встречах", and not "на переговорах", which have no singular.
    func isPluralOnly(_ noun: Int) -> Bool {
        document.word(noun).map { !$0.can(be: .noun.union(.sing)) && !$0.can(be: .pltm) } ?? false
    }

    /// "по итогам встреч президентов": several, and none of them told here.
    func isSeveral(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard noun.kind == .talks, isPluralOnly(noun.head) else { return false }
        if scene.actors.contains(where: { $0.link == .with && $0.kind != .country }) { return false }
        // "по итогам консультаций министр А и министр Б подписали"
        return Set(subjects(of: noun.head, scene).filter { $0.kind == .person }.compactMap(\.country)).count < 2
    }

    /// "В программе визита – переговоры с премьером", "В повестке дня президента – встреча с премьером": no verb, and to come.
    func isOnProgramme(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard cases(ofWord: noun.head).contains(.nomn),
            let plan = all(marks.planned, in: scene.clause).first(where: { value($0) == "programme" }),
            plan.end <= noun.head, !scene.clause.parts.joined().contains(where: { isFiniteVerb($0) })
        else { return false }
        return (plan.end..<noun.head).contains { document.isDash($0) || document.isMark($0, ":") }
            || noun.head - plan.end <= 3
    }

    /// Of officials only the states that they are from.
    func statehood(of actor: Actor) -> [Actor] {
        let states = actor.countries.isEmpty ? [actor.country].compactMap { $0 } : actor.countries
        guard [.person, .office, .group].contains(actor.kind), !states.isEmpty else { return [actor] }
        return states.enumerated().map { place, country in
            let token = min(actor.range.lowerBound + place, actor.range.upperBound - 1)
            var state = Actor(range: token..<token + 1, kind: .country, country: country, cases: actor.cases)
            state.link = actor.link
            return state
        }
    }

    /// "По инициативе премьер-министра состоялся разговор с президентом": whoever asked for it talks.
    func initiator(in scene: EncounterScene) -> Actor? {
        guard let mark = all(marks.encounters.initiative, in: scene.clause).first,
            var actor = scene.actors.first(where: { $0.range.lowerBound == mark.end }),
            actor.kind == .person || actor.kind == .office
        else { return nil }
        actor.link = .bare
        actor.cases = .nomn
        return actor
    }

    /// Whether the noun speaks of one encounter or of several: "провел встречи с А и Б", "пройдут встречи А с Б и В".
    func settleNumber(
        of mention: inout EncounterMention, _ noun: EncounterNoun, _ governor: Governor?, _ scene: EncounterScene
    ) {
        guard noun.kind == .talks || noun.kind == .call,
            // "телефонных бесед": the noun itself, behind its adjectives.
            let token = noun.range.first(where: { document.word($0)?.parses[0].tag.grammemes.contains(.noun) == true }),
            let word = document.word(token)
        else { return }
        let form: Grammemes? = governor?.role == .held ? .accs : governor?.role == .happens ? .nomn : nil
        mention.isSeveral =
            form.map { word.can(be: [.noun, $0, .plur]) && !word.can(be: [.noun, $0, .sing]) && !word.can(be: .pltm) }
            ?? false
        // "провел двусторонние переговоры с А и Б", "провел ряд встреч с А и Б"
        let isOfSome =
            conduct(of: noun, scene).flatMap { document.mark(at: $0, marks.encounters.conduct) }
            .map { value($0) == "several" } ?? false
        let isOfTwo = !document.marks(
            marks.encounters.bilateral, in: max(scene.clause.lowerBound, noun.head - 2)..<noun.head
        ).isEmpty
        if governor != nil, isOfSome || isOfTwo, word.can(be: [.noun, .plur]) { mention.isSeveral = true }
        guard noun.kind == .talks else { return }
        mention.isOpenNoun = governor != nil && word.can(be: .pltm)
        mention.isSingle =
            form.map { word.can(be: [.noun, $0, .sing]) && !word.can(be: [.noun, $0, .plur]) } ?? false
    }
}
