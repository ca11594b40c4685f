import Grammar
import Model
import Morphology

/// To whom the sentences of an article are attributed, from one to the next.
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
}
