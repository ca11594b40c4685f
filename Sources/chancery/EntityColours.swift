import Model

/// What an entity is shown in on a terminal: one colour for places, people, bodies, times and numbers each.
enum EntityColour: Int {
    case number = 34
    case time = 35
    case body = 32
    case person = 33
    case office = 36
    case place = 31

    init(_ kind: Entity.Kind) {
        switch kind {
        case .country, .nationality, .city: self = .place
        case .person: self = .person
        case .profession: self = .office
        case .organization: self = .body
        case .date: self = .time
        case .number, .ordinal, .percent, .money, .quantity: self = .number
        }
    }

    /// The control sequence that begins it (ECMA-48, select graphic rendition).
    var code: String { "\u{1B}[\(rawValue)m" }
}

extension Explanation {
    /// By scalar of the text the colour of the innermost entity there.
    func entityColours(count: Int) -> [EntityColour?] {
        var colours = [EntityColour?](repeating: nil, count: count)
        for entity in entities.sorted(by: { $0.span.length > $1.span.length }) {
            for at in entity.span.start..<min(entity.span.end, count) { colours[at] = EntityColour(entity.kind) }
        }
        return colours
    }

    /// Each entity with its words, its normal form and its rule.
    func entityList(colour: Bool) -> String {
        let scalars = Array(article.text.unicodeScalars)
        let lines = entities.map { entity in
            let words = String(
                String.UnicodeScalarView(scalars[entity.span.start..<min(entity.span.end, scalars.count)]))
            let shown = [
                entity.kind.rawValue.padded(to: 14), "\(entity.span.start)–\(entity.span.end)".padded(to: 14),
                "«\(words.cut(to: 40))»".padded(to: 44), (entity.normal ?? "not told").cut(to: 40).padded(to: 30),
                " rule \(entity.rule)",
            ].joined()
            return colour ? EntityColour(entity.kind).code + shown + "\u{1B}[0m" : shown
        }
        return (["Entities:"] + lines.map { "  " + $0 }).joined(separator: "\n")
    }
}
