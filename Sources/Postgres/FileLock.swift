import Foundation

/// An exclusive lock on a file, held until it is released or the process ends. Source: flock(2).
final class FileLock {
    private let descriptor: Int32

    /// Waits for the lock. The file is made when absent, and belongs to `user`.
    init(_ url: URL, user: SystemUser) throws {
        // O_CLOEXEC: a server started under the lock must not inherit it.
        descriptor = open(url.path, O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw PostgresError(
                .clusterFolder, "cannot open \(url.path): \(String(cString: strerror(errno)))",
                mend: "Run as \(user.name) or as root, or set CHANCERY_HOME to a folder of your own.")
        }
        if geteuid() == 0 { fchown(descriptor, user.uid, user.gid) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let reason = String(cString: strerror(errno))
                close(descriptor)
                throw PostgresError(.clusterFolder, "cannot lock \(url.path): \(reason)")
            }
        }
    }

    deinit { close(descriptor) }
}
