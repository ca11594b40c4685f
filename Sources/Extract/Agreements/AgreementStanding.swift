import Grammar
import Model

/// Whether a document is signed, to be signed or in force, since when, and whose it is.
struct AgreementStanding {
    var status: Agreement.Status
    var signedOn: PartialDate?
    /// The day is that of the talks which the article is about.
    var isDayOfNews = false
    let rule: String
    var parties: AgreementParties
}

/// What surrounds the mention of a document.
struct StandingContext {
    let sentence: Range<Int>
    let mentions: [DocumentMention]
    let frames: [StatusFrame]
    /// The verb or noun that says what becomes of the document.
    let governing: StatusFrame?
    /// What was said of the documents told last.
    let before: AgreementReader.Carried?
    /// What holds for it too, where nothing is said of it by itself.
    let carried: AgreementReader.Carried?
    /// Whether money is told with it.
    let isPriced: Bool
}

extension AgreementReader {
    /// By the verb that governs a document, or by what was said of those before it, or by its name alone.
    func standing(of mention: DocumentMention, _ context: StandingContext) -> AgreementStanding {
        let parties = parties(of: mention, in: context.sentence, mentions: context.mentions)
        if let frame = context.governing, let told = frame.status {
            let like = frame.isLike ? context.before : nil
            let isYetToSign = frame.isOfText && (Self.signedKinds.contains(mention.kind) || mention.kind == .package)
            var status = isYetToSign ? .planned : like?.status ?? told
            if status == .signed, isInForce(mention, frame, among: context.frames, context.mentions) {
                status = .existing
            }
            return AgreementStanding(status: status, rule: frame.rule, parties: parties)
        }
        if let carried = context.carried {
            let isOfBefore = !carried.parties.isEmpty && !isTold(by: mention)
            return AgreementStanding(
                status: carried.status, signedOn: carried.signedOn, rule: carried.rule,
                parties: isOfBefore ? carried.parties : parties)
        }
        if context.isPriced { return AgreementStanding(status: .signed, rule: Self.byValue, parties: parties) }
        if mention.isEmbedded, isFuture(mention) {
            return AgreementStanding(status: .planned, rule: "agreement.future", parties: parties)
        }
        return AgreementStanding(status: .existing, rule: Self.named, parties: parties)
    }

    /// The day of the signing, by a verb of signing, by the talks, by a time told for many, by the document's own name. A document
    /// that was signed before the tale is in force.
    ///
    /// - Parameter then: the time that the sentence points back to: "тогда же".
    func tellDay(
        of mention: DocumentMention, _ standing: inout AgreementStanding, _ context: StandingContext,
        then: PartialDate?
    ) {
        func tell(_ day: PartialDate?) {
            standing.signedOn = day
            if let day, isEarlier(day, sentence: mention.sentence) { standing.status = .existing }
        }
        func tellDayOfTalks() {
            tell(talksDay(of: standing.parties, at: mention))
            standing.isDayOfNews = standing.signedOn != nil
        }
        if context.governing != nil, standing.status == .signed || standing.status == .existing {
            let signings = signings(of: mention, standing.status, context)
            // "утвердил соглашение, подписанное 3 мая": the day stands with either verb.
            let told = signings.lazy.compactMap {
                self.date(around: $0, in: context.sentence, mentions: context.mentions)
            }.first
            if let told = told ?? dayOfOlder(context.sentence, standing.status) {
                tell(told)
            } else if standing.status == .signed, signings.first?.isUndated != true {
                tellDayOfTalks()
            }
        }
        // "По итогам переговоров подписаны:", and a line for each.
        if let carried = context.carried, standing.status == .signed, standing.signedOn == nil, !carried.isUndated {
            tellDayOfTalks()
        }
        // "Во время визита в мае подписали три документа. Тогда же стороны заключили договор."
        if standing.status == .signed, let then, !then.isDay || standing.signedOn == nil || standing.isDayOfNews {
            tell(then)
        }
        let isInner = context.mentions.contains {
            $0.isEmbedded && !mention.isEmbedded && $0.title.upperBound == mention.title.upperBound
        }
        if isInner { return }
        if let behind = dateBehind(mention) {
            tell(behind)
        } else if standing.status == .existing, standing.signedOn == nil {
            standing.signedOn = yearBehind(mention)
        }
    }

    /// "Ранее, 3 мая 2022 года, прошел саммит, на котором подписали меморандум": the one date of a sentence that goes back.
    private func dayOfOlder(_ sentence: Range<Int>, _ status: Agreement.Status) -> PartialDate? {
        guard status == .signed, document.mark(at: sentence.lowerBound, marks.earlier) != nil else { return nil }
        return timesTold(in: Int(document.sentenceOf[sentence.lowerBound])) { $0.month != nil }
    }

    /// Verbs of signing that may be said of a document, the nearest first: "в рамках договора, который стороны подписали" tells of one in
    /// force only behind its name.
    private func signings(
        of mention: DocumentMention, _ status: Agreement.Status, _ context: StandingContext
    ) -> [StatusFrame] {
        context.frames.filter {
            $0.status == .signed && (status == .signed || $0.range.lowerBound >= mention.title.upperBound)
        }.compactMap { frame in
            distance(from: frame, to: mention, mentions: context.mentions).map { (frame, $0) }
        }.sorted { $0.1 < $1.1 }.map(\.0)
    }
}
