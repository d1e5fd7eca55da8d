extension Array {
    /// Returns the first place whose element meets the condition, or the count if none does.
    ///
    /// All elements that meet it must come after all that do not. The search takes logarithmic time.
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
