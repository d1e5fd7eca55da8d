import Foundation

@testable import Publishing

/// Counts a build's operations and ends it before one of them, as a kill would.
final class Stop: @unchecked Sendable {
    private let lock = NSLock()
    private var remaining: Int

    init(before operation: Int) {
        remaining = operation
    }

    func callAsFunction() throws(PublishingError) {
        lock.lock()
        defer { lock.unlock() }
        if remaining == 0 { throw Stop.error }
        remaining -= 1
    }

    private static let error = PublishingError.system(.write, path: "killed", errno: EINTR)
}

extension LinkedSite {
    /// Publishes the site and ends the build before that operation; tells whether it came to its end.
    func publish(into scratch: Scratch, stoppedBefore operation: Int) -> Bool {
        let stop = Stop(before: operation)
        do {
            _ = try Publishing.publish(
                outputs,
                into: scratch.output,
                interruption: { () throws(PublishingError) in try stop() }
            )
            return true
        } catch {
            return false
        }
    }

    @discardableResult
    func publish(into scratch: Scratch, force: Bool = false) throws -> PublishingSummary {
        try Publishing.publish(outputs, into: scratch.output, force: force)
    }
}
