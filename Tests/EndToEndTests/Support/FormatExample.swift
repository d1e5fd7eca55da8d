import Testing

/// An example of `docs/record-format.md`: a record, what it means, and what is wrong with it.
struct FormatExample: CustomTestStringConvertible, Sendable {
    let title: String
    let line: Int
    let zone: String
    let now: String
    let record: String
    var reading: [String] = []
    var diagnostics: [String] = []

    var testDescription: String { "line \(line): \(title)" }
}

/// Takes the examples, and the site's `status.yml`, out of the document.
struct FormatExamples {
    private(set) var examples: [FormatExample] = []
    private(set) var configuration = ""

    init(in document: String) {
        var title = ""
        var fence: (mark: String, info: [String], line: Int, content: [String])?
        for (index, line) in document.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let open = fence {
                if line == open.mark {
                    take(open.info, open.content, title: title, line: open.line)
                    fence = nil
                } else {
                    fence?.content.append(String(line))
                }
            } else if line.hasPrefix("```") {
                let mark = String(line.prefix { $0 == "`" })
                fence = (
                    mark, line.dropFirst(mark.count).split(separator: " ").map(String.init), index + 1, []
                )
            } else if line.hasPrefix("#") {
                title = String(line.drop { $0 == "#" || $0 == " " })
            }
        }
    }

    private mutating func take(_ info: [String], _ content: [String], title: String, line: Int) {
        switch info.first {
        case "record":
            let options = Dictionary(
                uniqueKeysWithValues: info.dropFirst().compactMap { option -> (String, String)? in
                    let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
                    return parts.count == 2 ? (parts[0], parts[1]) : nil
                }
            )
            examples.append(
                FormatExample(
                    title: title,
                    line: line,
                    zone: options["zone"] ?? "UTC",
                    now: options["now"] ?? "2026-04-01T00:00Z",
                    record: content.joined(separator: "\n") + "\n"
                )
            )
        case "reading" where !examples.isEmpty: examples[examples.count - 1].reading += content
        case "diagnostics" where !examples.isEmpty: examples[examples.count - 1].diagnostics += content
        case "yaml" where info.contains("status.yml"): configuration = content.joined(separator: "\n") + "\n"
        default: break
        }
    }
}
