/// Rows of text under a header, for a table on standard output.
public struct Listing: Hashable, Sendable {
    public let header: [String]
    /// Each as wide as the header; NULL is the empty string.
    public let rows: [[String]]

    public init(header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows
    }
}
