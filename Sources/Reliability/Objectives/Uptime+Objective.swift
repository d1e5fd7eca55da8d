public import StatusModel

extension Target {
    /// How many decimals it has as a percentage: 1 for 99.9 %.
    public var decimals: Int {
        var (digits, decimals) = (millionths, 4)
        while decimals > 0, digits % 10 == 0 {
            digits /= 10
            decimals -= 1
        }
        return decimals
    }
}

extension Uptime {
    /// The ratio as readers see it beside an objective: with one more decimal than that has, and at least two, cut.
    public func text(beside target: Target?) -> String {
        let decimals = Swift.max(2, (target?.decimals ?? 0) + 1)
        guard decimals > 2, downtimeMilliseconds > 0, downtimeMilliseconds < 1000 * observedSeconds else {
            return text
        }
        let unit = (2..<decimals).reduce(100) { unit, _ in 10 * unit }
        let (whole, rest) = (100 * unit - lost(inUnitsOf: 100 * unit)).quotientAndRemainder(dividingBy: unit)
        return "\(whole).\(String(unit + rest).dropFirst())%"
    }
}
