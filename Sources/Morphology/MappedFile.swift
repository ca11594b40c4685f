#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file mapped into memory for reading.
///
/// Sendable without a lock because nobody writes: the mapping is private and read-only, and it lives as long as
/// this object does.
final class MappedFile: @unchecked Sendable {
    let path: String
    let bytes: UnsafeRawBufferPointer

    init(_ path: String) throws(DictionaryError) {
        self.path = path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DictionaryError(file: path, problem: MappedFile.reason()) }
        defer { close(descriptor) }

        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw DictionaryError(file: path, problem: MappedFile.reason())
        }
        let length = Int(status.st_size)
        guard length > 0 else { throw DictionaryError(file: path, problem: "the file is empty") }
        guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw DictionaryError(file: path, problem: MappedFile.reason())
        }
        bytes = UnsafeRawBufferPointer(start: start, count: length)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count) }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
