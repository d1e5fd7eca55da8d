import Diagnostics
import StatusModel

/// A time as it is written in a text, without knowledge of the zone and day that it is meant in.
struct TimeExpression: Equatable {
    /// The day, if it is written.
    let day: Day?
    /// The time of day; `nil` if there is only a day.
    let time: TimeOfDay?
    /// Seconds ahead of UTC, if a zone is written.
    let offset: Int?
}

extension TimeExpression {
    /// Reads RFC 3339 times (`2026-01-02T17:05Z`, `2026-01-02 18:05+01:00`), with `T` or a space, with or without
    /// seconds, followed by ` UTC`, ` GMT`, an offset or no zone; a time alone (`17:05 UTC`); and a day alone.
    ///
    /// The result is `nil` if the text is anything else, or if there is no such date or time. Fractions of a second are
    /// dropped, since Allclear counts in whole seconds.
    init?(_ text: some StringProtocol) {
        var cursor = ByteCursor(text)
        guard let expression = TimeExpression(from: &cursor), cursor.isAtEnd else { return nil }
        self = expression
    }

    /// Reads a time at the cursor, and moves the cursor after it.
    init?(from cursor: inout ByteCursor) {
        var ahead = cursor
        if let day = Day(from: &ahead) {
            var behindDay = ahead
            guard let time = TimeExpression.timeAfterDay(&ahead) else {
                // A `T` or a digit after the day must be the beginning of a time.
                guard !TimeExpression.announcesTime(&behindDay) else { return nil }
                cursor = behindDay
                self.init(day: day, time: nil, offset: nil)
                return
            }
            self.init(day: day, time: time, offset: TimeExpression.offset(&ahead))
        } else {
            guard let time = TimeOfDay(from: &ahead) else { return nil }
            self.init(day: nil, time: time, offset: TimeExpression.offset(&ahead))
        }
        cursor = ahead
    }

    /// Whether the text looks like a time, valid or not: it begins with a digit and has a colon or two hyphens among
    /// its first characters.
    ///
    /// Such a text is never read as words.
    static func isMeant(by text: some StringProtocol) -> Bool {
        let start = text.utf8.prefix {
            (0x30...0x3A).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "T")
        }
        guard let first = start.first, first.isDigit else { return false }
        return start.contains(UInt8(ascii: ":")) || start.filter { $0 == UInt8(ascii: "-") }.count == 2
    }
}

private extension TimeExpression {
    static func timeAfterDay(_ cursor: inout ByteCursor) -> TimeOfDay? {
        if !cursor.take("T"), !cursor.take("t") {
            let before = cursor.rest.count
            cursor.blanks()
            guard cursor.rest.count < before else { return nil }
        }
        return TimeOfDay(from: &cursor)
    }

    static func announcesTime(_ cursor: inout ByteCursor) -> Bool {
        var ahead = cursor
        if ahead.take("T") || ahead.take("t") { return true }
        ahead.blanks()
        return ahead.number() != nil && ahead.take(":")
    }

    /// Takes `Z`, `UTC`, `GMT` or `±hh:mm` (also `±hhmm` and `±hh`), with or without spaces before it.
    static func offset(_ cursor: inout ByteCursor) -> Int? {
        var ahead = cursor
        ahead.blanks()
        if ahead.take(word: "z") || ahead.take(word: "utc") || ahead.take(word: "gmt") {
            cursor = ahead
            return 0
        }
        let sign = ahead.take("+") ? 1 : ahead.take("-") ? -1 : 0
        guard sign != 0, let hours = ahead.digits(2), hours <= 14 else { return nil }
        var minutes = 0
        var behindColon = ahead
        if behindColon.take(":") || !behindColon.isAtEnd, let digits = behindColon.digits(2), digits < 60 {
            (minutes, ahead) = (digits, behindColon)
        }
        cursor = ahead
        return sign * (hours * 3_600 + minutes * 60)
    }
}

extension Day {
    /// Reads `2026-01-31`; only the years 1970 to 2099.
    init?(_ text: some StringProtocol) {
        var cursor = ByteCursor(text)
        guard let day = Day(from: &cursor), cursor.isAtEnd else { return nil }
        self = day
    }

    fileprivate init?(from cursor: inout ByteCursor) {
        guard let year = cursor.digits(4), (1970...2099).contains(year), cursor.take("-"),
            let month = cursor.digits(2), cursor.take("-"), let day = cursor.digits(2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension TimeOfDay {
    /// Reads `17:05` or `17:05:09`.
    init?(_ text: some StringProtocol) {
        var cursor = ByteCursor(text)
        guard let time = TimeOfDay(from: &cursor), cursor.isAtEnd else { return nil }
        self = time
    }

    fileprivate init?(from cursor: inout ByteCursor) {
        guard let hour = cursor.digits(2), cursor.take(":"), let minute = cursor.digits(2) else { return nil }
        var second = 0
        var ahead = cursor
        // A colon without digits after it may separate a time from a text.
        if ahead.take(":"), let digits = ahead.digits(2) {
            second = digits
            if ahead.take(".") || ahead.take(",") { guard ahead.fraction() else { return nil } }
            cursor = ahead
        }
        self.init(hour: hour, minute: minute, second: second)
    }
}

extension ByteCursor {
    /// Takes the digits of a fraction, one or more.
    fileprivate mutating func fraction() -> Bool {
        guard digits(1) != nil else { return false }
        while digits(1) != nil {}
        return true
    }
}
