import Importers
import Records

/// The files of an import, compared with those that already exist in the site's folder.
///
/// Nothing is overwritten: if a record differs, it or its source has been edited since.
struct Arrivals {
    private(set) var new: [Imported.File] = []
    /// Files that already exist with the contents that would be written, likewise.
    private(set) var unchanged: [String] = []
    /// Files that differ from what would be written, by their existing paths.
    private(set) var leftAlone: [String] = []
    private let folder: String

    /// Refuses a site's folder in which not all of the files could be written.
    init(of imported: Imported, in folder: String) throws {
        self.folder = folder
        let places = try Self.records(in: Folder.site(folder))
        for file in [imported.statusFile] + imported.records {
            let isRecord = file != imported.statusFile
            let path = isRecord ? places[RecordIndex.slug(ofPath: file.path)] ?? file.path : file.path
            switch try SitePlace(path, in: folder).bytes() {
            case file.bytes: unchanged.append(path)
            case .some: leftAlone.append(path)
            case nil: new.append(file)
            }
        }
        for file in new { try SitePlace(file.path, in: folder).checkFolderStaysInside() }
    }

    /// Writes the new files: either all of them, or none.
    func write() throws {
        CarefulWriting.clearUp(around: leftAlone + unchanged + new.map(\.path), in: folder)
        var written: [CarefulWriting.Creation] = []
        for file in new {
            do {
                written.append(try CarefulWriting.create(file.path, in: folder, with: file.bytes))
            } catch {
                for creation in written.reversed() { creation.takeBack() }
                throw CommandError(error, writing: folder + "/" + file.path)
            }
        }
    }

    /// Returns the paths of the site's records, by slug: they may have been moved into folders.
    private static func records(in site: Folder) throws -> [String: String] {
        let entries = site.files(below: "incidents") { $0.hasPrefix(".") }
        for entry in entries {
            guard let obstacle = entry.obstacle else { continue }
            throw CommandError(
                "`\(entry.path)` already exists, but cannot be read: \(obstacle.reason)",
                outcome: .nothingWritten
            )
        }
        let paths = entries.map(\.path).filter { $0.hasSuffix(".md") }
        return Dictionary(paths.map { (RecordIndex.slug(ofPath: $0), $0) }) { first, _ in first }
    }
}
