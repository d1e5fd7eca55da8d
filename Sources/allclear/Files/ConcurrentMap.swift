import Dispatch

extension Array where Element: Sendable {
    /// Returns the transformed elements in the same order, computed on all cores.
    ///
    /// For fewer than `threshold` elements, one core is faster than waking others.
    func concurrentMap<Image: Sendable>(
        threshold: Int = 200,
        _ transform: @Sendable (Element) -> Image
    ) -> [Image] {
        guard count >= threshold else { return map(transform) }
        let chunks = Swift.min(count / 50, 64)
        let images = ConcurrentResults<[Image]>(count: chunks)
        DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
            let range = (count * chunk / chunks)..<(count * (chunk + 1) / chunks)
            images.set(self[range].map(transform), at: chunk)
        }
        return images.values.flatMap { $0 }
    }
}

/// A slot for the result of each chunk of work.
private final class ConcurrentResults<Value: Sendable>: @unchecked Sendable {
    // Each slot is written once, by the one thread that has its chunk, and read after all threads have ended.
    private let slots: UnsafeMutableBufferPointer<Value?>

    init(count: Int) {
        slots = .allocate(capacity: count)
        slots.initialize(repeating: nil)
    }

    deinit {
        slots.deinitialize()
        slots.deallocate()
    }

    func set(_ value: Value, at index: Int) { slots[index] = value }

    var values: [Value] { slots.compactMap { $0 } }
}
