import Records
import StatusModel

/// The state of a record on the other tool's page, which readers have to see on this site, too.
struct SourceState: Equatable {
    /// When the record is over; `nil` while it is open.
    var overAt: Instant?
    /// The ids of the components that the record names.
    var components: Set<String> = []
    /// The worst status of these components; `nil` if each update has its own.
    var worst: ComponentStatus?
}

extension SourceState {
    /// Makes the state of a written record in a build.
    init(of record: Record, on page: StatusPage) {
        self.init(overAt: record.isOpen ? nil : record.closesAt ?? record.resolvedAt)
        guard record.kind != .notice else { return }
        let changes = record.components + record.updates.flatMap { $0.changes }
        components = Set(changes.map { page.components[$0.component].id })
        worst = changes.map(\.status).max()
    }

    /// Returns the difference from the state in the source; `nil` if there is none.
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
