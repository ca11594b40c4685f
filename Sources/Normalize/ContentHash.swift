import Crypto
import Model

extension Article {
    /// SHA-256 over every field, each with its length before it, so that no two articles run together. 32 bytes.
    public var contentHash: [UInt8] {
        var hash = SHA256()
        for field in [id, source, url, title, publishedOn?.description, language, text] {
            guard let field else {
                hash.update(data: [0xFF])
                continue
            }
            let bytes = Array(field.utf8)
            withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: bytes)
        }
        // What the row says of its origin is part of it: the same set of files gives the same rows in any order.
        if let provenance { hash.update(data: Array(provenance.description.utf8)) }
        return Array(hash.finalize())
    }
}
