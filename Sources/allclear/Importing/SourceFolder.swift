import Diagnostics
import Foundation

/// The files of another tool, on disk.
struct SourceFolder {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// All files below the folder, but for what tools put there themselves; or the one file that was named.
    ///
    /// Of a large one only the first mebibyte is read: no record is larger. Lists in JSON may be.
    func files() throws -> [SourceFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Refusal("there is no `\(path)`", hint: "name the folder that holds the other tool's files")
        }
        guard isFolder.boolValue else { return [try file()] }
        let folder = Folder(path)
        return try folder.files(below: ".", skipping: Self.skipped.contains).map { entry in
            let name = String(entry.path.dropFirst(2))
            guard !entry.leavesFolder else { return SourceFile(path: name, bytes: []) }
            let limit = name.hasSuffix(".json") ? 1 << 26 : 1 << 20
            return SourceFile(path: name, bytes: try Self.bytes(of: name, in: folder, limit: limit))
        }
    }
}

private extension SourceFolder {
    static let skipped: Set = [".git", "node_modules", "public", "resources", "themes", ".DS_Store"]

    /// A file alone may be large: a whole history in JSON.
    func file() throws -> SourceFile {
        let url = URL(filePath: path)
        let folder = Folder(url.deletingLastPathComponent().path)
        return SourceFile(
            path: url.lastPathComponent,
            bytes: try Self.bytes(of: url.lastPathComponent, in: folder, limit: .max)
        )
    }

    static func bytes(of name: String, in folder: Folder, limit: Int) throws -> [UInt8] {
        do {
            return try folder.read(name, limit: limit).get()
        } catch {
            throw Refusal("`\(name)` cannot be read: \(error.reason)", hint: "see to its permissions")
        }
    }
}
