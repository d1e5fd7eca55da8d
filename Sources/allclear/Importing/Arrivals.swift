import Foundation
import Importers
import Records

/// The files of an import, and what is there already in the site's folder.
///
/// Nothing is overwritten: a record that differs has been edited since, or its source has.
struct Arrivals {
    private(set) var new: [Imported.File] = []
    private(set) var unchanged: [Imported.File] = []
    /// Files that differ from what would be written, by the paths at which they are.
    private(set) var leftAlone: [String] = []
    private let folder: String

    init(of imported: Imported, in folder: String) {
        self.folder = folder
        let site = Folder(folder)
        let places = Self.records(in: site)
        for file in [imported.statusFile] + imported.records {
            let path = places[RecordIndex.slug(ofPath: file.path)] ?? file.path
            switch site.read(file == imported.statusFile ? file.path : path) {
            case .success(file.bytes): unchanged.append(file)
            case .success: leftAlone.append(file == imported.statusFile ? file.path : path)
            case .failure: new.append(file)
            }
        }
    }

    /// Writes the new files, each whole or not at all.
    func write() throws {
        let site = Folder(folder)
        for file in new where !site.holds(file.path) { throw Refusal(.leavesSite, of: file.path) }
        do {
            for file in new {
                let url = URL(filePath: folder).appending(path: file.path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(file.bytes).write(to: url, options: .atomic)
            }
        } catch {
            throw Refusal("`\(folder)` cannot be written: \(error.localizedDescription)")
        }
    }

    /// Where the site's records are, by slug: they may have been moved into folders.
    private static func records(in site: Folder) -> [String: String] {
        let paths = site.files(below: "incidents") { $0.hasPrefix(".") }.map(\.path)
        return Dictionary(paths.filter { $0.hasSuffix(".md") }.map { (RecordIndex.slug(ofPath: $0), $0) }) {
            first,
            _ in first
        }
    }
}
