import StatusModel

/// What Statuspage's API knows a thing by: 12 characters of `[a-z0-9]`.
///
/// It is a hash of the thing's address, so that it stays whatever else is written, moved or deleted. With
/// 62 bits, 100,000 things are all apart but for one chance in a thousand million.
struct StatuspageID: Hashable, Sendable {
    let text: String

    /// Makes the id of what the site has at that path; the page's own has an empty path.
    init(of path: String, on page: StatusPage) {
        var rest = (page.url + "/" + path).utf8.hash
        let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
        text = String(unsafeUninitializedCapacity: 12) { bytes in
            for place in (0..<12).reversed() {
                bytes[place] = digits[Int(rest % 36)]
                rest /= 36
            }
            return 12
        }
    }

    /// Makes the id of a record, which keeps the one of its first address.
    init(of record: Record, on page: StatusPage) {
        self.init(of: Self.path(of: record), on: page)
    }

    /// Makes the id of a record's update.
    init(ofUpdateAt anchor: String, of record: Record, on page: StatusPage) {
        self.init(of: Self.path(of: record) + "#" + anchor, on: page)
    }

    private static func path(of record: Record) -> String {
        "incidents/" + (record.aliases.first ?? record.slug)
    }
}

extension StatuspageID: JSONValue {
    func append(to bytes: inout [UInt8]) { text.append(to: &bytes) }
}

/// An instant as Statuspage's API writes it, with milliseconds: `"2026-01-02T17:05:00.000Z"`.
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
