/// The text of a statement.
///
/// Written as a literal, and a literal with an interpolation does not compile: what an article says reaches the
/// server as a parameter or through `COPY`, never inside a statement.
public struct SQL: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String

    public init(stringLiteral text: String) { self.text = text }

    /// For statements put together from names and files of the program's own. Never pass data.
    public init(verbatim text: String) { self.text = text }

    public static func + (a: SQL, b: SQL) -> SQL { SQL(verbatim: a.text + b.text) }
}

extension SQL {
    /// A name as an identifier, quoted; `schema.table` stays two names.
    static func identifier(_ name: String) -> String {
        name.split(separator: ".", omittingEmptySubsequences: false)
            .map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
            .joined(separator: ".")
    }
}
