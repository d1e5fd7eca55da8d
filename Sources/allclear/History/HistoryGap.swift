/// Why a repository does not have the whole history.
enum HistoryGap: Sendable {
    /// It holds the end of it alone.
    case shallow
    /// It lacks files of former commits, which git would fetch one by one.
    case partial
    /// Git cannot read it to its end.
    case unreadable
}

extension HistoryGap {
    /// What is wrong, as the beginning of a sentence.
    var description: String {
        switch self {
        case .shallow: "the clone is shallow"
        case .partial: "the clone is partial, without the files of former commits"
        case .unreadable: "git cannot read the whole history"
        }
    }

    /// What to do about it.
    var hint: String {
        switch self {
        case .shallow: "fetch the whole history, as by `fetch-depth: 0` in a GitHub workflow"
        case .partial: "clone without `--filter`, or leave `filter` out in a GitHub workflow"
        case .unreadable: "`git fsck` says what is wrong; a new clone may mend it"
        }
    }
}

extension Console {
    /// Warns that something cannot be said, as a part of the history is missing.
    func warn(of gap: HistoryGap, so consequence: String) throws {
        try say("warning: \(gap.description), so \(consequence)")
        try say("hint: \(gap.hint)")
    }
}
