import Diagnostics

/// A line at the end of an update that is read and not shown: `Next update: 15m`.
struct Trailer {
    let name: Name
    let value: String

    /// The trailers there are.
    enum Name: String, CaseIterable {
        case updated = "Updated"
        case nextUpdate = "Next update"
        case estimate = "ETA"
        case components = "Components"
        case severity = "Severity"
        case rootCause = "Root cause"
        case fix = "Fix"
        case escalated = "Escalated"
        case until = "Until"

        /// Whether an update may have several.
        var mayRepeat: Bool { self == .components || self == .escalated }
    }
}

extension Trailer {
    /// Reads a line; nothing where it is no trailer.
    init?(_ line: String) {
        guard let (key, value) = Trailer.parts(of: line), let name = Trailer.names[key] else { return nil }
        (self.name, self.value) = (name, value)
    }

    /// The trailer that a line was probably meant to be: `Udpated: 17:05`.
    static func nearMiss(_ line: String) -> Name? {
        guard let (key, value) = parts(of: line), key.utf8.count >= 5, !value.isEmpty, names[key] == nil
        else { return nil }
        return Name.allCases.first {
            $0.rawValue.utf8.count >= 5 && editDistance(from: key, to: $0.rawValue) <= 2
        }
    }

    private static func parts(of line: String) -> (key: String, value: String)? {
        guard let colon = line.utf8.prefix(20).firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return (line[..<colon].trimmed.folded, line[line.utf8.index(after: colon)...].trimmed)
    }

    private static let names = Dictionary(
        uniqueKeysWithValues: Name.allCases.map { ($0.rawValue.folded, $0) }
    )
}
