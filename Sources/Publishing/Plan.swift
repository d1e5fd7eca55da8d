/// The outputs of a build, checked and in the order of their paths.
struct Plan: Sendable {
    /// The path of each output, sorted.
    let paths: [RelativePath]
    /// The source of each output's bytes, in the same order.
    let contents: [Output.Content]
    /// Every directory that holds an output, at any depth; each comes before those in it.
    let directories: [RelativePath]

    init(_ outputs: [Output]) throws(PublishingError) {
        var entries: [(path: RelativePath, content: Output.Content)] = []
        entries.reserveCapacity(outputs.count)
        for output in outputs {
            entries.append((try RelativePath(output.path), output.content))
        }
        entries.sort { $0.path < $1.path }
        paths = entries.map(\.path)
        contents = entries.map(\.content)
        directories = RelativePath.directories(of: paths)
        try refuseDuplicates()
        try refuseFilesAsDirectories()
    }
}

extension RelativePath {
    /// Returns every directory that leads to one of the sorted paths; each comes before those in it.
    static func directories(of paths: [RelativePath]) -> [RelativePath] {
        var found: Set<RelativePath> = []
        var latest: RelativePath?
        for path in paths {
            guard let parent = path.parent, parent != latest else { continue }
            latest = parent
            var directory: RelativePath? = parent
            while let each = directory, found.insert(each).inserted { directory = each.parent }
        }
        return found.sorted()
    }
}

extension Plan {
    private func refuseDuplicates() throws(PublishingError) {
        for (path, next) in zip(paths, paths.dropFirst()) where path == next {
            throw .duplicatePath(path.text)
        }
    }

    private func refuseFilesAsDirectories() throws(PublishingError) {
        let directories = Set(directories)
        for path in paths where directories.contains(path) {
            let inside = paths.first { $0.text.utf8.starts(with: (path.text + "/").utf8) }
            throw .pathIsDirectory(path.text, of: inside?.text ?? path.text)
        }
    }
}
