import Diagnostics
import StatusModel

/// A value that can be written as JSON.
protocol JSONValue {
    /// Appends the value as JSON.
    func append(to bytes: inout [UInt8])
}

extension Bool: JSONValue {
    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: (self ? "true" : "false").utf8)
    }
}

extension Optional: JSONValue where Wrapped: JSONValue {
    /// Appends the value, or `null` if there is none.
    func append(to bytes: inout [UInt8]) {
        if let value = self { value.append(to: &bytes) } else { bytes.append(contentsOf: "null".utf8) }
    }
}

extension String: JSONValue {
    /// Appends the text in quotation marks.
    func append(to bytes: inout [UInt8]) {
        JSONText.append(self, to: &bytes)
    }
}

extension Instant: JSONValue {
    /// Appends the instant as RFC 3339 in UTC, such as `"2026-01-02T17:05:00Z"`.
    func append(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: description.utf8)
        bytes.append(UInt8(ascii: "\""))
    }
}

extension Day: JSONValue {
    /// Appends the day as in ISO 8601, such as `"2026-01-02"`.
    func append(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: description.utf8)
        bytes.append(UInt8(ascii: "\""))
    }
}
