import Diagnostics
import Foundation

/// The files below a folder, found and read with system calls: for thousands of records, the convenient functions
/// cost more than all else.
///
/// Nothing outside of the folder is read: a symbolic link may lead to another place in it, but not out of it, nor
/// into git's own folder.
struct Folder {
    /// The folder's path.
    let path: String
    /// The path with all links followed, or `nil` if there is no such folder.
    private let realPath: String?
    /// Folders in it that no link may leave, nor replace.
    private let apart: Set<String>

    init(_ path: String, apart: Set<String> = []) {
        self.path = path
        realPath = Folder.resolved(path)
        self.apart = apart
    }

    /// Returns a site's folder.
    ///
    /// Links do not lead from one of these folders to another: static files are published, but records may be internal.
    static func site(_ path: String) -> Folder {
        Folder(path, apart: ["alerts", "incidents", "static", "site-templates"])
    }

    /// A file or folder that was found.
    struct Entry {
        /// The path relative to the folder.
        let path: String
        /// The reason why it and everything below it cannot be read; `nil` for a file that can.
        var obstacle: Obstacle?
    }

    /// Returns the files below one of its folders, sorted by path, and everything there that cannot be read;
    /// nothing if there is no such folder.
    ///
    /// - Parameter isSkipped: whether to skip a file or folder of that name.
    func files(below folder: String, skipping isSkipped: @escaping (String) -> Bool) -> [Entry] {
        walk(through: folder, skipping: isSkipped).entries
            .sorted { $0.path.precedes($1.path) }
    }

    /// Returns the folders that such a walk visits, relative to where the program runs, and those of the files to
    /// which links in them lead.
    func folders(below folder: String, skipping isSkipped: @escaping (String) -> Bool) -> [String] {
        Array(walk(through: folder, skipping: isSkipped).folders)
    }

    private func walk(through folder: String, skipping isSkipped: @escaping (String) -> Bool) -> Walk {
        var walk = Walk(in: self, isSkipped)
        switch kindOfTop(folder) {
        case nil: break
        case .failure(let obstacle)?: walk.note(obstacle, at: folder)
        case .success?: walk.visit(folder, at: path + "/" + folder)
        }
        return walk
    }

    /// Returns the place to which the path leads, with all links followed.
    func target(of inner: String) -> Result<String, Obstacle> {
        guard let realPath, let target = Self.resolved(path + "/" + inner) else {
            return .failure([ENOENT, ELOOP].contains(errno) ? .leavesFolder : .system(errno))
        }
        let first = String(inner.prefix { $0 != "/" })
        let top = apart.contains(first) ? (realPath == "/" ? "" : realPath) + "/" + first : realPath
        guard target.isAt(orBelow: top) else { return .failure(.leavesFolder) }
        let below = String(decoding: target.utf8.dropFirst(top.utf8.count), as: UTF8.self)
        return below.split(separator: "/").contains(where: Self.isOfGit)
            ? .failure(.isOfGit) : .success(target)
    }

    /// Whether one of the folders in the path is a symbolic link.
    func hasLink(onTheWayTo inner: String) -> Bool {
        var status = stat()
        return inner.indices.contains { index in
            inner[index] == "/" && lstat(path + "/" + inner[..<index], &status) == 0
                && status.st_mode & S_IFMT == S_IFLNK
        }
    }

    /// Returns a file's bytes, or the reason why there are none; of a file larger than `limit`, at most one byte more.
    func read(_ file: String, limit: Int = .max, followingLinks: Bool = true) -> Result<[UInt8], Obstacle> {
        opened(file, followingLinks: followingLinks).flatMap { file in
            defer { close(file.descriptor) }
            return Self.read(limit == .max ? file.size : min(file.size, limit + 1), from: file.descriptor)
        }
    }

    /// Opens a file for reading.
    ///
    /// It must be a regular file: a pipe would have to be waited for.
    func open(_ file: String) -> Result<Int32, Obstacle> { opened(file).map(\.descriptor) }
}

extension Folder {
    /// Reads from a descriptor, up to `count` bytes.
    static func read(_ count: Int, from descriptor: Int32) -> Result<[UInt8], Obstacle> {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = Foundation.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
                if read < 0, errno == EINTR { continue }
                if read < 0 { failure = errno }
                guard read > 0 else { break }
                filled += read
            }
        }
        return failure == 0 ? .success(bytes) : .failure(.system(failure))
    }

    /// Returns a path with all links followed; `nil` if it leads nowhere, for the reason that `errno` gives.
    static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Whether a file of that name is git's, including on a disk that ignores case.
    static func isOfGit(_ name: some StringProtocol) -> Bool { name.lowercased() == ".git" }
}

private extension Folder {
    /// A regular file that is open for reading, with its size in bytes.
    typealias OpenFile = (descriptor: Int32, size: Int)

    func opened(_ file: String, followingLinks: Bool = true) -> Result<OpenFile, Obstacle> {
        let found = Self.open(path + "/" + file)
        guard case .failure(.isLink) = found, followingLinks else { return found }
        return target(of: file).flatMap(Self.open)
    }

    static func open(_ path: String) -> Result<OpenFile, Obstacle> {
        let descriptor = Foundation.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else {
            return .failure(errno == ELOOP ? .isLink : errno == ENXIO ? .isNoFile : .system(errno))
        }
        var status = stat()
        let failure: Obstacle? =
            fstat(descriptor, &status) != 0
            ? .system(errno) : status.st_mode & S_IFMT == S_IFREG ? nil : .isNoFile
        guard let failure else { return .success((descriptor, Int(status.st_size))) }
        close(descriptor)
        return .failure(failure)
    }

    /// Returns whether a walk can begin at the folder; `nil` if it does not exist.
    func kindOfTop(_ folder: String) -> Result<Void, Obstacle>? {
        var status = stat()
        guard lstat(path + "/" + folder, &status) == 0 else {
            return errno == ENOENT ? nil : .failure(.system(errno))
        }
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        return isLink ? .failure(apart.contains(folder) ? .isLink : .leavesFolder) : .success(())
    }
}
