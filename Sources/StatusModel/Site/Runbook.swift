/// The address of instructions for an incident.
public struct Runbook: Hashable, Sendable {
    /// The severity or component that it is for.
    public let subject: Subject
    /// An absolute address.
    public let url: String

    /// The subject of a runbook.
    public enum Subject: Hashable, Sendable {
        /// Incidents of a severity.
        case severity(Severity.Rank)
        /// The failure of a component.
        case component(Component.Index)
    }
}

extension StatusPage {
    /// Returns the runbooks for an incident of that severity that affects those components: the severity's, then the
    /// components' in their order, with each address once.
    ///
    /// A page for the public has none.
    public func runbooks(for rank: Severity.Rank, affecting affected: [Component.Index]) -> [Runbook] {
        var seen: Set<String> = []
        return ([.severity(rank)] + affected.map { .component($0) }).flatMap { subject in
            runbooks(of: subject).filter { seen.insert($0.url).inserted }
        }
    }

    /// Returns the runbooks of a severity or a component, in the author's order.
    public func runbooks(of subject: Runbook.Subject) -> [Runbook] {
        let urls =
            switch subject {
            case .severity(let rank): severities[rank].runbooks
            case .component(let index): components[index].runbooks
            }
        return urls.map { Runbook(subject: subject, url: $0) }
    }
}
