import Foundation
import StatusModel

/// The instant of `2026-01-02T17:05:00Z`, read by Foundation.
func at(_ text: String) throws -> Instant {
    Instant(seconds: Int(try Date.ISO8601FormatStyle().parse(text).timeIntervalSince1970))
}
