/// The errors and warnings found while something is read, in the order in which they were found.
///
/// Code that reads a file creates one for it, and passes it to everything that reads a part of that file.
public final class Findings {
    /// The errors and warnings found so far.
    public private(set) var all: [Diagnostic] = []

    /// Makes an empty collection.
    public init() {}

    /// Whether any of them is an error.
    ///
    /// If so, nothing is written.
    public private(set) var hasErrors = false

    /// The errors among them.
    public var errors: [Diagnostic] { all.filter { $0.severity == .error } }
}

extension Findings {
    /// Adds an error, because of which nothing is written.
    ///
    /// - Parameters:
    ///   - id: its entry in `docs/diagnostics.md`.
    ///   - place: its place.
    ///   - message: what is wrong: in lowercase, with quoted text in backticks, without a period.
    ///   - hint: what to write instead.
    ///   - related: other places that are involved.
    public func error(
        _ id: Diagnostic.ID, at place: SourceLocation, _ message: String, hint: String? = nil,
        related: [Diagnostic.Note] = []
    ) {
        add(Diagnostic(.error, id, message, at: place, hint: hint, related: related))
    }

    /// Adds a warning, despite which the build continues.
    ///
    /// - Parameters:
    ///   - id: its entry in `docs/diagnostics.md`.
    ///   - place: its place.
    ///   - message: what is wrong: in lowercase, with quoted text in backticks, without a period.
    ///   - hint: what to write instead.
    ///   - related: other places that are involved.
    public func warning(
        _ id: Diagnostic.ID, at place: SourceLocation, _ message: String, hint: String? = nil,
        related: [Diagnostic.Note] = []
    ) {
        add(Diagnostic(.warning, id, message, at: place, hint: hint, related: related))
    }

    /// Adds a diagnostic that was made elsewhere.
    public func add(_ diagnostic: Diagnostic) {
        all.append(diagnostic)
        if diagnostic.severity == .error { hasErrors = true }
    }

    /// Adds diagnostics that were found elsewhere.
    public func add(_ diagnostics: some Sequence<Diagnostic>) {
        for diagnostic in diagnostics { add(diagnostic) }
    }
}
