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
            } else if scalar.isControl, !endsLine, scalar != "\t" {
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
        case .json: scalar.escapedForJSON
        }
    }

    func harmlessControl(_ scalar: Unicode.Scalar) -> String {
        switch self {
        case .json: scalar.escapedForJSON
        case .html where scalar.value > 0x9F: escaped(scalar)
        case .text, .html: "\u{FFFD}"
        }
    }
}

extension Unicode.Scalar {
    /// As in `\u005b` (RFC 8259, section 7).
    fileprivate var escapedForJSON: String {
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    /// Whether it could move a terminal's cursor or colour its screen, or turns the direction of what follows, so that
    /// a line would read as what it is not.
    fileprivate var isControl: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

/// The words on one line, without control characters: U+FFFD stands in their places.
public func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 }))
}
