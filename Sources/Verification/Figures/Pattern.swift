/// Patterns among incidents: who noticed them first, when in the week they began, and how many were reopened.
struct Pattern {
    /// The people or things that may notice an incident first.
    static let detectors = ["alert", "customer", "staff", "partner"]

    /// The number of incidents that each detector noticed first.
    let found: [String: Int]
    let reopened: Int
    /// The numbers by day of the week, from Monday on.
    let weekdays: [Int]
    /// The numbers by hour, from midnight on.
    let hours: [Int]

    init(of incidents: [MeasuredIncident], in calendar: SiteCalendar) {
        let starts = incidents.map(\.claim.startedAt)
        found = Dictionary(grouping: incidents.compactMap(\.claim.detectedBy)) { $0 }.mapValues(\.count)
        reopened = incidents.count { $0.claim.isReopened }
        weekdays = Self.counts(of: starts.map(calendar.weekday), upTo: 7)
        hours = Self.counts(of: starts.map { calendar.clock(at: $0).hour }, upTo: 24)
    }

    /// Returns how often each number below `end` occurs.
    private static func counts(of numbers: [Int], upTo end: Int) -> [Int] {
        numbers.reduce(into: Array(repeating: 0, count: end)) { $0[$1] += 1 }
    }
}

extension Pattern {
    /// Returns the share of incidents that the detector noticed first, of those of which that is known.
    func share(_ detector: String) -> Double? {
        let known = found.values.reduce(0, +)
        return known > 0 ? Double(found[detector] ?? 0) / Double(known) : nil
    }
}
