/// The earlier values of something, each with the instant at which it was replaced.
public struct Former<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The earlier values, newest first.
    public private(set) var entries: [Entry] = []

    /// An earlier value, and the instant until which it applied.
    public struct Entry: Hashable, Sendable {
        /// The value.
        public fileprivate(set) var value: Value
        /// The instant at which it was replaced.
        public let until: Instant
    }

    /// Makes a history without changes.
    public init() {}
}

extension Former {
    /// Whether the value has never changed.
    public var isEmpty: Bool { entries.isEmpty }

    /// The instants at which it changed, newest first.
    public var changes: [Instant] { entries.map(\.until) }

    /// Adds a value that applied before all that are known so far, until the instant, which is earlier than all of
    /// theirs.
    public mutating func add(_ value: Value, until: Instant) {
        entries.append(Entry(value: value, until: until))
    }

    /// Returns the value that applied at the instant, or `nil` if that is the current one.
    public func value(at instant: Instant) -> Value? {
        guard !entries.isEmpty else { return nil }
        let place = entries.firstPlace { $0.until <= instant }
        return place == 0 ? nil : entries[place - 1].value
    }

    /// Returns a copy with each value changed.
    func map(_ change: (Value) -> Value) -> Former {
        var former = self
        for place in former.entries.indices {
            former.entries[place].value = change(former.entries[place].value)
        }
        return former
    }
}
