/// A page, as far as a fuzzer checks it: each `<` begins a tag written as the templates write tags,
/// elements are closed in order, and the only script is the site's own file.
struct HTMLShape {
    private(set) var mistakes: [String] = []
    private let bytes: [UInt8]
    private var index = 0
    private var open: [String] = []

    init(of bytes: [UInt8]) {
        self.bytes = bytes
        while mistakes.isEmpty, let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start
            if starts(with: "<!") { skip(past: starts(with: "<!--") ? "-->" : ">") } else { readTag() }
        }
        if mistakes.isEmpty, !open.isEmpty { mistakes.append("<\(open[open.count - 1])> is not closed") }
    }
}

private extension HTMLShape {
    static let empty: Set = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    mutating func readTag() {
        let isEnd = starts(with: "</")
        index += isEnd ? 2 : 1
        let name = word { Self.isNamed($0) }
        guard !name.isEmpty else { return mistakes.append("a `<` begins no tag") }
        let attributes = readAttributes()
        guard let attributes else { return mistakes.append("<\(name)> is not written as a tag is") }
        if isEnd {
            if open.popLast() != name { mistakes.append("</\(name)> closes nothing") }
        } else {
            check(name, attributes.values)
            if name == "script" || name == "style" {
                skip(past: "</\(name)>")
            } else if !attributes.isClosed, !Self.empty.contains(name) {
                open.append(name)
            }
        }
    }

    mutating func check(_ name: String, _ attributes: [(name: String, value: String)]) {
        if name == "script",
            !attributes.contains(where: { $0.name == "src" && $0.value.contains("assets/script-") })
        {
            mistakes.append("a script is not the site's own")
        }
        for (key, value) in attributes {
            if key.hasPrefix("on") { mistakes.append("`\(key)` runs something") }
            let scheme = value.lowercased().drop { $0 <= " " }
            if ["javascript:", "vbscript:", "data:text"].contains(where: scheme.hasPrefix) {
                mistakes.append("`\(key)` leads to a script")
            }
        }
    }

    /// Reads the attributes up to the tag's end, or returns `nil` if they are not written as the templates
    /// write them.
    mutating func readAttributes() -> (values: [(name: String, value: String)], isClosed: Bool)? {
        var values: [(name: String, value: String)] = []
        while index < bytes.count {
            _ = word { $0 == 32 || $0 == 10 }
            if starts(with: "/>") {
                index += 2
                return (values, true)
            }
            if starts(with: ">") {
                index += 1
                return (values, false)
            }
            let name = word { Self.isNamed($0) || $0 == UInt8(ascii: ":") }
            guard !name.isEmpty else { return nil }
            guard starts(with: "=") else {
                values.append((name, ""))
                continue
            }
            index += 1
            guard starts(with: "\"") else { return nil }
            index += 1
            values.append((name, word { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") }))
            guard starts(with: "\"") else { return nil }
            index += 1
        }
        return nil
    }

    mutating func word(of isPart: (UInt8) -> Bool) -> String {
        let end = bytes[index...].firstIndex { !isPart($0) } ?? bytes.count
        defer { index = end }
        return String(decoding: bytes[index..<end], as: UTF8.self)
    }

    mutating func skip(past end: String) {
        while index < bytes.count, !starts(with: end) { index += 1 }
        index = min(bytes.count, index + end.utf8.count)
    }

    func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    static func isNamed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
