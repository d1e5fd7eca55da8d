import Diagnostics

/// A number of seconds, exact to the microsecond.
struct ExactSeconds {
    /// The number of microseconds.
    let microseconds: Int

    init(microseconds: Int) { self.microseconds = microseconds }

    init(milliseconds: Int) { microseconds = 1000 * milliseconds }
}

extension ExactSeconds: JSONValue {
    /// Appends `1380`, `0.3` or `-12.045`: a whole number if possible, otherwise without trailing zeros.
    func append(to bytes: inout [UInt8]) {
        if microseconds < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(digits: microseconds.magnitude / 1_000_000, count: 1)
        var (rest, digits) = (microseconds.magnitude % 1_000_000, 6)
        guard rest > 0 else { return }
        while rest % 10 == 0 { (rest, digits) = (rest / 10, digits - 1) }
        bytes.append(UInt8(ascii: "."))
        bytes.append(digits: rest, count: digits)
    }
}

extension Int: JSONValue {
    func append(to bytes: inout [UInt8]) {
        if self < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(digits: magnitude, count: 1)
    }
}

extension Double: JSONValue {
    /// Appends the shortest decimal that reads back as the same number, never with an exponent: `0.00005`.
    ///
    /// A whole number has no point. The number must be finite.
    func append(to bytes: inout [UInt8]) {
        let parts = description.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else {
            let text = description
            bytes.append(contentsOf: text.hasSuffix(".0") ? text.utf8.dropLast(2) : text.utf8[...])
            return
        }
        if self < 0 { bytes.append(UInt8(ascii: "-")) }
        let digits = parts[0].utf8.filter(\.isDigit)
        bytes.append(significant: digits, pointAfter: exponent + 1)
    }
}

extension [UInt8] {
    /// Appends a number in decimal, with leading zeros if it has fewer digits than `count`.
    mutating func append(digits number: UInt, count: Int) {
        var (divisor, digits): (UInt, Int) = (1, 1)
        while number / divisor >= 10 { (divisor, digits) = (divisor * 10, digits + 1) }
        for _ in 0..<Swift.max(0, count - digits) { append(UInt8(ascii: "0")) }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }

    /// Appends digits with the decimal point after `place` of them, or before all of them if it is negative.
    fileprivate mutating func append(significant digits: [UInt8], pointAfter place: Int) {
        let zero = UInt8(ascii: "0")
        guard place <= 0 else {
            self += digits
            self += repeatElement(zero, count: Swift.max(0, place - digits.count))
            return
        }
        self += [zero, UInt8(ascii: ".")]
        self += repeatElement(zero, count: -place)
        self += digits
    }
}
