/// The part of a second in each status that counts as downtime, in thousandths from 0 to 1000.
///
/// In thousandths, sums of weighted seconds are exact integers.
public struct UptimeWeights: Hashable, Sendable {
    private var thousandths: [Int]

    /// Statuspage's own weights: degraded 0, partial 0.3, major 1, maintenance 0.
    ///
    /// Source: Atlassian Statuspage, "Display historical uptime of components".
    public static let statuspage = UptimeWeights(
        [.degradedPerformance: 0, .partialOutage: 300, .majorOutage: 1000, .underMaintenance: 0])

    /// Makes weights from thousandths.
    ///
    /// The weight of a status that is not named is 0.
    public init(_ thousandths: [ComponentStatus: Int]) {
        self.thousandths = ComponentStatus.allCases.map { thousandths[$0] ?? 0 }
    }

    /// Accesses the status's weight in thousandths.
    public subscript(status: ComponentStatus) -> Int {
        get { thousandths[status.rawValue] }
        set { thousandths[status.rawValue] = newValue }
    }
}
