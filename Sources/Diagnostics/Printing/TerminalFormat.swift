/// Diagnostics as a person reads them: place, message, the line with a caret under the very word, and
/// what to write instead.
public struct TerminalFormat: Sendable {
    private let colors: Bool

    /// Makes the format, with ANSI colours or without.
    public init(colors: Bool) {
        self.colors = colors
    }

    /// The text for all of them, each ended by an empty line.
    public func text(for diagnostics: [Diagnostic]) -> String {
        diagnostics.map { text(for: $0) + "\n" }.joined()
    }
}

private extension TerminalFormat {
    func text(for diagnostic: Diagnostic) -> String {
        let severity = styled(
            diagnostic.severity.rawValue,
            as: diagnostic.severity == .error ? "1;31" : "1;33"
        )
        var lines = [
            "\(place(diagnostic.location)): \(severity): \(printable(diagnostic.message)) [\(diagnostic.id.rawValue)]"
        ]
        lines += excerpt(at: diagnostic.location)
        if let hint = diagnostic.hint { lines.append("\(styled("hint", as: "1;36")): \(printable(hint))") }
        for note in diagnostic.related {
            lines.append("\(place(note.location)): \(styled("note", as: "1;36")): \(printable(note.message))")
            lines += excerpt(at: note.location)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    func place(_ location: SourceLocation) -> String {
        styled("\(printable(location.path)):\(location.line):\(location.column)", as: "1")
    }

    func excerpt(at location: SourceLocation) -> [String] {
        guard !location.excerpt.isEmpty else { return [] }
        let number = String(location.line)
        let margin = String(repeating: " ", count: number.utf8.count)
        let window = ExcerptWindow(around: location)
        return ["  \(number) | \(window.line)", "  \(margin) | \(styled(window.carets, as: "1;31"))"]
    }

    func styled(_ text: String, as code: String) -> String {
        colors ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// The text without control characters, which could move a terminal's cursor or colour its screen, and
/// without those that turn the direction of what follows, so that a line would read as what it is not.
public func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
}
