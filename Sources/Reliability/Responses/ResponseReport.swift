public import StatusModel

/// How quickly a set of incidents was met.
public struct ResponseFigures: Sendable, Hashable {
    /// How many incidents there are.
    public let incidents: Int
    /// How many of them are still open.
    public let open: Int
    /// The seconds during which they affected any component, added up incident by incident: those of two incidents at
    /// once count twice. What still lasts counts up to the range's end.
    public let affectedSeconds: Int
    private let summaries: [ResponseTimes.Metric: Summary]

    init(incidents: Int, open: Int, affectedSeconds: Int, summaries: [ResponseTimes.Metric: Summary]) {
        (self.incidents, self.open) = (incidents, open)
        (self.affectedSeconds, self.summaries) = (affectedSeconds, summaries)
    }

    /// What their times of one kind sum up to; those that have none are left out.
    public subscript(metric: ResponseTimes.Metric) -> Summary { summaries[metric] ?? .empty }
}

/// How quickly the incidents that started within a range were met: all of them, and in groups. Groups
/// without incidents are left out.
public struct ResponseReport: Sendable {
    /// All incidents.
    public let all: ResponseFigures
    /// By the highest severity each reached, the highest first.
    public let bySeverity: [(severity: Severity.Rank, figures: ResponseFigures)]
    /// By component affected, in the page's order; an incident counts with each it affected.
    public let byComponent: [(component: Component.Index, figures: ResponseFigures)]
    /// By tag, in the order of the tags' bytes; an incident counts with each of its tags.
    public let byTag: [(tag: String, figures: ResponseFigures)]
    /// Who found them, when they began, and how many came back.
    public let pattern: IncidentPattern
}

extension StatusHistory {
    /// The response times of the incidents that started within the range, and not before the site's
    /// `since`.
    public func responses(during range: TimeRange) -> ResponseReport {
        responses.report(during: range)
    }
}
