import Grammar
import Model
import Morphology

/// Who travels: the subject of the verb, whoever a noun of travel belongs to, or who acts on the journey.
extension Reading {
    /// The state that an actor acts for: the one told beside him, or else that of the person wherever the article tells it.
    func home(of actor: Actor) -> CountryCode? {
        actor.country ?? actor.person.flatMap { people.persons[$0].country }
    }

    /// "в Одессу приехали министр А и министр Б": each of several who are named.
    func travellers(of mark: Mark, _ scene: EncounterScene) -> [Actor] {
        if let head = accompanied(scene) { return [head] }
        let some = someOfCrowd(behind: mark, scene)
        if !some.isEmpty { return some }
        if document.word(mark.first)?.can(be: .verb.union(.plur)) == true {
            let subjects = subjects(of: mark.first, scene)
            // "премьер-министры Казахстана А и Беларуси Б": the office stands before the names.
            let named = subjects.filter { $0.kind == .person }
            if named.count > 1, subjects.allSatisfy({ $0.kind == .person || $0.kind == .group }) {
                return named
            }
        }
        return (spoken(of: mark.first, scene) ?? traveller(of: mark, scene)).map { [$0] } ?? []
    }

    /// "Молдову посетил ряд глав государств, в том числе президент А и премьер Б": each of those who are named.
    private func someOfCrowd(behind verb: Mark, _ scene: EncounterScene) -> [Actor] {
        guard
            let among = document.marks(marks.encounters.among, in: verb.end..<max(verb.end, scene.sentence.upperBound))
                .first
        else { return [] }
        let named = scene.all.drop { $0.range.lowerBound < among.end }
        guard let first = named.first, first.range.lowerBound == among.end else { return [] }
        return ([first] + named.dropFirst().prefix(while: \.isCoordinated)).filter {
            $0.kind == .person && $0.isSubject && $0.level != nil && $0.country != nil
        }
    }

    /// "Затем он посетит Лиссабон": the subject told last before the pronoun, in its sentence or the one before.
    func meant(by actor: Actor, _ scene: EncounterScene, _ before: [Actor]) -> Actor {
        if let same = sameOffice(as: actor, scene, before) { return same }
        guard actor.kind == .pronoun, !actor.isPlural else { return actor }
        let told = before.filter { !goesAlong($0) } + scene.all.filter { $0.range.upperBound <= actor.range.lowerBound }
        var subjects = told.filter { $0.isSubject && ($0.kind == .person || $0.kind == .office) }
        // "третья поездка президента А в Лаос: он посещал республику": the one of whom the sentence tells.
        let named = scene.all.filter {
            $0.range.upperBound <= actor.range.lowerBound && ($0.kind == .person || $0.kind == .office)
        }
        if subjects.isEmpty, Set(named.map(\.person)).count == 1 { subjects = named }
        // "Запомнился визит президента. Он прилетел в Баку 15 мая"; of "Прошла встреча с премьером" the other one may be meant.
        let before = before.filter { ($0.kind == .person || $0.kind == .office) && !goesAlong($0) && $0.link != .with }
        if subjects.isEmpty, named.isEmpty, Set(before.map(\.person)).count == 1 { subjects = before }
        guard let last = subjects.last, last.kind == .person, last.level != nil,
            !isOther(last, than: actor.range.lowerBound)
        else { return actor }
        return last
    }

    /// "Министр Лавров переговорит с министром Аракчи. Потом министра ждут в Риме": an office alone is that of whoever acted in the
    /// sentence before, not of the one whom he met.
    private func sameOffice(as actor: Actor, _ scene: EncounterScene, _ before: [Actor]) -> Actor? {
        guard actor.kind == .person, let office = actor.office, people.names(in: actor.range).isEmpty,
            people.offices(in: actor.range).first.map({ $0.country == nil }) ?? false
        else { return nil }
        let told = before + scene.all.filter { $0.range.upperBound <= actor.range.lowerBound }
        let acting = told.last {
            $0.isSubject && $0.kind == .person && $0.person != nil
                && ($0.office == office || $0.office.map { Self.ministers.isSuperset(of: [$0, office]) } ?? false)
        }
        guard let acting, acting.person != actor.person, acting.level == actor.level else { return nil }
        return acting
    }

