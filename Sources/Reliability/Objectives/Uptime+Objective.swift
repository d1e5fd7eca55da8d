public import StatusModel

extension Target {
    /// The number of decimals that it has as a percentage: 1 for 99.9 %.
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
    /// Returns the ratio as readers see it next to an objective: with one more decimal than that has, but at least two,
    /// rounded down.
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
