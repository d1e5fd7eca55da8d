import Reliability
import StatusModel

/// The parts of a repository's `README.md` that describe its page: the heading, an example to type, and links to
/// new records.
struct ReadmeParts {
    let parts: [RenewedParts.Part]

    /// - Parameter remote: the address of the repository; links do not name it if it is not known.
    init(of page: StatusPage, in remote: RemoteRepository?, at now: Instant) {
        let severity = page.severity(with: .partialOutage)?.level.writtenInYAML
        let component = page.components.first { !$0.isRetired(at: now) } ?? page.components.first
        let record = [
            "severity-line": severity.map { "severity: \($0)\n" } ?? "",
            "severity-option": severity.map { "--severity \($0) " } ?? "",
            "component": component?.id ?? "website",
            "status": ComponentStatus.partialOutage.name,
        ]
        let link = { (path: String, text: String) in
            let text = StarterTexts.filled(StarterTexts.text(of: "links/\(text)"), with: record)
            let path = "incidents/YYYY/YYYY-MM-DD-\(path).md"
            return NewFileLink(
                in: remote.map { "\($0.owner)/\($0.name)" } ?? Self.unknown, path: path, text: text
            )
            .address
        }
        let own = [
            "heading": page.title, "new-incident": link("what-is-wrong", "incident.md"),
            "new-maintenance": link("what-is-done", "maintenance.md"),
        ]
        parts = ["heading", "example", Self.links].map { name in
            let text = StarterTexts.filled(
                StarterTexts.text(of: "renewed/\(name).md"),
                with: record.merging(own) { $1 }
            )
            return (name, text.split(separator: "\n").map(String.init))
        }
    }

    /// The name of the part that links to the repository.
    static let links = "links"
    /// The name in links of a repository that is not known.
    static let unknown = "OWNER/REPO"
}
