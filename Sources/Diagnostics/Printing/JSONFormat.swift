/// A format for diagnostics as a JSON array, for editors and scripts.
public struct JSONFormat: Sendable {
    /// Makes the format.
    public init() {}

    /// Returns the array, with one object per line and a line feed at the end.
    public func text(for diagnostics: [Diagnostic]) -> String {
        diagnostics.isEmpty ? "[]\n" : "[\n" + diagnostics.map(object).joined(separator: ",\n") + "\n]\n"
    }
}

private extension JSONFormat {
    func object(for diagnostic: Diagnostic) -> String {
        let related = diagnostic.related.map {
            "{\(place($0.location)),\"message\":\(quoted($0.message))}"
        }
        return "{\(place(diagnostic.location)),\"severity\":\(quoted(diagnostic.severity.rawValue)),"
            + "\"id\":\(quoted(diagnostic.id.rawValue)),\"message\":\(quoted(diagnostic.message)),"
            + "\"hint\":\(diagnostic.hint.map(quoted) ?? "null"),\"related\":[\(related.joined(separator: ","))]}"
    }

    func place(_ location: SourceLocation) -> String {
        "\"path\":\(quoted(location.path)),\"line\":\(location.line),\"column\":\(location.column)"
    }

    /// Returns a JSON string (RFC 8259, §7).
    func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        JSONText.append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