    /// Tokens from a verb of preparing to the visit: "готовится к первому государственному визиту".
    private static let reachOfPlan = 5

    private static let ministers: Set<Office> = [.minister, .foreignMinister]

    /// "Президента сопровождает министр. Он посетит Осло": whoever goes along is not the one who is spoken of.
    func goesAlong(_ actor: Actor) -> Bool {
        let sentence = document.sentence(of: actor.range.lowerBound)
        return actor.isSubject
            // "его будут сопровождать депутаты"
            && document.marks(marks.encounters.accompany, in: sentence).contains {
                isFiniteVerb($0.first) || document.word($0.first)?.can(be: .infn) == true
            }
    }

    /// A woman's given name and "он", or a man's and "она".
    func isOther(_ actor: Actor, than pronoun: Int) -> Bool {
        guard let word = document.word(pronoun) else { return false }
        let given: Grammemes = [.name, .nomn]
        let man = given.union(.masc)
        let woman = given.union(.femn)
        let (own, other) = word.can(be: .masc) ? (man, woman) : (woman, man)
        return actor.range.contains { (token: Int) -> Bool in
            guard let name = document.word(token), name.isKnown else { return false }
            return name.can(be: other) && !name.can(be: own)
        }
    }

    /// "сообщила о планах министра посетить Баку": whose plan the infinitive is.
    func planner(of infinitive: Int, _ scene: EncounterScene) -> Actor? {
        guard document.word(infinitive)?.can(be: .infn) == true,
            var actor = scene.actors.last(where: { $0.range.upperBound <= infinitive }),
            infinitive - actor.range.upperBound <= 3, actor.kind == .person || actor.kind == .office,
            actor.cases.contains(.gent),
            document.mark(at: actor.range.lowerBound - 1, marks.encounters.intent) != nil
                // "о планах господина Лаврова"
                || document.mark(at: actor.range.lowerBound - 2, marks.encounters.intent) != nil
        else { return nil }
        (actor.cases, actor.link) = (.nomn, .bare)
        return actor
    }

    /// The one who travels, as a verb of travel tells him.
    func traveller(of mark: Mark, _ scene: EncounterScene) -> Actor? {
        guard let word = document.word(mark.first) else { return nil }
        if word.can(be: .prtf), !word.can(be: .verb) {
            // "президент, прибывший в Баку", "находящийся с визитом президент"
            // "принял находящегося в стране министра": said of whom it agrees with.
            let form = cases(ofWord: mark.first)
            return scene.all.last {
                $0.range.upperBound <= mark.first && mark.first - $0.range.upperBound <= 3 && $0.kind == .person
                    && (form.isEmpty || $0.cases.intersects(form))
            } ?? scene.all.first { $0.range.lowerBound > mark.first && $0.kind == .person }
        }
        // "посетив Баку, премьер отправился в Ереван": whoever acts besides.
        if word.can(be: .grnd), !word.can(be: .verb), let verb = finiteVerb(near: mark.first, scene.clause) {
            return subjects(of: verb, scene).first.flatMap { $0.isPlural ? nil : $0 }
        }
        // "его ждут в Москве": nobody is told to wait, and not in the past.
        let isOpen = word.can(be: [.verb, .plur]) && !word.can(be: .past) && subjects(of: mark.first, scene).isEmpty
        // "китайского лидера ждут в Москве"
        if value(mark) == "awaited" || word.can(be: .verb.union(.plur)) && subjects(of: mark.first, scene).isEmpty {
            return scene.actors.first {
                ($0.kind == .person || $0.kind == .office && $0.country != nil || isOfState($0)
                    || $0.kind == .pronoun && !$0.isPlural && isOpen)
                    && $0.link == .bare && $0.cases.contains(.accs)
            }
        }
        // "африканская делегация посетила Киев": nobody in particular.
        if let last = scene.actors.last(where: { $0.isSubject && $0.range.upperBound <= mark.first }),
            last.kind == .delegation, last.office == nil, !isOfState(last)
        {
            return nil
        }
        // "самолет президента приземлился"
        for vehicle in all(marks.encounters.vehicle, in: scene.clause)
        where cases(ofWord: vehicle.first).contains(.nomn) {
            if let aboard = scene.actors.first(where: { $0.range.lowerBound == vehicle.end }), aboard.kind == .person,
                aboard.cases.contains(.gent)
            {
                return aboard
            }
        }
        if let sent = delegationFrom(mark, scene) { return sent }
        let subjects = subjects(of: mark.first, scene)
        guard let subject = subjects.first, agrees(subject, mark.first) else { return nil }
        // "Национальный лидер, председатель Халк Маслахаты А посетил": one man of two offices.
        let named = subjects.dropFirst().first { $0.kind == .person && $0.country == subject.country }
        return subject.kind == .office && word.can(be: [.verb, .sing]) ? named ?? subject : subject
    }

