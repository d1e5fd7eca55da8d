import StatusModel

/// A time as people write it into other tools' files.
struct LooseTime {
    let instant: Instant
    /// Whether the text is only a day; the instant is then its midnight.
    let isDay: Bool

    /// Reads RFC 3339, also with a space instead of the `T`, an hour of one digit, or `h` instead of the colon; without
    /// seconds; without a zone or with `-00:00`; and a day alone.
    ///
    /// Fails for any other text, and for times that the calendar or the clock does not have.
    ///
    /// - Parameter zone: the time zone of times that do not name one.
    init?(_ text: some StringProtocol, zone: Zone = .utc) {
        let pattern =
            /(\d{4})-(\d\d)-(\d\d)(?:(?:[Tt]|,?\s+(?:-\s+|at\s+)?)(\d{1,2})[:h](\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|z|UTC|GMT|[+-]\d\d:?\d\d)?)?/
        guard let match = String(text.trimmingBlanks).wholeMatch(of: pattern)?.output,
            let day = Day(year: Int(match.1) ?? 0, month: Int(match.2) ?? 0, day: Int(match.3) ?? 0),
            (1970...2099).contains(day.year)
        else { return nil }
        guard let hour = match.4.flatMap({ Int($0) }) else {
            guard match.4 == nil else { return nil }
            (instant, isDay) = (zone.start(of: day), true)
            return
        }
        let second = match.6.flatMap { Int($0) } ?? 0
        guard let time = TimeOfDay(hour: hour, minute: match.5.flatMap { Int($0) } ?? 0, second: second)
        else {
            return nil
        }
        isDay = false
        if let zone = match.7 {
            guard let offset = Self.offset(zone) else { return nil }
            instant = Instant(seconds: day.daysSinceEpoch * 86_400 + time.seconds - offset)
        } else if let instant = zone.instants(of: day, at: time).first {
            self.instant = instant
        } else {
            return nil
        }
    }

    /// Returns the seconds ahead of UTC of `Z`, `UTC`, `+02:00` or `+0200`; `nil` if no place on earth is so far ahead.
    private static func offset(_ zone: Substring) -> Int? {
        guard let sign = zone.first, sign == "+" || sign == "-" else { return 0 }
        let digits = zone.dropFirst().filter { $0 != ":" }
        guard let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours <= 14,
            minutes <= 59
        else { return nil }
        return (sign == "-" ? -60 : 60) * (hours * 60 + minutes)
    }
}

extension FrontMatter {
    /// Returns the instant of a key; refuses a text that is not a time, and adds a remark about a day without a time.
    mutating func instant(_ key: String, zone: Zone) throws(Refusal) -> Instant {
        let text = try required(key)
        guard let time = LooseTime(text.text, zone: zone) else {
            throw Refusal("`\(text.text)` is not a valid date or time", at: text.location)
        }
        if time.isDay {
            remarks.append(Remark("a date without a time: using midnight", at: text.location))
        }
        return time.instant
    }
}
