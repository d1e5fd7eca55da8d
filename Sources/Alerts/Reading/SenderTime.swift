import Diagnostics
import StatusModel

/// A time as senders write it: RFC 3339 with any offset (including `+0100`), or seconds or milliseconds since 1970.
enum SenderTime: Equatable {
    case at(Instant)
    /// A time in the year 1: Go's zero value, for something that has not happened.
    case never

    /// Reads a time from 1970 to 9999; fractions of a second are dropped.
    init?(_ text: String) {
        let parts = Parts(text)
        guard let instant = parts.instant ?? Self.epoch(text) else {
            guard text.utf8.starts(with: "0001-".utf8) else { return nil }
            self = .never
            return
        }
        guard (0...Self.latest).contains(instant.seconds) else { return nil }
        self = .at(instant)
    }

    /// 9999-12-31T23:59:59Z.
    private static let latest = 253_402_300_799

    /// Reads seconds since 1970 or, from 100,000,000,000 on, milliseconds.
    ///
    /// As seconds, that number is in the year 5138.
    private static func epoch(_ text: String) -> Instant? {
        let whole = text.utf8.prefix(while: \.isDigit)
        let rest = text.utf8.dropFirst(whole.count)
        guard rest.isEmpty || rest.first == UInt8(ascii: ".") && rest.dropFirst().allSatisfy(\.isDigit),
            let number = Int(Substring(whole))
        else { return nil }
        return Instant(seconds: number < 100_000_000_000 ? number : number / 1_000)
    }
}

/// The bytes of a time that are yet to be read.
private struct Parts {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    /// The instant of an RFC 3339 time; `nil` if the text is anything else, or there is no such time.
    var instant: Instant? {
        var parts = self
        guard let day = parts.day(), parts.take("Tt "), let time = parts.time() else { return nil }
        if parts.take(".,") { parts.rest = parts.rest.drop(while: \.isDigit) }
        guard let offset = parts.offset(), parts.rest.isEmpty else { return nil }
        return Instant(seconds: day.daysSinceEpoch * 86_400 + time.seconds - offset)
    }

    private mutating func day() -> Day? {
        guard let year = number(of: 4), year >= 1970, take("-"), let month = number(of: 2), take("-"),
            let day = number(of: 2)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private mutating func time() -> TimeOfDay? {
        guard let hour = number(of: 2), take(":"), let minute = number(of: 2), take(":"),
            let second = number(of: 2)
        else { return nil }
        return TimeOfDay(hour: hour, minute: minute, second: second)
    }

    /// Reads the offset, in seconds ahead of UTC.
    private mutating func offset() -> Int? {
        if take("Zz") { return 0 }
        let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
        guard take("+-"), let hours = number(of: 2), hours < 24 else { return nil }
        _ = take(":")
        guard let minutes = number(of: 2), minutes < 60 else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }

    private mutating func number(of count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return Int(Substring(digits))
    }

    private mutating func take(_ marks: StaticString) -> Bool {
        guard let next = rest.first, marks.withUTF8Buffer({ $0.contains(next) }) else { return false }
        rest = rest.dropFirst()
        return true
    }
}
