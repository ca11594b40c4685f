import ArgumentParser
import Extract
import Foundation
import Model
import Pipeline

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Shows the text with its facts marked, and the rule behind each.")

    @Argument(
        help: ArgumentHelp(
            "A file (text, NDJSON, page, feed, CSV), a folder, or - for standard input.", valueName: "file"))
    var path: String

    func run() throws {
        let reader = try Reader(places: Places())
        var rejected = false
        _ = try Sources([path]).read { entry in
            switch entry.outcome {
            case .success(let article):
                let explanation = Explanation(article: article, facts: reader.facts(of: article))
                try StandardOutput.write(explanation.text(colour: Terminal.isOutput))
            case .failure(let rejection):
                rejected = true
                StandardError.write("chancery: \(rejection)")
            }
        }
        if rejected { throw ArgumentParser.ExitCode(ExitStatus.rejected.rawValue) }
    }
}
