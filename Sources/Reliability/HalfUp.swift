extension Int {
    /// The quotient to the nearest whole number, halves towards positive infinity; `divisor` is positive.
    func dividedHalfUp(by divisor: Int) -> Int {
        let (quotient, remainder) = (2 * self + divisor).quotientAndRemainder(dividingBy: 2 * divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
