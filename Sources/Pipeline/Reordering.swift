/// Puts what several workers finished in any order back into the order it was numbered in.
struct Reordering<Element> {
    private var next = 0
    private var waiting: [Int: Element] = [:]

    /// Takes the element with that number; gives those whose turn has come.
    mutating func take(_ element: Element, number: Int) -> [Element] {
        waiting[number] = element
        var ready: [Element] = []
        while let element = waiting.removeValue(forKey: next) {
            ready.append(element)
            next += 1
        }
        return ready
    }
}
