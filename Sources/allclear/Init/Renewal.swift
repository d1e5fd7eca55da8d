import Diagnostics

/// The files of a repository whose parts no longer follow `status.yml`, with those parts renewed.
struct Renewal {
    /// Whether GitHub's form lacks a place for something that people can choose from.
    let lacksPlaces: Bool
    private let folder: String
    private let files: [(path: String, old: [UInt8], new: [UInt8])]

    init(of parts: RenewedParts, in folder: String) {
        self.folder = folder
        let site = SiteFolder(folder)
        let texts = RenewedParts.paths.compactMap { path in
            site.record(path).map {
                (path: path, bytes: $0.bytes, text: String(decoding: $0.bytes, as: UTF8.self))
            }
        }
        lacksPlaces = texts.contains { $0.path == RenewedParts.form && !parts.isWhole(form: $0.text) }
        files = texts.map { ($0.path, $0.bytes, Array(parts.filled(into: $0.text).text.utf8)) }
            .filter { $0.old != $0.new }
    }

    /// The paths of the files that are changed.
    var paths: [String] { files.map(\.path) }

    /// Writes each of the files completely or not at all, and prints its path.
    func write(_ console: Console) throws {
        for file in files {
            do {
                try CarefulWriting.replace(file.path, in: folder, reading: file.old, with: file.new)
            } catch { throw CommandError(error, writing: file.path) }
            try console.write(line: file.path)
        }
    }
}
