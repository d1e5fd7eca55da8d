import StatusModel

/// The statuses that hold at the same time, and whether maintenance runs.
struct HeldStatuses: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// Maintenance runs, whatever statuses it gives.
    static let maintenance = HeldStatuses(rawValue: 1 << ComponentStatus.operational.rawValue)
    /// The statuses that are degraded or worse.
    static let trouble = HeldStatuses([.degradedPerformance, .partialOutage, .majorOutage])

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Makes a set of one status, which must not be operational.
    init(_ status: ComponentStatus) {
        self.init(rawValue: 1 << UInt8(status.rawValue))
    }

    private init(_ statuses: [ComponentStatus]) {
        self.init(rawValue: statuses.reduce(0) { $0 | 1 << UInt8($1.rawValue) })
    }

    /// The number of possible sets.
    static let count = 1 << ComponentStatus.allCases.count
}
