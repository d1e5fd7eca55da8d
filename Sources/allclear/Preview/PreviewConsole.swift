import Diagnostics

/// The messages in the terminal about each state of a preview.
struct PreviewConsole {
    private let console = Console()
    private var told: [Diagnostic] = []

    /// Prints the mistakes, unless they are the same as last time, and a line with the result.
    mutating func tell(_ state: PreviewState, after milliseconds: Int) throws {
        if state.diagnostics != told { try console.tell(state.diagnostics) }
        told = state.diagnostics
        if let refusal = state.refusal { try console.say("error: \(refusal)") }
        let source = state.recordCount.map { "\(RecordCount($0)): " } ?? ""
        let count = DiagnosticCount(state.diagnostics)
        try console.say("\(source)\(count), in \(milliseconds) ms\(outcome(of: state))")
    }

    private func outcome(of state: PreviewState) -> String {
        if state.isCurrent { return "" }
        return state.site == nil ? "; there is no site to show yet" : "; showing the last good version"
    }
}
