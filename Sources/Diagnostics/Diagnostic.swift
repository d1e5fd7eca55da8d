/// A mistake in something that a person wrote: where it is, what is wrong, and what to write instead.
///
/// All messages follow one style. They begin in lowercase, put names in backticks, and have no period at the end. They
/// state the fault, not the rule as if it were a fact: "`until` must be after `from`", not "maintenance ends after it
/// starts". The hint is an instruction, if possible with the text to write.
public struct Diagnostic: Hashable, Sendable {
    /// The weight of a mistake: an error stops a build, a warning does not.
    public enum Severity: String, Sendable {
        /// A mistake that stops the build: nothing is written.
        case error
        /// A mistake that is worth knowing about, but does not stop the build.
        case warning
    }

    /// Another place that is involved, such as the first of two duplicates.
    public struct Note: Hashable, Sendable {
        /// The remark about that place.
        public let message: String
        /// The place itself.
        public let location: SourceLocation

        /// Makes a note.
        public init(_ message: String, at location: SourceLocation) {
            (self.message, self.location) = (message, location)
        }
    }

    /// Its weight.
    public var severity: Severity
    /// The kind of mistake: an entry in `docs/diagnostics.md`.
    public let id: ID
    /// The fault, and its reason if that is not obvious.
    public let message: String
    /// Its place.
    public let location: SourceLocation
    /// An instruction, such as what to write instead.
    public let hint: String?
    /// Further places.
    public let related: [Note]
    /// Whether `check` treats the diagnostic as an error even though a build continues.
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

    /// The diagnostic as `check` reports it.
    public var asChecked: Diagnostic {
        guard isErrorOfCheck else { return self }
        var diagnostic = self
        diagnostic.severity = .error
        return diagnostic
    }
}

extension [Diagnostic] {
    /// Whether any of them stops the build.
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// The diagnostics without duplicates, in the order of the report: by path, line and column, then by id, then in
    /// the order found.
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
    /// The sort key: place, then id.
    fileprivate var place: (String, Int, Int, String) {
        (location.path, location.line, location.column, id.rawValue)
    }
}
