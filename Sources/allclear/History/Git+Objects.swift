import Foundation

extension Git {
    /// Returns the contents of files by their object names, read in one run; those that the repository lacks are
    /// left out.
    func contents(of blobs: some Sequence<String>) throws(GitError) -> [String: [UInt8]] {
        let names = blobs.map { $0 + "\n" }.joined()
        guard !names.isEmpty else { return [:] }
        let answer = try output(of: ["cat-file", "--batch"], input: Array(names.utf8))
        var contents: [String: [UInt8]] = [:]
        var rest = answer[...]
        // `NAME blob SIZE`, a line break, the bytes and a line break; or `NAME missing`.
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let words = rest[..<end].split(separator: UInt8(ascii: " ")).map {
                String(decoding: $0, as: UTF8.self)
            }
            rest = rest[(end + 1)...]
            guard words.count == 3, let size = Int(words[2]), size < rest.count else { continue }
            if words[1] == "blob" { contents[words[0]] = Array(rest.prefix(size)) }
            rest = rest.dropFirst(size + 1)
        }
        return contents
    }
}
