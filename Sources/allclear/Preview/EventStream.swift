import FlyingSocks

/// Versions as server-sent events: the bytes of a response that has no end.
struct EventStream: AsyncBufferedSequence {
    typealias Element = UInt8

    let versions: AsyncStream<String>

    func makeAsyncIterator() -> Iterator {
        Iterator(versions: versions.makeAsyncIterator())
    }

    struct Iterator: AsyncBufferedIteratorProtocol {
        fileprivate var versions: AsyncStream<String>.Iterator
        fileprivate var waiting: ArraySlice<UInt8> = []

        mutating func next() async -> UInt8? {
            await nextBuffer(suggested: 1)?.first
        }

        mutating func nextBuffer(suggested count: Int) async -> ArraySlice<UInt8>? {
            if waiting.isEmpty {
                guard let version = await versions.next() else { return nil }
                waiting = Array("data: \(version)\n\n".utf8)[...]
            }
            defer { waiting = waiting.dropFirst(count) }
            return waiting.prefix(count)
        }
    }
}
