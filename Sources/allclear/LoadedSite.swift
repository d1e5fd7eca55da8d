import Diagnostics
import Publishing
import StatusModel
import StatusSite

/// Everything that makes up a site at one instant, ready to be rendered.
struct LoadedSite {
    let page: StatusPage
    let templates: SiteTemplates
    let staticFiles: [StaticFile]
    let edits: RecordEdits
    let now: Instant
    private let publicPlan: Lazy<SitePlan>

    init(
        page: StatusPage, templates: SiteTemplates, staticFiles: [StaticFile],
        edits: RecordEdits = RecordEdits(), at now: Instant
    ) {
        (self.page, self.templates, self.staticFiles, self.now) = (page, templates, staticFiles, now)
        self.edits = edits
        publicPlan = Lazy {
            SitePlan(of: page, for: .public, at: now, templates: templates, edits: edits.bySlug)
        }
    }

    /// A file of `static/`, which is read when it is copied.
    struct StaticFile {
        /// Its path in the output.
        let path: String
        /// Its path relative to the site's folder.
        let source: String
        let folder: Folder
    }

    /// Returns every file of the audience's site, to be rendered later, except those whose paths clash with others.
    ///
    /// - Parameter provenance: the program, and the records' revision if known.
    func outputs(for audience: Audience, provenance: Provenance = .unknown) -> [Output] {
        let made = planned(for: audience, provenance: provenance)
            .filter { PublishingError.InvalidPath(of: $0.path) == nil }
        let taken = TakenPaths(made.map(\.path))
        return made.map { Output(path: $0.path, render: $0.render) }
            + staticFiles.filter { taken.clash(with: $0.path) == nil }.map(\.output)
    }
}

extension LoadedSite {
    /// Returns what is made for the audience, except the files that the site replaces with its own.
    func planned(for audience: Audience, provenance: Provenance = .unknown) -> [SiteFile] {
        // The team's plan is not kept: it would use memory while the public's is rendered.
        let plan =
            audience == .public
            ? publicPlan.value
            : SitePlan(of: page, for: audience, at: now, templates: templates, edits: edits.bySlug)
        let files = plan.files(provenance: provenance)
        let own = Set(staticFiles.map(\.path)).intersection(Self.replaceable)
        return own.isEmpty ? files : files.filter { !own.contains($0.path) }
    }

    /// Files for hosts and crawlers, which a site may replace with its own.
    private static let replaceable: Set = ["robots.txt", "404.html", "_headers", ".nojekyll"]
}

extension Provenance {
    /// This program, and records whose revision is not known.
    static let unknown = Provenance(generator: Allclear.generator, revision: nil)
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
