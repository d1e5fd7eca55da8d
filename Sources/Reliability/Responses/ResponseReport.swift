public import StatusModel

/// The response times of a set of incidents.
public struct ResponseFigures: Sendable, Hashable {
    /// The number of incidents.
    public let incidents: Int
    /// The number of them that are still open.
    public let open: Int
    /// The seconds during which they affected any component, added up over the incidents: seconds of two incidents at
    /// once count twice.
    ///
    /// An impact that is not over counts up to the range's end.
    public let affectedSeconds: Int
    private let summaries: [ResponseTimes.Metric: Summary]

    init(incidents: Int, open: Int, affectedSeconds: Int, summaries: [ResponseTimes.Metric: Summary]) {
        (self.incidents, self.open) = (incidents, open)
        (self.affectedSeconds, self.summaries) = (affectedSeconds, summaries)
    }

    /// Returns the summary of their times for a metric, without incidents that have none.
    public subscript(metric: ResponseTimes.Metric) -> Summary { summaries[metric] ?? .empty }
}

/// The response times of the incidents that started within a range: of all of them, and in groups.
///
/// Groups without incidents are left out.
public struct ResponseReport: Sendable {
    /// All incidents.
    public let all: ResponseFigures
    /// The figures by the highest severity that each incident reached, the highest first.
    public let bySeverity: [(severity: Severity.Rank, figures: ResponseFigures)]
    /// The figures by affected component, in the page's order.
    ///
    /// An incident counts for each component that it affected.
    public let byComponent: [(component: Component.Index, figures: ResponseFigures)]
    /// The figures by tag, in the order of the tags' bytes.
    ///
    /// An incident counts for each of its tags.
    public let byTag: [(tag: String, figures: ResponseFigures)]
    /// The numbers by detector and by time in the week, and of reopened incidents.
    public let pattern: IncidentPattern
}

extension StatusHistory {
    /// Returns the response times of the incidents that started within the range, but not before the site's `since`.
    public func responses(during range: TimeRange) -> ResponseReport {
        responses.report(during: range)
    }
}
