/// A format for diagnostics that people read in a terminal: place, message, the line with a caret under the word in
/// question, and what to write instead.
public struct TerminalFormat: Sendable {
    private let colors: Bool

    /// Makes the format, with or without ANSI colors.
    public init(colors: Bool) {
        self.colors = colors
    }

    /// Returns the text for all diagnostics, each followed by an empty line.
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
        return lines.map { withoutCommands($0) + "\n" }.joined()
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

    /// Returns the line without commands: in the log of a CI job, a path or a message may begin with `::`, and an
    /// excerpt may contain `##[`.
    func withoutCommands(_ line: String) -> String {
        var (scalars, commands) = (String.UnicodeScalarView(), CommandScanner())
        for scalar in line.unicodeScalars {
            if commands.completes(scalar) { scalars.append("\\") }
            scalars.append(scalar)
        }
        return String(scalars)
    }

    func styled(_ text: String, as code: String) -> String {
        colors ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
