import StatusModel

/// What JSON has a value for.
protocol JSONValue {
    /// Appends the value in JSON's notation.
    func append(to bytes: inout [UInt8])
}

extension Bool: JSONValue {
    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: (self ? "true" : "false").utf8)
    }
}

extension Optional: JSONValue where Wrapped: JSONValue {
    /// The value, or `null` where there is none.
    func append(to bytes: inout [UInt8]) {
        if let value = self { value.append(to: &bytes) } else { bytes.append(contentsOf: "null".utf8) }
    }
}

extension String: JSONValue {
    /// The text in quotation marks. What RFC 8259 §7 does not allow in them is escaped: the mark itself,
    /// the backslash, and U+0000 to U+001F.
    func append(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = self
        text.withUTF8 { utf8 in
            var written = 0
            for place in utf8.indices where utf8[place].needsEscape {
                bytes.append(contentsOf: utf8[written..<place])
                utf8[place].appendEscaped(to: &bytes)
                written = place + 1
            }
            bytes.append(contentsOf: utf8[written...])
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension Instant: JSONValue {
    /// RFC 3339 in UTC, as in `"2026-01-02T17:05:00Z"`.
    func append(to bytes: inout [UInt8]) {
        let (day, time) = Zone.utc.local(self)
        bytes.append(UInt8(ascii: "\""))
        day.appendDigits(to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        bytes.append(twoDigits: time.seconds / 3_600)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(twoDigits: time.seconds / 60 % 60)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(twoDigits: time.seconds % 60)
        bytes.append(UInt8(ascii: "Z"))
        bytes.append(UInt8(ascii: "\""))
    }
}

extension Day: JSONValue {
    /// `"2026-01-02"`, as ISO 8601 has it.
    func append(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        appendDigits(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    fileprivate func appendDigits(to bytes: inout [UInt8]) {
        bytes.append(digits: year.magnitude, count: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(twoDigits: month)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(twoDigits: day)
    }
}

extension [UInt8] {
    /// Appends a number from 0 to 99.
    fileprivate mutating func append(twoDigits number: Int) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}

extension UInt8 {
    fileprivate var needsEscape: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }

    fileprivate func appendEscaped(to bytes: inout [UInt8]) {
        switch self {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), self]
        case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
        case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
        case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
        default:
            bytes.append(contentsOf: self < 0x10 ? "\\u000".utf8 : "\\u00".utf8)
            bytes.append(contentsOf: String(self, radix: 16).utf8)
        }
    }
}
