import Diagnostics

extension [Diagnostic] {
    /// Returns the findings that are new or about a new line: each finding about the former file cancels one about
    /// the same line.
    ///
    /// A change moves lines, and ticking items shortens the text of a warning: if several are about one line, those
    /// with the same text are matched first.
    func leavingOut(_ standing: [Diagnostic]) -> [Diagnostic] {
        let traits: [(Diagnostic) -> [String]] = [{ $0.line + [$0.message] }, { $0.line }]
        return traits.reduce((new: self, old: standing)) { rest, trait in
            (rest.new.less(rest.old, by: trait), rest.old.less(rest.new, by: trait))
        }
        .new
    }

    /// Returns those without a counterpart among the others.
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
    fileprivate var line: [String] { [id.rawValue, location.path, location.excerpt] }
}
