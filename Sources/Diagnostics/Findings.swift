/// The mistakes found while something is read, in the order they are met.
///
/// Whoever reads a file makes one for it, and hands it to all that read a part of that file.
public final class Findings {
    /// The mistakes found so far.
    public private(set) var all: [Diagnostic] = []

    /// Nothing yet.
    public init() {}

    /// Whether any of them is an error. If so, nothing is written.
    public private(set) var hasErrors = false

    /// The errors among them.
    public var errors: [Diagnostic] { all.filter { $0.severity == .error } }
}

extension Findings {
    /// Adds a mistake with which nothing is written.
    ///
    /// - Parameters:
    ///   - id: its entry of `docs/diagnostics.md`.
    ///   - place: where it is.
    ///   - message: what is wrong: in lower case, with what was written in back-ticks, without a full stop.
    ///   - hint: what to write instead.
    ///   - related: further places that have to do with it.
    public func error(
        _ id: Diagnostic.ID, at place: SourceLocation, _ message: String, hint: String? = nil,
        related: [Diagnostic.Note] = []
    ) {
        add(Diagnostic(.error, id, message, at: place, hint: hint, related: related))
    }

    /// Adds a mistake with which the build goes on.
    ///
    /// - Parameters:
    ///   - id: its entry of `docs/diagnostics.md`.
    ///   - place: where it is.
    ///   - message: what is wrong: in lower case, with what was written in back-ticks, without a full stop.
    ///   - hint: what to write instead.
    ///   - related: further places that have to do with it.
    public func warning(
        _ id: Diagnostic.ID, at place: SourceLocation, _ message: String, hint: String? = nil,
        related: [Diagnostic.Note] = []
    ) {
        add(Diagnostic(.warning, id, message, at: place, hint: hint, related: related))
    }

    /// Adds what was worded elsewhere.
    public func add(_ diagnostic: Diagnostic) {
        all.append(diagnostic)
        if diagnostic.severity == .error { hasErrors = true }
    }

    /// Adds what was found elsewhere.
    public func add(_ diagnostics: some Sequence<Diagnostic>) {
        for diagnostic in diagnostics { add(diagnostic) }
    }
}
