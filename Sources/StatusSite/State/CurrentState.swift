public import Reliability
public import StatusModel

/// How a site is at an instant, for terminals and scripts: `allclear status`.
///
/// Its words are English whatever the site's language, as all of the program's are.
public struct CurrentState: Sendable {
    let site: Site
    let nextChange: NextChange
    /// When `allclear alert --due` next has something to do; `nil` if it has nothing.
    let alertsDueAt: Instant?

    /// What the state can be written as.
    public enum Format: String, CaseIterable, Sendable {
        /// Lines for a terminal.
        case text
        /// An object for programs.
        case json
    }

    /// - Parameters:
    ///   - page: the page as its readers see it at `now`: `StatusPage.seen(by:at:)`.
    ///   - nextChange: when the site would next differ by the clock alone.
    ///   - alertsDueAt: when alerts next make an incident begin or end; `nil` if they do not, as things are.
    public init(of page: StatusPage, now: Instant, nextChange: NextChange, alertsDueAt: Instant? = nil) {
        site = Site(of: page, now: now, language: .english)
        (self.nextChange, self.alertsDueAt) = (nextChange, alertsDueAt)
    }
}

extension CurrentState {
    /// The worst status of a component that is in service and makes headlines.
    public var worst: ComponentStatus { site.affectedComponents.first?.status ?? .operational }

    /// The state, ended by a line break.
    public func render(as format: Format) -> [UInt8] {
        switch format {
        case .text: Array(CurrentStateText(self).lines.map { $0 + "\n" }.joined().utf8)
        case .json: CurrentStateJSON(self).bytes
        }
    }

    /// The components that are not operational, the worst first.
    var affected: [StatusChange] {
        site.components(site.currentComponents).filter { $0.status != .operational }.flatMap { group in
            group.components.map {
                StatusChange($0, group.status, since: site.history.statusBegan(of: $0))
            }
        }
    }

    /// For the team: what it still owes incidents that are over, the longest due first.
    var owed: [(record: Record, what: OwedAfterwards)] {
        guard site.isForTeam else { return [] }
        let owed = site.history.incidents.flatMap { incident in
            OwedAfterwards.all(after: incident.record, on: site.page, now: site.now)
                .map { (record: incident.record, what: $0) }
        }
        return owed.enumerated()
            .sorted { ($0.element.what.dueAt, $0.offset) < ($1.element.what.dueAt, $1.offset) }
            .map(\.element)
    }

    /// The open incidents, the worst first.
    var incidents: [OpenIncidentState] { site.openIncidents.map { OpenIncidentState($0, on: site) } }
}
