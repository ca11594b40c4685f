import Foundation

/// A user of the operating system.
struct SystemUser: Hashable, Sendable {
    let name: String
    let uid: uid_t
    let gid: gid_t

    /// The user this program runs as.
    static func current() throws -> SystemUser {
        guard let user = SystemUser(uid: geteuid()) else {
            throw PostgresError(
                .clusterFolder, "the user id \(geteuid()) has no name, and `peer` authentication needs one",
                mend: "Add a line for it to /etc/passwd, or set PGHOST to use a server of your own.")
        }
        return user
    }

    init?(uid: uid_t) {
        guard let entry = getpwuid(uid) else { return nil }
        self.init(entry)
    }

    init?(name: String) {
        guard let entry = getpwnam(name) else { return nil }
        self.init(entry)
    }

    private init(_ entry: UnsafeMutablePointer<passwd>) {
        name = String(cString: entry.pointee.pw_name)
        uid = entry.pointee.pw_uid
        gid = entry.pointee.pw_gid
    }

    /// The words before a command that make it run as this user: none when that is who we are.
    var prefix: [String] {
        guard geteuid() == 0, uid != 0 else { return [] }
        return ["setpriv", "--reuid=\(uid)", "--regid=\(gid)", "--init-groups", "--"]
    }
}
