import Foundation
import Testing

/// `scripts/install`, with the program of this build, into a prefix of its own.
@Suite struct InstallTests {
    private struct Prefix {
        let scratch = Scratch()
        var path: String { scratch.path + "/prefix" }

        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

        /// Runs a program in the empty environment that cron gives.
        func run(_ program: String, _ arguments: [String], _ extra: [String: String] = [:]) throws -> Chancery.Outcome {
            let environment = ["PATH": "/usr/bin:/bin", "HOME": "/", "SHELL": "/bin/sh"].merging(extra) { $1 }
            return try Running(URL(filePath: program), arguments, environment, Data(), "/").wait()
        }

        func install(_ arguments: String...) throws -> Chancery.Outcome {
            let script = CookbookTests.root.appending(path: "scripts/install").path
            return try run("/bin/bash", [script, "--prefix", path] + arguments)
        }

        func files() throws -> [String] {
            try FileManager.default.subpathsOfDirectory(atPath: path).filter {
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: path + "/" + $0, isDirectory: &isFolder)
                    && !isFolder.boolValue
            }
        }
    }

    @Test func itRunsFromItsOwnPlaceAndGoesAgain() throws {
        let prefix = try Prefix()
        try prefix.scratch.write("prefix/share/man/man1/other.1", "not of Chancery")
        for _ in 1...2 {
            let installed = try prefix.install("--program", Chancery.program.path)
            #expect(installed.status == 0, "\(installed.errors)")
        }
        let files = try prefix.files()
        for expected in [
            "bin/chancery", "share/chancery/seeds/reference/countries.csv", "share/chancery/sql/checks/quotes.sql",
            "share/man/man1/chancery.1", "share/bash-completion/completions/chancery",
            "share/zsh/site-functions/_chancery", "share/fish/vendor_completions.d/chancery.fish",
            "lib/systemd/system/chancery.timer",
        ] {
            #expect(files.contains(expected))
        }
        let left = try files.filter { file in
            guard file.hasPrefix("lib/") || file.hasPrefix("share/doc/chancery/chancery.cron") else { return false }
            return try String(contentsOfFile: prefix.path + "/" + file, encoding: .utf8).contains("PREFIX")
        }
        #expect(left == [])

        // What cron would run, but for the paths of this machine.
        let home = prefix.scratch.path + "/h"
        let cron = try String(contentsOfFile: prefix.path + "/share/doc/chancery/chancery.cron", encoding: .utf8)
        let commands = cron.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { String($0).replacing(/^(@reboot|(\S+ ){5})\s*/, with: "") }
            .map { $0.replacing("/var/lib/prometheus/node-exporter", with: prefix.scratch.path) }
            .map { $0.replacing("/srv/articles", with: prefix.path + "/share/chancery/seeds/articles") }
        #expect(commands.count == 3)
        let environment = [
            "CHANCERY_HOME": home, "CHANCERY_DICTIONARY": Chancery.environment["CHANCERY_DICTIONARY"] ?? "",
        ]
        for command in commands {
            let outcome = try prefix.run("/bin/sh", ["-c", command], environment)
            #expect(outcome.status == 0, "\(command): \(outcome.errors)")
            #expect(!outcome.errors.contains("error"))
        }
        #expect(FileManager.default.fileExists(atPath: prefix.scratch.path + "/chancery.prom"))
        let status = try prefix.run(prefix.path + "/bin/chancery", ["status"], environment)
        #expect(status.output.hasPrefix("The ledger holds 10 articles"))
        _ = try prefix.run(prefix.path + "/bin/chancery", ["db", "stop"], environment)

        let gone = try prefix.install("--uninstall")
        #expect(gone.status == 0, "\(gone.errors)")
        #expect(try prefix.files() == ["share/man/man1/other.1"])
        #expect(try prefix.install("--uninstall").status == 66)
    }

    @Test func theManualHasNoFaultAndNamesEveryExitCode() throws {
        let page = CookbookTests.root.appending(path: "packaging/chancery.1").path
        let groff = "/usr/bin/groff"
        if FileManager.default.isExecutableFile(atPath: groff) {
            let outcome = try Running(URL(filePath: groff), ["-ww", "-mdoc", "-Tutf8", "-z", page], [:], Data(), "/")
                .wait()
            #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        }
        let text = try String(contentsOfFile: page, encoding: .utf8)
        let help = try Chancery.run("--help").output
        let codes = help.matches(of: /\n[ ]+(\d+)[ ]/).map { String($0.1) }
        #expect(codes.count >= 10)
        for code in codes { #expect(text.contains(".It \(code)\n")) }
        let commands =
            help.components(separatedBy: "SUBCOMMANDS:").last?.matches(of: /\n[ ]{2}([a-z]+)[ ]/).map { String($0.1) }
            ?? []
        #expect(commands.count >= 9)
        for command in commands where command != "help" {
            #expect(text.contains("Cm \(command)") || text.contains("| \(command)"), "\(command)")
        }
    }

    @Test func systemdTakesTheUnits() throws {
        let analyze = "/usr/bin/systemd-analyze"
        guard FileManager.default.isExecutableFile(atPath: analyze) else { return }
        let prefix = try Prefix()
        #expect(try prefix.install("--program", Chancery.program.path).status == 0)
        let units = ["chancery.service", "chancery.timer", "chancery-db.service"]
            .map { prefix.path + "/lib/systemd/system/" + $0 }
        let outcome = try prefix.run(analyze, ["verify", "--man=no"] + units)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.errors.contains("chancery"), "\(outcome.errors)")
    }
}
