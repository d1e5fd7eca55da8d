/// An address at which it says what to do in an incident.
public struct Runbook: Hashable, Sendable {
    /// Whose it is.
    public let subject: Subject
    /// An absolute address.
    public let url: String

    /// What a runbook is about.
    public enum Subject: Hashable, Sendable {
        /// Incidents of a level.
        case severity(Severity.Rank)
        /// The failure of a component.
        case component(Component.Index)
    }
}

extension StatusPage {
    /// The runbooks of an incident of that severity that affects those components: the level's, then the components' in
    /// their order, each address once. The public's page has none.
    public func runbooks(for rank: Severity.Rank, affecting affected: [Component.Index]) -> [Runbook] {
        var seen: Set<String> = []
        return ([.severity(rank)] + affected.map { .component($0) }).flatMap { subject in
            runbooks(of: subject).filter { seen.insert($0.url).inserted }
        }
    }

    /// The runbooks of a level or a component, in the author's order.
    public func runbooks(of subject: Runbook.Subject) -> [Runbook] {
        let urls =
            switch subject {
            case .severity(let rank): severities[rank].runbooks
            case .component(let index): components[index].runbooks
            }
        return urls.map { Runbook(subject: subject, url: $0) }
    }
}
