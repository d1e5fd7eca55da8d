public import StatusModel

extension Instant {
    /// The instant of a text with day, time and zone, as in `2026-01-02T17:05Z`; nothing for any other.
    public init?(writtenAs text: String) {
        guard let expression = TimeExpression(text), let day = expression.day, let time = expression.time,
            let offset = expression.offset
        else { return nil }
        self.init(seconds: day.daysSinceEpoch * 86_400 + time.seconds - offset)
    }
}
