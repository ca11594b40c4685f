import Foundation
import Model

extension ArticleReport {
    /// The contract's output line, without a line break: every field of every fact, absent ones as `null`.
    public var jsonLine: String { told.jsonLine }

    private var told: ToldFacts {
        ToldFacts(
            article: article, language: language, title: title, publishedOn: publishedOn, countries: countries,
            meetings: meetings.map(\.fact), figures: figures.map(\.fact), agreements: agreements.map(\.fact),
            sentences: sentences)
    }

    /// The line for an article that was taken back.
    public static func withdrawalLine(id: String) -> String {
        var json = JSONWriter()
        json.object {
            $0.field("id", id)
            $0.field("withdrawn", number: "true")
        }
        return json.text
    }

    /// The line for an article that could not be read.
    public static func errorLine(id: String?, error: String) -> String {
        var json = JSONWriter()
        json.object {
            $0.field("id", id)
            $0.field("lang", String?.none)
            $0.field("published_on", String?.none)
            $0.field("error", error)
            for kind: StaticString in ["countries", "meetings", "figures", "agreements"] {
                $0.array(kind, [Int]()) { _, _ in }
            }
        }
        return json.text
    }
}

extension ToldFacts {
    /// The contract's output line, without a line break: every field of every fact, absent ones as `null`.
    public var jsonLine: String { jsonLine(extractorVersion: nil) }

    /// The contract's output line with what `chancery load` needs beside it: the rule of each fact, the sentences, and the
    /// article as it was given.
    public func jsonLineWithText(extractorVersion: String) -> String { jsonLine(extractorVersion: extractorVersion) }

    /// - Parameter extractorVersion: nil for the contract's fields alone.
    private func jsonLine(extractorVersion: String?) -> String {
        let isWhole = extractorVersion != nil
        var json = JSONWriter()
        json.object {
            $0.field("id", article.id)
            $0.field("lang", language)
            $0.field("published_on", publishedOn?.description)
            $0.field("error", String?.none)
            $0.array("countries", countries) { json, mention in
                json.object {
                    $0.field("code", mention.code.rawValue)
                    $0.field("mentions", number: mention.mentions)
                }
            }
            $0.array("meetings", meetings) { $0.write($1, withRule: isWhole) }
            $0.array("figures", figures) { $0.write($1, withRule: isWhole) }
            $0.array("agreements", agreements) { $0.write($1, withRule: isWhole) }
            if let extractorVersion {
                $0.field("title", title)
                $0.field("extractor", extractorVersion)
                $0.array("sentences", sentences) { json, span in json.numbers([span.start, span.end]) }
                $0.key("article")
                $0.object { $0.write(article) }
            }
        }
        return json.text
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ article: Article) {
        field("id", article.id)
        field("source", article.source)
        field("url", article.url)
        field("title", article.title)
        field("published_on", article.publishedOn?.description)
        field("lang", article.language)
        field("text", article.text)
        if let provenance = article.provenance {
            key("provenance")
            object {
                $0.field("format", provenance.format.rawValue)
                $0.field("encoding", provenance.encoding)
                $0.field("encoding_basis", provenance.encodingBasis)
                $0.field("part", provenance.part)
                $0.field("date_from", provenance.dateFrom)
            }
        }
    }

    fileprivate mutating func write(_ meeting: Meeting, withRule: Bool) {
        object {
            $0.field("kind", meeting.kind.rawValue)
            $0.strings("countries", meeting.countries.map(\.rawValue))
            $0.strings("orgs", meeting.orgs)
            $0.field("level", meeting.level?.rawValue)
            $0.array("participants", meeting.participants) { json, person in
                json.object {
                    $0.field("name", person.name)
                    $0.field("country", person.country?.rawValue)
                    $0.field("office", person.office?.rawValue)
                }
            }
            $0.field("visit", meeting.visit?.rawValue)
            $0.strings("formats", meeting.formats.map(\.rawValue))
            $0.field("status", meeting.status.rawValue)
            $0.field("date", meeting.date?.description)
            if let place = meeting.place {
                $0.key("place")
                $0.object {
                    $0.field("city", place.city)
                    $0.field("country", place.country?.rawValue)
                }
            } else {
                $0.field("place", String?.none)
            }
            $0.field("host", meeting.host?.rawValue)
            $0.evidence(meeting.evidence)
            if withRule { $0.field("rule", meeting.rule) }
        }
    }

    fileprivate mutating func write(_ figure: Figure, withRule: Bool) {
        object {
            $0.field("indicator", figure.indicator.rawValue)
            $0.field("subject", figure.subject)
            $0.field("value", number: figure.value.plain)
            $0.field("value_max", number: figure.valueMax?.plain)
            $0.field("unit", figure.unit.description)
            $0.field("comparator", figure.comparator.rawValue)
            $0.field("measure", figure.measure.rawValue)
            $0.field("direction", figure.direction?.rawValue)
            $0.field("nature", figure.nature.rawValue)
            $0.period("period", figure.period)
            $0.strings("countries", figure.countries.map(\.rawValue))
            $0.field("origin", figure.origin?.rawValue)
            $0.field("destination", figure.destination?.rawValue)
            $0.field("speaker", figure.speaker)
            $0.evidence(figure.evidence)
            if withRule { $0.field("rule", figure.rule) }
        }
    }

    fileprivate mutating func write(_ agreement: Agreement, withRule: Bool) {
        object {
            $0.field("kind", agreement.kind.rawValue)
            $0.field("title", agreement.title)
            $0.field("status", agreement.status.rawValue)
            $0.strings("countries", agreement.countries.map(\.rawValue))
            $0.strings("orgs", agreement.orgs)
            $0.field("signed_on", agreement.signedOn?.description)
            $0.field("count", number: agreement.count.map(String.init))
            $0.field("value", number: agreement.value?.plain)
            $0.field("unit", agreement.unit?.description)
            $0.period("term", agreement.term)
            $0.evidence(agreement.evidence)
            if withRule { $0.field("rule", agreement.rule) }
        }
    }

    private mutating func period(_ name: StaticString, _ period: Period?) {
        guard let period else {
            field(name, String?.none)
            return
        }
        key(name)
        object {
            $0.field("from", period.from?.description)
            $0.field("to", period.to?.description)
        }
    }

    private mutating func strings(_ name: StaticString, _ values: [String]) { array(name, values) { $0.string($1) } }

    private mutating func evidence(_ spans: [Span]) {
        array("evidence", spans) { json, span in
            json.object {
                $0.field("start", number: span.start)
                $0.field("end", number: span.end)
            }
        }
    }
}
