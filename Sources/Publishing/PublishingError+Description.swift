#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension PublishingError: CustomStringConvertible {
    /// A description of the error, without a period; foreign files are not named.
    public var description: String {
        switch self {
        case .invalidPath(let path, let reason):
            "cannot publish the path `\(path)`: \(reason.rawValue)"
        case .duplicatePath(let path):
            "two outputs have the path `\(path)`"
        case .pathIsDirectory(let path, let other):
            "`\(path)` cannot be both a file and the folder of `\(other)`"
        case .foreignFiles:
            "the output folder has files that were not written by a build"
        case .fileInPlaceOfDirectory(let path):
            "`\(path)` must be a folder, but is a file"
        case .directoryInPlaceOfFile(let path):
            "`\(path)` must be a file, but is a folder"
        case .symbolicLink(let path):
            "`\(path)` must be a folder, but is a symbolic link"
        case .unreadable(let path, let reason):
            "cannot read `\(path)`: \(reason)"
        case .system(let operation, let path, let code):
            "cannot \(operation.rawValue) `\(path)`: \(String(cString: strerror(code)))"
        }
    }
}
