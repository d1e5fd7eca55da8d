import Publishing
import Reliability
import StatusModel
import StatusSite

/// All that a site is made of, ready to be rendered.
struct LoadedSite {
    let page: StatusPage
    let templates: SiteTemplates
    let staticFiles: [StaticFile]

    /// A file of `static/`, to be read when it is copied.
    struct StaticFile {
        /// Its path in the output.
        let path: String
        /// Its path from the site's folder.
        let source: String
        let folder: Folder
    }

    /// Every file of the audience's site, still to be rendered; but for those that cannot be beside the others.
    ///
    /// - Parameter revision: the records' revision; nothing where it is not known.
    func outputs(
        for audience: Audience,
        at now: Instant,
        revision: Provenance.Revision? = nil
    ) -> [Output] {
        let made = planned(for: audience, at: now, revision: revision)
            .filter { PublishingError.InvalidPath(of: $0.path) == nil }
        let taken = TakenPaths(made.map(\.path))
        return made.map { Output(path: $0.path, render: $0.render) }
            + staticFiles.filter { taken.clash(with: $0.path) == nil }.map(\.output)
    }
}

extension LoadedSite {
    /// What is made for the audience, but for what the site has of its own in its place.
    func planned(
        for audience: Audience,
        at now: Instant,
        revision: Provenance.Revision? = nil
    ) -> [SiteFile] {
        let seen = page.seen(by: audience, at: now)
        let files = SitePlan.files(
            of: seen,
            now: now,
            nextChange: NextChange(of: page, seenAs: seen, after: now),
            templates: templates,
            provenance: Provenance(generator: Allclear.generator, revision: revision)
        )
        let own = Set(staticFiles.map(\.path)).intersection(Self.replaceable)
        return files.filter { !own.contains($0.path) }
    }

    /// What hosts and crawlers read: a site that brings its own means it.
    private static let replaceable: Set = ["robots.txt", "404.html", "_headers", ".nojekyll"]
}

extension LoadedSite.StaticFile {
    fileprivate var output: Output {
        Output(path: path, copyOf: source) { () throws(PublishingError) in
            switch folder.open(source) {
            case .success(let descriptor): return descriptor
            case .failure(.system(let code)): throw .system(.read, path: source, errno: code)
            case .failure(let obstacle): throw .unreadable(source, because: obstacle.reason)
            }
        }
    }
}
