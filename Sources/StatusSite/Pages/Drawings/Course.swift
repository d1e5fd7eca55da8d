import StatusModel

/// Components to which an incident did the same at the same times.
struct Course {
    let components: [Component.Index]
    let steps: [Step]

    /// A status and when it was had.
    struct Step: Hashable {
        let status: ComponentStatus
        let range: TimeRange
    }
}

extension Course {
    /// How long each status lasted in all, the worst first.
    var totals: [(status: ComponentStatus, seconds: Int)] {
        Dictionary(grouping: steps, by: \.status)
            .map { ($0, $1.reduce(0) { $0 + $1.range.seconds }) }
            .sorted { $0.0 > $1.0 }
    }

    /// The worst first, then what was so bad for longest, then in the order of the page.
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
