import Foundation
import Grammar
import Model
import Morphology

/// Names from the reference rows: countries, cities, seats of power, organisations, offices and who holds them.
struct Gazetteer {
    let folder: URL
    let analyzer: MorphologicalAnalyzer

    /// All that is read.
    var files: [URL] {
        [
            "countries", "seats", "cities", "organisations", "firms", "assemblies", "offices", "officeholders",
            "org_officeholders",
        ].map {
            folder.appending(path: $0 + ".csv")
        }
    }

    func fill(_ lexicon: Lexicon) throws {
        try countries(lexicon)
        try seats(lexicon)
        try cities(lexicon)
        try organisations(lexicon)
        try firms(lexicon)
        try offices(lexicon)
        try officeholders(lexicon)
        try bodyHolders(lexicon)
    }

    /// Classes `country`, `country.adjective`, `country.people`, `country.capital`, all with the code as value, and
    /// `country.prefix`, the first half of a compound: казахско-, азербайджано-.
    private func countries(_ lexicon: Lexicon) throws {
        let rows = try read("countries.csv", required: ["code", "name_ru", "adjectives_ru", "capital_ru"])
        for (row, place) in rows {
            let code = row["code"]
            guard CountryCode(code) != nil else {
                throw LexiconError(place: place, message: "'\(code)' is no ISO 3166-1 alpha-2 code")
            }
            let names =
                [row["name_ru"]] + row.list("long_ru") + row.list("abbreviations_ru") + row.list("other_names_ru")
            for name in unique(names) { try addPlace(lexicon, "country", name, code, place) }
            let latin = row["name_en"]
            if !latin.isEmpty, !Self.namesakes.contains(latin) {
                try add(lexicon, "country.latin", Self.exactly(latin), code, place)
            }
            for adjective in unique(row.list("adjectives_ru")) {
                try add(lexicon, "country.adjective", adjective, code, place)
                for prefix in prefixes(of: adjective) { try add(lexicon, "country.prefix", "=" + prefix, code, place) }
            }
            for people in unique(row.list("people_ru")) { try add(lexicon, "country.people", people, code, place) }
            for (index, capital) in unique(row.list("capital_ru")).enumerated() {
                try addPlace(lexicon, "country.capital", capital, code, place)
                if index == 0 { try addPlace(lexicon, "city", capital, "\(code);\(capital)", place) }
            }
        }
    }

    /// English names of states that people, towns or states of a union bear as well.
    private static let namesakes: Set<String> = ["Georgia", "Jordan", "Chad", "Jersey", "Dominica", "Mexico"]

    /// The words of a name in just these forms.
    private static func exactly(_ name: String) -> String {
        name.lowercased().split(separator: " ").map { "=" + $0 }.joined(separator: " ")
    }

    /// казахский: казахско-; азербайджанский: азербайджанско- and азербайджано-.
    private func prefixes(of adjective: String) -> [String] {
        guard adjective.hasSuffix("ий") || adjective.hasSuffix("ый") else { return [] }
        let stem = String(adjective.dropLast(2))
        var prefixes = [stem + "о"]
        if stem.hasSuffix("ск"), stem.count > 4 { prefixes.append(String(stem.dropLast(2)) + "о") }
        return prefixes
    }

    private func seats(_ lexicon: Lexicon) throws {
        for (row, place) in try read("seats.csv", required: ["name_ru", "country", "city"]) {
            try add(lexicon, "seat", row["name_ru"], "\(row["country"]);\(row["city"])", place)
        }
    }

    private func cities(_ lexicon: Lexicon) throws {
        for (row, place) in try read("cities.csv", required: ["name_ru", "country"]) {
            for name in unique([row["name_ru"]] + row.list("other_names_ru")) {
                try addPlace(lexicon, "city", name, "\(row["country"]);\(row["name_ru"])", place)
            }
            for adjective in cityAdjectives(of: row["name_ru"]) {
                try add(lexicon, "city.adjective", adjective, "\(row["name_ru"]), \(row["country"])", place)
            }
        }
    }

    /// Лондон: лондонский; Томск: томский; Анкара: анкарский. Only what the dictionary knows, since the sound often changes.
    private func cityAdjectives(of name: String) -> [String] {
        guard !name.utf8.contains(UInt8(ascii: " ")), name.count > 3 else { return [] }
        return CityAdjective.adjectives(of: name).filter {
            analyzer.isKnown($0) && analyzer.parses(of: $0)[0].tag.grammemes.contains(.adjf)
        }
    }

