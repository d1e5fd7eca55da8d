import Diagnostics
import Publishing
import Records
import StatusModel
import StatusSite

/// Made-up sites in every state, in the look of a site: for whoever restyles it.
///
/// Each is made of records by the ordinary reader and planner, so that it shows nothing that records cannot
/// say, and nothing that a site would not show.
struct Gallery {
    /// The made-up sites, in the order of their names.
    let situations: [Situation]
    /// What is wrong with the page that leads to them: nothing.
    let diagnostics: [Diagnostic]
    /// Every file of the gallery, still to be rendered.
    let outputs: [Output]

    /// The instant that the made-up records were written for: 2026-05-20T12:00:00Z. The clock plays no part,
    /// so that a gallery changes with the look alone.
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
    /// The made-up sites: folders in `gallery-records/`, and those that a rule writes.
    static let names = Set(
        embeddedGallery.compactMap { file in
            file.name.firstIndex(of: "/").map { String(file.name[..<$0]) }
        }
    ).union(LargeSite.all.keys).sorted()

    /// A file of `gallery-records/`, by its path from there.
    static func file(_ path: String) -> SourceFile? {
        embeddedGallery.first { $0.name == path }.map { name, text in
            SourceFile(path: name, bytes: text.withUTF8Buffer(Array.init))
        }
    }

    /// The files of a made-up site, by path from its folder.
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
    /// What a gallery takes from a site; nothing where `status.yml` or a template has errors.
    ///
    /// - Parameter path: the site's folder. Its records are not looked at.
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
