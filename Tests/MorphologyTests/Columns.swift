extension String {
    /// The cells of a table row, parted by bars.
    var columns: [String] {
        var cells: [String] = []
        for cell in split(separator: "|", omittingEmptySubsequences: false) {
            let start = cell.drop { $0 == " " }
            cells.append(
                String(start.prefix(upTo: start.lastIndex { $0 != " " }.map(start.index(after:)) ?? start.startIndex)))
        }
        return cells
    }
}
