/// The format of text that goes to a terminal, a pipe or the log of a CI job.
///
/// Text from records must not move the cursor there or give a command.
public enum StreamFormat: Sendable {
    /// Text for people, Markdown and CSV.
    case text
    /// HTML.
    case html
    /// JSON.
    case json
}

extension StreamFormat {
    /// Returns the text without control characters and commands.
    ///
    /// HTML and JSON have other ways to write them, except for control characters that HTML cannot contain. In text, a
    /// control character becomes U+FFFD, and the character that would complete a command gets a backslash in front,
    /// which Markdown does not show.
    public func neutralized(_ text: String) -> String {
        var (harmless, commands) = (String.UnicodeScalarView(), CommandScanner())
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            let endsLine = scalar == "\n" || scalar == "\r" && next == "\n"
            if commands.completes(scalar) {
                harmless.append(contentsOf: escaped(scalar).unicodeScalars)
            } else if scalar.movesText, !endsLine, scalar != "\t" {
                harmless.append(contentsOf: harmlessControl(scalar).unicodeScalars)
            } else {
                harmless.append(scalar)
            }
        }
        return String(harmless)
    }
}

private extension StreamFormat {
    func escaped(_ scalar: Unicode.Scalar) -> String {
        switch self {
        case .text: "\\\(scalar)"
        case .html: "&#\(scalar.value);"
        case .json: JSONText.escaped(scalar)
        }
    }

    func harmlessControl(_ scalar: Unicode.Scalar) -> String {
        switch self {
        case .json: JSONText.escaped(scalar)
        case .html where scalar.value > 0x9F: escaped(scalar)
        case .text, .html: "\u{FFFD}"
        }
    }
}

extension Unicode.Scalar {
    /// Whether the character can move a terminal's cursor or color its screen, or changes the direction of the text
    /// after it, so that a line would be misread.
    fileprivate var movesText: Bool {
        switch value {
        case 0x2028...0x202E, 0x2066...0x2069: true
        default: isControl
        }
    }
}

/// Returns the words on one line, with U+FFFD instead of control characters.
public func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.movesText ? "\u{FFFD}" : $0 }))
}
