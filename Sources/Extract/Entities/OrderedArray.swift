extension Array {
    /// The index of the first element of an ordered list that does not come before, by binary search.
    func lowerBound(where comesBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if comesBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
