import Diagnostics

/// A JSON value (RFC 8259) in a readable form: small objects on one line, large ones indented.
indirect enum JSONTree {
    case null
    case flag(Bool)
    case number(Int)
    case text(String)
    case list([JSONTree])
    case object([(String, JSONTree)])

    /// Returns a list of texts.
    static func texts(_ texts: [String]) -> JSONTree { .list(texts.map(JSONTree.text)) }
}

extension JSONTree {
    /// The text of the value at the outermost level.
    var text: String { text(depth: 0) }

    private func text(depth: Int) -> String {
        switch self {
        case .null: "null"
        case .flag(let flag): flag ? "true" : "false"
        case .number(let number): String(number)
        case .text(let text): JSONText.quoted(text)
        case .list(let values):
            Self.enclosed(values.map { $0.text(depth: depth + 1) }, "[", "]", depth: depth)
        case .object(let members):
            Self.enclosed(
                members.map { "\(JSONText.quoted($0)): \($1.text(depth: depth + 1))" },
                "{",
                "}",
                depth: depth
            )
        }
    }

    private static func enclosed(_ parts: [String], _ start: String, _ end: String, depth: Int) -> String {
        let line = start + parts.joined(separator: ", ") + end
        guard line.utf8.count > 100 || parts.contains(where: { $0.contains("\n") }) else { return line }
        let margin = "\n" + String(repeating: "  ", count: depth)
        return start + parts.map { "\(margin)  \($0)" }.joined(separator: ",") + margin + end
    }
}
