import Diagnostics

extension [Diagnostic] {
    /// Those that are not told of the file as it was before: each of the standing ones takes away one.
    ///
    /// A change moves lines, makes the latest update another one, and leaves fewer items unticked. So a mistake stands that has
    /// its former words or its former line, where the same mistake has not kept both.
    func leavingOut(_ standing: [Diagnostic]) -> [Diagnostic] {
        let traits: [(Diagnostic) -> [String]] = [{ $0.words + $0.line }, { $0.words }, { $0.line }]
        return traits.reduce((new: self, old: standing)) { rest, trait in
            (rest.new.less(rest.old, by: trait), rest.old.less(rest.new, by: trait))
        }
        .new
    }

    /// Those without a counterpart among the others.
    private func less(_ others: [Diagnostic], by trait: (Diagnostic) -> [String]) -> [Diagnostic] {
        var counts: [[String]: Int] = [:]
        for other in others { counts[trait(other), default: 0] += 1 }
        return filter { mistake in
            guard let count = counts[trait(mistake)], count > 0 else { return true }
            counts[trait(mistake)] = count - 1
            return false
        }
    }
}

extension Diagnostic {
    fileprivate var words: [String] { [id.rawValue, message] }
    fileprivate var line: [String] { [id.rawValue, location.path, location.excerpt] }
}
