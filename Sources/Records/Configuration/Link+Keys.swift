import Diagnostics
import StatusModel

extension StatusPage.Link {
    private static let hint = "write `{text: Support, url: https://example.com/help}`"

    /// An element of `links:`.
    static let keys = KeyTable<StatusPage.Link>(
        "this link",
        [
            .required("text", .text, "The text of the link.", hint: hint) { $0.text = $1 },
            .required("url", .webAddress, "The address of the link.", hint: hint) { $0.url = $1 },
        ]
    )

    init?(reading value: YAMLValue, into findings: Findings) {
        self.init(text: "", url: "")
        guard Self.keys.read(value, into: &self, findings) != nil, !text.isEmpty, !url.isEmpty else {
            return nil
        }
    }
}

extension KeyForm where Value == String {
    /// The address of a web page or mailbox.
    static var webAddress: KeyForm {
        .made(.written(.address), by: { isSafeAddress($0) ? $0 : nil }, else: unsafeAddress)
    }
}

extension KeyForm where Value == [String] {
    /// One address of a web page or mailbox, or a list of them.
    static var webAddresses: KeyForm {
        KeyForm(shape: .oneOrMore(.written(.address))) { map, name in
            guard map.has(name) else { return nil }
            return map.texts(name, by: { isSafeAddress($0) ? $0 : nil }, else: unsafeAddress)
        }
    }
}

/// Returns the error for an address that links may not have.
@Sendable func unsafeAddress(_ url: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
        .error, .unsafeLink, "`\(url)` is not the address of a web page or mailbox", at: location,
        hint: lineToWrite(
            for: url, at: location, by: correctedAddress, reads: isSafeAddress,
            else: "use an absolute address that begins with `https://`, `http://` or `mailto:`"))
}
