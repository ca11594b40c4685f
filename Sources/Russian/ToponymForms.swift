import Morphology

/// The cases of a place's name that the dictionary lacks: Богота, Боготы; Банжул, в Банжуле.
///
/// Without them only the forms that happen to be guessed with the right lemma would be known. Source: Русская грамматика (1980),
/// §§ 1177-1216.
enum ToponymForms {
    /// The oblique forms of a name's last word in the singular, lower case; empty where the dictionary has them, or the name does
    /// not decline.
    static func forms(of name: String, _ analyzer: MorphologicalAnalyzer) -> [String] {
        let last = name.utf8.lastIndex(of: UInt8(ascii: " ")).map { name.utf8.index(after: $0) } ?? name.startIndex
        guard last < name.endIndex else { return [] }
        let word = String(name[last...]).lowercasedWord()
        guard word.count > 3, word.allSatisfy({ $0.isLetter || $0 == "-" }) else { return [] }
        // "Сараево" is undeclined in the dictionary, and declined in good prose.
        let isInOvo = ["ово", "ево", "ино", "ыно"].contains { word.hasSuffix($0) }
        guard isInOvo || !analyzer.isKnown(word) else { return [] }
        let stem = String(word.dropLast())
        switch word.last {
        case "а":
            let genitive = stem.last.map { "гкхжшчщ".contains($0) } == true ? "и" : "ы"
            return [genitive, "е", "у", "ой"].map { stem + $0 }
        case "я":
            return (stem.hasSuffix("и") ? ["и", "ю", "ей"] : ["и", "е", "ю", "ей"]).map { stem + $0 }
        case "о":
            return isInOvo ? ["а", "у", "ом", "е"].map { stem + $0 } : []
        case "ь":
            // "Тяньцзинь, в Тяньцзине": those that no Russian dictionary has are masculine.
            return ["я", "ю", "ем", "е"].map { stem + $0 }
        case "й":
            return (stem.hasSuffix("и") ? ["я", "ю", "ем", "и"] : ["я", "ю", "ем", "е"]).map { stem + $0 }
        case let last? where "бвгдзклмнпрстфхжшчщц".contains(last):
            return ["а", "у", "жшчщц".contains(last) ? "ем" : "ом", "е"].map { word + $0 }
        default:
            return []
        }
    }
}
