/// Functions that write numbers.
enum Plain {
    /// Returns a number with leading zeros.
    static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }

    /// Returns the shortest text of a number, without `.0`.
    static func number(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    }

    /// Returns a percentage in hundredths as text, such as `99.90%`, or `100%`.
    static func percent(hundredths: Int) -> String {
        hundredths % 100 == 0
            ? "\(hundredths / 100)%" : "\(hundredths / 100).\(digits(hundredths % 100, 2))%"
    }

    /// Returns a number in units of its last decimal as text, such as `12.5` for 12,500 thousandths, without trailing
    /// zeros.
    static func decimal(_ number: Int, decimals: Int) -> String {
        let unit = (0..<decimals).reduce(1) { unit, _ in 10 * unit }
        let magnitude = abs(number)
        var rest = digits(magnitude % unit, decimals)
        while rest.hasSuffix("0") { rest.removeLast() }
        return (number < 0 ? "-" : "") + "\(magnitude / unit)" + (rest.isEmpty ? "" : "." + rest)
    }
}
