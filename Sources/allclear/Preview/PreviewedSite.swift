import Publishing
import StatusModel

/// A site in memory: its files by path, each rendered on request.
///
/// It does not use the disk: a path that is not one of its files does not exist, however it is written.
struct PreviewedSite: Sendable {
    private let files: [[UInt8]: Output]
    private let address: String

    /// - Throws: an error that would prevent the files from being published.
    init(of site: LoadedSite, for audience: Audience, in folder: String) throws(PublishingError) {
        let provenance = try? RevisionSearch(in: folder).provenance(of: site.page, for: audience)
        let outputs = site.outputs(for: audience, provenance: provenance ?? .unknown)
        try checkPaths(of: outputs)
        files = Dictionary(outputs.map { (Array($0.path.utf8), $0) }) { first, _ in first }
        address = site.page.url + "/"
    }

    /// The target of a path.
    enum Place {
        case file(path: String, bytes: [UInt8])
        /// A folder with a page of its own, requested without the slash that its links need.
        case folder
        case nothing
    }
}

extension PreviewedSite {
    /// Returns what a plain web host answers with.
    func place(at path: RequestPath) -> Place {
        let index = Array("index.html".utf8)
        let isFolder = path.bytes.isEmpty || path.bytes.last == UInt8(ascii: "/")
        if let file = files[isFolder ? path.bytes + index : path.bytes] {
            // A file of `static/` that has been deleted since does not exist any more.
            return (try? file.bytes()).map { .file(path: file.path, bytes: $0) } ?? .nothing
        }
        return files[path.bytes + [UInt8(ascii: "/")] + index] == nil ? .nothing : .folder
    }

    /// The page for unknown paths.
    ///
    /// Its links, which lead to the published site, are changed to lead to the preview.
    var notFoundPage: [UInt8] {
        let page = (try? files[Array("404.html".utf8)]?.bytes()) ?? []
        return page.replacing(Array(address.utf8), with: [UInt8(ascii: "/")])
    }
}
