import Diagnostics

/// What the terminal says of each state of a preview.
struct PreviewConsole {
    private let console = Console()
    private var told: [Diagnostic] = []

    /// Tells the mistakes, unless they are those that were told last, and how it went in a line.
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
