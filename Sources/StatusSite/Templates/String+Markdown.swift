extension String {
    /// The text for use in Markdown, where it shows as it stands, each of its lines on one of its own.
    ///
    /// Source: CommonMark 0.31.2, §2.4 on backslash escapes, §4.2 on the ends of headings, §5.2 on the markers of lists, §6.7 on hard line breaks.
    var escapedForMarkdown: String {
        var lines: [String] = []
        for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let text = Self.escapedLine(line.drop { $0 == " " || $0 == "\t" })
            if let last = lines.last, !last.isEmpty, !text.isEmpty { lines[lines.count - 1] += "\\" }
            lines.append(text)
        }
        return lines.joined(separator: "\n")
    }
}

private extension String {
    /// What can make markup wherever it stands: the rest does so at the beginning of a line alone.
    static let active: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$"]

    static func escapedLine(_ line: Substring) -> String {
        var text = ""
        for scalar in line.unicodeScalars {
            if active.contains(scalar) { text += "\\" }
            text.unicodeScalars.append(scalar)
        }
        return text.escapedAtHeadingEnd.escapedAtLineStart
    }

    /// The line without the number signs that close a heading: `# C #` shows as "C".
    var escapedAtHeadingEnd: String {
        guard hasSuffix("#") else { return self }
        let before = self[..<(lastIndex { $0 != "#" }.map(index(after:)) ?? startIndex)]
        guard before.last.map({ " \t".contains($0) }) ?? true else { return self }
        return dropLast() + "\\#"
    }

    /// The line without a heading, list or rule at its beginning.
    var escapedAtLineStart: String {
        guard let first = utf8.first else { return self }
        if "#+-=".utf8.contains(first) { return "\\" + self }
        let digits = prefix { ("0"..."9").contains($0) }
        let rest = self[digits.endIndex...]
        let isMarker = [".", ")"].contains {
            rest == $0 || rest.hasPrefix($0 + " ") || rest.hasPrefix($0 + "\t")
        }
        guard !digits.isEmpty, isMarker else { return self }
        return digits + "\\" + rest
    }
}
