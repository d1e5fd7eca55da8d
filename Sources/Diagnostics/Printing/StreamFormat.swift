/// What a text is written in that goes to a terminal, a pipe or the log of a CI job. Text of records must not move a
/// cursor there, nor give a command.
public enum StreamFormat: Sendable {
    /// Words for people, Markdown and CSV.
    case text
    /// HTML.
    case html
    /// JSON.
    case json
}

extension StreamFormat {
    /// The text without control characters and commands.
    ///
    /// In HTML and JSON the same is said in another way, except for control characters that HTML cannot hold. In text
    /// a control character becomes U+FFFD, and the one that would complete a command gets a backslash in front, which
    /// Markdown does not show.
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
    /// Whether it could move a terminal's cursor or colour its screen, or turns the direction of what follows, so that
    /// a line would read as what it is not.
    fileprivate var movesText: Bool {
        switch value {
        case 0x2028...0x202E, 0x2066...0x2069: true
        default: isControl
        }
    }
}

/// The words on one line, without control characters: U+FFFD stands in their places.
public func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.movesText ? "\u{FFFD}" : $0 }))
}
