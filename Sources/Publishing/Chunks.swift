import Dispatch

/// Work on `count` items, handed out in chunks to whichever thread is free.
///
/// Chunks reduce contention for the counter; they are small, so that no thread is left alone with a long
/// last chunk.
final class Chunks: @unchecked Sendable {
    private let count: Int
    private var next = 0
    private let gate = DispatchQueue(label: "chunks")

    init(of count: Int) {
        self.count = count
    }

    /// Returns the next indexes to work on, or `nil` if all are taken.
    func take() -> Range<Int>? {
        gate.sync {
            guard next < count else { return nil }
            defer { next = min(count, next + Chunks.length) }
            return next..<min(count, next + Chunks.length)
        }
    }

    /// Stops handing out indexes.
    func stop() {
        gate.sync { next = count }
    }

    private static let length = 4
}

/// Runs `work` once on each of the given number of threads and returns the results, in no particular order.
func onThreads<Result: Sendable>(_ count: Int, _ work: @Sendable () -> Result) -> [Result] {
    guard count > 1 else { return [work()] }
    let results = Results<Result>()
    DispatchQueue.concurrentPerform(iterations: count) { _ in
        results.append(work())
    }
    return results.all
}

private final class Results<Element: Sendable>: @unchecked Sendable {
    private(set) var all: [Element] = []
    private let gate = DispatchQueue(label: "results")

    func append(_ element: Element) {
        gate.sync { all.append(element) }
    }
}
