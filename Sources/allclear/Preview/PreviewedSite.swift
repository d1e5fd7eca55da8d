import Publishing
import StatusModel

/// A site in memory: its files by path, each rendered when it is asked for.
///
/// There is no disk behind it. What is not one of its files does not exist, however it is asked for.
struct PreviewedSite: Sendable {
    private let files: [[UInt8]: Output]
    private let address: String

    /// - Throws: what would keep the files from being published.
    init(of site: LoadedSite, for audience: Audience, in folder: String) throws(PublishingError) {
        let provenance = try? RevisionSearch(in: folder).provenance(of: site.page, for: audience)
        let outputs = site.outputs(for: audience, provenance: provenance ?? .unknown)
        try checkPaths(of: outputs)
        files = Dictionary(outputs.map { (Array($0.path.utf8), $0) }) { first, _ in first }
        address = site.page.url + "/"
    }

    /// What a path leads to.
    enum Place {
        case file(path: String, bytes: [UInt8])
        /// A folder with a page of its own, asked for without the slash that its links need.
        case folder
        case nothing
    }
}

extension PreviewedSite {
    /// What a plain web host answers with.
    func place(at path: RequestPath) -> Place {
        let index = Array("index.html".utf8)
        let isFolder = path.bytes.isEmpty || path.bytes.last == UInt8(ascii: "/")
        if let file = files[isFolder ? path.bytes + index : path.bytes] {
            // A file of `static/` that has gone since is none any more.
            return (try? file.bytes()).map { .file(path: file.path, bytes: $0) } ?? .nothing
        }
        return files[path.bytes + [UInt8(ascii: "/")] + index] == nil ? .nothing : .folder
    }

    /// The page for paths that lead nowhere. Its links lead to where the site is published: here, to the
    /// preview.
    var notFoundPage: [UInt8] {
        let page = (try? files[Array("404.html".utf8)]?.bytes()) ?? []
        return page.replacing(Array(address.utf8), with: [UInt8(ascii: "/")])
    }
}
