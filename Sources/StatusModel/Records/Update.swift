/// What the team said about a record at one instant.
///
/// Its fields are those of ``Contents``, behind one reference, and are read and changed as members of the update.
@dynamicMemberLookup
public struct Update: Hashable, Sendable {
    @usableFromInline var boxed: Boxed<Contents>

    /// Makes an update that says something and changes nothing else.
    public init(phase: Phase, at: Instant, prose: Prose = .empty, keepsPhase: Bool = false) {
        boxed = Boxed(Contents(phase: phase, keepsPhase: keepsPhase, at: at, prose: prose))
    }

    /// A member of the contents. Closures name it, `{ $0.at }`, rather than pass `\.at`: such a key path is put
    /// together at run time, which takes a hundred times as long.
    @inlinable
    public subscript<Member>(dynamicMember path: WritableKeyPath<Contents, Member>) -> Member {
        _read { yield boxed.value[keyPath: path] }
        _modify { yield &boxed.value[keyPath: path] }
    }
}

extension Update {
    /// The fields of an update.
    public struct Contents: Hashable, Sendable {
        /// The phase it reports.
        public var phase: Phase
        /// Whether the author wrote `UPDATE`: the phase is the one before, and nothing reopens.
        public var keepsPhase: Bool
        /// When it was said.
        public var at: Instant
        /// What was said.
        public var prose: Prose
        /// The components whose status changes with it.
        public var changes: [StatusChange] = []
        /// When the next update is promised.
        public var nextUpdateAt: Instant?
        /// When a resolution is expected.
        public var estimate: Estimate?
        /// The severity from here on, where it changes.
        public var severity: Severity.Rank?
        /// The cause, in one line.
        public var rootCause: String?
        /// The remedy, in one line.
        public var fix: String?
        /// Who was called in: internal.
        public var escalatedTo: [String] = []
        /// Maintenance alone: when it is to begin now.
        public var from: Instant?
        /// Maintenance alone: when it is to end now.
        public var until: Instant?
    }
}

extension Update {
    /// An expected resolution: at an instant, or in the author's words.
    public enum Estimate: Hashable, Sendable {
        /// At an instant.
        case at(Instant)
        /// In words, as in "this afternoon".
        case words(String)
    }
}

/// A component's status as a record declares it.
public struct StatusChange: Hashable, Sendable {
    /// Which component.
    public var component: Component.Index
    /// Its status from then on.
    public var status: ComponentStatus
    /// From when on, where that is not the update's own time; never after it.
    public var since: Instant?

    /// Makes a declaration.
    public init(_ component: Component.Index, _ status: ComponentStatus, since: Instant? = nil) {
        (self.component, self.status, self.since) = (component, status, since)
    }
}
