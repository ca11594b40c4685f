/// Lists by number: what an article has of each word or stem.
///
/// A dictionary of arrays would take memory for each of its lists and hash each number with a secret, which for the few of an article
/// costs far more than all that is looked up in it. Here the elements of all lists lie in one array, each with the place of the
/// one before it in its list; lists begin in a table by a hash, which grows with them.
struct NumberedLists<Element> {
    private struct Link {
        let number: Int32
        /// Of the element before it with the same hash; negative for none.
        let before: Int32
        let element: Element
    }

    private var links: [Link] = []
    /// By hash the place of the last element; negative for none.
    private var last: [Int32] = []

    var isEmpty: Bool { links.isEmpty }

    private static var smallest: Int { 32 }

    /// Whether a list has an element that fits.
    @inline(__always)
    func contains(at number: Int32, where fits: (Element) -> Bool = { _ in true }) -> Bool {
        guard !links.isEmpty else { return false }
        var place = last[slot(number)]
        while place >= 0 {
            if links[Int(place)].number == number, fits(links[Int(place)].element) { return true }
            place = links[Int(place)].before
        }
        return false
    }

    /// The elements of a list, the last first.
    @inline(__always)
    func forEach(at number: Int32, _ body: (Element) -> Void) {
        _ = contains(at: number) { element in
            body(element)
            return false
        }
    }

    mutating func append(_ element: Element, at number: Int32) {
        if links.count >= last.count { grow() }
        let slot = slot(number)
        links.append(Link(number: number, before: last[slot], element: element))
        last[slot] = Int32(links.count - 1)
    }

    private mutating func grow() {
        let size = max(Self.smallest, 2 * last.count)
        last = Array(repeating: -1, count: size)
        if links.isEmpty { links.reserveCapacity(size) }
        for place in links.indices {
            let slot = slot(links[place].number)
            links[place] = Link(number: links[place].number, before: last[slot], element: links[place].element)
            last[slot] = Int32(place)
        }
    }

    /// The multiplier spreads neighbouring numbers (Knuth, The Art of Computer Programming, § 6.4).
    private func slot(_ number: Int32) -> Int {
        Int(UInt32(bitPattern: number) &* 0x9E37_79B1 >> 8) & (last.count - 1)
    }
}