    private func organisations(_ lexicon: Lexicon) throws {
        for (row, place) in try read("organisations.csv", required: ["abbreviation", "name_ru"]) {
            for name in unique([row["abbreviation"], row["name_ru"]] + row.list("other_names_ru")) {
                try add(lexicon, "organisation", name, row["abbreviation"], place)
            }
        }
    }

    /// Class `firm`, with the code of the state where it is at home.
    private func firms(_ lexicon: Lexicon) throws {
        for (row, place) in try read("firms.csv", required: ["name_ru", "country"]) {
            guard CountryCode(row["country"]) != nil else {
                throw LexiconError(place: place, message: "'\(row["country"])' is no ISO 3166-1 alpha-2 code")
            }
            for name in unique([row["name_ru"]] + row.list("other_names_ru")) {
                try addPlace(lexicon, "firm", name, row["country"], place)
            }
        }
    }

    /// Class `office`. Of a phrase with `*` one of every parliament; of those that one state alone has also class
    /// `office.assembly`, with the code as value.
    private func offices(_ lexicon: Lexicon) throws {
        let assemblies = try read("assemblies.csv", required: ["genitive_ru", "country"])
        for (assembly, place) in assemblies where !assembly["country"].isEmpty {
            try add(lexicon, "office.assembly", assembly["genitive_ru"], assembly["country"], place)
        }
        for (row, place) in try read("offices.csv", required: ["code", "phrase_ru", "level", "country"]) {
            guard Office(rawValue: row["code"]) != nil else {
                throw LexiconError(place: place, message: "'\(row["code"])' is no office of the contract")
            }
            guard row["level"].isEmpty || Meeting.Level(rawValue: row["level"]) != nil else {
                throw LexiconError(place: place, message: "'\(row["level"])' is no level of the contract")
            }
            let phrase = row["phrase_ru"].lowercased()
            func value(_ country: String) -> String { "\(row["code"]);\(row["level"]);\(country)" }
            guard phrase.hasSuffix(" *") else {
                try add(lexicon, "office", phrase, value(row["country"]), place)
                continue
            }
            for (assembly, _) in assemblies {
                try add(
                    lexicon, "office", phrase.dropLast(1) + assembly["genitive_ru"], value(assembly["country"]), place)
            }
        }
    }

    private func officeholders(_ lexicon: Lexicon) throws {
        for (row, place) in try read("officeholders.csv", required: ["name", "country", "office", "from", "to"]) {
            try addPerson(
                lexicon, "person.known", row["name"],
                [row["country"], row["office"], row["from"], row["to"], row["name"]].joined(separator: ";"), place)
        }
    }

    /// Class `person.body`: who speaks for an organisation, with its abbreviation where others have their state.
    private func bodyHolders(_ lexicon: Lexicon) throws {
        for (row, place) in try read("org_officeholders.csv", required: ["name", "org", "office", "from", "to"]) {
            try addPerson(
                lexicon, "person.body", row["name"],
                [row["org"], row["office"], row["from"], row["to"], row["name"]].joined(separator: ";"), place)
        }
    }

    private func add(
        _ lexicon: Lexicon, _ kind: String, _ phrase: String, _ value: String, _ place: String
    ) throws {
        try lexicon.add(class: kind, phrase: phrase, value: value, example: phrase, place: place, analyzer: analyzer)
    }

    /// A person's name, with the cases of a man's surname in a soft sign, of which the dictionary would guess a woman's: "Ёлем", "Шмыгаля".
    private func addPerson(
        _ lexicon: Lexicon, _ kind: String, _ name: String, _ value: String, _ place: String
    ) throws {
        let surname = name.split(separator: " ").last.map(String.init) ?? name
        try lexicon.add(
            class: kind, phrase: name, value: value, example: name, place: place, analyzer: analyzer,
            lastForms: surname.hasSuffix("ь") ? ["я", "ю", "ем", "е"].map { surname.dropLast() + $0 } : [])
    }

    /// A place's name, with the cases that the dictionary lacks.
    private func addPlace(
        _ lexicon: Lexicon, _ kind: String, _ phrase: String, _ value: String, _ place: String
    ) throws {
        try lexicon.add(
            class: kind, phrase: phrase, value: value, example: phrase, place: place, analyzer: analyzer,
            lastForms: ToponymForms.forms(of: phrase, analyzer))
    }

    private func read(_ name: String, required: [String]) throws -> [(CSV.Row, String)] {
        let file = folder.appending(path: name)
        let csv = try CSV(try String(contentsOf: file, encoding: .utf8), file: name, required: required)
        return csv.rows.map { ($0, "\(name):\($0.line)") }
    }

    private func unique(_ names: [String]) -> [String] {
        var unique: [String] = []
        for name in names where !name.isEmpty && !unique.contains(name) { unique.append(name) }
        return unique
    }
}
