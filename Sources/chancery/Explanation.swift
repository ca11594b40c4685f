import Foundation
import Model

/// An article's text with its facts and entities marked, and below it each of them with its fields and its rule.
struct Explanation {
    let article: Article
    let facts: Facts
    var entities: [Entity] = []

    /// A fact with the label it goes by in the text: M1, F3, A2.
    private struct Labelled {
        let label: String
        let rule: String
        let evidence: [Span]
        let fields: [(String, String)]
    }

    /// - Parameter colour: mark by colour as well, for a terminal.
    func text(colour: Bool) -> String {
        let all = labelled
        let countries = facts.countries.map { "\($0.code) \($0.mentions)" }.joined(separator: ", ")
        let head = [
            "article: \(article.id)",
            facts.title.map { "title: \($0.cut(to: 100))" },
            article.provenance.map { "read from: \($0)" },
            "published on: \(facts.publishedOn?.description ?? "not told")",
            "countries: \(countries.isEmpty ? "none" : countries)",
        ].compactMap(\.self)
        let list = all.map { describe($0) }
        let sections =
            [head.joined(separator: "\n"), marked(all, colour: colour)]
            + (list.isEmpty ? ["No meetings, figures or agreements."] : list)
            + (entities.isEmpty ? [] : [entityList(colour: colour)])
        return sections.joined(separator: "\n\n") + "\n"
    }

    private var labelled: [Labelled] {
        func number(_ letter: String, _ facts: [any Fact]) -> [Labelled] {
            facts.enumerated().map { index, fact in
                Labelled(
                    label: "\(letter)\(index + 1)", rule: fact.rule, evidence: fact.evidence, fields: fact.fields)
            }
        }
        return number("M", facts.meetings) + number("F", facts.figures) + number("A", facts.agreements)
    }

    /// The text with `[M1 …]` around each evidence. Marks that begin together open with the longest.
    private func marked(_ all: [Labelled], colour: Bool) -> String {
        let scalars = Array(article.text.unicodeScalars)
        var opening: [Int: [(end: Int, label: String)]] = [:]
        var closing: [Int: Int] = [:]
        for fact in all {
            for span in fact.evidence where span.end <= scalars.count {
                opening[span.start, default: []].append((span.end, fact.label))
                closing[span.end, default: 0] += 1
            }
        }
        let (bold, plain) = colour ? ("\u{1B}[1m", "\u{1B}[0m") : ("", "")
        let colours = colour ? entityColours(count: scalars.count) : []
        var shown: EntityColour?
        var text = String.UnicodeScalarView()
        for position in 0...scalars.count {
            let wanted = position < colours.count ? colours[position] : nil
            if shown != nil, wanted != shown || closing[position] != nil || opening[position] != nil {
                text += plain.unicodeScalars
                shown = nil
            }
            let ends = String(repeating: "]", count: closing[position] ?? 0)
            if !ends.isEmpty { text += (bold + ends + plain).unicodeScalars }
            for mark in (opening[position] ?? []).sorted(by: { $0.end > $1.end }) {
                text += "\(bold)[\(mark.label)\(plain) ".unicodeScalars
            }
            if let wanted, wanted != shown {
                text += wanted.code.unicodeScalars
                shown = wanted
            }
            if position < scalars.count { text.append(scalars[position]) }
        }
        return String(text)
    }

    private func describe(_ fact: Labelled) -> String {
        let scalars = Array(article.text.unicodeScalars)
        let quotes = fact.evidence.map { span in
            let words = String(String.UnicodeScalarView(scalars[span.start..<min(span.end, scalars.count)]))
            return "  \(span.start)–\(span.end)".padded(to: 16) + "«\(words.cut(to: 96))»"
        }
        let fields = fact.fields.map { "  \($0.0)".padded(to: 16) + $0.1 }
        return (["\(fact.label)  rule \(fact.rule)"] + fields + quotes).joined(separator: "\n")
    }
}
