import ArgumentParser
import Extract
import Foundation
import Model
import Pipeline

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Shows the text with its facts and entities, the rule behind each, and why the rest became no fact.",
        discussion: """
            On a terminal entities are coloured by kind, unless NO_COLOR is set; facts stand in brackets either way.
            """)

    @Argument(
        help: ArgumentHelp(
            "A file (text, NDJSON, page, feed, CSV), a folder, or - for standard input.", valueName: "file"))
    var path: String

    func run() throws {
        let reader = try Reader(places: Places())
        var rejected = false
        _ = try Sources([path], limits: ReadingLimits(of: Cancellation())).read { entry in
            switch entry.content {
            case .article(let article), .facts(let article, _):
                let (facts, omissions) = reader.explained(article)
                let explanation = Explanation(
                    article: article, facts: reader.joined(facts, of: article), entities: reader.entities(of: article))
                try StandardOutput.write(explanation.text(colour: Terminal.hasColour))
                if let text = NotTaken(article: article, omissions: omissions).text {
                    try StandardOutput.write("\n" + text)
                }
            case .withdrawal: break
            case .rejection(let rejection):
                rejected = true
                StandardError.write("\(rejection)", level: .warning)
            }
        }
        if rejected { throw ArgumentParser.ExitCode(ExitStatus.rejected.rawValue) }
    }
}
