extension String {
    /// The Markdown in which every line of text ends where it ended: elsewhere a line's end was one, in Markdown
    /// it is a blank.
    var keepingLineEnds: String {
        guard !contains("```"), !contains("~~~") else { return self }
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.map { index in
            let isBroken = index + 1 < lines.count && isPlain(lines[index]) && isPlain(lines[index + 1])
            return isBroken ? lines[index].trimmingEnd + "\\" : String(lines[index])
        }.joined(separator: "\n")
    }
}

/// Whether the line is no more than text: nothing, a list's item, a heading, code or a table is.
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
