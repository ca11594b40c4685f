import Grammar
import Model
import Morphology

/// Which of the states in a clause a figure can be of.
extension FigureReader {
    /// The states named around the amount, in the order of the text, each once.
    func named(around amount: Amount, trigger: Trigger?, clause: Range<Int>, sentence: Range<Int>)
        -> [CountryCode]
    {
        var codes: [CountryCode] = []
        for place in reading.places(in: clause)
        where place.kind != .city && !reading.isDateline(place) && !amount.core.contains(place.range.lowerBound)
            && !isAttribution(place, sentence) && !reading.isInRoadName(place) && !isOutrun(place, in: clause)
        {
            if !codes.contains(place.country) { codes.append(place.country) }
        }
        for province in reading.provinces(in: clause)
        where !codes.contains(province.country) && !isAttribution(province, sentence) {
            codes.append(province.country)
        }
        // "Египет сместился на третье место, но он нарастил закупки": whom the pronoun stands for.
        if codes.isEmpty, let trigger, clause.lowerBound > sentence.lowerBound + 1,
            document.marks(marks.pronoun, in: clause.lowerBound..<max(clause.lowerBound, trigger.mark.first)).first
                != nil
        {
            let before = reading.clause(around: clause.lowerBound - 2, in: sentence)
            if let subject = reading.places(in: before).first(where: {
                $0.kind == .name && !isAttribution($0, sentence)
            }) {
                codes.append(subject.country)
            }
        }
        if codes.isEmpty, let trigger, !clause.contains(trigger.mark.first) {
            let other = reading.clause(around: trigger.mark.first, in: sentence)
            for place in reading.places(in: other) where place.kind != .city && !isAttribution(place, sentence) {
                if !codes.contains(place.country) { codes.append(place.country) }
            }
        }
        return codes
    }

    /// The state of an official who speaks, or of a body that informs, is not by that a party.
    func isAttribution(_ place: PlaceMention, _ sentence: Range<Int>) -> Bool {
        if reading.people.office(around: place.range.lowerBound) != nil {
            return !document.marks(marks.speech, in: sentence).isEmpty
        }
        return document.marks(marks.speechSource, in: sentence).contains {
            place.range.lowerBound >= $0.end && place.range.lowerBound - $0.end <= 6
                && !($0.end..<place.range.lowerBound).contains { document.isMark($0, ",") }
        }
    }

    /// "вторым после Чили", "обогнав Чили и Перу": a state told of only beside the one that the figure is of.
    func isOutrun(_ place: PlaceMention, in clause: Range<Int>) -> Bool {
        guard place.kind != .adjective else { return false }
        var at = place.range.lowerBound
        for _ in 0..<4 {
            if (1...3).contains(where: { back in
                at - back >= clause.lowerBound && document.mark(at: at - back, marks.outrun)?.end == at
            }) {
                return reading.places(in: clause).contains {
                    $0.country != place.country && !(at..<place.range.upperBound).contains($0.range.lowerBound)
                }
            }
            // "после США и Китая"
            guard at - 1 >= clause.lowerBound,
                document.word(at - 1)?.parses[0].tag.grammemes.contains(.conj) == true
                    || document.isMark(at - 1, ",") && document.word(at)?.can(be: .nomn) == false,
                let other = reading.places(in: clause.lowerBound..<at - 1).last, other.range.upperBound == at - 1
            else { return false }
            at = other.range.lowerBound
        }
        return false
    }

    /// "государств ШОС", "стран Центральной Азии": figures of many that no list names.
    func isOfRegion(_ clause: Range<Int>) -> Bool {
        !document.marks(marks.region, in: clause).isEmpty
    }

    /// "с государствами ШОС": many partners, and none of them by name.
    func isOfMany(_ clause: Range<Int>) -> Bool {
        document.marks(marks.region, in: clause).contains { mark in
            document.word(mark.first).map { $0.can(be: .plur) && !$0.can(be: .sing) } ?? false
        }
    }
}