    /// "из Китая прибыла делегация чиновников": a delegation whose state is told by where it comes from.
    private func delegationFrom(_ verb: Mark, _ scene: EncounterScene) -> Actor? {
        guard
            var sent = scene.actors.first(where: {
                $0.kind == .delegation && $0.isSubject && !$0.isPlural && $0.country == nil && $0.organisation == nil
                    && distance($0.range, verb.range) <= Self.reachOfDelegation
            }), let home = placeLeft(in: scene.clause.hull)?.country
        else { return nil }
        sent.country = home
        return isOfState(sent) ? sent : nil
    }

    /// Tokens from a verb of travel to the delegation.
    private static let reachOfDelegation = 3

    /// One person's verb is singular and not neuter: "побывало 2 млн туристов" has another subject.
    func agrees(_ actor: Actor, _ verb: Int) -> Bool {
        guard let word = document.word(verb), !actor.isPlural, !word.can(be: .infn) else { return true }
        return word.parses.contains { $0.tag.grammemes.contains(.sing) && !$0.tag.grammemes.contains(.neut) }
    }

    /// Who is asked to come, and whether he has agreed to.
    func invited(to mark: Mark, _ scene: EncounterScene) -> (guest: Actor, isAccepted: Bool)? {
        guard let invite = all(marks.encounters.invite, in: scene.clause).last(where: { $0.end <= mark.first }) else {
            return nil
        }
        if verbTense(of: invite.first) != nil {
            let guest = scene.actors.first {
                $0.range.lowerBound >= invite.end && $0.range.upperBound <= mark.first && $0.kind == .person
                    && $0.link == .bare && $0.cases.contains(.accs)
            }
            return guest.map { ($0, false) }
        }
        // "принял приглашение посетить"
        guard
            let verb = all(marks.encounters.receive, in: scene.clause).first(where: {
                isFiniteVerb($0.first) && $0.end <= invite.first && !isNegated($0.first)
            }), let guest = subjects(of: verb.first, scene).first(where: { $0.kind == .person })
        else { return nil }
        return (guest, verbTense(of: verb.first) == .past)
    }

    /// "вместе с президентом А прибыли министры": whom the others go along with.
    func accompanied(_ scene: EncounterScene) -> Actor? {
        for mark in all(marks.encounters.together, in: scene.clause) {
            guard
                var head = scene.actors.first(where: { $0.range.lowerBound == mark.end }),
                head.kind == .person, head.level.isLeader,
                scene.actors.contains(where: {
                    $0.isSubject && ($0.kind == .person || $0.kind == .office) && !$0.level.isLeader
                })
            else { continue }
            head.cases = .nomn
            head.link = .bare
            return head
        }
        return nil
    }

