import Diagnostics
import Records

/// The reason why a command cannot do what it was asked to do.
struct CommandError: Error {
    /// The reason, in a sentence.
    let reason: String
    /// A way to fix it, if one is known.
    let hint: String?
    /// The possible choices, one per line below the hint.
    let list: [String]
    /// The effect on files, if it is not obvious.
    let outcome: Outcome?
    /// The mistakes that caused it.
    let diagnostics: [Diagnostic]

    /// - Parameter diagnostics: only errors among them are kept.
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
    /// Makes the reason that another error gives, or `nil` if that is not about what a person asked for.
    init?(because error: any Error) {
        switch error {
        case let error as CommandError: self = error
        case let error as GitError: self.init(error.description, hint: error.hint)
        case let word as UnknownWord: self.init(word)
        default: return nil
        }
    }
}

extension CommandError {
    /// The effect of a failed command on files, as a sentence.
    enum Outcome: String {
        case nothingWritten = "nothing was written"
    }
}
