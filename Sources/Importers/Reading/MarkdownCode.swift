/// A Markdown text, split into code and other text.
///
/// Source: CommonMark 0.31, 4.4 and 4.5.
struct MarkdownCode {
    private(set) var parts: [Part] = []
    /// The mark that closes the current code block.
    private var fence: (mark: Character, count: Int)?

    /// Lines, including their line ends.
    struct Part {
        let isCode: Bool
        var text: String
    }

    /// - Parameter countsIndented: whether lines that are indented by four spaces are code.
    init(in text: String, countsIndented: Bool) {
        var isBehindBlank = true
        var isIndentedCode = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.trimmingBlanks
            let isFence = takeFence(content)
            let isIndented = countsIndented && (line.hasPrefix("    ") || line.hasPrefix("\t"))
            isIndentedCode = isIndented && (isIndentedCode || isBehindBlank)
            add(line, isCode: isFence || fence != nil || isIndentedCode && !content.isEmpty)
            isBehindBlank = content.isEmpty
        }
        // The last line has no line end.
        if let last = parts.indices.last { parts[last].text.removeLast() }
    }
}

private extension MarkdownCode {
    mutating func add(_ line: Substring, isCode: Bool) {
        if parts.last?.isCode != isCode { parts.append(Part(isCode: isCode, text: "")) }
        parts[parts.count - 1].text += line + "\n"
    }

    /// Whether the line opens or closes code.
    mutating func takeFence(_ content: Substring) -> Bool {
        guard let mark = content.first, "`~".contains(mark) else { return false }
        let run = content.prefix { $0 == mark }
        if let open = fence {
            let isEnd = mark == open.mark && run.count >= open.count && run.count == content.count
            if isEnd { fence = nil }
            return isEnd
        }
        guard run.count >= 3, mark == "~" || !content.dropFirst(run.count).contains("`") else { return false }
        fence = (mark, run.count)
        return true
    }
}
