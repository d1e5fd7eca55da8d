import Foundation
import StatusModel

/// The instant of `2026-01-02T17:05Z` or `2026-01-02T18:05+01:00`, read by Foundation.
func at(_ text: String) throws -> Instant {
    let style = Date.ISO8601FormatStyle()
    let clock = text.firstIndex(of: "T") ?? text.endIndex
    let zone = text[clock...].firstIndex { "Z+-".contains($0) } ?? text.endIndex
    let withSeconds = text[..<zone] + ":00" + text[zone...]
    return Instant(seconds: Int(try style.parse(String(withSeconds)).timeIntervalSince1970))
}

/// The range between two such instants.
func range(_ from: String, _ to: String) throws -> TimeRange {
    TimeRange(from: try at(from), to: try at(to))
}

let minute = 60
let hour = 3_600
let day = 86_400
