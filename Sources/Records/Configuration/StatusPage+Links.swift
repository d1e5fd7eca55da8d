import Diagnostics
import StatusModel

extension MapShape {
    /// An element of `links:`.
    static let link = MapShape(
        "a link",
        [
            .required("text", .text, "What readers see."),
            .required("url", .written(.address), "Where it leads."),
        ]
    )
}

extension StatusPage.Link {
    init?(reading value: YAMLValue, into findings: Findings) {
        let hint = "write `{text: Support, url: https://example.com/help}`"
        guard let map = MappingReader(value, as: .link, into: findings),
            let text = map.requiredText("text", hint: hint),
            let url = map.requiredText("url", hint: hint)
        else { return nil }
        guard isSafeAddress(url) else {
            findings.add(unsafeAddress(url, at: map.value("url")?.location ?? value.location))
            return nil
        }
        self.init(text: text, url: url)
    }
}

/// What is said of an address that no link may carry.
func unsafeAddress(_ url: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
        .error, .unsafeLink, "`\(url)` is no address of a web page or mailbox", at: location,
        hint: lineToWrite(
            for: url, at: location, by: correctedAddress, reads: isSafeAddress,
            else: "write an absolute address that begins with `https://`, `http://` or `mailto:`"))
}
