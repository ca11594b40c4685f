import Foundation
import Pipeline

/// Results, a line at a time and at once: who reads them may be waiting for each.
enum StandardOutput {
    /// - Throws: `SystemCallError`, when the disk is full for instance.
    static func write(_ line: String) throws {
        var line = line + "\n"
        try line.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let written = Foundation.write(STDOUT_FILENO, rest.baseAddress, rest.count)
                if written < 0 && errno != EINTR {
                    throw SystemCallError(operation: "write to standard output", code: errno)
                }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(0, written)))
            }
        }
    }
}
