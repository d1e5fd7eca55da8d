/// Instants as whole seconds since 1970-01-01T00:00:00Z, by the calendar alone.
enum Moment {
    /// The years of valid instants, which are limited so that no sum of seconds overflows an integer.
    private static let years = 1970..<2200

    /// Reads `2026-01-02T17:05:00Z`, with or without a fraction of zeros.
    static func read(_ text: String) -> Int? {
        var text = text[...]
        guard text.popLast() == "Z" else { return nil }
        if let dot = text.firstIndex(of: ".") {
            guard text[dot...].dropFirst().allSatisfy({ $0 == "0" }) else { return nil }
            text = text[..<dot]
        }
        let bytes = Array(text.utf8)
        guard bytes.count == 19, bytes[4] == 45, bytes[7] == 45, bytes[10] == 84, bytes[13] == 58,
            bytes[16] == 58
        else { return nil }
        let fields = [0..<4, 5..<7, 8..<10, 11..<13, 14..<16, 17..<19].map { number(bytes[$0]) }
        guard let year = fields[0], let month = fields[1], let day = fields[2], let hour = fields[3],
            let minute = fields[4], let second = fields[5], years.contains(year), hour < 24, minute < 60,
            second < 60,
            let days = Day.number(year: year, month: month, day: day)
        else { return nil }
        return days * 86_400 + hour * 3_600 + minute * 60 + second
    }

    /// Returns the instant as `2026-01-02T17:05:00Z`.
    static func text(_ instant: Int) -> String {
        let days = (instant < 0 ? instant - 86_399 : instant) / 86_400
        let second = instant - days * 86_400
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { Plain.digits($0, 2) }
        return Day.text(days) + "T" + clock.joined(separator: ":") + "Z"
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(0) { value, digit in
            guard let value, (48...57).contains(digit) else { return nil }
            return 10 * value + Int(digit) - 48
        }
    }
}
