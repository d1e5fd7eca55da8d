extension Int {
    /// Returns the quotient, rounded to the nearest whole number, with halves towards positive infinity; `divisor` must
    /// be positive.
    func dividedHalfUp(by divisor: Int) -> Int {
        let (quotient, remainder) = (2 * self + divisor).quotientAndRemainder(dividingBy: 2 * divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
