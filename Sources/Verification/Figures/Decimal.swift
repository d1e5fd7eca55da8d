/// Whole numbers of some decimal unit, written as decimals.
enum Decimal {
    /// As in `12.5` for 12,500 thousandths, without zeros at its end.
    static func text(_ number: Int, decimals: Int) -> String {
        let unit = (0..<decimals).reduce(1) { unit, _ in 10 * unit }
        let magnitude = abs(number)
        var rest = Plain.digits(magnitude % unit, decimals)
        while rest.hasSuffix("0") { rest.removeLast() }
        return (number < 0 ? "-" : "") + "\(magnitude / unit)" + (rest.isEmpty ? "" : "." + rest)
    }
}
