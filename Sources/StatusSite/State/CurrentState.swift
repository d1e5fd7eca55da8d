public import Reliability
public import StatusModel

/// The state of a site at an instant, for terminals and scripts: `allclear status`.
///
/// It is in English whatever the site's language, like all of the program's own text.
public struct CurrentState: Sendable {
    let site: Site
    let nextChange: NextChange
    /// The instant at which `allclear alert --due` next has something to do; `nil` if there is none.
    let alertsDueAt: Instant?

    /// A format of the state.
    public enum Format: String, CaseIterable, Sendable {
        /// Lines for a terminal.
        case text
        /// An object for programs.
        case json
    }

    /// Makes the state of a page.
    ///
    /// - Parameters:
    ///   - page: the page as its readers see it at `now`: `StatusPage.seen(by:at:)`.
    ///   - nextChange: the next change of the site on schedule.
    ///   - alertsDueAt: when alerts next make an incident begin or end; `nil` if they would not without further alerts.
    public init(of page: StatusPage, now: Instant, nextChange: NextChange, alertsDueAt: Instant? = nil) {
        site = Site(of: page, now: now, language: .english)
        (self.nextChange, self.alertsDueAt) = (nextChange, alertsDueAt)
    }
}

extension CurrentState {
    /// The worst status of a component that is in service and makes headlines.
    public var worst: ComponentStatus { site.affectedComponents.first?.status ?? .operational }

    /// Returns the state, with a line break at its end.
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

    /// The work for past incidents that the team still has to do, the longest due first; empty for the public.
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
