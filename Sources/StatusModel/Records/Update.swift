/// A report by the team about a record at one time.
///
/// Its fields are those of ``Contents``, which is behind one reference; they are read and changed as members of the
/// update.
@dynamicMemberLookup
public struct Update: Hashable, Sendable {
    @usableFromInline var boxed: Boxed<Contents>

    /// Makes an update that has a text and changes nothing else.
    public init(phase: Phase, at: Instant, prose: Prose = .empty, keepsPhase: Bool = false) {
        boxed = Boxed(Contents(phase: phase, keepsPhase: keepsPhase, at: at, prose: prose))
    }

    /// Accesses a member of the contents.
    ///
    /// Write closures such as `{ $0.at }` instead of passing `\.at`: such a key path is built at run time, which takes
    /// a hundred times as long.
    @inlinable
    public subscript<Member>(dynamicMember path: WritableKeyPath<Contents, Member>) -> Member {
        _read { yield boxed.value[keyPath: path] }
        _modify { yield &boxed.value[keyPath: path] }
    }
}

extension Update {
    /// The fields of an update.
    public struct Contents: Hashable, Sendable {
        /// The phase that it reports.
        public var phase: Phase
        /// Whether the author wrote `UPDATE`: the phase is the one before, and the record is not reopened.
        public var keepsPhase: Bool
        /// The time of the update.
        public var at: Instant
        /// The text.
        public var prose: Prose
        /// The components whose status changes with it.
        public var changes: [StatusChange] = []
        /// The instant for which the next update is promised.
        public var nextUpdateAt: Instant?
        /// The expected time of the resolution.
        public var estimate: Estimate?
        /// The severity from here on, if it changes.
        public var severity: Severity.Rank?
        /// The cause, in one line.
        public var rootCause: String?
        /// The fix, in one line.
        public var fix: String?
        /// The people who were called in; internal.
        public var escalatedTo: [String] = []
        /// The new beginning of maintenance; only maintenance has one.
        public var from: Instant?
        /// The new end of maintenance; only maintenance has one.
        public var until: Instant?
    }
}

extension Update {
    /// An expected resolution: at an instant, or in the author's words.
    public enum Estimate: Hashable, Sendable {
        /// At an instant.
        case at(Instant)
        /// In words, such as "this afternoon".
        case words(String)
    }
}

/// A component's status as a record declares it.
public struct StatusChange: Hashable, Sendable {
    /// The component.
    public var component: Component.Index
    /// Its status from then on.
    public var status: ComponentStatus
    /// The instant from which it applies, if that is not the update's own; never after it.
    public var since: Instant?

    /// Makes a declaration.
    public init(_ component: Component.Index, _ status: ComponentStatus, since: Instant? = nil) {
        (self.component, self.status, self.since) = (component, status, since)
    }
}
