import ArgumentParser
import Foundation
import StatusModel

/// The one place that reads the clock.
enum Clock {
    /// The instant that SOURCE_DATE_EPOCH names, else the present.
    ///
    /// Source: reproducible-builds.org, "SOURCE_DATE_EPOCH specification".
    static func now() throws -> Instant {
        guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty else {
            return Instant(seconds: Int(Date().timeIntervalSince1970.rounded(.down)))
        }
        guard let seconds = Int(text), (0..<4_102_444_800).contains(seconds) else {
            throw ValidationError("SOURCE_DATE_EPOCH is `\(text)`, but must be whole seconds since 1970")
        }
        return Instant(seconds: seconds)
    }

    /// The seconds since 1970 by the system's clock, to be compared with files' times.
    static var seconds: Int { Int(Date().timeIntervalSince1970) }

    /// Says how long something took.
    struct Stopwatch {
        private let start = ContinuousClock.now

        /// Milliseconds since it was made.
        var milliseconds: Int {
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
        }
    }
}
