import Dispatch

/// Work on `count` things, handed out in chunks to whichever thread is free.
///
/// Chunks keep the threads from meeting at the counter; they are small, so that none ends up with a long
/// last one alone.
final class Chunks: @unchecked Sendable {
    private let count: Int
    private var next = 0
    private let gate = DispatchQueue(label: "chunks")

    init(of count: Int) {
        self.count = count
    }

    /// The next indexes to work on; nothing when all are taken.
    func take() -> Range<Int>? {
        gate.sync {
            guard next < count else { return nil }
            defer { next = min(count, next + Chunks.length) }
            return next..<min(count, next + Chunks.length)
        }
    }

    /// Hands out no more.
    func stop() {
        gate.sync { next = count }
    }

    private static let length = 4
}

/// Runs `work` once on each of that many threads and gathers what they return, in no order.
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
