/// Writes numbers of fixed width, such as those of dates and times, into the bytes of a text.
struct DigitWriter {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(into bytes: UnsafeMutableBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Writes the number's last digits, then the separator if there is one.
    mutating func write(_ number: Int, digits: Int, then separator: Unicode.Scalar? = nil) {
        var rest = number
        for place in (count..<count + digits).reversed() {
            bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        count += digits
        guard let separator else { return }
        bytes[count] = UInt8(ascii: separator)
        count += 1
    }

    /// Writes the day, such as `2026-01-02`; its year has four digits.
    mutating func write(_ day: Day, then separator: Unicode.Scalar? = nil) {
        write(day.year, digits: 4, then: "-")
        write(day.month, digits: 2, then: "-")
        write(day.day, digits: 2, then: separator)
    }

    /// Writes the time without its seconds, such as `17:05`.
    mutating func write(_ time: TimeOfDay, then separator: Unicode.Scalar? = nil) {
        write(time.seconds / 3_600, digits: 2, then: ":")
        write(time.seconds / 60 % 60, digits: 2, then: separator)
    }
}
