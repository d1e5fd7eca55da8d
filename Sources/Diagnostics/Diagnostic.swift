/// A mistake in what a person wrote: where it is, what is wrong, and what to write instead.
///
/// Messages follow one style: they begin in lower case, put what was written between back-ticks, and end
/// without a full stop. The hint says what to do.
public struct Diagnostic: Hashable, Sendable {
    /// Whether it stands in the way of a build.
    public enum Severity: String, Sendable {
        /// Nothing is written while there is one.
        case error
        /// Worth knowing; the build goes on.
        case warning
    }

    /// A further place that has to do with it, as the first of two that are the same.
    public struct Note: Hashable, Sendable {
        /// What is to be seen there.
        public let message: String
        /// Where.
        public let location: SourceLocation

        /// Makes a note.
        public init(_ message: String, at location: SourceLocation) {
            (self.message, self.location) = (message, location)
        }
    }

    /// Whether it stands in the way of a build.
    public var severity: Severity
    /// What kind of mistake it is: an entry of `docs/diagnostics.md`.
    public let id: ID
    /// What is wrong, and why where that is not plain.
    public let message: String
    /// Where it is.
    public let location: SourceLocation
    /// What to write instead.
    public let hint: String?
    /// Further places.
    public let related: [Note]
    /// Whether `check` takes it for an error, though a build goes on.
    public let isErrorOfCheck: Bool

    /// Makes a diagnostic.
    public init(
        _ severity: Severity,
        _ id: ID,
        _ message: String,
        at location: SourceLocation,
        hint: String? = nil,
        related: [Note] = [],
        isErrorOfCheck: Bool = false
    ) {
        (self.severity, self.id, self.message) = (severity, id, message)
        (self.location, self.hint, self.related) = (location, hint, related)
        self.isErrorOfCheck = isErrorOfCheck
    }

    /// The same as `check` reports it.
    public var asChecked: Diagnostic {
        guard isErrorOfCheck else { return self }
        var diagnostic = self
        diagnostic.severity = .error
        return diagnostic
    }
}

extension [Diagnostic] {
    /// Whether any of them stands in the way of a build.
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// Each once, by path, line and column, then by id and as they were found: the order they are told in.
    public var inOrder: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }.enumerated()
            .sorted { one, other in
                let (first, second) = (one.element.place, other.element.place)
                return first == second ? one.offset < other.offset : first < second
            }
            .map(\.element)
    }
}

extension Diagnostic {
    /// What it is sorted by: of two at one place the id decides.
    fileprivate var place: (String, Int, Int, String) {
        (location.path, location.line, location.column, id.rawValue)
    }
}
