import FlyingSocks

/// Server-sent events as the bytes of a response that has no end.
struct EventStream: AsyncBufferedSequence {
    typealias Element = UInt8

    let events: AsyncStream<String>

    func makeAsyncIterator() -> Iterator {
        Iterator(events: events.makeAsyncIterator())
    }

    struct Iterator: AsyncBufferedIteratorProtocol {
        fileprivate var events: AsyncStream<String>.Iterator
        fileprivate var waiting: ArraySlice<UInt8> = []

        mutating func next() async -> UInt8? {
            await nextBuffer(suggested: 1)?.first
        }

        mutating func nextBuffer(suggested count: Int) async -> ArraySlice<UInt8>? {
            if waiting.isEmpty {
                guard let event = await events.next() else { return nil }
                waiting = Array(event.utf8)[...]
            }
            defer { waiting = waiting.dropFirst(count) }
            return waiting.prefix(count)
        }
    }
}
