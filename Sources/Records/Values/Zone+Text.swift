public import StatusModel

extension Zone {
    /// Returns the instant in the form that records use: `2026-01-02 17:05 UTC` or `2026-01-02 18:05 +01:00`.
    public func written(_ instant: Instant) -> String {
        let (day, time) = local(instant)
        return "\(day) \(time) \(writtenOffset(at: instant))"
    }

    /// Returns the instant in the same form, with seconds if they are not 0.
    public func writtenExactly(_ instant: Instant) -> String {
        let (day, time) = local(instant)
        guard time.seconds % 60 != 0 else { return written(instant) }
        return "\(day) \(time.withSeconds) \(writtenOffset(at: instant))"
    }

    /// Returns a span in the same form, with what both ends have in common only once:
    /// `2026-01-02 17:00–19:00 UTC`.
    public func written(from start: Instant, to end: Instant) -> String {
        guard day(of: start) == day(of: end), offset(at: start) == offset(at: end) else {
            return "\(written(start)) – \(written(end))"
        }
        let (day, time) = local(start)
        return "\(day) \(time)–\(local(end).time) \(writtenOffset(at: end))"
    }

    private func writtenOffset(at instant: Instant) -> String {
        let offset = offset(at: instant)
        guard offset != 0 else { return "UTC" }
        return (offset < 0 ? "-" : "+") + TimeOfDay(seconds: abs(offset)).description
    }
}

extension Instant {
    /// The beginning of the instant's minute, since people do not write seconds.
    var droppingSeconds: Instant { self - ((seconds % 60) + 60) % 60 }
}
