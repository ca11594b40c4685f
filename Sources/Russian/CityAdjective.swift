import Morphology

/// How Russian makes adjectives of the names of cities: Томск, томский; Тула, тульский; Рига, рижский; Махачкала, махачкалинский.
///
/// Dictionaries have those of large cities; for the rest the ending is undone, and the lexicon of cities decides.
enum CityAdjective {
    /// What stands before the ending -ский, and what of a name's end it may stand for.
    private static let links = ["", "ь", "ин", "ен", "ов", "ев"]
    private static let endings = ["", "а", "ь", "я", "и", "ы", "о", "е", "ый", "ий", "ск"]
    /// The consonant before -ский or -кий and the one it comes from.
    private static let changes: [Character: Character] = ["ж": "г", "ц": "ц", "ч": "к", "ш": "х"]

    /// Adjectives of something else that a city's name would give as well.
    private static let others: Set<String> = [
        "братский", "крымский", "славянский", "русинский", "карский", "османский", "галльский", "маньчжурский",
        "горинский", "тоцкий", "трипольский", "александринский", "коломенский", "бухаринский", "шушенский",
        "тамалинский", "куменский", "нейвинский", "шекинский",
    ]

    /// The names, in lower case, that an adjective's lemma may come from, the likeliest first.
    static func cities(ofAdjective lemma: String) -> [String] {
        var stems: [Substring] = []
        if lemma.hasSuffix("ский") || lemma.hasSuffix("ской") {
            let stem = lemma.dropLast(4)
            for link in links where stem.hasSuffix(link) { stems.append(stem.dropLast(link.count)) }
            if let last = stem.last, let sound = changes[last] { stems.append(stem.dropLast() + String(sound)) }
        } else if lemma.hasSuffix("цкий") {
            stems = [lemma.dropLast(2), lemma.dropLast(3) + "к"]
        }
        return stems.filter { $0.count > 2 }.flatMap { stem in endings.map { stem + $0 } }
    }

    /// The adjectives that a name may have, in lower case.
    static func adjectives(of name: String) -> [String] {
        let lower = name.lowercased()
        var stem = lower[...]
        if let last = stem.last, "аеиоуыэюяйь".contains(last) { stem = stem.dropLast() }
        if stem.hasSuffix("ы") || stem.hasSuffix("и") { stem = stem.dropLast() }
        var forms = [lower + "ский", stem + "ский"]
        if lower.hasSuffix("ск") { forms.append(lower + "ий") }
        if stem.hasSuffix("л") { forms.append(stem + "ьский") }
        if stem.hasSuffix("г") { forms.append(stem.dropLast() + "жский") }
        if stem.hasSuffix("ц") { forms.append(stem + "кий") }
        if stem.hasSuffix("к") { forms.append(stem.dropLast() + "цкий") }
        if lower != stem { forms += [stem + "инский", stem + "енский"] }
        return forms.filter { !others.contains($0) }
    }
}
