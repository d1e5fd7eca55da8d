import Records
import StatusModel

/// What the other tool's page says of a record: what readers saw there, they have to see here.
struct SourceState: Equatable {
    /// From when on it is over; `nil` while it is open.
    var overAt: Instant?
    /// The ids of the components that it names.
    var components: Set<String> = []
    /// The worst status that it gives them; `nil` where each update says so for itself.
    var worst: ComponentStatus?
}

extension SourceState {
    /// What a build says of the record that was written.
    init(of record: Record, on page: StatusPage) {
        self.init(overAt: record.isOpen ? nil : record.closesAt ?? record.resolvedAt)
        guard record.kind != .notice else { return }
        let changes = record.components + record.updates.flatMap { $0.changes }
        components = Set(changes.map { page.components[$0.component].id })
        worst = changes.map(\.status).max()
    }

    /// How it differs from what the source says; `nil` if it does not.
    func difference(from source: SourceState, on page: StatusPage) -> String? {
        if overAt != source.overAt {
            return
                """
                the record would be \(Self.written(overAt)), but the source says \
                \(Self.written(source.overAt))
                """
        }
        let known = source.components
        if components != known {
            let names = components.symmetricDifference(known).sorted().map { "`\($0)`" }.joined(
                separator: ", "
            )
            return "the record would have different components: \(names)"
        }
        guard let theirs = source.worst, !known.isEmpty, worst != theirs else { return nil }
        return
            """
            the components of the record would be `\(worst?.name ?? "")`, but the source says \
            `\(theirs.name)`
            """
    }

    private static func written(_ end: Instant?) -> String { end.map { "over at \($0)" } ?? "open" }
}
