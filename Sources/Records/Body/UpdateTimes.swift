import Diagnostics
import StatusModel

/// A finder of the instants of a record's updates, and thus of their order.
struct UpdateTimes {
    let times: TimeReader
    /// The start of the impact, from which a time without a day counts in the first update.
    let base: Instant?
    /// Whether that start is stated but could not be read; a time that counts from it is then not reported.
    let hidesBase: Bool
    /// Whether the first update may be before that start, as an announcement is.
    let isMaintenance: Bool

    /// A time as an update states it.
    struct Written {
        let text: String
        let phase: Phase?
        /// Its location, which is computed only if there is something to report.
        let place: () -> SourceLocation
    }

    /// Returns the instants, in the order of the file; `nil` for those that are unknown.
    ///
    /// - Parameter isNewestFirst: set to whether the file has the latest update first.
    func resolve(
        _ written: [Written?],
        isNewestFirst: inout Bool,
        into findings: Findings
    ) -> [Instant?] {
        let expressions = written.map { $0.flatMap { TimeExpression($0.text) } }
        let tellsEndFirst = Self.tellsEndFirst(written)
        isNewestFirst = runsBackwards(written, expressions)
        var instants = [Instant?](repeating: nil, count: written.count)
        var previous = base
        var isLost = hidesBase
        for index in isNewestFirst ? Array(written.indices.reversed()) : Array(written.indices) {
            guard let time = written[index] else {
                isLost = true
                continue
            }
            guard let expression = expressions[index] else {
                _ = times.instant(time.text, at: time.place(), into: findings)
                isLost = true
                continue
            }
            let announces = isMaintenance && time.phase == .scheduled && previous == base
            let anchor: TimeReader.Anchor =
                if tellsEndFirst {
                    .endFirst(from: previous)
                } else if isLost {
                    .unknown
                } else {
                    announces ? .none : self.anchor(at: previous)
                }
            instants[index] = times.instant(
                expression,
                writtenAs: time.text,
                anchor: anchor,
                at: time.place(),
                into: findings
            )
            previous = instants[index] ?? previous
            isLost = instants[index] == nil
        }
        return instants
    }
}

private extension UpdateTimes {
    /// Returns the anchor from which a time without a day counts.
    func anchor(at previous: Instant?) -> TimeReader.Anchor {
        guard let previous else { return .none }
        return previous == base ? .notBefore(previous, of: "the start") : .notBefore(previous)
    }

    /// Whether the first phase is final but the last is not.
    ///
    /// The file may then run either way, so that a time without a day could mean two things. `UPDATE` keeps the phase of
    /// the update before it.
    static func tellsEndFirst(_ written: [Written?]) -> Bool {
        guard let first = written.first(where: { $0?.phase != nil })??.phase,
            let last = written.last(where: { $0?.phase != nil })??.phase
        else { return false }
        return first.isFinal && !last.isFinal
    }

    /// Whether the file has the latest update first: most of the steps from one dated update to the next go back in
    /// time.
    ///
    /// If as many steps go either way, the ends decide; if all are equal, the phases do.
    ///
    /// Instants are compared, because the times of clocks in different zones do not say which came first.
    func runsBackwards(_ written: [Written?], _ expressions: [TimeExpression?]) -> Bool {
        let dated = expressions.compactMap { expression -> Instant? in
            guard let expression, let day = expression.day, let time = expression.time else { return nil }
            return times.instant(of: day, at: time, offset: expression.offset)
        }
        let steps = zip(dated, dated.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).signum() }
        if steps != 0 { return steps < 0 }
        if let first = dated.first, let last = dated.last, first != last { return last < first }
        // `UPDATE` needs an update before it, so it cannot be the earliest.
        let beginsWithUpdate = dated.count > 1 && written.first.map { $0 != nil && $0?.phase == nil } == true
        return Self.tellsEndFirst(written) || beginsWithUpdate && written.last??.phase != nil
    }
}
