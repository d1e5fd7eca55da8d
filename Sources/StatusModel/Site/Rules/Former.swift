/// The values that something had before the one it has now, each up to an instant.
public struct Former<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Newest first.
    public private(set) var entries: [Entry] = []

    /// A value, and until when it held.
    public struct Entry: Hashable, Sendable {
        /// What held.
        public fileprivate(set) var value: Value
        /// When it ceased to hold.
        public let until: Instant
    }

    /// Makes a past without a change.
    public init() {}
}

extension Former {
    /// Whether it has always been as it is now.
    public var isEmpty: Bool { entries.isEmpty }

    /// The instants at which it changed, newest first.
    public var changes: [Instant] { entries.map(\.until) }

    /// Adds what held before everything known so far, until the instant, which is earlier than all of those.
    public mutating func add(_ value: Value, until: Instant) {
        entries.append(Entry(value: value, until: until))
    }

    /// What held at the instant; `nil` if that holds now, too.
    public func value(at instant: Instant) -> Value? {
        guard !entries.isEmpty else { return nil }
        let place = entries.firstPlace { $0.until <= instant }
        return place == 0 ? nil : entries[place - 1].value
    }

    /// The same with each value changed.
    func map(_ change: (Value) -> Value) -> Former {
        var former = self
        for place in former.entries.indices {
            former.entries[place].value = change(former.entries[place].value)
        }
        return former
    }
}
