import Diagnostics

/// A file's lines, split into front matter and body.
struct FrontMatterParts {
    let kind: Kind
    /// The range of the front matter's bytes in the file.
    let range: Range<Int>
    let body: ArraySlice<SourceLine>
    var lacksOpening = false

    enum Kind {
        case yaml, toml, json
    }

    init(of lines: [SourceLine], in file: SourceFile) throws(Refusal) {
        guard let first = lines.firstIndex(where: { !$0.isBlank }) else {
            throw Refusal("the file is empty", at: file.start)
        }
        let (kind, closing): (Kind, String)
        switch lines[first].text.trimmingBlanks.lowercased() {
        case "---", "---yaml", "---yml": (kind, closing) = (.yaml, "---")
        case "+++": (kind, closing) = (.toml, "+++")
        case "---toml": (kind, closing) = (.toml, "---")
        case "---json": (kind, closing) = (.json, "---")
        case "{": (kind, closing) = (.json, "}")
        case let text where Self.isKey(text): (kind, closing, lacksOpening) = (.yaml, "---", true)
        default: throw Refusal("there is no front matter", at: file.location(of: lines[first]))
        }
        self.kind = kind
        let start = lacksOpening || closing == "}" ? first : first + 1
        guard let end = lines[start...].firstIndex(where: { Self.isLine($0, closing) }) else {
            throw Refusal(
                "the front matter is not closed: add a line `\(closing)`",
                at: file.location(of: lines[first])
            )
        }
        let behind = closing == "}" ? lines[end].range.upperBound : lines[end].range.lowerBound
        range = lines[start].range.lowerBound..<behind
        body = lines[(end + 1)...]
    }

    /// Whether the line closes the front matter: an indented brace would be an inner one.
    private static func isLine(_ line: SourceLine, _ closing: String) -> Bool {
        line.text.first == closing.first && line.text.trimmingBlanks == closing
    }

    private static func isKey(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":") else { return false }
        return colon != text.startIndex && text[..<colon].allSatisfy { $0.isLetter || $0 == "_" }
    }
}
