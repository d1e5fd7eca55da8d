import Diagnostics
import Foundation

/// The files of another tool, on disk.
struct SourceFolder {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Returns all files below the folder, except those that tools put there themselves; or the one file that was
    /// named.
    ///
    /// Of a large file, only the first mebibyte is read, because no record is larger; lists in JSON may be.
    ///
    /// - Parameter passedOver: called with the folders that contain files made by tools.
    func files(passedOver: (String) throws -> Void) throws -> [SourceFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandError(
                "there is no `\(path)`", hint: "give the folder that contains the other tool's files")
        }
        guard isFolder.boolValue else { return [try file()] }
        let folder = Folder(path)
        let entries = folder.files(below: ".", skipping: Self.skipped.contains)
        let made = Self.made.filter { made in entries.contains { $0.path.hasPrefix("./\(made)/") } }
        try made.forEach(passedOver)
        return try entries.compactMap { entry in
            let name = String(entry.path.dropFirst(2))
            guard !made.contains(where: { name.hasPrefix($0 + "/") }) else { return nil }
            switch entry.obstacle {
            case nil, .nameHasControlCharacter?: break
            case .leavesFolder?, .isNoFile?: return SourceFile(path: name, bytes: [])
            case let obstacle?: throw CommandError("`\(name)` cannot be read: \(obstacle.reason)")
            }
            let limit = name.hasSuffix(".json") ? Self.largestList : 1 << 20
            let bytes = try Self.bytes(of: name, in: folder, limit: limit)
            guard bytes.count <= Self.largestList else {
                throw CommandError(
                    "`\(name)` is larger than 64 MiB",
                    hint: "split it, or move it out of the folder"
                )
            }
            return SourceFile(path: name, bytes: bytes)
        }
    }
}

private extension SourceFolder {
    /// Names that are skipped at any depth.
    static let skipped: Set = [".git", "node_modules", ".DS_Store"]
    /// Folders made by Hugo, next to its settings.
    static let made = ["public", "resources", "themes"]
    static let largestList = 1 << 26

    /// Returns the single file, which may be large: a whole history in JSON.
    func file() throws -> SourceFile {
        let url = URL(filePath: path)
        let place = URL(filePath: Folder.resolved(path) ?? path)
        let folder = Folder(place.deletingLastPathComponent().path)
        return SourceFile(
            path: url.lastPathComponent,
            bytes: try Self.bytes(of: place.lastPathComponent, in: folder, limit: .max)
        )
    }

    static func bytes(of name: String, in folder: Folder, limit: Int) throws -> [UInt8] {
        do {
            return try folder.read(name, limit: limit).get()
        } catch {
            throw CommandError("`\(name)` cannot be read: \(error.reason)", hint: "check its permissions")
        }
    }
}
