/// A format for diagnostics as workflow commands, which GitHub shows next to the lines of a pull request.
///
/// Source: GitHub Docs, "Workflow commands for GitHub Actions".
public struct GitHubFormat: Sendable {
    /// The prefix that turns a path in the site into a path in the repository.
    private let prefix: String

    /// Makes the format.
    ///
    /// - Parameter folder: the path of the site's folder from the repository's root.
    public init(folder: String = ".") {
        let folder = folder.hasPrefix("./") ? String(folder.dropFirst(2)) : folder
        prefix = folder == "." || folder.isEmpty ? "" : folder + (folder.hasSuffix("/") ? "" : "/")
    }

    /// Returns the commands, one per line.
    public func text(for diagnostics: [Diagnostic]) -> String {
        diagnostics.map { command(for: $0) + "\n" }.joined()
    }
}

private extension GitHubFormat {
    func command(for diagnostic: Diagnostic) -> String {
        let location = diagnostic.location
        let message = diagnostic.message + (diagnostic.hint.map { "\nhint: \($0)" } ?? "")
        let command =
            "\(diagnostic.severity.rawValue) file=\(escapedProperty(prefix + location.path)),line=\(location.line),"
            + "col=\(location.column),title=\(escapedProperty(diagnostic.id.rawValue))::\(escaped(message))"
        // The command must not contain another one.
        return "::" + StreamFormat.text.neutralized(command)
    }

    /// Returns a message with the characters percent-encoded that would end the command's line.
    func escaped(_ text: String) -> String {
        replacing(["%": "%25", "\r": "%0D", "\n": "%0A"], in: text)
    }

    /// Returns a property's value with the characters percent-encoded that would end the line or the property.
    func escapedProperty(_ text: String) -> String {
        replacing(["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"], in: text)
    }

    func replacing(_ replacements: [Unicode.Scalar: String], in text: String) -> String {
        text.unicodeScalars.map { replacements[$0] ?? String($0) }.joined()
    }
}
