import Diagnostics
import StatusModel

/// Finds the instants of a record's updates, and with them their order.
struct UpdateTimes {
    let times: TimeReader
    /// What a time without a day counts from, for the first update: when the impact began.
    let base: Instant?

    /// A time as an update bears it.
    struct Written {
        let text: String
        let phase: Phase?
        /// Where it stands: worked out only where there is something to tell.
        let place: () -> SourceLocation
    }

    /// The instants, in the order of the file; nothing for those that cannot be told.
    ///
    /// - Parameter isNewestFirst: set to whether the file tells the latest first.
    func resolve(
        _ written: [Written?],
        isNewestFirst: inout Bool,
        into diagnostics: inout [Diagnostic]
    ) -> [Instant?] {
        let expressions = written.map { $0.flatMap { TimeExpression($0.text) } }
        let mustBeDated = Self.tellsEndFirst(written)
        isNewestFirst = mustBeDated || datesFall(in: expressions)
        var instants = [Instant?](repeating: nil, count: written.count)
        var previous = base
        for index in isNewestFirst ? Array(written.indices.reversed()) : Array(written.indices) {
            guard let time = written[index] else { continue }
            guard let expression = expressions[index] else {
                _ = times.instant(time.text, at: time.place(), into: &diagnostics)
                continue
            }
            let mayCount = !mustBeDated && !(time.phase == .scheduled && previous == base)
            let anchor = mayCount ? previous.map(TimeReader.Anchor.notBefore) : nil
            instants[index] = times.instant(
                expression,
                writtenAs: time.text,
                anchor: anchor ?? .none,
                at: time.place(),
                into: &diagnostics
            )
            previous = instants[index] ?? previous
        }
        return instants
    }
}

private extension UpdateTimes {
    /// Whether the first update is the end of it and the last is not: the file may run either way, so that
    /// a time without a day could mean two things.
    static func tellsEndFirst(_ written: [Written?]) -> Bool {
        guard written.count > 1, let first = written.first??.phase, let last = written.last??.phase else {
            return false
        }
        return first.isFinal && !last.isFinal
    }

    /// Whether the first of the dated updates is later than the last.
    func datesFall(in expressions: [TimeExpression?]) -> Bool {
        let dated = expressions.compactMap { expression -> Int? in
            guard let day = expression?.day, let time = expression?.time else { return nil }
            return day.daysSinceEpoch * 86_400 + time.seconds - (expression?.offset ?? 0)
        }
        guard let first = dated.first, let last = dated.last else { return false }
        return first > last
    }
}
