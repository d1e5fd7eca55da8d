import Dispatch
import Foundation
import Testing

import Publishing

@Suite struct LockTests {
    @Test func secondBuildWaitsForTheFirstAndSaysSo() throws {
        let output = try Scratch()
        let path = output.output
        let events = Events()
        let (started, waits, done) = (
            DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
        )
        Thread.detachNewThread {
            let slow = Output(path: "a.html") {
                started.signal()
                // So that a build that does not wait fails this test rather than hanging it.
                _ = waits.wait(timeout: .now() + 10)
                events.add("first renders")
                return Array("first".utf8)
            }
            _ = try? publish([slow], into: path)
            done.signal()
        }
        started.wait()
        let second = Output(path: "a.html") {
            events.add("second renders")
            return Array("second".utf8)
        }
        try publish([second], into: path) {
            events.add("second waits")
            waits.signal()
        }
        done.wait()
        #expect(events.all == ["second waits", "first renders", "second renders"])
        #expect(output.read("a.html") == "second")
    }

    @Test func loneBuildDoesNotWait() throws {
        let (scratch, events) = (try Scratch(), Events())
        try publish([page("a", "")], into: scratch.output) { events.add("waits") }
        #expect(scratch.read("a") != nil)
        #expect(events.all == [])
    }
}

private final class Events: @unchecked Sendable {
    private let lock = NSLock()
    private var events: [String] = []

    var all: [String] { lock.withLock { events } }

    func add(_ event: String) {
        lock.withLock { events.append(event) }
    }
}
