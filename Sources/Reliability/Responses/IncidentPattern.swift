public import StatusModel

/// Patterns among incidents, besides their times: who noticed them first, when in the week they began, and whether they
/// were reopened.
public struct IncidentPattern: Sendable, Hashable {
    /// The number of incidents that each kind of detector noticed first.
    ///
    /// Incidents whose record does not say so are not counted.
    public private(set) var byDetector: [Record.Detector: Int] = [:]
    /// The number of incidents that were open again after they had been resolved.
    public private(set) var reopened = 0
    /// The number that began on each day of the week in the site's zone, from Monday on.
    public private(set) var byWeekday = Array(repeating: 0, count: 7)
    /// The number that began in each hour of the day in the site's zone, from midnight on.
    public private(set) var byHour = Array(repeating: 0, count: 24)

    init(of incidents: some Sequence<IncidentFacts>, in zone: Zone) {
        for incident in incidents {
            let (day, time) = zone.local(incident.begins)
            byWeekday[day.weekday] += 1
            byHour[time.seconds / 3_600] += 1
            if incident.isReopened { reopened += 1 }
            if let detector = incident.record.detectedBy { byDetector[detector, default: 0] += 1 }
        }
    }
}

extension IncidentPattern {
    /// The number of incidents whose record says who noticed them first.
    public var detected: Int { byDetector.values.reduce(0, +) }

    /// Returns the share of incidents that the detector noticed first, of those whose record says so, or `nil` if none
    /// does.
    public func share(foundBy detector: Record.Detector) -> Double? {
        detected > 0 ? Double(byDetector[detector] ?? 0) / Double(detected) : nil
    }
}
