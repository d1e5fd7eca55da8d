import Foundation

/// The files to write into a folder, and those that are left alone because they exist.
///
/// Nothing is written until it is known that all of it can be.
struct StarterPlan {
    /// Paths of files that already exist.
    let leftAlone: [String]
    /// Paths of files to write.
    let missing: [String]
    private let folder: String
    private let texts: [String: String]

    init(_ texts: [String: String], in folder: String) throws {
        (self.folder, self.texts) = (folder, texts)
        let paths = texts.keys.sorted()
        var leftAlone: Set<String> = []
        for path in paths {
            try Self.checkFolders(above: path, in: folder)
            guard let kind = Self.kind(of: folder + "/" + path, followingLinks: false) else { continue }
            guard kind != S_IFDIR else {
                throw CommandError(
                    "`\(path)` is a folder, but must be a file", hint: Self.hint, outcome: .nothingWritten)
            }
            leftAlone.insert(path)
        }
        self.leftAlone = paths.filter { leftAlone.contains($0) }
        missing = paths.filter { !leftAlone.contains($0) }
        let site = Folder.site(folder)
        for path in missing where site.hasLink(onTheWayTo: path) { throw CommandError(.leavesSite, of: path) }
    }
}

extension StarterPlan {
    /// Writes the missing files: either all of them, or none.
    func write() throws {
        CarefulWriting.clearUp(around: texts.keys, in: folder)
        var written: [CarefulWriting.Creation] = []
        for path in missing {
            do {
                written.append(
                    try CarefulWriting.create(path, in: folder, with: Array((texts[path] ?? "").utf8))
                )
            } catch .exists {
                // Somebody else created the file meanwhile: leave it alone.
                continue
            } catch {
                for creation in written.reversed() { creation.takeBack() }
                throw CommandError(error, writing: path)
            }
        }
    }
}

extension CommandError {
    /// Explains why the file was not written.
    init(_ failure: CarefulWriting.Failure, writing path: String) {
        switch failure {
        case .exists: self.init("`\(path)` was created in the meantime", hint: "try again")
        case .changed: self.init("`\(path)` was changed in the meantime", hint: "try again")
        case .leavesSite, .unconfirmed: self.init(failure, of: path)
        case .system(let words):
            self.init("`\(path)` cannot be written: \(words)", outcome: .nothingWritten)
        }
    }
}

private extension StarterPlan {
    static let hint = "move it elsewhere, or choose another folder"

    /// Checks that every folder in the path is a folder, or does not exist yet and can be created.
    static func checkFolders(above path: String, in folder: String) throws {
        let names = path.split(separator: "/").dropLast()
        var place = folder
        try check(place, called: folder)
        for (index, name) in names.enumerated() {
            place += "/" + name
            try check(place, called: names[...index].joined(separator: "/"))
        }
    }

    static func check(_ place: String, called name: String) throws {
        guard let kind = kind(of: place, followingLinks: false) else { return }
        guard kind == S_IFDIR || kind == S_IFLNK && self.kind(of: place, followingLinks: true) == S_IFDIR
        else {
            throw CommandError("`\(name)` is not a folder", hint: hint, outcome: .nothingWritten)
        }
        guard access(place, W_OK | X_OK) == 0 else {
            throw CommandError("`\(name)` cannot be written to", hint: "check its permissions")
        }
    }

    static func kind(of path: String, followingLinks: Bool) -> mode_t? {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        return status.st_mode & S_IFMT
    }
}
