extension Lexicon {
    /// What ``add(class:phrase:value:example:place:analyzer:lastForms:)`` has made, as bytes that ``init(compiled:)`` reads in a
    /// small part of the time. Places and examples, which only tests ask for, are left out.
    ///
    /// - Precondition: no pattern has been compiled against it.
    public func compiled() -> [UInt8] {
        precondition(choices.isEmpty && values.isEmpty, "what patterns ask for is no part of a compiled lexicon")
        var writer = Writer()
        writer.texts(names)
        writer.row(entries.map { $0.kind.index })
        writer.texts(entries.map(\.phrase))
        writer.texts(entries.map(\.value))
        writer.row(symbols.bytes)
        writer.row(symbols.ends)
        writer.row(symbols.table)
        writer.row(nodes)
        writer.row(steps.slots)
        writer.row([steps.count])
        writer.row(endings)
        writer.row(wants.map(\.rawValue))
        writer.row(firstWant)
        return writer.bytes
    }

    /// The lexicon of which the bytes were made; nil where they are of another shape.
    ///
    /// That they are the same bytes is the caller's to make sure of.
    public convenience init?(compiled bytes: UnsafeRawBufferPointer) {
        var reader = Reader(bytes: bytes)
        guard let names = reader.texts(), let kinds = reader.row(of: Int16.self), let phrases = reader.texts(),
            let values = reader.texts(), let symbolBytes = reader.row(of: UInt8.self),
            let symbolEnds = reader.row(of: UInt32.self), let symbolTable = reader.row(of: UInt32.self),
            let nodes = reader.row(of: Node.self), let slots = reader.row(of: Transitions.Slot.self),
            let count = reader.row(of: Int.self), let endings = reader.row(of: Ending.self),
            let wants = reader.row(of: UInt8.self), let firstWant = reader.row(of: Int32.self),
            reader.isAtEnd, phrases.count == kinds.count, values.count == kinds.count, count.count == 1
        else { return nil }
        self.init()
        for name in names { _ = markClass(name) }
        entries.reserveCapacity(kinds.count)
        for index in kinds.indices {
            entries.append(
                Entry(
                    kind: MarkClass(index: kinds[index]), phrase: phrases[index], value: values[index], example: "",
                    place: ""))
        }
        valueNumbers = Array(repeating: -1, count: kinds.count)
        symbols = Symbols(bytes: symbolBytes, ends: symbolEnds, table: symbolTable)
        self.nodes = nodes
        steps = Transitions(slots: slots, count: count[0])
        self.endings = endings
        self.wants = wants.map { Case(rawValue: $0) ?? .any }
        self.firstWant = firstWant
    }

    /// Rows of numbers and texts, each behind its length, in this machine's order of bytes.
    private struct Writer {
        private(set) var bytes: [UInt8] = []

        mutating func row<Element: BitwiseCopyable>(_ elements: [Element]) {
            withUnsafeBytes(of: UInt64(elements.count)) { bytes += $0 }
            elements.withUnsafeBytes { bytes += $0 }
        }

        mutating func texts(_ texts: [String]) {
            var ends: [UInt32] = []
            var all: [UInt8] = []
            for text in texts {
                all += text.utf8
                ends.append(UInt32(all.count))
            }
            row(ends)
            row(all)
        }
    }

    private struct Reader {
        private var rest: UnsafeRawBufferPointer

        init(bytes: UnsafeRawBufferPointer) { rest = bytes }

        var isAtEnd: Bool { rest.isEmpty }

        private mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
            guard count >= 0, count <= rest.count else { return nil }
            defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
            return UnsafeRawBufferPointer(rebasing: rest[..<count])
        }

        mutating func row<Element: BitwiseCopyable>(of type: Element.Type) -> [Element]? {
            guard let count = take(MemoryLayout<UInt64>.size)?.loadUnaligned(as: UInt64.self), count <= rest.count,
                let bytes = take(Int(count) * MemoryLayout<Element>.stride)
            else { return nil }
            return Array(unsafeUninitializedCapacity: Int(count)) { elements, filled in
                UnsafeMutableRawBufferPointer(elements).copyMemory(from: bytes)
                filled = Int(count)
            }
        }

        mutating func texts() -> [String]? {
            guard let ends = row(of: UInt32.self), let count = take(MemoryLayout<UInt64>.size),
                let bytes = take(Int(clamping: count.loadUnaligned(as: UInt64.self)))
            else { return nil }
            var texts: [String] = []
            texts.reserveCapacity(ends.count)
            var start = 0
            for end in ends {
                guard start <= Int(end), Int(end) <= bytes.count else { return nil }
                texts.append(String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<Int(end)]), as: UTF8.self))
                start = Int(end)
            }
            return texts
        }
    }
}
