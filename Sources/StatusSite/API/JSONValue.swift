import Diagnostics
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
    /// The text in quotation marks.
    func append(to bytes: inout [UInt8]) {
        JSONText.append(self, to: &bytes)
    }
}

extension Instant: JSONValue {
    /// RFC 3339 in UTC, as in `"2026-01-02T17:05:00Z"`.
    func append(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: description.utf8)
        bytes.append(UInt8(ascii: "\""))
    }
}

extension Day: JSONValue {
    /// `"2026-01-02"`, as ISO 8601 has it.
    func append(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: description.utf8)
        bytes.append(UInt8(ascii: "\""))
    }
}
