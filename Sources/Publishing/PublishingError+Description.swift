#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension PublishingError: CustomStringConvertible {
    /// The error in words, without a full stop; foreign files are not named.
    public var description: String {
        switch self {
        case .invalidPath(let path, let reason):
            "cannot publish the path `\(path)`: \(reason.rawValue)"
        case .duplicatePath(let path):
            "two outputs have the path `\(path)`"
        case .pathIsDirectory(let path, let other):
            "`\(path)` is to be a file, and a directory for `\(other)`"
        case .foreignFiles:
            "would overwrite what no build has written"
        case .fileInPlaceOfDirectory(let path):
            "`\(path)` is a file where a directory must be"
        case .directoryInPlaceOfFile(let path):
            "`\(path)` is a directory where a file must be"
        case .symbolicLink(let path):
            "`\(path)` is a symbolic link where a directory must be"
        case .unreadable(let path, let reason):
            "cannot read `\(path)`: \(reason)"
        case .system(let operation, let path, let code):
            "cannot \(operation.rawValue) `\(path)`: \(String(cString: strerror(code)))"
        }
    }
}
