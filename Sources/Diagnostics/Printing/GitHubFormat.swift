/// Diagnostics as workflow commands, which GitHub shows beside the lines of a pull request.
///
/// Source: GitHub Docs, "Workflow commands for GitHub Actions".
public struct GitHubFormat: Sendable {
    /// What stands before a path of the site to make it one of the repository.
    private let prefix: String

    /// Makes the format.
    ///
    /// - Parameter folder: the site's folder, from the repository's.
    public init(folder: String = ".") {
        let folder = folder.hasPrefix("./") ? String(folder.dropFirst(2)) : folder
        prefix = folder == "." || folder.isEmpty ? "" : folder + (folder.hasSuffix("/") ? "" : "/")
    }

    /// The commands, one a line.
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
        // No other command stands within it.
        return "::" + StreamFormat.text.neutralized(command)
    }

    /// A message: what would end the command's line is percent-encoded.
    func escaped(_ text: String) -> String {
        replacing(["%": "%25", "\r": "%0D", "\n": "%0A"], in: text)
    }

    /// A property's value: what would end the property, too.
    func escapedProperty(_ text: String) -> String {
        replacing(["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"], in: text)
    }

    func replacing(_ replacements: [Unicode.Scalar: String], in text: String) -> String {
        text.unicodeScalars.map { replacements[$0] ?? String($0) }.joined()
    }
}
