import StatusModel

extension StatuspageID: JSONValue {
    func append(to bytes: inout [UInt8]) { text.append(to: &bytes) }
}

/// An instant in Statuspage's API, with milliseconds: `"2026-01-02T17:05:00.000Z"`.
struct StatuspageTime: JSONValue {
    let instant: Instant

    var text: String { instant.description.dropLast() + ".000Z" }

    func append(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        bytes += text.utf8
        bytes.append(UInt8(ascii: "\""))
    }
}

extension JSONWriter {
    /// Writes a key and an instant with milliseconds, or `null`.
    mutating func member(_ name: StaticString, at instant: Instant?) {
        member(name, instant.map(StatuspageTime.init(instant:)))
    }
}
