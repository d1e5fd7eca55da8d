import Dispatch
import Synchronization

/// A value that is worked out on another thread from the moment this is made.
final class Background<Value: Sendable>: Sendable {
    private let result = Mutex(Value?.none)
    private let work = DispatchGroup()

    init(_ make: @escaping @Sendable () -> Value) {
        DispatchQueue.global().async(group: work) { [self] in
            let value = make()
            result.withLock { $0 = value }
        }
    }

    /// Waits for the value.
    func wait() -> Value? {
        work.wait()
        return result.withLock { $0 }
    }
}
