import Foundation
import Testing

/// What is missing or wrong before any article is read.
@Suite struct ConfigurationTests {
    @Test func theVersionIsPrinted() throws {
        #expect(try Chancery.run("--version").output.contains(/^\d+\.\d+\.\d+\n$/))
    }

    @Test(arguments: [
        ["frobnicate"], ["extract", "--extract-workers", "0"], ["run", "--batch-size", "-1"], ["explain"],
    ])
    func aWrongCommandLineIsUsage(arguments: [String]) throws {
        let outcome = try Chancery.start(arguments).wait()
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("Usage: chancery"))
    }

    @Test func theHelpDocumentsTheExitCodes() throws {
        let help = try Chancery.run("--help").output
        for code in [0, 64, 65, 69, 70, 73, 74, 75, 76, 77, 78, 130, 143] {
            #expect(help.contains("\n  \(code) "), "\(code)")
        }
    }

    @Test func aMissingDictionaryIsToldWithTheMend() throws {
        let outcome = try Chancery.run("extract", environment: ["CHANCERY_DICTIONARY": "/nonexistent"])
        #expect(outcome.status == 78)
        #expect(
            outcome.errors.contains("dictionary is not found at /nonexistent")
                && outcome.errors.contains("scripts/setup"))
    }

    @Test func aDamagedDictionaryIsToldByFile() throws {
        let scratch = Scratch()
        try scratch.write("meta.json", "[]")
        let outcome = try Chancery.run("extract", environment: ["CHANCERY_DICTIONARY": scratch.path])
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("meta.json"))
    }

    @Test func missingDataIsToldWithTheMend() throws {
        let outcome = try Chancery.run("extract", environment: ["CHANCERY_DATA": "/nonexistent"])
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("/nonexistent") && outcome.errors.contains("CHANCERY_DATA"))
    }

    @Test func theProgramFindsItsDataThroughALink() throws {
        let scratch = Scratch()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/chancery", withDestinationPath: Chancery.program.path)
        let linked = Process()
        linked.executableURL = URL(filePath: scratch.path + "/chancery")
        linked.arguments = ["extract"]
        linked.environment = Chancery.environment
        linked.standardInput = FileHandle.nullDevice
        try linked.run()
        linked.waitUntilExit()
        #expect(linked.terminationStatus == 0)
    }
}
