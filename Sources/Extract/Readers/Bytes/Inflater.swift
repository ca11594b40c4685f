import CZlib
import Model

/// Unpacks gzip data (RFC 1952) piece by piece: several members one after the other, and the zeros of a padded tape. What else
/// stands behind whole data is left out with a warning, as gzip has it.
final class Inflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private let name: String
    private let warn: (String) -> Void
    private var state = State.member
    private var unpacked = 0

    private enum State {
        /// Within a member, or before the first.
        case member
        /// After the end of a member.
        case between
        /// In what follows the last of them.
        case behind
    }

    init(name: String, warn: @escaping (String) -> Void) {
        self.name = name
        self.warn = warn
        // zlib remembers where its stream lies, so it may not move.
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let status = gzip_inflate_init(stream)
        precondition(status == Z_OK, "zlib cannot be set up: \(status)")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Unpacks from the front of `packed`, which it shortens, at most `count` bytes; none when all of it is used up.
    func unpack(_ packed: inout ArraySlice<UInt8>, upTo count: Int) throws(Rejection) -> [UInt8] {
        while !packed.isEmpty {
            if state == .between { begin(&packed) }
            if state == .behind { packed = [] }
            guard !packed.isEmpty else { break }
            var status = Z_OK
            var used = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                packed.withUnsafeBufferPointer { input in
                    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                    stream.pointee.avail_in = UInt32(input.count)
                    stream.pointee.next_out = buffer.baseAddress
                    stream.pointee.avail_out = UInt32(count)
                    status = inflate(stream, Z_NO_FLUSH)
                    used = input.count - Int(stream.pointee.avail_in)
                }
                filled = count - Int(stream.pointee.avail_out)
            }
            packed = packed.dropFirst(used)
            unpacked += bytes.count
            switch status {
            case Z_OK, Z_BUF_ERROR: break
            case Z_STREAM_END: state = .between
            default: throw .damagedGzip(name, after: unpacked, stream.pointee.msg.map { String(cString: $0) })
            }
            if !bytes.isEmpty { return bytes }
        }
        return []
    }

    /// - Throws: when the data breaks off.
    func finish() throws(Rejection) {
        guard state != .member else { throw .truncatedGzip(name, after: unpacked) }
    }

    private func begin(_ packed: inout ArraySlice<UInt8>) {
        packed = packed.drop { $0 == 0 }
        guard let first = packed.first else { return }
        if first == 0x1F, inflateReset(stream) == Z_OK {
            state = .member
        } else {
            state = .behind
            warn("\(name): its gzip data is whole, but something else follows it, which is left out; pack it again")
        }
    }
}

extension Rejection {
    fileprivate static func truncatedGzip(_ source: String, after count: Int) -> Rejection {
        Rejection(
            source: source, reason: .malformed,
            detail: "its gzip data breaks off after \(count) bytes of content; fetch or pack it again")
    }

    fileprivate static func damagedGzip(_ source: String, after count: Int, _ said: String?) -> Rejection {
        Rejection(
            source: source, reason: .malformed,
            detail: "its gzip data is damaged after \(count) bytes of content (\(said ?? "no message")); "
                + "fetch or pack it again")
    }
}
