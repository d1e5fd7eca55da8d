import StatusModel

/// Components that an incident affected in the same way at the same times.
struct Course {
    let components: [Component.Index]
    let steps: [Step]

    /// A status and its time.
    struct Step: Hashable {
        let status: ComponentStatus
        let range: TimeRange
    }
}

extension Course {
    /// The total time of each status in seconds, the worst first.
    var totals: [(status: ComponentStatus, seconds: Int)] {
        Dictionary(grouping: steps, by: \.status)
            .map { ($0, $1.reduce(0) { $0 + $1.range.seconds }) }
            .sorted { $0.0 > $1.0 }
    }

    /// Returns all courses: the worst first, then those with the longest time in the worst status, then in the page's
    /// order.
    static func all(of effects: [HistoryEntry.Effect]) -> [Course] {
        let steps = Dictionary(grouping: effects, by: \.component)
            .mapValues { $0.map { Step(status: $0.status, range: $0.range) } }
        return Dictionary(grouping: steps.keys) { steps[$0] ?? [] }
            .map { Course(components: $1.sorted(), steps: $0) }
            .sorted { one, other in
                (other.worst.status, other.worst.seconds, one.first)
                    < (one.worst.status, one.worst.seconds, other.first)
            }
    }

    private var worst: (status: ComponentStatus, seconds: Int) { totals.first ?? (.operational, 0) }
    private var first: Component.Index { components.first ?? 0 }
}
