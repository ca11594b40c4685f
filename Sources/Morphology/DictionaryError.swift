/// Why the morphological dictionary could not be opened.
public struct DictionaryError: Error, Hashable, CustomStringConvertible {
    /// The file that is at fault, as it was looked for.
    public let file: String
    public let problem: String

    public var description: String {
        "cannot read the morphological dictionary: \(file): \(problem); run scripts/setup to fetch it anew"
    }
}
