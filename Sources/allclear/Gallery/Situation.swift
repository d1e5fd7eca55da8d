import Diagnostics
import Foundation
import Publishing
import Records
import StatusModel
import StatusSite

/// A fictional site of the gallery.
struct Situation {
    let name: String
    /// The audience of the site.
    ///
    /// As in a site's own outputs, the team's site has the audience's name.
    let audience: Audience
    /// The site; `nil` if its `status.yml` has errors.
    let site: LoadedSite?
    /// Every mistake in its records, including those that it is meant to show.
    let diagnostics: [Diagnostic]
    /// Its files, below a folder with its name.
    let outputs: [Output]

    /// - Parameter look: the site whose templates, static files, title and brand are shown.
    init(_ name: String, in look: LoadedSite, at now: Instant) {
        self.name = name
        audience = name == Audience.internal.rawValue ? .internal : .public
        let found = Findings()
        let site = LoadedSite(reading: Gallery.files(of: name), in: look, at: now, into: found)
            .map { $0.moved(to: "gallery/\(name)", of: look.page) }
        let files = site?.outputs(for: audience) ?? []
        outputs = files.map { $0.moved(to: name, from: look.page.rootOnItsHost + "gallery/\(name)/") }
        (self.site, diagnostics) = (site, found.all.inOrder)
    }
}

extension LoadedSite {
    /// Reads records as a build does, without those that have errors.
    fileprivate init?(
        reading files: [SourceFile],
        in look: LoadedSite,
        at now: Instant,
        into findings: Findings
    ) {
        let records = files.filter { $0.path.hasPrefix("incidents/") }
        guard let file = files.first(where: { $0.path == "status.yml" }),
            let configuration = Configuration(reading: file, into: findings)
        else { return nil }
        let reader = RecordReader(
            configuration: configuration,
            index: RecordIndex(paths: records.map(\.path)),
            now: now
        )
        let assembly = SiteAssembly(
            of: records.map(reader.read),
            configuration: configuration,
            into: findings
        )
        self.init(
            page: assembly.page,
            templates: look.templates,
            staticFiles: look.staticFiles,
            at: now
        )
    }

    /// Returns the same site with the title, brand, language and texts of another, below its address.
    fileprivate func moved(to folder: String, of own: StatusPage) -> LoadedSite {
        var page = page
        (page.title, page.language, page.brand) = (own.title, own.language, own.brand)
        (page.links, page.phaseLabels) = (own.links, own.phaseLabels)
        page.url = own.url + "/" + folder
        return LoadedSite(page: page, templates: templates, staticFiles: staticFiles, at: now)
    }
}

extension Output {
    /// Returns the same file in a folder.
    ///
    /// The page for unknown addresses is served at any depth, so its links begin at the host's root; the gallery's
    /// is opened from the disk, which has none.
    fileprivate func moved(to folder: String, from root: String) -> Output {
        moved(to: "\(folder)/\(path)") { [path] bytes in
            guard path == "404.html" else { return bytes }
            let page = String(decoding: bytes, as: UTF8.self)
            return Array(page.replacingOccurrences(of: "=\"\(root)", with: "=\"").utf8)
        }
    }
}
