import Synchronization

/// A value that is made when it is first asked for: once, whichever thread asks.
public final class Lazy<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    /// - Parameter make: makes the value. It must not ask for the value itself.
    public init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
    }

    /// The value.
    public var value: Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }
}
