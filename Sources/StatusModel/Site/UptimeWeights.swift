/// How much of a second in each status counts as downtime, in thousandths from 0 to 1000.
///
/// Thousandths, so that sums of weighted seconds are integers and exact.
public struct UptimeWeights: Hashable, Sendable {
    private var thousandths: [Int]

    /// Statuspage's own weights: degraded 0, partial 0.3, major 1, maintenance 0.
    ///
    /// Source: Atlassian Statuspage, "Display historical uptime of components".
    public static let statuspage = UptimeWeights(
        [.degradedPerformance: 0, .partialOutage: 300, .majorOutage: 1000, .underMaintenance: 0])

    /// Makes weights from thousandths; a status that is not named weighs nothing.
    public init(_ thousandths: [ComponentStatus: Int]) {
        self.thousandths = ComponentStatus.allCases.map { thousandths[$0] ?? 0 }
    }

    /// The status's weight in thousandths.
    public subscript(status: ComponentStatus) -> Int {
        get { thousandths[status.rawValue] }
        set { thousandths[status.rawValue] = newValue }
    }
}
