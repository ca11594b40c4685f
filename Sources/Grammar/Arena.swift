import Foundation

/// Memory handed out piece by piece and freed all at once: what is made one after the other lies side by side.
///
/// Whoever takes a piece deinitializes what is in it before the arena is freed.
struct Arena {
    private var blocks: [UnsafeMutableRawPointer] = []
    private var next = UnsafeMutableRawPointer(bitPattern: 0)
    private var left = 0

    /// Bytes of two cache lines, which processors fetch together.
    static let linePair = 128
    /// As large as the pages that the system may give for it, of which a look at a word then finds the address sooner.
    private static let blockSize = 2 << 20

    mutating func place<Element>(
        for type: Element.Type, count: Int, alignedTo alignment: Int = MemoryLayout<Element>.alignment
    ) -> UnsafeMutablePointer<Element> {
        let size = MemoryLayout<Element>.stride * count
        if let next {
            let start = next.alignedUp(toMultipleOf: alignment)
            let used = next.distance(to: start) + size
            if used <= left {
                (self.next, left) = (start + size, left - used)
                return start.bindMemory(to: Element.self, capacity: count)
            }
        }
        addBlock(atLeast: size)
        return place(for: type, count: count, alignedTo: alignment)
    }

    private mutating func addBlock(atLeast size: Int) {
        let size = max(Self.blockSize, size)
        let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: Self.blockSize)
        #if os(Linux)
            madvise(block, size, MADV_HUGEPAGE)
        #endif
        blocks.append(block)
        (next, left) = (block, size)
    }

    mutating func copied<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
        let place = place(for: Element.self, count: elements.count)
        place.initialize(from: elements, count: elements.count)
        return UnsafePointer(place)
    }

    mutating func row<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(start: copied(elements), count: elements.count)
    }

    mutating func free() {
        for block in blocks { block.deallocate() }
        blocks = []
        (next, left) = (nil, 0)
    }
}
