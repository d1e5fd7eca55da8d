import Records
import StatusModel

/// The files of a status site's repository, as they would be written.
struct StarterFiles {
    /// The texts of the files, by path relative to the repository's folder.
    let texts: [String: String]
    /// The parts of them that follow `status.yml`.
    let parts: RenewedParts

    /// - Parameter remote: the address of the repository, if known.
    init(for site: StarterSite, hosts: [CodeHost], remote: RemoteRepository?, at now: Instant) {
        let parts = RenewedParts(of: site.configuration.page, in: remote, at: now)
        let words = ["version": Allclear.version, "releases": Allclear.releases]
        var texts = site.texts
        for folder in ["common"] + hosts.map(\.rawValue) {
            texts.merge(StarterTexts.texts(in: folder).mapValues { StarterTexts.filled($0, with: words) }) {
                $1
            }
        }
        let ownParts = hosts.map { StarterTexts.text(of: "readme/\($0.rawValue).md") }
        texts[RenewedParts.readme] = StarterTexts.filled(
            StarterTexts.text(of: "readme/README.md"),
            with: ["hosts": String(ownParts.joined(separator: "\n").dropLast())]
        )
        texts[".allclear/status.schema.json"] = FileSchema.status.text
        for path in RenewedParts.paths { texts[path] = texts[path].map { parts.filled(into: $0).text } }
        (self.texts, self.parts) = (texts, parts)
    }
}
