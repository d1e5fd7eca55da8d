/// What incidents have in common: who found them, when in the week they began, and how many came back.
struct Pattern {
    /// Who or what may have found an incident.
    static let detectors = ["alert", "customer", "staff", "partner"]

    /// By whom how many were found.
    let found: [String: Int]
    let reopened: Int
    /// Monday first.
    let weekdays: [Int]
    /// From midnight on.
    let hours: [Int]

    init(of incidents: [MeasuredIncident], in calendar: SiteCalendar) {
        let starts = incidents.map(\.claim.startedAt)
        found = Dictionary(grouping: incidents.compactMap(\.claim.detectedBy)) { $0 }.mapValues(\.count)
        reopened = incidents.count { $0.claim.isReopened }
        weekdays = Self.counts(of: starts.map(calendar.weekday), upTo: 7)
        hours = Self.counts(of: starts.map { calendar.clock(at: $0).hour }, upTo: 24)
    }

    /// How often each number occurs.
    private static func counts(of numbers: [Int], upTo end: Int) -> [Int] {
        numbers.reduce(into: Array(repeating: 0, count: end)) { $0[$1] += 1 }
    }
}

extension Pattern {
    /// The share that was found so, of those of which it is known.
    func share(_ detector: String) -> Double? {
        let known = found.values.reduce(0, +)
        return known > 0 ? Double(found[detector] ?? 0) / Double(known) : nil
    }
}
