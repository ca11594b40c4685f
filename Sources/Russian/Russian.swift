import Foundation
import Grammar
import Model
import Morphology

/// Russian: the knowledge that the engine reads it by.
public enum Russian {
    /// The language with its vocabularies, names and rules.
    ///
    /// - Parameters:
    ///   - seeds: the folder that holds `lexicon/ru` and `reference`.
    ///   - analyzer: over the dictionary of OpenCorpora.
    ///   - store: the folder where what the vocabularies compile to is kept for the next start; nil to keep nothing.
    /// - Throws: `LexiconError` naming file and line, `CSV.Fault`, or an error of the file system.
    public static func language(seeds: URL, analyzer: MorphologicalAnalyzer, store: URL? = nil) throws -> Language {
        let folder = seeds.appending(path: "lexicon/ru")
        let files = (["abbreviations"] + vocabularies).map { folder.appending(path: $0 + ".txt") }
        let gazetteer = Gazetteer(folder: seeds.appending(path: "reference"), analyzer: analyzer)
        let kept = store.map { LexiconStore(folder: $0, sources: files + gazetteer.files) }
        let lexicon: Lexicon
        if let known = kept?.read() {
            lexicon = known
        } else {
            lexicon = Lexicon()
            for name in ruleClasses { _ = lexicon.markClass(name) }
            for file in files { try LexiconFile.read(file, into: lexicon, analyzer: analyzer) }
            try gazetteer.fill(lexicon)
            kept?.keep(lexicon)
        }
        var rules = RuleBook()
        for (group, members) in ruleGroups { try rules.add(members, to: group, lexicon: lexicon) }
        return Language(
            code: "ru", analyzer: analyzer, lexicon: lexicon, abbreviations: abbreviations(of: lexicon), rules: rules,
            government: try government(folder.appending(path: "syntax.txt")), rangeWords: (from: "от", to: "до"),
            joinedClasses: ["month", "number"],
            surnameEndings: try endings("surname.ending", folder.appending(path: "surnames.txt")),
            nameEndings: try endings("name.ending", folder.appending(path: "surnames.txt")),
            cityStems: CityAdjective.cities(ofAdjective:))
    }

    /// The files of `seeds/lexicon/ru`, without their suffix.
    public static let vocabularies = [
        "numbers", "units", "indicators", "change", "dates", "documents", "encounters", "speech", "places", "people",
        "page", "grammar", "when", "names", "professions", "institutions", "states",
        "cities", "provinces",
    ]

    /// The rules by the recognizer that asks for them.
    public static let ruleGroups: [(String, [Rule])] = [
        ("date", dateRules),
        ("when", whenRules),
        ("rank", rankRules),
        ("agreement.status", agreementStatusRules),
        ("agreement.not", agreementNotRules),
        ("agreement.list", agreementListRules),
    ]

    /// The classes that the rules speak of, which come before all others: whether a rule can match at all is then sooner told.
    private static var ruleClasses: [String] {
        var names: [String] = []
        for (_, rules) in ruleGroups {
            for piece in rules.flatMap({ $0.pattern.split(separator: "<").dropFirst() }) {
                let name = String(piece.prefix { $0 != ">" && $0 != "=" })
                if !names.contains(name) { names.append(name) }
            }
        }
        return names
    }

    private static func endings(_ section: String, _ file: URL) throws -> [SurnameEnding] {
        try LexiconFile.entries(file).filter { $0.section == section }.map { entry in
            let fields = entry.value.split(separator: " ", maxSplits: 1)
            guard fields.count == 2, let grammemes = Grammemes(fields[1].split(separator: " ").joined(separator: ","))
            else {
                throw LexiconError(
                    place: entry.place, message: "'\(entry.value)' is no nominative ending, gender and case")
            }
            return SurnameEnding(ending: entry.phrase, nominative: String(fields[0]), grammemes: grammemes)
        }.sorted { $0.ending.count > $1.ending.count }
    }

    /// - Throws: `LexiconError` for a section, a case or a sign that there is not, a weight that is no number, or a missing one.
    private static func government(_ file: URL) throws -> Government {
        var cases: [String: [Grammemes]] = [:]
        var words: [String: Set<String>] = ["counting": [], "joining": [], "relative": [], "womensName": []]
        var weights: [Government.Sign: Int32] = [:]
        for entry in try LexiconFile.entries(file) {
            func fault(_ message: String) -> LexiconError { LexiconError(place: entry.place, message: message) }
            switch entry.section {
            case "governs":
                cases[entry.phrase] = try entry.value.split(separator: " ").map {
                    guard let one = Grammemes(String($0)) else { throw fault("'\($0)' is no case") }
                    return one
                }
            case "weight":
                guard let sign = Government.Sign(name: entry.phrase) else {
                    throw fault("'\(entry.phrase)' is no sign")
                }
                guard let weight = Int32(entry.value) else { throw fault("'\(entry.value)' is no whole number") }
                weights[sign] = weight
            default:
                guard words[entry.section]?.insert(entry.phrase) != nil else {
                    throw fault("[\(entry.section)] is no section of this file")
                }
            }
        }
        if let missing = Government.Sign.allCases.first(where: { weights[$0] == nil }) {
            throw LexiconError(place: file.lastPathComponent, message: "[weight] lacks '\(missing)'")
        }
        return Government(
            cases: cases, counting: words["counting"]!, joining: words["joining"]!, relative: words["relative"]!,
            womensNames: words["womensName"]!, weights: weights)
    }

    private static func abbreviations(of lexicon: Lexicon) -> Abbreviations {
        var never: Set<String> = []
        var maybe: Set<String> = []
        var numbered: Set<String> = []
        var scales: Set<String> = []
        var surnames: Set<String> = []
        guard let kind = lexicon.existingClass("abbreviation") else {
            return Abbreviations(neverFinal: [], sometimesFinal: [], scales: [])
        }
        for entry in lexicon.entries where entry.kind == kind {
            let word = String(entry.phrase.drop { $0 == "=" })
            switch entry.value {
            case "never": never.insert(word)
            case "scale": scales.insert(word)
            case "numbered": numbered.insert(word)
            case "surname": surnames.insert(word)
            default: maybe.insert(word)
            }
        }
        let times = lexicon.existingClass("abbreviation.time").map { kind in
            lexicon.entries.filter { $0.kind == kind }.flatMap { $0.value.split(separator: " ").map(String.init) }
        }
        // "МВт", "ГВт": written with a capital, and no beginning of a sentence.
        let units = lexicon.existingClass("unit").map { kind in
            lexicon.entries.filter {
                $0.kind == kind && !$0.phrase.contains(" ") && $0.phrase.contains(where: \.isUppercase)
            }.map { String($0.phrase.drop { $0 == "=" }).lowercased() }
        }
        return Abbreviations(
            neverFinal: never, sometimesFinal: maybe, finalBehindNumber: numbered, scales: scales,
            units: Set(units ?? []), timeWords: Set(times ?? []), beforeLetters: surnames)
    }
}
