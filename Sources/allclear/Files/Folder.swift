import Foundation

/// The files below a folder, found and read by the system's own calls: for thousands of records the
/// convenient ones cost more than all else.
struct Folder {
    /// The folder's path.
    let path: String
    /// The same with all links followed; nothing where there is no such folder.
    private let realPath: String?

    init(_ path: String) {
        self.path = path
        realPath = Folder.resolved(path)
    }

    var exists: Bool { realPath != nil }

    /// A file that was found.
    struct Entry {
        /// Its path from the folder.
        let path: String
        /// Whether it is a link that leads out of the folder, or nowhere.
        let leavesFolder: Bool
    }

    /// The files below one of its folders, sorted by path; none where there is no such folder. A folder that is
    /// itself a link out is all that is found.
    ///
    /// - Parameter isSkipped: whether to pass over a file or folder of that name.
    func files(below folder: String, skipping isSkipped: (String) -> Bool) -> [Entry] {
        guard holds(folder) else { return [Entry(path: folder, leavesFolder: true)] }
        var entries: [Entry] = []
        var visited: Set<String> = []
        collect(folder, skipping: isSkipped, into: &entries, visited: &visited)
        return entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Whether the path leads to a place in the folder, as far as there is something on the way.
    func holds(_ inner: String) -> Bool {
        guard realPath != nil else { return true }
        var (part, status) = (inner, stat())
        while lstat(path + "/" + part, &status) != 0 {
            guard let slash = part.lastIndex(of: "/") else { return true }
            part = String(part[..<slash])
        }
        return target(of: part) != nil
    }

    /// A file's bytes, or why there are none. Of a file larger than `limit` no more than a byte beyond it.
    func read(_ file: String, limit: Int = .max) -> Result<[UInt8], ReadError> {
        let descriptor = open(path + "/" + file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(ReadError(errno: errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(ReadError(errno: errno)) }
        let expected = min(Int(status.st_size), limit == .max ? Int(status.st_size) : limit + 1)
        return Self.read(expected, from: descriptor)
    }

    /// Why a file could not be read.
    struct ReadError: Error {
        let errno: Int32

        /// The system's words for it.
        var reason: String { String(cString: strerror(errno)) }
    }
}

private extension Folder {
    func collect(
        _ folder: String,
        skipping isSkipped: (String) -> Bool,
        into entries: inout [Entry],
        visited: inout Set<String>
    ) {
        guard let directory = opendir(path + "/" + folder) else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = Self.name(of: entry)
            guard name != ".", name != "..", !isSkipped(name) else { continue }
            let inner = folder + "/" + name
            switch kind(of: inner, entry: entry) {
            case .file: entries.append(Entry(path: inner, leavesFolder: false))
            case .folder: collect(inner, skipping: isSkipped, into: &entries, visited: &visited)
            case .linkOut: entries.append(Entry(path: inner, leavesFolder: true))
            case .linkedFolder(let target):
                // A link back to a folder above would never end.
                guard visited.insert(target).inserted else { continue }
                collect(inner, skipping: isSkipped, into: &entries, visited: &visited)
            case .other: continue
            }
        }
    }

    enum Kind {
        case file, folder, linkOut, other
        case linkedFolder(String)
    }

    func kind(of inner: String, entry: UnsafeMutablePointer<dirent>) -> Kind {
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_REG): return .file
        case Int32(DT_DIR): return .folder
        case Int32(DT_LNK), Int32(DT_UNKNOWN): return kindBehindLink(inner)
        default: return .other
        }
    }

    func kindBehindLink(_ inner: String) -> Kind {
        guard let target = target(of: inner) else { return .linkOut }
        var status = stat()
        guard stat(target, &status) == 0 else { return .linkOut }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .linkedFolder(target)
        default: return .other
        }
    }

    /// Where the path leads to, with all links followed; nothing where that is out of the folder, or nowhere.
    func target(of inner: String) -> String? {
        guard let realPath, let target = Self.resolved(path + "/" + inner) else { return nil }
        let isWithin = realPath == "/" || target == realPath || target.hasPrefix(realPath + "/")
        return isWithin ? target : nil
    }

    static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                String(cString: $0)
            }
        }
    }

    static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

extension Folder {
    /// What a descriptor holds, but no more than `count` bytes.
    static func read(_ count: Int, from descriptor: Int32) -> Result<[UInt8], ReadError> {
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
        return failure == 0 ? .success(bytes) : .failure(ReadError(errno: failure))
    }
}
