/// The reason why a repository does not have the whole history.
enum HistoryGap: Sendable {
    /// It has only the end of the history.
    case shallow
    /// It lacks files of former commits, which git would fetch one by one.
    case partial
    /// Git cannot read the history to its end.
    case unreadable
}

extension HistoryGap {
    /// A description of the gap, as the beginning of a sentence.
    var description: String {
        switch self {
        case .shallow: "the clone is shallow"
        case .partial: "the clone is partial, without the files of earlier commits"
        case .unreadable: "git cannot read the full history"
        }
    }

    /// A way to fix it.
    var hint: String {
        switch self {
        case .shallow: "fetch the full history (in a GitHub workflow, set `fetch-depth: 0`)"
        case .partial: "clone without `--filter` (in a GitHub workflow, do not set `filter`)"
        case .unreadable: "run `git fsck` to find out what is wrong; a new clone may fix it"
        }
    }
}

extension Console {
    /// Warns that something cannot be shown because part of the history is missing.
    func warn(of gap: HistoryGap, so consequence: String) throws {
        try say("warning: \(gap.description), so \(consequence)")
        try say("hint: \(gap.hint)")
    }
}
