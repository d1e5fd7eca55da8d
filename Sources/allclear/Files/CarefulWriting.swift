import Foundation

/// Writes files without losing anybody's work: a new file only if none exists, and a changed one completely or not
/// at all.
enum CarefulWriting {
    /// The reason why nothing was written.
    enum Failure: Error {
        /// The file already exists.
        case exists
        /// The file is no longer what was read.
        case changed
        /// A symbolic link in the path could lead out of the site.
        case leavesSite
        /// The file was written, but the disk did not confirm it, in the system's own words.
        case unconfirmed(String)
        /// The system refused, in its own words.
        case system(String)

        /// The failure that `errno` describes.
        static var ofSystem: Failure { .system(String(cString: strerror(errno))) }
    }

    /// Creates the file, and the folders above it, all of them within the site's folder.
    ///
    /// - Returns: what was created.
    @discardableResult
    static func create(_ path: String, in site: String, with bytes: [UInt8]) throws(Failure) -> Creation {
        var creation = Creation()
        do throws(Failure) {
            try creation.make(path, in: site, with: bytes)
        } catch {
            creation.takeBack()
            throw error
        }
        return creation
    }

    /// Replaces the bytes that were read, and keeps the file's permissions; a link stays a link.
    static func replace(_ path: String, in site: String, reading old: [UInt8], with bytes: [UInt8])
        throws(Failure)
    {
        let target: String
        switch Folder.site(site).target(of: path) {
        case .success(let place): target = place
        case .failure(.system(let code)): throw .system(String(cString: strerror(code)))
        case .failure: throw .leavesSite
        }
        let (parent, name) = target.parted
        let folder = try WorkFolder.opened(parent)
        folder.lock()
        guard let mode = folder.status(of: name)?.st_mode else { throw .changed }
        let written = try folder.write(bytes, mode: mode & 0o7777)
        do throws(Failure) {
            guard try folder.bytes(of: name) == old else { throw .changed }
            try folder.exchange(name, for: written)
        } catch {
            folder.remove(written)
            throw error
        }
        do throws(Failure) { try folder.sync() } catch {
            guard case .system(let words) = error else { throw error }
            throw .unconfirmed(words)
        }
    }

    /// Deletes what killed runs left in the folders of these files, even if all of the files exist.
    static func clearUp(around paths: some Sequence<String>, in site: String) {
        for parent in Set(paths.map { $0.split(separator: "/").dropLast() }) {
            var folder = try? WorkFolder.opened(site)
            for name in parent { folder = try? folder?.folder(String(name)) }
            folder?.lock()
        }
    }

    /// The contents that a new file added to a site's folder: the file, and the folders created for it.
    struct Creation {
        private var paths: [String] = []

        /// Deletes them again, unless something else has been put into the folders.
        func takeBack() {
            for path in paths.reversed() { remove(path) }
        }
    }
}

private extension CarefulWriting.Creation {
    mutating func make(_ path: String, in site: String, with bytes: [UInt8]) throws(CarefulWriting.Failure) {
        if access(site, F_OK) != 0 {
            do {
                try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
            } catch { throw .system(error.localizedDescription) }
        }
        let names = path.split(separator: "/").map(String.init)
        var (folder, place) = (try WorkFolder.opened(site), site)
        for name in names.dropLast() {
            place += "/" + name
            if try folder.make(name) {
                paths.append(place)
                try folder.sync()
            }
            folder = try folder.folder(name)
        }
        folder.lock()
        let written = try folder.write(bytes)
        do throws(CarefulWriting.Failure) {
            try folder.place(written, as: names.last ?? path)
        } catch {
            folder.remove(written)
            throw error
        }
        paths.append(site + "/" + path)
        try folder.sync()
    }
}

extension String {
    /// The path of the folder, and the last component.
    var parted: (folder: String, name: String) {
        guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", self) }
        return (slash == startIndex ? "/" : String(self[..<slash]), String(self[index(after: slash)...]))
    }
}
