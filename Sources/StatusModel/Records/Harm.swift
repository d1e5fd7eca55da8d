/// The harm that something does to users of the service now.
///
/// Wherever several things are shown, the worst comes first: by status, then by severity, then the newest.
public struct Harm: Comparable, Sendable {
    /// The worst current status that it gives a component.
    public let status: ComponentStatus
    /// Its current severity; `nil` if it has none.
    public let severity: Severity.Rank?
    /// The instant at which it began.
    public let beganAt: Instant

    /// Makes the harm of a component or a group or, with a severity and a beginning, of an incident.
    public init(
        _ status: ComponentStatus, severity: Severity.Rank? = nil, beganAt: Instant = .distantPast
    ) {
        self.status = status
        self.severity = severity
        self.beganAt = beganAt
    }

    /// Whether the first does less harm than the second.
    public static func < (one: Harm, other: Harm) -> Bool {
        if one.status != other.status { return one.status < other.status }
        // The highest severity has the lowest rank.
        let (first, second) = (one.severity ?? .max, other.severity ?? .max)
        return first == second ? one.beganAt < other.beganAt : first > second
    }
}

extension Sequence {
    /// Returns the elements in the order of their harm, the worst first.
    ///
    /// Elements that do equal harm keep their order.
    public func worstFirst(_ harm: (Element) -> Harm) -> [Element] {
        let placed = enumerated().map { place, element in
            (place: place, harm: harm(element), element: element)
        }
        let sorted = placed.sorted { one, other in
            one.harm == other.harm ? one.place < other.place : one.harm > other.harm
        }
        return sorted.map(\.element)
    }
}
