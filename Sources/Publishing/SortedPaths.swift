/// Two sorted lists of paths, each without duplicates, walked side by side.
struct SortedPaths {
    let ones: [RelativePath]
    let others: [RelativePath]
}

extension SortedPaths {
    /// The paths of either list, sorted.
    var union: [RelativePath] {
        var union: [RelativePath] = []
        union.reserveCapacity(max(ones.count, others.count))
        walk { path, _, _ in union.append(path) }
        return union
    }

    /// The paths of the second list alone.
    var onlyInOthers: [RelativePath] {
        var found: [RelativePath] = []
        walk { path, isInOnes, _ in if !isInOnes { found.append(path) } }
        return found
    }

    /// For each path of the first list, whether the second has it too.
    var isInOthers: [Bool] {
        var flags: [Bool] = []
        flags.reserveCapacity(ones.count)
        walk { _, isInOnes, isInOthers in if isInOnes { flags.append(isInOthers) } }
        return flags
    }

    private func walk(_ visit: (RelativePath, _ isInOnes: Bool, _ isInOthers: Bool) -> Void) {
        var (i, j) = (0, 0)
        while i < ones.count || j < others.count {
            let takesOne = i < ones.count && (j == others.count || ones[i] <= others[j])
            let takesOther = j < others.count && (i == ones.count || others[j] <= ones[i])
            visit(takesOne ? ones[i] : others[j], takesOne, takesOther)
            i += takesOne ? 1 : 0
            j += takesOther ? 1 : 0
        }
    }
}
