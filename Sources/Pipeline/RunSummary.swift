import Load

/// What a run did, so far or in the end.
public struct RunSummary: Hashable, Sendable {
    public internal(set) var new = 0
    public internal(set) var changed = 0
    /// Stored already with the same content.
    public internal(set) var unchanged = 0
    /// Told a second time in this run, with the same content, or taken back in it.
    public internal(set) var repeated = 0
    /// Taken away: their source took them back, or they are not there any more.
    public internal(set) var withdrawn = 0
    /// Not of the source or the days that were asked for.
    public internal(set) var leftOut = 0
    /// Could not be read or stored.
    public internal(set) var rejected = 0
    /// Files that were opened, or that should have been.
    public internal(set) var files = 0
    /// Files in folders that are of no kind Chancery reads.
    public internal(set) var otherKinds = 0

    public init() {}

    /// Articles and records come upon, readable or not.
    public var read: Int { new + changed + unchanged + repeated + leftOut + rejected }

    mutating func add(_ outcome: Outcome) {
        new += outcome.new
        changed += outcome.replaced
        unchanged += outcome.unchanged
        withdrawn += outcome.withdrawn
        rejected += outcome.rejections.count
    }

    /// What two threads counted, each for itself.
    static func + (a: RunSummary, b: RunSummary) -> RunSummary {
        var sum = a
        sum.new += b.new
        sum.changed += b.changed
        sum.unchanged += b.unchanged
        sum.repeated += b.repeated
        sum.withdrawn += b.withdrawn
        sum.leftOut += b.leftOut
        sum.rejected += b.rejected
        sum.files += b.files
        sum.otherKinds += b.otherKinds
        return sum
    }
}
