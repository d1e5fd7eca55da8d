import Diagnostics

/// A length of time as people write it in a text: `45 minutes`, `1 h 20 min`, `about 2.5 hours`, `0:45`.
struct StatedLength: Equatable {
    let seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    /// Reads a length; `nil` if the text is anything else.
    ///
    /// Text in parentheses after it is ignored.
    init?(_ text: String) {
        var text = text.prefix { $0 != "(" }.trimmed.folded
        if text.hasSuffix(".") { text.removeLast() }
        var cursor = ByteCursor(Self.withoutQualifier(text))
        guard let seconds = Self.clock(&cursor) ?? Self.parts(&cursor), cursor.isAtEnd else { return nil }
        self.seconds = seconds
    }
}

extension StatedLength: CustomStringConvertible {
    /// The length to the second, in a form that can be read back: `1 h 20 min`.
    var description: String {
        var (rest, parts) = (seconds, [String]())
        for (length, unit) in [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")] where rest >= length {
            parts.append("\(rest / length) \(unit)")
            rest %= length
        }
        return parts.isEmpty ? "0 min" : parts.joined(separator: " ")
    }
}

private extension StatedLength {
    /// Returns the text without `~`, `about` or the like at its beginning.
    static func withoutQualifier(_ text: String) -> String {
        let qualifiers = [
            "~", "\u{2248}", "about ", "around ", "approximately ", "approx. ", "roughly ", "ca. ",
        ]
        let found = qualifiers.first(where: text.hasPrefix)
        return text.dropFirst(found?.count ?? 0).trimmed
    }

    /// Reads `0:45` or `1:20:30`, hours first, with or without `h` after it.
    ///
    /// Numbers from 24 are refused, since they may be minutes.
    static func clock(_ cursor: inout ByteCursor) -> Int? {
        var ahead = cursor
        guard let hours = ahead.number(), hours < 24, ahead.take(":"), let minutes = ahead.digits(2),
            minutes < 60
        else { return nil }
        var seconds = 0
        if ahead.take(":") {
            guard let digits = ahead.digits(2), digits < 60 else { return nil }
            seconds = digits
        }
        ahead.blanks()
        _ = ["hours", "hour", "h"].contains { ahead.take(word: $0) }
        cursor = ahead
        return hours * 3_600 + minutes * 60 + seconds
    }

    /// Reads numbers with their units, the largest unit first: `1 hour and 20 minutes`, `1h20m`.
    static func parts(_ cursor: inout ByteCursor) -> Int? {
        var (sum, largest) = (0, Int.max)
        repeat {
            guard let (seconds, unit) = part(&cursor), unit < largest else { return nil }
            (sum, largest) = (sum + seconds, unit)
            cursor.blanks()
            _ = cursor.take(",")
            cursor.blanks()
            _ = cursor.take(word: "and")
            cursor.blanks()
        } while !cursor.isAtEnd
        return sum
    }

    /// Reads a number, which may have one decimal, and its unit.
    static func part(_ cursor: inout ByteCursor) -> (seconds: Int, unit: Int)? {
        guard let whole = cursor.number() else { return nil }
        var tenths = 0
        if cursor.take(".") {
            guard let digit = cursor.digits(1) else { return nil }
            tenths = digit
        }
        cursor.blanks()
        for (length, names) in units where names.contains(where: { cursor.takeUnit($0) }) {
            return (whole * length + tenths * length / 10, length)
        }
        return nil
    }

    static let units: KeyValuePairs<Int, [String]> = [
        604_800: ["weeks", "week", "w"], 86_400: ["days", "day", "d"],
        3_600: ["hours", "hour", "hrs", "hr", "h"], 60: ["minutes", "minute", "mins", "min", "m"],
        1: ["seconds", "second", "secs", "sec", "s"],
    ]
}

extension ByteCursor {
    /// Takes the word if it is next and not followed by a letter; a digit may follow.
    fileprivate mutating func takeUnit(_ word: String) -> Bool {
        let count = word.utf8.count
        guard rest.starts(with: word.utf8), !(rest.dropFirst(count).first?.isLetter ?? false) else {
            return false
        }
        for scalar in word.unicodeScalars { _ = take(scalar) }
        return true
    }
}
