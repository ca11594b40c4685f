/// Something that could not be read, and why. Nothing else is lost with it.
public struct Rejection: Error, Hashable, Sendable {
    /// The file as the user named it, `-` for standard input.
    public let source: String
    /// 1-based line of the source; nil when it concerns the whole of it.
    public let line: Int?
    /// The record's id, where it could be read.
    public let articleID: String?
    public let reason: Reason
    /// What is wrong, in one line, without the text itself.
    public let detail: String

    public init(source: String, line: Int? = nil, articleID: String? = nil, reason: Reason, detail: String) {
        self.source = source
        self.line = line
        self.articleID = articleID
        self.reason = reason
        self.detail = detail
    }

    /// Why something could not be read, as `rejects` has it.
    public enum Reason: String, CaseIterable, Sendable {
        case missing, unreadable, empty, binary
        case invalidEncoding = "invalid_encoding"
        case tooLarge = "too_large"
        case malformed
        case noText = "no_text"
        case conflictingID = "conflicting_id"
        case invalidDate = "invalid_date"
        case refused = "refused_by_database"
    }
}

extension Rejection: CustomStringConvertible {
    /// `corpus/a.ndjson:17: not JSON: …`, as compilers and grep print a place.
    public var description: String {
        "\(source)\(line.map { ":\($0)" } ?? ""): \(detail)"
    }
}
