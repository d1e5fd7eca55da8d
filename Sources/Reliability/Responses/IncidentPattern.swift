public import StatusModel

/// What incidents have in common beside their times: who found them, when in the week they began, and whether they came
/// back.
public struct IncidentPattern: Sendable, Hashable {
    /// How many were found by whom. Those whose record does not say are in none of these numbers.
    public private(set) var byDetector: [Record.Detector: Int] = [:]
    /// How many were taken for resolved and went on.
    public private(set) var reopened = 0
    /// How many began on each day of the week in the site's zone, Monday first.
    public private(set) var byWeekday = Array(repeating: 0, count: 7)
    /// How many began in each hour of the day in the site's zone, that from midnight on first.
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
    /// How many of the incidents say who found them.
    public var detected: Int { byDetector.values.reduce(0, +) }

    /// The share that was found so, of those that say; `nil` if none does.
    public func share(foundBy detector: Record.Detector) -> Double? {
        detected > 0 ? Double(byDetector[detector] ?? 0) / Double(detected) : nil
    }
}
