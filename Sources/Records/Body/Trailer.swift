import Diagnostics

/// A line of an update that is read and not shown: `Next update: 15m`.
struct Trailer {
    let name: Name
    let value: String
    /// Where its name stands in the file.
    var offset = 0

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
        /// Of maintenance alone: elsewhere such a line is text, as in a mail that was pasted.
        case from = "From"
        case until = "Until"

        /// Whether an update may have several.
        var mayRepeat: Bool { self == .components || self == .escalated }

        /// Whether it changes what is known of the record, or is for the team alone: where such a line is not
        /// read, somebody has to know.
        var mustBeRead: Bool {
            switch self {
            case .updated, .nextUpdate, .components, .severity, .escalated, .from, .until: true
            case .estimate, .rootCause, .fix: false
            }
        }
    }
}

extension Trailer {
    /// Reads a line; nothing where it is no trailer.
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
    /// The words before the colon, as they are compared.
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
