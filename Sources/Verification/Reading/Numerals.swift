/// Numbers in text of any language and script.
///
/// Only their digits are compared, not the text around them.
enum Numerals {
    /// Returns the runs of digits: `[99, 96, 90]` for "99.96% in 90 days".
    static func groups(in text: String) -> [Int] {
        var (groups, current) = ([Int](), Int?.none)
        for scalar in text.unicodeScalars {
            if let digit = digit(scalar) {
                current = min(10 * (current ?? 0) + digit, 1 << 50)
            } else if let number = current {
                groups.append(number)
                current = nil
            }
        }
        return groups + (current.map { [$0] } ?? [])
    }

    /// Returns all digits as one text: `99960` for "99.960%", `12345` for "12,345".
    static func digits(in text: String) -> String {
        text.unicodeScalars.compactMap(digit).map(String.init).joined()
    }

    /// Returns the digits of the numbers of a duration.
    static func digits(of duration: [Int]) -> String { duration.map(String.init).joined() }

    /// Returns the digits of a number that is given in hundredths and shown with two decimals.
    static func hundredths(_ number: Int) -> String { "\(number / 100)" + Plain.digits(number % 100, 2) }

    /// Whether these groups occur in the text, one directly after the other.
    static func contains(_ wanted: [Int], in text: String) -> Bool {
        let found = groups(in: text)
        guard wanted.count <= found.count else { return false }
        return (0...found.count - wanted.count).contains {
            Array(found[$0..<$0 + wanted.count]) == wanted
        }
    }

    /// Whether a text states these counts one after the other, and no other number.
    ///
    /// A language may have words for one and for two, and a count of zero is not mentioned.
    static func tells(_ counts: [Int], in text: String) -> Bool {
        tells(counts.filter { $0 > 0 }[...], in: digits(in: text)[...])
    }

    private static func tells(_ counts: ArraySlice<Int>, in digits: Substring) -> Bool {
        guard let count = counts.first else { return digits.isEmpty }
        let number = String(count)
        return digits.hasPrefix(number) && tells(counts.dropFirst(), in: digits.dropFirst(number.count))
            || count <= 2 && tells(counts.dropFirst(), in: digits)
    }

    /// Returns the numbers of a duration as pages show it: its two largest units, rounded down.
    static func duration(_ seconds: Int) -> [Int] {
        let length = abs(seconds)
        let (minutes, hours, days) = (length / 60, length / 3_600, length / 86_400)
        if minutes == 0 { return [length] }
        if hours == 0 { return [minutes] }
        let pair = days == 0 ? [hours, minutes % 60] : [days, hours % 24]
        return pair[1] == 0 ? [pair[0]] : pair
    }

    /// Returns the numbers of a downtime in thousandths of seconds, rounded up to the unit that is shown; none for
    /// zero.
    static func downtime(_ thousandths: Int) -> [Int] {
        let seconds = (thousandths + 999) / 1000
        let unit = seconds < 60 ? 1 : seconds < 86_400 ? 60 : 3_600
        return seconds == 0 ? [] : duration((seconds + unit - 1) / unit * unit)
    }

    /// Returns the numbers of a duration that is shown to the second: hours, minutes and seconds, except for those that
    /// are 0.
    static func exactDuration(_ seconds: Int) -> [Int] {
        let length = abs(seconds)
        let parts = [length / 3_600, length / 60 % 60, length % 60].filter { $0 > 0 }
        return parts.isEmpty ? [0] : parts
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        if scalar.isASCII { return (48...57).contains(scalar.value) ? Int(scalar.value) - 48 : nil }
        guard scalar.properties.numericType == .decimal else { return nil }
        return scalar.properties.numericValue.map { Int($0) }
    }
}
