import Diagnostics

/// Why a command does not do what it was asked for.
struct CommandError: Error {
    /// What is wrong, in a sentence.
    let reason: String
    /// What to do about it, where that is known.
    let hint: String?
    /// What there is to choose from, a line each, below the hint.
    let list: [String]
    /// What it means for the files, if that is not obvious.
    let outcome: Outcome?
    /// The mistakes that stand in the way.
    let diagnostics: [Diagnostic]

    /// - Parameter diagnostics: of these, the errors are told.
    init(
        _ reason: String, hint: String? = nil, list: [String] = [], outcome: Outcome? = nil,
        _ diagnostics: [Diagnostic] = []
    ) {
        self.reason = reason
        self.hint = hint
        self.list = list
        self.outcome = outcome
        self.diagnostics = diagnostics.filter { $0.severity == .error }
    }
}

extension CommandError {
    /// What a command that was refused left of its work, in a sentence of its own.
    enum Outcome: String {
        case nothingWritten = "nothing was written"
    }
}
