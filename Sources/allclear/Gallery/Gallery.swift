import Diagnostics
import Publishing
import Records
import StatusModel
import StatusSite

/// Fictional sites in every state, in the style of a site, for people who restyle it.
///
/// The ordinary reader and planner make them from records, so that they show only what records can say and a site
/// can show.
struct Gallery {
    /// The fictional sites, in the order of their names.
    let situations: [Situation]
    /// The findings about the page that links to them; there should be none.
    let diagnostics: [Diagnostic]
    /// Every file of the gallery, still to be rendered.
    let outputs: [Output]

    /// The instant for which the fictional records were written: 2026-05-20T12:00:00Z.
    ///
    /// The clock is not used, so that a gallery changes only with the style.
    static let now = Instant(seconds: 1_779_278_400)

    /// - Parameter look: the site whose templates, static files, title and brand are shown.
    init(in look: LoadedSite) {
        let situations = Self.names.map { Situation($0, in: look, at: Self.now) }
        let files = situations.flatMap(\.outputs)
        let index = GalleryIndex(leadingTo: files.map(\.path), at: Self.now)
        self.situations = situations
        diagnostics = index.diagnostics
        outputs = files + index.outputs(among: situations, at: Self.now)
    }
}

extension Gallery {
    /// The names of the fictional sites: folders in `gallery-records/`, and those that are generated.
    static let names = Set(
        embeddedGallery.compactMap { file in
            file.name.firstIndex(of: "/").map { String(file.name[..<$0]) }
        }
    ).union(LargeSite.all.keys).sorted()

    /// Returns a file of `gallery-records/`, by its path in that folder.
    static func file(_ path: String) -> SourceFile? {
        embeddedGallery.first { $0.name == path }.map { name, text in
            SourceFile(path: name, bytes: text.withUTF8Buffer(Array.init))
        }
    }

    /// Returns the files of a fictional site, by their paths in its folder.
    static func files(of name: String) -> [SourceFile] {
        if let site = LargeSite.all[name] { return site.files(at: now) }
        return embeddedGallery.filter { $0.name.hasPrefix(name + "/") }.map { path, text in
            SourceFile(
                path: String(path.dropFirst(name.utf8.count + 1)),
                bytes: text.withUTF8Buffer(Array.init)
            )
        }
    }
}

extension LoadedSite {
    /// Makes the parts that a gallery takes from a site, or returns `nil` if `status.yml` or a template has errors.
    ///
    /// - Parameter path: the site's folder. Its records are not read.
    init?(lookOf path: String, into findings: Findings) {
        let files = SiteFolder(path)
        let configuration = files.configuration(into: findings)
            .flatMap { Configuration(reading: $0, into: findings) }
        let templates = SiteTemplates(
            overriding: files.templates(into: findings),
            language: configuration?.page.language ?? "en",
            statedAt: configuration?.languagePlace,
            brandIcon: files.icon(of: configuration?.page.brand, into: findings),
            into: findings
        )
        let staticFiles = files.staticFiles(into: findings)
        guard let templates, let configuration, !findings.hasErrors else { return nil }
        self.init(page: configuration.page, templates: templates, staticFiles: staticFiles, at: Gallery.now)
    }
}
