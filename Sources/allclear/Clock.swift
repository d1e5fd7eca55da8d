import ArgumentParser
import Foundation
import StatusModel

/// The one place that reads the clock.
enum Clock {
    /// Returns the instant that SOURCE_DATE_EPOCH specifies, or else the present.
    ///
    /// Source: reproducible-builds.org, "SOURCE_DATE_EPOCH specification".
    static func now() throws -> Instant {
        guard let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty else {
            return Instant(seconds: Int(Date().timeIntervalSince1970.rounded(.down)))
        }
        guard let seconds = Int(text), (0..<4_102_444_800).contains(seconds) else {
            throw ValidationError(
                "SOURCE_DATE_EPOCH is `\(text)`, but must be a whole number of seconds since 1970")
        }
        return Instant(seconds: seconds)
    }

    /// The seconds since 1970 by the system's clock, for comparison with the times of files.
    static var seconds: Int { Int(Date().timeIntervalSince1970) }

    /// Measures how long something takes.
    struct Stopwatch {
        private let start = ContinuousClock.now

        /// The milliseconds since the stopwatch was created.
        var milliseconds: Int {
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
        }
    }
}