    /// "визит президента"
    func ownTraveller(of mark: Mark, _ scene: EncounterScene) -> Actor? {
        // "визит в Баку президента Грузии"
        let goal = places(in: mark.end..<min(scene.clause.upperBound, mark.end + 4)).first {
            $0.range.lowerBound == mark.end + 1 && isLocalPreposition(mark.end)
        }
        // "визит 17 апреля президента Грузии"
        let day = dates(touching: mark.end..<mark.end + 1).first { $0.range.lowerBound == mark.end }
        // "визит Его Величества короля Иордании"
        let style = document.mark(at: mark.end, marks.officeHonorific)
        let end = goal?.range.upperBound ?? day?.range.upperBound ?? style?.end ?? mark.end
        return scene.actors.first {
            // "визит правительственной делегации во главе с премьером"
            let first = $0.delegation ?? $0.range.lowerBound
            // "визит в Баку грузинской парламентской делегации"
            let isNext =
                first - end <= 1 && !document.isMark(end, ",")
                || $0.delegation != nil && first - end <= 3 && (end..<max(end, first)).allSatisfy { isAttribute($0) }
            return first >= end && isNext && $0.cases.contains(.gent)
                && (end == mark.end || style != nil || !$0.cases.contains(.nomn) || $0.delegation != nil
                    || $0.kind == .delegation)
                && ($0.kind == .person || $0.kind == .office || isOfOneState($0))
        }
    }

    /// "президент отменил поездку", "премьер завершил визит": the subject whose journey is the object.
    func actingTraveller(of mark: Mark, _ scene: EncounterScene) -> Actor? {
        let part = scene.clause.part(of: mark.first)
        guard cases(ofWord: mark.first).contains(.accs), !isBehindPreposition(mark.first, part) else { return nil }
        let verbs =
            all(marks.cancelled, in: scene.clause) + all(marks.postponed, in: scene.clause)
            + all(marks.encounters.travel, in: scene.clause)
        // "отменил запланированный на 23–26 мая визит"
        let verb = verbs.last { verb in
            verb.end <= mark.first
                && (mark.first - verb.end <= 4
                    || mark.first - verb.end <= 9 && document.word(verb.end)?.can(be: [.prtf, .accs]) == true
                    // "совершит с 5 по 7 мая государственный визит"
                    || mark.first - verb.end <= 9 && isTimeAndKind(verb.end..<mark.first))
        }
        guard let verb,
            let tense = verbTense(of: verb.first)
        else {
            // "Рабочий визит в Киргизию начал премьер-министр"
            guard let later = verbs.first(where: { $0.first >= mark.end && isFiniteVerb($0.first) }) else { return nil }
            return subjects(of: later.first, scene).first {
                $0.kind == .person && $0.range.lowerBound >= later.end && !$0.isPlural
            }
        }
        // "может нанести визит": nothing says that he will.
        if tense == .infinitive, all(marks.planned, in: scene.clause).isEmpty || isWished(verb, scene) { return nil }
        return subjects(of: verb.first, scene).first { $0.kind == .person }
    }

    /// "с 5 по 7 мая государственный": a time and adjectives, between a verb and its object.
    private func isTimeAndKind(_ range: Range<Int>) -> Bool {
        let times = dates(in: range).map(\.range)
        return !times.isEmpty
            && range.allSatisfy { token in
                times.contains { $0.contains(token) } || isAttribute(token) || isShortPreposition(token)
            }
    }

    /// "в рамках визита в Баку президент встретился": whoever acts on the visit; "во время его визита" is of another.
    func presentTraveller(of mark: Mark, _ scene: EncounterScene) -> Actor? {
        let before = max(scene.clause.lowerBound, mark.first - 4)..<mark.first
        // "президент готовится к визиту в Баку"
        if let verb = finiteVerb(near: mark.first, scene.clause), verb < mark.first,
            mark.first - verb <= Self.reachOfPlan,
            document.mark(at: verb, marks.encounters.readying) != nil, !isNegated(verb),
            let subject = subjects(of: verb, scene).first, subject.kind == .person, !subject.isPlural
        {
            return subject
        }
        let isAside = document.marks(marks.encounters.refer, in: before).contains { value($0) == "aside" }
        // "оценил итоги своего визита в Баку", "рассказал о своей поездке в Баку"
        if !document.marks(marks.encounters.oneself, in: before).isEmpty,
            let verb = finiteVerb(near: mark.first, scene.clause),
            let subject = subjects(of: verb, scene).first, !subject.isPlural,
            subject.kind == .person || subject.kind == .office && subject.country != nil
        {
            return subject
        }
        // "провел переговоры с коллегой во время его визита в Ереван": the company's journey.
        if isAside, before.contains(where: isPossessive) {
            return scene.actors.last {
                $0.range.upperBound <= mark.first && $0.kind == .person && $0.link == .with
            }
        }
        guard isAside,
            !place(enteredIn: mark.first..<min(scene.clause.upperBound, mark.end + 4)).isEmpty,
            let verb = finiteVerb(near: mark.first, scene.clause)
        else { return nil }
        let subjects = subjects(of: verb, scene)
        guard subjects.count == 1, subjects[0].kind == .person, !subjects[0].isPlural else { return nil }
        return subjects[0]
    }

