/// The tags in a passage's HTML and the text between them, in their order.
struct ProseTags: Sequence, IteratorProtocol {
    private let html: [UInt8]
    private var place = 0

    init(of html: String) {
        self.html = Array(html.utf8)
    }

    enum Part: Equatable {
        case text(String)
        case opening(String, [String: String])
        case closing(String)
    }

    mutating func next() -> Part? {
        guard place < html.count else { return nil }
        let start = place
        if html[start] != UInt8(ascii: "<") {
            place = html[start...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
            return .text(Self.unescaped(html[start..<place]))
        }
        // In an attribute, `>` is escaped.
        let end = html[start...].firstIndex(of: UInt8(ascii: ">")) ?? html.count
        place = Swift.min(end + 1, html.count)
        return Self.tag(html[start + 1..<end])
    }
}

private extension ProseTags {
    static func tag(_ contents: ArraySlice<UInt8>) -> Part {
        if contents.first == UInt8(ascii: "/") {
            return .closing(String(decoding: contents.dropFirst(), as: UTF8.self))
        }
        let name = contents.prefix { $0 != UInt8(ascii: " ") }
        return .opening(
            String(decoding: name, as: UTF8.self), attributes(contents.dropFirst(name.count)))
    }

    /// Returns the attributes in ` href="…" title="…"` or ` checked disabled /`, for example.
    static func attributes(_ text: ArraySlice<UInt8>) -> [String: String] {
        var attributes: [String: String] = [:]
        var rest = text
        while let start = rest.firstIndex(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }) {
            let name = rest[start...].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "=") }
            rest = rest[name.endIndex...]
            var value: ArraySlice<UInt8> = []
            if rest.starts(with: "=\"".utf8) {
                value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
                rest = rest[value.endIndex...].dropFirst()
            }
            attributes[String(decoding: name, as: UTF8.self)] = unescaped(value)
        }
        return attributes
    }

    /// The escapes that libcmark writes.
    static let escapes: [(escape: [UInt8], byte: UInt8)] = [
        (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
        (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
        (Array("&#x27;".utf8), UInt8(ascii: "'")),
    ]

    static func unescaped(_ text: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        var rest = text
        while let place = rest.firstIndex(of: UInt8(ascii: "&")) {
            bytes += rest[..<place]
            rest = rest[place...]
            let found = escapes.first { rest.starts(with: $0.escape) }
            bytes.append(found?.byte ?? UInt8(ascii: "&"))
            rest = rest.dropFirst(found?.escape.count ?? 1)
        }
        return String(decoding: bytes + rest, as: UTF8.self)
    }
}
