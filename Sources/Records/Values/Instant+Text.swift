public import StatusModel

extension Instant {
    /// Makes the instant of a text with date, time and zone, such as `2026-01-02T17:05Z`; `nil` for any other text.
    public init?(writtenAs text: String) {
        guard let expression = TimeExpression(text), let day = expression.day, let time = expression.time,
            let offset = expression.offset
        else { return nil }
        self.init(seconds: day.daysSinceEpoch * 86_400 + time.seconds - offset)
    }
}
