import Synchronization

/// A value that is made once, when any thread first asks for it.
///
/// After that, what it was made from is released.
public final class Lazy<Value: Sendable>: Sendable {
    private enum State: Sendable {
        case unmade(@Sendable () -> Value)
        case made(Value)
    }

    private let state: Mutex<State>

    /// Makes a value that is made when it is first needed.
    ///
    /// - Parameter make: a function that makes the value. It must not ask for the value itself.
    public init(_ make: @escaping @Sendable () -> Value) {
        state = Mutex(.unmade(make))
    }

    /// The value.
    public var value: Value {
        state.withLock { state in
            switch state {
            case .made(let value): return value
            case .unmade(let make):
                let value = make()
                state = .made(value)
                return value
            }
        }
    }
}
