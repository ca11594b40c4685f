import Postgres

/// A gauge with its samples.
public struct Metric: Hashable, Sendable {
    /// One measurement with its labels, as Prometheus reads it.
    public struct Sample: Hashable, Sendable {
        public struct Label: Hashable, Sendable {
            public let name: String
            public let value: String
        }

        public let label: Label?
        public let value: Double
    }

    public let name: String
    public let help: String
    public let samples: [Sample]

    /// One number.
    public init(_ name: String, _ help: String, _ value: Double) {
        self.name = name
        self.help = help
        samples = [Sample(label: nil, value: value)]
    }

    /// A number for each value of a label.
    init(_ name: String, _ help: String, by label: String, _ values: [(String, Double)]) {
        self.name = name
        self.help = help
        samples = values.map { Sample(label: Sample.Label(name: label, value: $0.0), value: $0.1) }
    }
}

extension Loader {
    /// What the ledger holds, how the last run went, and when the last one was completed.
    public func metrics() throws -> [Metric] {
        let totals = try totals()
        var metrics = [
            Metric(
                "chancery_rows", "What the ledger holds.", by: "table",
                [
                    ("articles", Double(totals.articles)), ("meetings", Double(totals.meetings)),
                    ("figures", Double(totals.figures)), ("agreements", Double(totals.agreements)),
                    ("rejects", Double(totals.rejects)),
                ])
        ]
        let counts = ["read", "new", "replaced", "unchanged", "withdrawn", "rejected"]
        let stages = StageTimes().all.map(\.name)
        if let row = try connection.query(
            """
            select
                articles_read, articles_new, articles_replaced, articles_unchanged, articles_withdrawn, rejected,
                read_seconds, extract_seconds, normalize_seconds, load_seconds, check_seconds, seconds
            from chancery.runs
            order by started_at desc
            limit 1
            """
        ).first {
            let numbers = (0..<12).map { row[$0].flatMap { Double($0) } ?? 0 }
            metrics += [
                Metric(
                    "chancery_run_articles", "What became of the articles of the last run.", by: "what",
                    Array(zip(counts, numbers))),
                Metric(
                    "chancery_run_stage_seconds", "How long the stages of the last run worked.", by: "stage",
                    Array(zip(stages, numbers.dropFirst(counts.count)))),
                Metric("chancery_run_seconds", "How long the last run took.", numbers[11]),
            ]
        }
        let times = try connection.query(
            """
            select
                (select extract(epoch from max(finished_at)) from chancery.loads where status = 'completed'),
                (select extract(epoch from max(published_on)) from chancery.articles)
            """
        ).first
        let names = [
            ("chancery_run_completed_timestamp_seconds", "When a run was last completed."),
            ("chancery_newest_article_timestamp_seconds", "The day of the newest article."),
        ]
        for (index, (name, help)) in names.enumerated() {
            if let time = times?[index].flatMap({ Double($0) }) { metrics.append(Metric(name, help, time)) }
        }
        return metrics
    }
}
