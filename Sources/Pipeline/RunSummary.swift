/// What a run did, so far or in the end.
public struct RunSummary: Hashable, Sendable {
    /// Articles and records come upon, readable or not.
    public internal(set) var read = 0
    public internal(set) var new = 0
    public internal(set) var changed = 0
    /// Stored already with the same content.
    public internal(set) var unchanged = 0
    /// Told a second time in this run, with the same content.
    public internal(set) var repeated = 0
    /// Could not be read or stored.
    public internal(set) var rejected = 0
    /// Files that were opened, or that should have been.
    public internal(set) var files = 0
    /// Files in folders that are of no kind Chancery reads.
    public internal(set) var otherKinds = 0

    public init() {}
}
