import Diagnostics
import StatusModel

/// Finds the instants of a record's updates, and with them their order.
struct UpdateTimes {
    let times: TimeReader
    /// What a time without a day counts from, for the first update: when the impact began.
    let base: Instant?
    /// Whether that was to be told and could not: a time that counts from it is then let pass.
    let hidesBase: Bool
    /// Whether the first update may lie before that, as an announcement does.
    let isMaintenance: Bool

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
        let direction = datesDirection(in: expressions)
        isNewestFirst = direction < 0 || direction == 0 && mustBeDated
        var instants = [Instant?](repeating: nil, count: written.count)
        var previous = base
        var isLost = hidesBase
        for index in isNewestFirst ? Array(written.indices.reversed()) : Array(written.indices) {
            guard let time = written[index] else {
                isLost = true
                continue
            }
            guard let expression = expressions[index] else {
                _ = times.instant(time.text, at: time.place(), into: &diagnostics)
                isLost = true
                continue
            }
            let announces = isMaintenance && time.phase == .scheduled && previous == base
            let anchor: TimeReader.Anchor? =
                if mustBeDated {
                    nil
                } else if isLost {
                    .unknown
                } else {
                    announces ? nil : previous.map(TimeReader.Anchor.notBefore)
                }
            instants[index] = times.instant(
                expression,
                writtenAs: time.text,
                anchor: anchor ?? .none,
                at: time.place(),
                into: &diagnostics
            )
            previous = instants[index] ?? previous
            isLost = instants[index] == nil
        }
        return instants
    }
}

private extension UpdateTimes {
    /// Whether the first update is the end of it and the last phase is not: the file may run either way, so
    /// that a time without a day could mean two things.
    static func tellsEndFirst(_ written: [Written?]) -> Bool {
        guard written.count > 1, let first = written.first??.phase,
            let last = written.last(where: { $0?.phase != nil })??.phase
        else { return false }
        return first.isFinal && !last.isFinal
    }

    /// Above zero where the last of the dated updates is later than the first, below where it is earlier.
    func datesDirection(in expressions: [TimeExpression?]) -> Int {
        let dated = expressions.compactMap { expression -> Int? in
            guard let day = expression?.day, let time = expression?.time else { return nil }
            return day.daysSinceEpoch * 86_400 + time.seconds - (expression?.offset ?? 0)
        }
        guard let first = dated.first, let last = dated.last else { return 0 }
        return (last - first).signum()
    }
}
