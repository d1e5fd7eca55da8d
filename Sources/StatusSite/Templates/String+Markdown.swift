import Diagnostics

extension String {
    /// The text for use in Markdown, which shows it literally and with its line breaks.
    ///
    /// Source: CommonMark 0.31.2, §2.4 on backslash escapes, §4.2 on the ends of headings, §5.2 on the markers of
    /// lists, §6.7 on hard line breaks.
    var escapedForMarkdown: String {
        var lines: [String] = []
        for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let text = Self.escapedLine(line.unicodeScalars.drop { $0 == " " || $0 == "\t" })
            if let last = lines.last, !last.isEmpty, !text.isEmpty { lines[lines.count - 1] += "\\" }
            lines.append(text)
        }
        return lines.joined(separator: "\n")
    }
}

extension Unicode.Scalar {
    /// Whether the character can make markup anywhere; others do so only at the beginning of a line.
    var isActiveInMarkdown: Bool { Self.activeInMarkdown.contains(self) }

    private static let activeInMarkdown: Set<Unicode.Scalar> = [
        "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$",
    ]
}

extension String {
    private static func escapedLine(_ line: Substring.UnicodeScalarView) -> String {
        var text = ""
        for scalar in line {
            if scalar.isActiveInMarkdown { text += "\\" }
            text.unicodeScalars.append(scalar)
        }
        return text.escapedAtHeadingEnd.escapedAtLineStart
    }

    /// The line with the last number sign escaped if those at its end would close a heading: `# C #` would show as "C".
    var escapedAtHeadingEnd: String {
        guard utf8.last == UInt8(ascii: "#") else { return self }
        let before = utf8[
            ..<(utf8.lastIndex { $0 != UInt8(ascii: "#") }.map(utf8.index(after:)) ?? startIndex)
        ]
        guard before.last.map(\.isBlank) ?? true else { return self }
        return String(decoding: utf8.dropLast(), as: UTF8.self) + "\\#"
    }

    /// The line with its beginning escaped if that would make it a heading, list item or rule.
    ///
    /// Bytes are compared because a combining mark after the space behind a list item's number changes the `Character`
    /// of the space, but not the list item.
    var escapedAtLineStart: String {
        guard let first = utf8.first else { return self }
        if "#+-=".utf8.contains(first) { return "\\" + self }
        let digits = utf8.prefix(while: \.isDigit)
        let rest = utf8.dropFirst(digits.count)
        guard !digits.isEmpty, let mark = rest.first, ".)".utf8.contains(mark),
            rest.dropFirst().first.map(\.isBlank) ?? true
        else { return self }
        return String(decoding: digits, as: UTF8.self) + "\\" + String(decoding: rest, as: UTF8.self)
    }
}
