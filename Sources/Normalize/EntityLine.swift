import Model

/// An article's entities as `chancery annotate` prints them.
public enum EntityLine {
    /// The contract's output line, without a line break.
    public static func jsonLine(id: String, entities: [Entity]) -> String {
        line(id: id, error: nil, entities: entities)
    }

    /// The line for an article that could not be read.
    public static func errorLine(id: String?, error: String) -> String { line(id: id, error: error, entities: []) }

    private static func line(id: String?, error: String?, entities: [Entity]) -> String {
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
        }
        return json.text
    }
}
