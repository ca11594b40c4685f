extension String {
    /// Whether a text stands in this one, compared byte by byte.
    ///
    /// In this module it stands before Foundation's, which builds strings of its own to look for other ways to write each letter.
    func contains(_ part: String) -> Bool {
        let part = part.utf8
        guard let first = part.first else { return true }
        let text = utf8
        if part.count == 1 { return text.contains(first) }
        var from = text.startIndex
        while let found = text[from...].firstIndex(of: first) {
            if text[found...].starts(with: part) { return true }
            from = text.index(after: found)
        }
        return false
    }
}
