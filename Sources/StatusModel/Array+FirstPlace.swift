extension Array {
    /// The first place whose element lies beyond, or the count if none does. All that do stand behind all that do not.
    @inlinable
    package func firstPlace(where liesBeyond: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if liesBeyond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
