import StatusModel

/// A length of time as authors write it: `90s`, `15m`, `4h`, `2d`, `1w`, or in words: `in 15 minutes`.
struct Duration: Equatable {
    let seconds: Int

    init?(_ text: some StringProtocol) {
        var cursor = ByteCursor(text)
        if cursor.take(word: "in") { cursor.blanks() }
        guard let number = cursor.number() else { return nil }
        cursor.blanks()
        let unit = String(cursor.rest) ?? ""
        guard let length = Self.units[unit.lowercased()] else { return nil }
        seconds = number * length
    }

    init(seconds: Int) {
        self.seconds = seconds
    }

    private static let units: [String: Int] = {
        let names = [
            (1, ["s", "sec", "secs", "second", "seconds"]), (60, ["m", "min", "mins", "minute", "minutes"]),
            (3_600, ["h", "hour", "hours"]), (86_400, ["d", "day", "days"]),
            (604_800, ["w", "week", "weeks"]),
        ]
        return Dictionary(uniqueKeysWithValues: names.flatMap { length, names in names.map { ($0, length) } })
    }()
}

extension Duration: CustomStringConvertible {
    var description: String { Severity.written(seconds) }
}
