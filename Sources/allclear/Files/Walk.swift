import Diagnostics
import Foundation

/// A walk through the folders below one, with everything that it finds.
///
/// Whatever cannot be opened is noted, never skipped: a page must not turn green because a folder could not be opened.
struct Walk {
    private(set) var entries: [Folder.Entry] = []
    /// The folders that were visited, and those of files to which links led.
    private(set) var folders: Set<String> = []
    private let folder: Folder
    private let isSkipped: (String) -> Bool
    /// The folders to which links led: without them, a link to a folder above would cause an endless loop.
    private var visited: Set<String> = []

    init(in folder: Folder, _ isSkipped: @escaping (String) -> Bool) {
        self.folder = folder
        self.isSkipped = isSkipped
    }
}

extension Walk {
    /// - Parameters:
    ///   - inner: the path of the file or folder to visit, relative to the folder.
    ///   - place: its real path, with all links followed.
    mutating func visit(_ inner: String, at place: String) {
        folders.insert(place)
        switch Self.files(in: place) {
        case .failure(let obstacle): note(obstacle, at: inner)
        case .success(let files): for file in files { take(file, in: inner, at: place) }
        }
    }

    mutating func note(_ obstacle: Obstacle?, at inner: String) {
        entries.append(Folder.Entry(path: inner, obstacle: obstacle))
    }
}

extension Walk {
    /// A file or folder in a folder.
    struct File {
        let name: String
        let isUTF8: Bool
        let type: Int32
    }
}

private extension Walk {
    mutating func take(_ file: File, in parent: String, at folder: String) {
        guard file.name != ".", file.name != "..", !isSkipped(file.name) else { return }
        let inner = parent + "/" + file.name
        var place: String { folder + "/" + file.name }
        if let flaw = file.flaw { return note(flaw, at: inner) }
        switch file.type == Int32(DT_UNKNOWN) ? Self.type(of: place) : .success(file.type) {
        case .success(Int32(DT_REG)): note(nil, at: inner)
        case .success(Int32(DT_DIR)): visit(inner, at: place)
        case .success(Int32(DT_LNK)): follow(inner)
        case .success: note(.isNoFile, at: inner)
        case .failure(let obstacle): note(obstacle, at: inner)
        }
    }

    mutating func follow(_ link: String) {
        switch folder.target(of: link) {
        case .failure(let obstacle): note(obstacle, at: link)
        case .success(let target):
            switch Self.type(of: target) {
            case .success(Int32(DT_REG)):
                folders.insert(String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)]))
                note(nil, at: link)
            case .success(Int32(DT_DIR)): if visited.insert(target).inserted { visit(link, at: target) }
            case .success: note(.isNoFile, at: link)
            case .failure(let obstacle): note(obstacle, at: link)
            }
        }
    }

    static func type(of path: String) -> Result<Int32, Obstacle> {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .failure(.system(errno)) }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .success(Int32(DT_REG))
        case S_IFDIR: .success(Int32(DT_DIR))
        case S_IFLNK: .success(Int32(DT_LNK))
        default: .success(Int32(DT_FIFO))
        }
    }

    /// Returns the entries of a folder, which is closed before those in it are opened: depth costs no descriptors.
    static func files(in place: String) -> Result<[File], Obstacle> {
        let descriptor = open(place, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(.system(errno)) }
        guard let directory = fdopendir(descriptor) else {
            let reason = errno
            close(descriptor)
            return .failure(.system(reason))
        }
        defer { closedir(directory) }
        var files: [File] = []
        errno = 0
        while let entry = readdir(directory) {
            files.append(File(entry))
            errno = 0
        }
        return errno == 0 ? .success(files) : .failure(.system(errno))
    }
}

extension Walk.File {
    init(_ entry: UnsafeMutablePointer<dirent>) {
        type = Int32(entry.pointee.d_type)
        (name, isUTF8) = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                let valid = String(validatingCString: $0)
                return (valid ?? String(cString: $0), valid != nil)
            }
        }
    }

    fileprivate var flaw: Obstacle? {
        guard isUTF8 else { return .nameIsNotUTF8 }
        // Shortcut for nearly all names. Those of git begin with a period.
        if name.utf8.first != UInt8(ascii: "."), name.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return nil }
        if Folder.isOfGit(name) { return .isOfGit }
        return name.unicodeScalars.contains(where: \.isControl) ? .nameHasControlCharacter : nil
    }
}
