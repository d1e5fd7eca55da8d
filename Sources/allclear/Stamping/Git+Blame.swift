import StatusModel

extension Git {
    /// Where a line of a file comes from.
    struct Origin: Equatable {
        /// The commit that wrote the line as it is; nothing where none has yet.
        var commit: String?
        /// When that was written.
        var authoredAt = Instant.distantPast
        /// The file's path in that commit, from the repository's top, and the line's number there, from 1.
        var path = ""
        var line = 0
        /// The commit before, and the file's path in it, where it had the file.
        var previous: (commit: String, path: String)?

        static func == (one: Origin, other: Origin) -> Bool {
            (one.commit, one.path, one.line) == (other.commit, other.path, other.line)
        }
    }

    /// Asks who wrote the line, through renames, moves within the file, and changes of blanks alone.
    ///
    /// - Parameters:
    ///   - path: the file's path from the folder git is asked in.
    ///   - commit: the commit whose file is meant; the one on the disk where there is none.
    func origin(ofLine line: Int, of path: String, at commit: String?) throws(GitError) -> Origin {
        let options = [
            "-c", "core.quotePath=false", "blame", "--porcelain", "-w", "-M", "-L", "\(line),\(line)",
        ]
        let text = try output(of: options + [commit].compactMap { $0 } + ["--", path])
        return Origin(porcelain: String(decoding: text, as: UTF8.self))
    }
}

extension Git.Origin {
    /// Reads what `git blame --porcelain` says of one line.
    init(porcelain text: String) {
        self.init()
        let lines = text.split(separator: "\n")
        let head = lines.first?.split(separator: " ") ?? []
        if let hash = head.first, hash.contains(where: { $0 != "0" }) { commit = String(hash) }
        if head.count > 1 { line = Int(head[1]) ?? 0 }
        for entry in lines.dropFirst().prefix(while: { !$0.hasPrefix("\t") }) {
            let words = entry.split(separator: " ", maxSplits: 2).map(String.init)
            switch words.first {
            case "author-time" where words.count > 1: authoredAt = Instant(seconds: Int(words[1]) ?? 0)
            case "previous" where words.count > 2: previous = (words[1], words[2])
            case "filename": path = String(entry.dropFirst("filename ".count))
            default: break
            }
        }
    }
}
