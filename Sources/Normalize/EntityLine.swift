import Model

/// An article's entities as `chancery annotate` prints them.
public enum EntityLine {
    /// The contract's output line, without a line break.
    ///
    /// - Parameter words: printed under `words` with their spans, lemmas and tags; nil leaves the field out.
    public static func jsonLine(id: String, entities: [Entity], words: [WordParse]? = nil) -> String {
        line(id: id, error: nil, entities: entities, words: words)
    }

    /// The line for an article that could not be read.
    public static func errorLine(id: String?, error: String) -> String {
        line(id: id, error: error, entities: [], words: nil)
    }

    private static func line(
        id: String?, error: String?, entities: [Entity], words: [WordParse]?
    ) -> String {
        var json = JSONWriter()
        json.object {
            $0.field("id", id)
            $0.field("error", error)
            $0.array("entities", entities) { json, entity in
                json.object {
                    $0.field("type", entity.kind.rawValue)
                    $0.field("start", number: entity.span.start)
                    $0.field("end", number: entity.span.end)
                    $0.field("normal", entity.normal)
                }
            }
            guard let words else { return }
            $0.array("words", words) { json, word in
                json.object {
                    $0.field("start", number: word.span.start)
                    $0.field("end", number: word.span.end)
                    $0.field("lemma", word.lemma)
                    $0.field("tag", word.tag)
                }
            }
        }
        return json.text
    }
}
