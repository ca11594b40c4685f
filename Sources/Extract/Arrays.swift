extension Array {
    /// Appends the elements of another array, and does nothing at all when it has none.
    ///
    /// In this module it stands before the standard library's, which makes sure of a buffer of its own even then: most sentences
    /// give most recognizers nothing to add.
    @inline(__always)
    static func += (all: inout [Element], more: [Element]) {
        if !more.isEmpty { all.append(contentsOf: more) }
    }
}
