import Diagnostics
import Synchronization
import Testing

@Suite struct LazyTests {
    /// Tells how often it was asked.
    private final class Source: Sendable {
        private let asked = Atomic(0)

        func next() -> Int { asked.add(1, ordering: .relaxed).newValue }
    }

    @Test func aValueIsMadeOnceAndWhatItWasMadeFromIsLetGo() throws {
        var source: Source? = Source()
        weak let seen = source
        let lazy = Lazy { [source] in source?.next() }
        source = nil
        #expect(seen != nil)
        #expect(lazy.value == 1)
        #expect(seen == nil)
        #expect(lazy.value == 1)
    }
}
