import Postgres

/// How long the stages of a run have worked.
public struct StageTimes: Hashable, Sendable {
    public var read = Duration.zero
    public var extract = Duration.zero
    public var normalize = Duration.zero
    public var load = Duration.zero
    public var check = Duration.zero

    public init() {}

    /// Each with its name, in the order of the work.
    public var all: [(name: String, time: Duration)] {
        [("read", read), ("extract", extract), ("normalize", normalize), ("load", load), ("check", check)]
    }
}

extension Duration {
    public var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension Loader {
    /// Writes into the run's row how far it has come, so that a run that is killed has told it too.
    public func recordProgress(_ run: Run, _ times: StageTimes, files: Int? = nil, repeated: Int? = nil) throws {
        let seconds = times.all.map { String($0.time.seconds) }
        try connection.query(
            """
            update chancery.loads
            set last_seen_at = clock_timestamp(),
                read_seconds = round($2::numeric, 3),
                extract_seconds = round($3::numeric, 3),
                normalize_seconds = round($4::numeric, 3),
                load_seconds = round($5::numeric, 3),
                check_seconds = round($6::numeric, 3),
                files = coalesce($7::integer, files),
                articles_repeated = coalesce($8::bigint, articles_repeated)
            where id = $1
            """,
            parameters: [Parameter(run.id)] + seconds.map { Parameter($0) } + [Parameter(files), Parameter(repeated)])
    }
}
