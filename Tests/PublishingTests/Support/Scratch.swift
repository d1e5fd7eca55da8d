import Foundation

@testable import Publishing

/// A directory for one test, deleted with it.
final class Scratch {
    let path: String

    init() throws {
        path = Scratch.home + "/publishing-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

extension Scratch {
    /// In memory where that can be, for some tests publish thousands of times.
    private static let home = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()

    /// Where the tests publish: it is not there at first.
    var output: String { path + "/public" }

    func write(_ text: String, to place: String) throws {
        let url = URL(fileURLWithPath: output + "/" + place)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    func read(_ place: String) -> String? {
        FileManager.default.contents(atPath: output + "/" + place)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Everything below the output directory: files with their text, directories with `nil`.
    func contents() -> [String: String?] {
        let names = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
        return names.reduce(into: [:]) { contents, name in
            var isDirectory: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: output + "/" + name, isDirectory: &isDirectory)
            contents[name] = .some(isDirectory.boolValue ? nil : read(name))
        }
    }

    /// What tells whether a file was touched: its inode and the time of its last change.
    func trace(of place: String) -> [Int] {
        var status = stat()
        guard lstat(output + "/" + place, &status) == 0 else { return [] }
        #if canImport(Darwin)
            let changed = status.st_mtimespec
        #else
            let changed = status.st_mtim
        #endif
        return [Int(status.st_ino), Int(changed.tv_sec), Int(changed.tv_nsec)]
    }
}
