import Diagnostics

/// Why a command does not do what it was asked for.
struct Refusal: Error {
    /// What is wrong, in a sentence.
    let reason: String
    /// What to do about it, where that is known.
    let hint: String?
    /// What there is to choose from, a line each, below the hint.
    let list: [String]
    /// The mistakes that stand in the way.
    let diagnostics: [Diagnostic]

    /// - Parameter diagnostics: of these, the errors are told.
    init(_ reason: String, hint: String? = nil, list: [String] = [], _ diagnostics: [Diagnostic] = []) {
        self.reason = reason
        self.hint = hint
        self.list = list
        self.diagnostics = diagnostics.filter { $0.severity == .error }
    }
}
