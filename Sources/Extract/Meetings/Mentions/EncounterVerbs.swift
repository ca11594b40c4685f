import Grammar
import Model
import Morphology

/// What the form of a verb says: of what time it is, whether it is denied, whether it came about or only may.
extension Reading {
    /// A mention that a verb tells: asserted, to come or held as its tense says, with all that its clause says beside.
    ///
    /// - Parameters:
    ///   - rule: its name behind "meeting.".
    ///   - verb: the token whose tense counts.
    ///   - isVerbal: told by the verb and no noun, so that those behind "с" may be met one by one.
    ///   - host: the state whose official receives.
    func told(
        _ kind: Meeting.Kind, _ rule: String, by trigger: Range<Int>, _ actors: [Actor], _ scene: EncounterScene,
        near verb: Int, tense: Tense = .past, isVerbal: Bool = true, isReception: Bool = false,
        host: CountryCode? = nil, countries: [CountryCode] = []
    ) -> EncounterMention {
        var mention = EncounterMention(
            kind: kind, trigger: trigger, clause: scene.clause.hull, rule: "meeting.\(rule)")
        mention.actors = actors
        mention.countries = countries
        mention.isAsserted = true
        mention.isVerbal = isVerbal
        mention.isReception = isReception
        mention.host = host
        mention.status = tense.status
        describe(&mention, scene, near: verb)
        return mention
    }

    /// "не приехал"
    func isNegated(_ verb: Int) -> Bool {
        if document.mark(at: verb - 1, marks.encounters.not) != nil { return true }
        // "вряд ли президент посетит"
        if document.marks(marks.encounters.hardly, in: max(0, verb - 6)..<verb).contains(where: { hardly in
            !(hardly.end..<verb).contains { isFiniteVerb($0) || document.isMark($0, ",") || document.isMark($0, ".") }
        }) {
            return true
        }
        // "не сможет приехать", "не будет участвовать", "не намерен ехать"
        guard document.word(verb)?.can(be: .infn) == true else { return false }
        return (max(0, verb - 3)..<verb).contains {
            (isFiniteVerb($0) || document.word($0)?.can(be: .adjs) == true || document.word($0)?.can(be: .prts) == true)
                && document.mark(at: $0 - 1, marks.encounters.not) != nil
        }
    }

    enum Tense {
        case past, present, future, infinitive

        /// Of an encounter that a verb in it tells of.
        var status: Meeting.Status { self == .future || self == .infinitive ? .planned : .held }
    }

    /// The tense of a verb or participle.
    func verbTense(of token: Int) -> Tense? {
        guard let word = document.word(token) else { return nil }
        for it in word.readings {
            guard it.intersects([.verb, .infn, .prts, .prtf, .grnd]) else { continue }
            if it.contains(.futr) { return .future }
            // "будут проведены переговоры", "встреча будет организована"
            if it.contains(.past) { return it.contains(.prts) && isPassiveFuture(token) ? .future : .past }
            if it.contains(.pres) { return .present }
            if it.contains(.infn) { return isAnalyticFuture(token) ? .future : isManaged(token) ? .past : .infinitive }
        }
        return nil
    }

    /// "будет председательствовать": the auxiliary is the one imperfective verb with a future.
    private func isAnalyticFuture(_ token: Int) -> Bool {
        let sentence = document.sentence(of: token)
        return (max(sentence.lowerBound, token - 6)..<token).contains {
            document.word($0)?.can(be: [.verb, .futr, .impf]) ?? false
        }
    }

    /// The auxiliary of a short participle, right before it or with the subject between.
    private func isPassiveFuture(_ token: Int) -> Bool {
        let sentence = document.sentence(of: token)
        for at in stride(from: token - 1, through: max(sentence.lowerBound, token - 3), by: -1) {
            if document.isMark(at, ",") { return false }
            if document.word(at)?.can(be: [.verb, .futr, .impf]) == true { return true }
        }
        return false
    }

    /// "успел поговорить", "пришлось объясняться": what came about.
    func isManaged(_ infinitive: Int) -> Bool {
        let sentence = document.sentence(of: infinitive)
        return document.marks(marks.encounters.managed, in: max(sentence.lowerBound, infinitive - 5)..<infinitive)
            .contains { verb in
                document.word(verb.first)?.can(be: [.verb, .past]) == true && !isNegated(verb.first)
                    && !(verb.end..<infinitive).contains { isFiniteVerb($0) || document.isMark($0, ",") }
            }
    }

    /// "решено созвать", "решили в мае провести": the verb of those who agree on what stands in the infinitive.
    func agreement(on infinitive: Int, _ scene: EncounterScene) -> Int? {
        all(marks.encounters.agreeing, in: scene.clause).last { verb in
            (isFiniteVerb(verb.first) || document.word(verb.first)?.can(be: [.prts, .neut]) == true)
                && verbTense(of: verb.first) == .past && !isNegated(verb.first)
                && (verb.end <= infinitive
                    ? !(verb.end..<infinitive).contains { document.word($0)?.can(be: .infn) == true }
                    : verb.first - infinitive <= Self.reachOfAgreement)
        }?.first
    }

    /// Tokens from an infinitive to the verb of those who agree on it, where it goes before: "увидеться премьеры договорились".
    private static let reachOfAgreement = 8

    /// "может посетить в мае": a chance with a month or a day ahead, which is told as a plan.
    func isDatedChance(_ infinitive: Int, _ scene: EncounterScene) -> Bool {
        guard let publishedOn,
            dates(in: scene.clause).contains(where: { told in
                if let date = told.date { return date.month != nil && date.lastDay >= publishedOn.firstDay }
                // "в первом полугодии"
                return told.role == .time && (told.period.to.map { $0 >= publishedOn } ?? false)
            })
        else { return false }
        return document.marks(marks.encounters.may, in: max(scene.clause.lowerBound, infinitive - 4)..<infinitive)
            .contains { may in
                (isFiniteVerb(may.first) && verbTense(of: may.first) == .present
                    || document.word(may.first)?.can(be: .noun) == true) && !isNegated(may.first)
                    && !(may.end..<infinitive).contains { isFiniteVerb($0) || document.isMark($0, ",") }
            }
    }
}
