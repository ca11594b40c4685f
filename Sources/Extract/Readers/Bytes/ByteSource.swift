import Foundation
import Model

/// The bytes of one open file, read in pieces, and unpacked where they are gzip data; closes what it opened.
final class ByteSource {
    /// The file as the user named it, for messages.
    let name: String
    private let descriptor: Int32
    private let owned: Bool
    private let isCancelled: () -> Bool
    private let warn: (String) -> Void
    private var hasBegun = false
    private var inflater: Inflater?
    private var packed: ArraySlice<UInt8> = []
    private var returned: [UInt8] = []

    /// Opens a file for reading.
    init(
        path: String, name: String, isCancelled: @escaping () -> Bool, warn: @escaping (String) -> Void = { _ in }
    ) throws(Rejection) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Rejection.cannotOpen(name, errno) }
        self.descriptor = descriptor
        self.name = name
        self.isCancelled = isCancelled
        self.warn = warn
        owned = true
    }

    /// Borrows a descriptor that is open already, such as standard input.
    init(
        descriptor: Int32, name: String, isCancelled: @escaping () -> Bool, warn: @escaping (String) -> Void = { _ in }
    ) {
        self.descriptor = descriptor
        self.name = name
        self.isCancelled = isCancelled
        self.warn = warn
        owned = false
    }

    deinit { if owned { close(descriptor) } }

    /// Reads at most `count` bytes more, or all that were given back; none at the end or when cancelled.
    func read(upTo count: Int) throws(Rejection) -> [UInt8] {
        if !returned.isEmpty {
            defer { returned = [] }
            return returned
        }
        if !hasBegun {
            let first = try begin(upTo: count)
            if inflater == nil { return first }
            packed = first[...]
        }
        guard let inflater else { return try receive(upTo: count) }
        while true {
            let bytes = try inflater.unpack(&packed, upTo: count)
            if !bytes.isEmpty { return bytes }
            packed = try receive(upTo: 1 << 16)[...]
            if packed.isEmpty {
                if !isCancelled() { try inflater.finish() }
                return []
            }
        }
    }

    /// Gives bytes back, to be read again next.
    func unread(_ bytes: [UInt8]) { returned = bytes + returned }

    /// Enough of the beginning to tell what it is: 4096 bytes, or, where no markup begins, the first line, or all there
    /// is. It is still there to be read.
    func head() throws(Rejection) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < 4096 && !(bytes.contains(0x0A) && !bytes.mayBeMarkup) {
            let piece = try read(upTo: 1 << 16)
            if piece.isEmpty { break }
            bytes += piece
        }
        unread(bytes)
        return bytes
    }

    /// The whole content, if it has no more than `limit` bytes; nil when it has.
    func all(upTo limit: Int) throws(Rejection) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let piece = try read(upTo: 1 << 16)
            if piece.isEmpty { return bytes }
            bytes += piece
        }
        return nil
    }

    /// The first bytes; tells by them whether they are gzip data.
    private func begin(upTo count: Int) throws(Rejection) -> [UInt8] {
        var first = try receive(upTo: count)
        if first == [0x1F] { first += try receive(upTo: count) }
        hasBegun = true
        if first.starts(with: [0x1F, 0x8B]) { inflater = Inflater(name: name, warn: warn) }
        return first
    }

    private func receive(upTo count: Int) throws(Rejection) -> [UInt8] {
        guard waitForInput() else { return [] }
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            repeat {
                filled = max(0, receive(into: buffer, &failure))
            } while failure == EINTR
        }
        guard failure == 0 else { throw Rejection.cannotRead(name, failure) }
        return bytes
    }

    private func receive(into buffer: UnsafeMutableBufferPointer<UInt8>, _ failure: inout Int32) -> Int {
        let received = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
        failure = received < 0 ? errno : 0
        return received
    }

    /// A pipe may stay silent for hours: waits in short turns, so that cancelling is noticed. False when cancelled.
    private func waitForInput() -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while !isCancelled() {
            if poll(&request, 1, 100) != 0 { return true }
        }
        return false
    }
}

extension Rejection {
    static func cannotOpen(_ source: String, _ error: Int32) -> Rejection {
        switch error {
        case ENOENT where isLink(source):
            Rejection(
                source: source, reason: .missing, detail: "is a link to what is not there; mend the link or delete it")
        case ENOENT, ENOTDIR:
            Rejection(
                source: source, reason: .missing,
                detail: "no such file or folder; check the spelling and the folder you are in")
        case EACCES, EPERM:
            Rejection(
                source: source, reason: .unreadable,
                detail: "permission denied; give the user who runs chancery the right to read it (chmod +r)")
        default: cannotRead(source, error)
        }
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    static func cannotRead(_ source: String, _ error: Int32) -> Rejection {
        Rejection(
            source: source, reason: .unreadable,
            detail: "cannot be read: \(String(cString: strerror(error))); check the disk and the file")
    }
}

extension UInt8 {
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension [UInt8] {
    fileprivate var mayBeMarkup: Bool {
        first { !$0.isASCIISpace }.map { $0 == UInt8(ascii: "<") || $0 == 0xEF } ?? false
    }
}
