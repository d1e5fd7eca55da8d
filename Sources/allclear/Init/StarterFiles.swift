import Records
import StatusModel

/// The files of a status repository, as they would be written.
struct StarterFiles {
    /// By path from the repository's folder on.
    let texts: [String: String]

    /// - Parameter remote: where the repository lies, if that is known.
    init(for site: StarterSite, hosts: [CodeHost], remote: RemoteRepository?, at now: Instant) {
        let words = StarterWords(of: site.configuration.page, hosts: hosts, remote: remote)
        let choices = FormChoices(of: site.configuration.page, at: now)
        var texts = site.texts
        for folder in ["common"] + hosts.map(\.rawValue) {
            texts.merge(StarterTexts.texts(in: folder).mapValues(words.filled)) { $1 }
        }
        texts["README.md"] = words.readme
        texts[".allclear/status.schema.json"] = FileSchema.status.text
        texts[FormChoices.path] = texts[FormChoices.path].map { choices.filled(into: $0) ?? $0 }
        self.texts = texts
    }
}

/// What is filled into the files that every site gets.
private struct StarterWords {
    private let values: [String: String]
    private let hosts: [CodeHost]

    init(of page: StatusPage, hosts: [CodeHost], remote: RemoteRepository?) {
        self.hosts = hosts
        let repository = remote.map { "\($0.owner)/\($0.name)" } ?? "OWNER/REPO"
        let severity = page.severity(with: .partialOutage)?.level.writtenInYAML
        let record = [
            "severity-line": severity.map { "severity: \($0)\n" } ?? "",
            "severity-option": severity.map { "--severity \($0) " } ?? "",
            "component": page.components.first?.id ?? "website",
            "status": ComponentStatus.partialOutage.name,
        ]
        let link = { (path: String, text: String) in
            let text = StarterTexts.filled(StarterTexts.text(of: "links/\(text)"), with: record)
            let path = "incidents/YYYY/YYYY-MM-DD-\(path).md"
            return NewFileLink(in: repository, path: path, text: text).address
        }
        let own = [
            "heading": page.title, "version": Allclear.version, "releases": Allclear.releases,
            "new-incident": link("what-is-wrong", "incident.md"),
            "new-maintenance": link("what-is-done", "maintenance.md"),
        ]
        values = record.merging(own) { $1 }
    }

    func filled(_ text: String) -> String { StarterTexts.filled(text, with: values) }

    /// The parts of hosts are filled in by themselves: a value is not looked through.
    var readme: String {
        let parts = hosts.map { filled(StarterTexts.text(of: "readme/\($0.rawValue).md")) }
        let hosts = ["hosts": parts.joined(separator: "\n").dropLast().description]
        return StarterTexts.filled(
            StarterTexts.text(of: "readme/README.md"),
            with: values.merging(hosts) { $1 }
        )
    }
}
