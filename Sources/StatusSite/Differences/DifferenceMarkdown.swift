/// The differences as a comment on a pull request: short, safe, and within GitHub's limits.
struct DifferenceMarkdown {
    let text: String

    /// The length limit, below GitHub's 65,536 characters, so that there is room to mention what was dropped.
    private static let limit = 60_000
    /// The length from which a section is folded.
    private static let foldedFrom = 2_000

    init(_ document: DifferenceDocument) {
        var blocks = ["### \(document.title.escapedForComment)"]
        blocks += document.remarks.map(\.escapedForComment)
        blocks += document.sections.map(Self.block)
        var (text, left) = ("", Self.limit)
        for (place, block) in blocks.enumerated() {
            guard block.unicodeScalars.count + 2 <= left else {
                let rest = document.sections.suffix(blocks.count - place).map { $0.heading.lowercased() }
                text += "\nLeft out, because a comment has a size limit: \(rest.joined(separator: ", ")).\n"
                break
            }
            left -= block.unicodeScalars.count + 2
            text += (text.isEmpty ? "" : "\n") + block + "\n"
        }
        self.text = text
    }
}

private extension DifferenceMarkdown {
    static func block(_ section: DifferenceDocument.Section) -> String {
        let body = section.items.map(lines).joined(separator: "\n")
        guard body.unicodeScalars.count > foldedFrom else { return "**\(section.heading)**\n\n\(body)" }
        return
            "<details><summary><b>\(section.heading)</b> (\(section.items.count))</summary>\n\n\(body)\n\n</details>"
    }

    static func lines(_ item: DifferenceDocument.Item) -> String {
        (["- \(item.line.escapedForComment)"] + item.details.flatMap(lines)).joined(separator: "\n")
    }

    static func lines(_ detail: DifferenceDocument.Detail) -> [String] {
        let quote = detail.quote.cut(to: 1_500).split(whereSeparator: \.isNewline)
        return ["  - \(detail.line.escapedForComment)"]
            + (quote.isEmpty ? [] : [""])
            + quote.map { "    > \(String($0).escapedForComment)" }
    }
}

extension String {
    /// The text, to be put on a line of a GitHub comment: it is shown unchanged, is never markup, and notifies nobody.
    ///
    /// GitHub looks for names, numbers of issues and addresses after Markdown has become text. A backslash does not
    /// prevent this, but a zero-width space does.
    var escapedForComment: String {
        var (text, last) = ("", Unicode.Scalar("\n"))
        for scalar in split(whereSeparator: \.isNewline).joined(separator: " ").unicodeScalars {
            if last.callsSomebody(before: scalar) { text += "\u{200B}" }
            text.unicodeScalars.append(scalar)
            last = scalar
        }
        return text.parted(behind: "www", before: ".").parted(behind: "GH", before: "-").escapedForMarkdown
    }
}

extension String {
    /// Returns the text with a zero-width space between a word and the sign after it.
    ///
    /// It compares bytes, so that combining characters make no difference.
    fileprivate func parted(behind word: String, before sign: String) -> String {
        let bytes = Array(utf8).replacing(
            Array((word + sign).utf8),
            with: Array((word + "\u{200B}" + sign).utf8)
        )
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Unicode.Scalar {
    /// Whether it turns the text after it into a name, a number, an address or a picture.
    fileprivate func callsSomebody(before next: Unicode.Scalar) -> Bool {
        switch self {
        case "@", "#": true
        case ":": next == "/" || next == "+" || next == "-" || next.properties.isAlphabetic
        default: false
        }
    }
}
