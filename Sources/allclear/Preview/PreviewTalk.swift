import Diagnostics

/// What the terminal says of each state of a preview.
struct PreviewTalk {
    private let talk = Talk()
    private var told: [Diagnostic] = []

    /// Tells the mistakes, unless they are those that were told last, and how it went in a line.
    mutating func tell(_ state: PreviewState, after milliseconds: Int) {
        if state.diagnostics != told { talk.tell(state.diagnostics) }
        told = state.diagnostics
        if let refusal = state.refusal { talk.say("error: \(refusal)") }
        let source = state.recordCount.map { "\(RecordCount($0)): " } ?? ""
        talk.say("\(source)\(DiagnosticCount(state.diagnostics)), in \(milliseconds) ms\(outcome(of: state))")
    }

    private func outcome(of state: PreviewState) -> String {
        if state.isCurrent { return "" }
        return state.site == nil ? "; there is no site to show yet" : "; the site is shown as it was before"
    }
}
