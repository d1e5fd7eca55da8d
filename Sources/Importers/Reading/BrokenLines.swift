extension String {
    /// The Markdown that keeps every line break: other formats show it, but Markdown reads it as a space.
    var keepingLineEnds: String {
        guard !contains("```"), !contains("~~~") else { return self }
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.map { index in
            let isBroken = index + 1 < lines.count && isPlain(lines[index]) && isPlain(lines[index + 1])
            return isBroken ? lines[index].trimmingEnd + "\\" : String(lines[index])
        }.joined(separator: "\n")
    }
}

/// Whether the line is plain text: not empty, and not a list item, a heading, code or a table.
private func isPlain(_ line: Substring) -> Bool {
    let text = line.trimmingBlanks
    guard let first = text.first, !line.hasPrefix("    "), !line.hasPrefix("\t"), !text.hasSuffix("\\") else {
        return false
    }
    let isItem = text.drop(while: \.isNumber).first.map { ".)".contains($0) } ?? false && first.isNumber
    let isBullet =
        "*+-".contains(first) && !text.hasPrefix("**") && !(text.dropFirst().first?.isLetter ?? false)
    return !isItem && !isBullet && !"#>|=~<".contains(first)
}

private extension Substring {
    var trimmingEnd: String {
        String(prefix(upTo: lastIndex { !$0.isWhitespace }.map(index(after:)) ?? endIndex))
    }
}
