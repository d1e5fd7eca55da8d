/// The paths of files that are to be published, to find out which others can be added.
public struct TakenPaths: Sendable {
    private let files: Set<RelativePath>
    /// Each folder, with one of the files in it.
    private var folders: [RelativePath: RelativePath] = [:]

    /// Makes the set of these paths, without those that are invalid.
    public init(_ paths: [String]) {
        let paths = paths.compactMap { try? RelativePath($0) }
        files = Set(paths)
        for path in paths {
            for folder in path.folders where folders.updateValue(path, forKey: folder) != nil { break }
        }
    }

    /// A reason why a file cannot be added to the others.
    public enum Clash: Sendable {
        /// Its path is invalid.
        case invalid(PublishingError.InvalidPath)
        /// There is a file at its path.
        case isFile
        /// There is a folder at its path, which holds this file.
        case isFolder(of: String)
        /// One of its folders has the path of this file.
        case isBelow(String)
    }

    /// Returns the reason why a file with that path cannot be added to the others, or `nil` if it can.
    public func clash(with text: String) -> Clash? {
        do {
            let path = try RelativePath(text)
            if files.contains(path) { return .isFile }
            if let file = folders[path] { return .isFolder(of: file.text) }
            return path.folders.first(where: files.contains).map { .isBelow($0.text) }
        } catch {
            return PublishingError.InvalidPath(of: text).map { .invalid($0) }
        }
    }
}

extension RelativePath {
    /// The folders that contain the path, from the innermost to the outermost.
    fileprivate var folders: some Sequence<RelativePath> {
        sequence(state: self) { path in
            guard let parent = path.parent else { return nil }
            path = parent
            return parent
        }
    }
}
