/// Two sorted lists of paths, each without duplicates, for comparison.
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

    /// The paths that only the second list has.
    var onlyInOthers: [RelativePath] {
        var found: [RelativePath] = []
        walk { path, isInOnes, _ in if !isInOnes { found.append(path) } }
        return found
    }

    /// Whether the second list has each path of the first one, too.
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
