import Grammar
import Model

/// Organisations among those who conclude a document: their members, their bodies, and what they say of themselves.
extension AgreementReader {
    /// What a body of an organisation decides is the organisation's.
    func whole(_ parties: AgreementParties) -> AgreementParties {
        var own = parties
        own.orgs = parties.orgs.map { document.lexicon.value(of: "=" + $0.lowercased(), marks.organOf) ?? $0 }
        return own
    }

    /// "соглашение с ЕАЭС", told by Russia and India: with an organisation concludes who is not in it.
    func beside(_ parties: AgreementParties, _ mention: DocumentMention) -> AgreementParties {
        guard let org = parties.orgs.only, isJoined(org, in: mention), let members = members(of: org) else {
            return parties
        }
        let pair = parties.countries.isEmpty ? reading.discourse.focus[mention.sentence] : parties.countries
        let others = pair.filter { !members.contains($0) }
        guard others.count == 1 || others.count < parties.countries.count, !others.isEmpty else { return parties }
        var own = parties
        own.countries = others
        return own
    }

    /// The states that are members of an organisation; nil where the vocabulary has none of them.
    func members(of organisation: String) -> [CountryCode]? {
        document.lexicon.value(of: "=" + organisation.lowercased(), marks.membersOf).map { Self.states($0) }
    }

    /// "RU BY"
    private static func states(_ codes: some StringProtocol) -> [CountryCode] {
        codes.split(separator: " ").compactMap { CountryCode(String($0)) }
    }

    /// For a union of two states those two.
    func members(of parties: AgreementParties) -> AgreementParties {
        guard !parties.orgs.isEmpty else { return parties }
        var own = parties
        for union in document.marks(marks.unionStates) {
            guard let body = document.mark(at: union.first, reading.marks.organisation),
                let at = own.orgs.firstIndex(of: reading.value(body))
            else { continue }
            own.orgs.remove(at: at)
            own.countries = Set(own.countries + Self.states(reading.value(union))).sorted()
        }
        return own
    }

    /// "Банк развития сообщил, что подписал с Арменией соглашение": an organisation that tells what it has done.
    func teller(of mention: DocumentMention, in sentence: Range<Int>) -> String? {
        guard
            let body = document.marks(reading.marks.organisation, in: sentence.lowerBound..<mention.phrase).first,
            let verb = (body.end..<min(body.end + 3, mention.phrase)).first(where: {
                document.mark(at: $0, reading.marks.speech) != nil && reading.isFiniteVerb($0)
            }), document.isMark(verb + 1, ","), reading.opensClause(verb + 2),
            document.mark(at: verb + 3, marks.sign) != nil, reading.isFiniteVerb(verb + 3)
        else { return nil }
        return reading.value(body)
    }
}
