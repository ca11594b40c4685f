import Foundation
import Testing

@Suite struct NotTakenTests {
    @Test func listsWhatBecameNoFact() throws {
        let input = """
            {"id": "a", "published_on": "2025-05-06", "text": "Армения и Грузия\\nподписали договор о реках. \
            Отношения двух стран развиваются пять лет."}

            """
        let outcome = try Chancery.run("explain", "-", input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = outcome.output
        #expect(text.contains("[A1 подписали договор о реках]"))
        #expect(text.contains("A1  rule agreement.signed\n"))
        let omissions = try #require(text.range(of: "Not taken:\n")).upperBound
        #expect(
            text[omissions...].split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") } == [
                "54–64 line 2 «двух стран» what it numbers is not counted: states, sides, years",
                "77–85 line 2 «пять лет» a duration or an age",
            ])
    }

    @Test func isSilentWhereNothingIsLeft() throws {
        let input = #"{"id": "a", "text": "Армения и Грузия подписали договор о реках."}"# + "\n"
        #expect(try !Chancery.run("explain", "-", input: input).output.contains("Not taken"))
    }
}
