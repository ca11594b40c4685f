import Grammar
import Model
import Morphology

/// The body that a session is one of, where the session's own words only point to it: "комиссия, 21-е заседание которой прошло",
/// "ее очередное заседание".
extension Reading {
    /// The body named before, in this sentence or the one before, that a pronoun beside the noun means.
    func bodyPointed(to noun: EncounterNoun, _ scene: EncounterScene) -> Mark? {
        guard noun.kind == .session, !noun.isBody else { return nil }
        let isRelative = isRelativeGenitive(noun.range.upperBound)
        guard isRelative || isOwned(noun, scene) else { return nil }
        let index = Int(document.sentenceOf[noun.head])
        let here = scene.sentence.lowerBound..<noun.head
        if let body = document.marks(marks.encounters.body, in: here).last { return body }
        guard !isRelative, index > 0 else { return nil }
        return document.marks(marks.encounters.body, in: document.sentences[index - 1]).last
    }

    /// The states and organisations that the words around a body name: "российско-вьетнамская комиссия по торговле",
    /// "комиссия между Узбекистаном и Кореей".
    func sides(ofBody body: Mark) -> (countries: [CountryCode], orgs: [String]) {
        let sentence = document.sentence(of: body.first)
        let before = max(sentence.lowerBound, body.first - Self.reachOfAttributes)..<body.first
        let compounds = places(in: before).filter { place in
            place.kind == .adjective && (place.range.upperBound..<body.first).allSatisfy { isAttribute($0) }
        }
        let limit = min(sentence.upperBound, body.end + Self.reachOfName)
        let end = (body.end..<limit).first { isFiniteVerb($0) || document.isMark($0, ",") } ?? limit
        let names = places(in: body.end..<end).filter { place in
            place.kind == .name
                && (!isBehindPreposition(place.range.lowerBound, body.end..<end)
                    || document.mark(at: body.end, marks.encounters.with).map { value($0) == "between" } ?? false)
        }
        let orgs = document.marks(marks.organisation, in: before.lowerBound..<end).map(value)
        let countries = Set((compounds.count > 1 ? compounds : names).map(\.country))
        return (countries.count > 1 ? countries.sorted() : [], Set(orgs).sorted())
    }

    /// "которой", "которого": right behind the noun.
    private func isRelativeGenitive(_ token: Int) -> Bool {
        isRelative(token) && document.word(token)?.can(be: .gent) == true
    }

    /// "ее 23-е заседание", "последнее её заседание"
    private func isOwned(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        var at = noun.head - 1
        while at >= scene.clause.lowerBound, noun.head - at <= Self.reachOfAttributes {
            if isOfOne(at) { return true }
            guard isAttribute(at) || document.isMark(at, ",") else { return false }
            at -= 1
        }
        return false
    }

    /// Tokens of adjectives before a noun.
    private static let reachOfAttributes = 6
    /// Tokens of a body's name behind it.
    private static let reachOfName = 14
}
