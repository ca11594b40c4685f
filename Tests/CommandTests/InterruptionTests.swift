import Foundation
import Load
import Postgres
import Testing

/// A run that is ended from outside leaves whole batches, and the next one completes it.
@Suite struct InterruptionTests {
    private static let lines = (0..<1100).map { number in
        "{\"id\": \"\(number)\", \"text\": \"Премьер-министры Казахстана и Узбекистана обсудили рост на \(number + 1) процентов.\"}\n"
    }

    /// Starts a run on an input that does not end, and returns once some batches are in.
    private func startLoading(_ database: TestDatabase) throws -> (Running, FileHandle) {
        // The run may end before it has read all.
        signal(SIGPIPE, SIG_IGN)
        let pipe = Pipe()
        let running = try database.start(["-", "--batch-size", "50"], standardInput: pipe.fileHandleForReading)
        try pipe.fileHandleForReading.close()
        let writing = pipe.fileHandleForWriting
        Thread.detachNewThread { try? writing.write(contentsOf: Data(Self.lines.joined().utf8)) }
        while running.process.isRunning, try loaded(database) < 100 { Thread.sleep(forTimeInterval: 0.02) }
        return (running, writing)
    }

    private func loaded(_ database: TestDatabase) throws -> Int {
        let connection = try database.connect()
        guard try connection.query("select to_regclass('chancery.articles') is not null").first?.bool(0) == true else {
            return 0
        }
        return try connection.query("select count(*) from chancery.articles").first?.int(0) ?? 0
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
    func itEndsBetweenBatches(signal: Int32) throws {
        let database = try TestDatabase()
        let (running, writing) = try startLoading(database)
        kill(running.process.processIdentifier, signal)
        let outcome = try running.wait()
        // As the shell tells it: 130, 143, 137.
        #expect(outcome.status == 128 + signal, "\(outcome.errors)")
        try withExtendedLifetime(writing) {
            let count = try loaded(database)
            #expect(count >= 100 && count % 50 == 0)
        }
        let ended = try database.column("select status from chancery.loads")
        #expect(ended == [signal == SIGKILL ? "running" : "failed"])

        let path = Scratch()
        let file = try path.write("all.ndjson", Self.lines.joined())
        let rest = try database.run(file)
        #expect(rest.status == 0, "\(rest.errors)")
        let whole = try TestDatabase()
        #expect(try whole.run(file).status == 0)
        #expect(try database.dump() == whole.dump())
    }
}
