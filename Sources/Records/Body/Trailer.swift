import Diagnostics

/// A line of an update that is read but not shown, such as `Next update: 15m`.
struct Trailer {
    let name: Name
    let value: String
    /// The offset of its name in the file.
    var offset = 0

    /// The names of the trailers.
    enum Name: String, CaseIterable {
        case updated = "Updated"
        case nextUpdate = "Next update"
        case estimate = "ETA"
        case components = "Components"
        case severity = "Severity"
        case rootCause = "Root cause"
        case fix = "Fix"
        case escalated = "Escalated"
        /// Only for maintenance: in other records such a line is text, for example in a pasted email.
        case from = "From"
        case until = "Until"

        /// Whether an update may have several.
        var mayRepeat: Bool { self == .components || self == .escalated }

        /// Whether it changes what is known of the record or is only for the team, so that a line that is not read must
        /// be reported.
        var mustBeRead: Bool {
            switch self {
            case .updated, .nextUpdate, .components, .severity, .escalated, .from, .until: true
            case .estimate, .rootCause, .fix: false
            }
        }
    }
}

extension Trailer {
    /// Reads a line; `nil` if it is not a trailer.
    init?(_ line: String) {
        guard let line = NamedLine(line), let name = Trailer.names[line.key] else { return nil }
        self.name = name
        value = line.value
    }

    static let names: [String: Name] = {
        var names = Dictionary(uniqueKeysWithValues: Name.allCases.map { ($0.rawValue.folded, $0) })
        names["escalated to"] = .escalated
        return names
    }()
}

/// A line that begins with a few words and a colon.
struct NamedLine {
    /// The words before the colon, in the form in which they are compared.
    let key: String
    /// The words as written.
    let name: String
    let value: String

    init?(_ line: String) {
        guard let colon = line.unicodeScalars.prefix(40).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
            return nil
        }
        let words = line[..<colon].withoutInvisible.split { $0 == " " || $0 == "\t" }
        name = words.joined(separator: " ")
        key = name.folded
        value = line[line.unicodeScalars.index(after: colon)...].trimmed
    }
}

extension Substring {
    fileprivate var withoutInvisible: String {
        String(self).withoutInvisibleStart
    }
}