    /// "президент объявил, что его официальный визит в Баку намечен на ноябрь": the one person whom its sentence, or the one
    /// before, has named so far.
    ///
    /// - Parameter before: those of the sentence before.
    func pointedTraveller(of mark: Mark, _ scene: EncounterScene, _ before: [Actor]) -> Actor? {
        guard cases(ofWord: mark.first).contains(.nomn) else { return nil }
        var possessive = mark.first - 1
        while possessive > scene.clause.lowerBound, isAttribute(possessive), !isOfOne(possessive) {
            possessive -= 1
        }
        guard isOfOne(possessive) else { return nil }
        // "Премьер побывал в Вене и встретился с канцлером. Ожидается его визит в Баку": of whoever acted.
        let goal = place(enteredIn: mark.end..<max(mark.end, min(scene.clause.upperBound, mark.end + 4))).first?.1
        if let acting = actingAlone(before: possessive, scene, before), acting.country != goal?.country {
            return acting
        }
        let index = Int(document.sentenceOf[mark.first])
        for sentence in [index, index - 1] where sentence >= 0 {
            let names = people.names(in: document.sentences[sentence].lowerBound..<possessive)
                .filter { document.sentenceOf[$0.range.lowerBound] == sentence }
            if names.isEmpty { continue }
            let persons = Set(names.map(\.person))
            guard persons.count == 1, let name = names.last, case let person = people.persons[name.person],
                let country = person.country
            else { return nil }
            return Actor(
                range: name.range, kind: .person, person: name.person, country: country, office: person.office,
                level: person.level, cases: .nomn)
        }
        return nil
    }

    /// The one who acts in the sentence before a token, or else in the sentence before that, where only one does.
    private func actingAlone(before token: Int, _ scene: EncounterScene, _ before: [Actor]) -> Actor? {
        let here = scene.all.filter { $0.range.upperBound <= token && $0.kind != .country }
        for actors in here.isEmpty ? [before] : [here] {
            let acting = actors.filter {
                $0.isSubject && ($0.kind == .person || $0.kind == .office) && !goesAlong($0)
            }
            guard Set(acting.map(\.range)).count == 1, let one = acting.first, one.level != nil,
                one.country != nil || one.person.flatMap({ people.persons[$0].country }) != nil
            else { continue }
            return one
        }
        return nil
    }

    /// "его", "её", "их"
    private func isPossessive(_ token: Int) -> Bool {
        document.word(token)?.can(be: [.apro, .anph]) == true
            && document.mark(at: token, marks.encounters.oneself) == nil
    }

    /// "его", "её"
    func isOfOne(_ token: Int) -> Bool {
        isPossessive(token) && document.word(token)?.can(be: [.npro, .plur]) != true
    }

    /// "у президента запланирован визит в Баку": whose plan it is.
    func owningTraveller(of mark: Mark, _ scene: EncounterScene) -> Actor? {
        guard cases(ofWord: mark.first).contains(.nomn),
            !isBehindPreposition(mark.first, scene.clause.part(of: mark.first)),
            !all(marks.encounters.happen, in: scene.clause).isEmpty
        else { return nil }
        return scene.actors.last {
            $0.range.upperBound <= mark.first && $0.link == .between && $0.kind == .person && !$0.isPlural
        }
    }
}
