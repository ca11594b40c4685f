import Grammar
import Model
import Morphology

/// Encounters whose noun is left out: "следующее, 27-е, пройдет в России", "четвертую принимал Бишкек".
extension Reading {
    /// "Седьмое провели в Осло премьеры", "четвертую принимал Бишкек": the verb whose object is left out.
    private func convened(_ adjective: Mark, _ scene: EncounterScene) -> Mark? {
        guard document.word(adjective.first)?.can(be: [.adjf, .accs]) == true else { return nil }
        return all(marks.encounters.hold, in: scene.clause).first {
            isFiniteVerb($0.first) && verbTense(of: $0.first) == .past
                // "следующее решено провести в Осло"
                || verbTense(of: $0.first) == .infinitive && agreement(on: $0.first, scene) != nil
        }
    }

    /// "Следующее, 27-е, пройдет в России": the noun of the sentences before is left out.
    func ellipsis(in scene: EncounterScene) -> [EncounterMention] {
        // "стороны сделают заявления, которые запланированы на полдень": said of the noun before.
        if scene.clause.isRelative { return [] }
        let talks = countedTalks(in: scene)
        let counted = document.mark(at: scene.clause.lowerBound, marks.ordinal) ?? talks
        // "Предыдущее, 18-е, проходило в Осло"
        let previous = document.mark(at: scene.clause.lowerBound, marks.encounters.previous)
        guard let adjective = all(marks.planned, in: scene.clause).first ?? counted ?? previous,
            adjective == talks || adjective.first - scene.clause.lowerBound <= 1,
            let verb = all(marks.encounters.happen, in: scene.clause).first ?? convened(adjective, scene),
            document.word(adjective.first)?.can(be: [.adjf, .nomn]) == true
                || document.mark(at: verb.first, marks.encounters.hold) != nil,
            !(adjective.end..<max(adjective.end, verb.first)).contains(where: { token in
                document.word(token).map { $0.parses[0].tag.grammemes.contains(.noun) } ?? false
            }), let status = status(verb, scene)
        else { return [] }
        var mention = EncounterMention(
            kind: .session, trigger: adjective.range, clause: scene.clause.hull, rule: "meeting.ellipsis")
        mention.isAsserted = true
        mention.isContinued = true
        mention.status = status
        describe(&mention, scene, near: verb.first)
        mention.isNext = true
        // "следующее намечено на первый квартал 2025 года": not of the month that the one before was in.
        if status == .planned, let date = mention.date, let publishedOn, date.lastDay < publishedOn.firstDay {
            mention.date = dates(in: scene.clause).first { $0.role == .time }.flatMap { told in
                told.date ?? told.period.to.flatMap { PartialDate(year: $0.year) }
            }
        }
        mention.isOfCountedTalks = talks != nil
        if document.mark(at: verb.first, marks.encounters.hold) != nil {
            mention.actors = subjects(of: verb.first, scene).filter { $0.kind == .person || $0.kind == .office }
            mention.place = mention.actors.isEmpty ? receivingPlace(scene.clause) ?? mention.place : mention.place
        }
        let number =
            counted ?? document.marks(marks.ordinal, in: adjective.end..<max(adjective.end, verb.first)).first
        mention.ordinal = number.flatMap { Int(value($0)) }
        if adjective.first == previous?.first {
            mention.isEarlier = true
            if document.word(adjective.first)?.can(be: .masc) == true { mention.kind = .summit }
        }
        // "Первое состоялось в Осло в 2022 году": of the one told by its number the time or the place is told.
        let isOpen = counted == nil && !mention.isEarlier
        return isOpen || mention.date != nil || mention.place != nil ? [mention] : []
    }
}
