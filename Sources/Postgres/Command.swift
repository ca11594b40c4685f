import Foundation

/// A program run to its end, as another user where asked.
///
/// Its standard output is a file: a server it leaves behind cannot keep a pipe of ours open, at whose other end a
/// caller would wait for ever.
struct Command {
    let path: String
    let arguments: [String]
    var input = ""
    var user: SystemUser?

    struct Outcome {
        let status: Int32
        /// Standard output and standard error, as they came.
        let output: String
    }

    init(path: String, arguments: [String], input: String = "", user: SystemUser? = nil) {
        self.path = path
        self.arguments = arguments
        self.input = input
        self.user = user
    }

    /// Only what the programs need: PGHOST and its like are the caller's, not the private cluster's.
    private var environment: [String: String] {
        var environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]
        for name in ["PATH", "TZ", "LD_LIBRARY_PATH"] {
            if let value = ProcessInfo.processInfo.environment[name] { environment[name] = value }
        }
        return environment
    }

    /// - Throws: `PostgresError` when the program cannot be started.
    ///
    /// Foundation's `Process` waits for the end of a socket that the child inherits, and so for the end of every
    /// daemon the child leaves behind; `posix_spawn` and `waitpid` wait for the child alone.
    func run() throws -> Outcome {
        let input = try Scratch(self.input)
        let output = try Scratch()
        // The other user may not be allowed into the folder we stand in.
        let words = ["env", "--chdir=/"] + (user?.prefix ?? []) + [path] + arguments
        let pid = try spawn(words, input: input.descriptor, output: output.descriptor)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        // The macros WIFEXITED and WEXITSTATUS are not for Swift. Source: wait(2), and <bits/waitstatus.h>.
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        return Outcome(status: code, output: output.text)
    }

    private func spawn(_ words: [String], input: Int32, output: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (from, to) in [(input, 0), (output, 1), (output, 2)] as [(Int32, Int32)] {
            posix_spawn_file_actions_adddup2(&actions, from, to)
        }
        // Whatever else is open, a lock that cron's flock(1) handed down or a test's pipe, would be held by the server.
        for descriptor in openDescriptors() where descriptor > 2 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        // A handler or a mask of the caller's must not reach a server that lives on.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let arguments = words.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var pid: pid_t = 0
        let error = posix_spawn(&pid, "/usr/bin/env", &actions, &attributes, arguments, variables)
        guard error == 0 else {
            throw PostgresError(.other, "cannot run \(path): \(String(cString: strerror(error)))")
        }
        return pid
    }
}

/// What this process has open; one closed in the meantime does no harm. Source: proc(5).
private func openDescriptors() -> [Int32] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []).compactMap { Int32($0) }
}

/// A file without a name, gone when it is closed.
private final class Scratch {
    let handle: FileHandle
    var descriptor: Int32 { handle.fileDescriptor }

    init(_ text: String = "") throws {
        let folder = FileManager.default.temporaryDirectory
        var template = Array(folder.appending(path: "chancery-XXXXXX").path.utf8CString)
        let descriptor = mkstemp(&template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        guard descriptor >= 0 else {
            throw PostgresError(.other, "no temporary file in \(folder.path): \(String(cString: strerror(errno)))")
        }
        unlink(template)
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Array(text.utf8))
        try handle.seek(toOffset: 0)
    }

    /// All that was written.
    var text: String {
        try? handle.seek(toOffset: 0)
        let bytes = (try? handle.readToEnd()) ?? nil
        return String(decoding: bytes ?? Data(), as: UTF8.self)
    }
}
