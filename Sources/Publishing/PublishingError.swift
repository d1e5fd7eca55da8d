/// An error that prevented a site from being published.
///
/// In every case, the site that was published before is still complete.
public enum PublishingError: Error, Hashable, Sendable {
    /// A path of the plan is not a valid path of a file in the output directory.
    case invalidPath(String, because: InvalidPath)
    /// Two outputs have this path.
    case duplicatePath(String)
    /// An output has this path, but the path of another output needs a directory there.
    case pathIsDirectory(String, of: String)
    /// These files exist, but no build has written them: all that were found, sorted.
    case foreignFiles([String])
    /// There is a file where a directory must be.
    case fileInPlaceOfDirectory(String)
    /// There is a directory where a file must be.
    case directoryInPlaceOfFile(String)
    /// There is a symbolic link where a directory must be, which includes the output directory.
    ///
    /// Writing through the link could leave the output directory.
    case symbolicLink(String)
    /// This file was to be copied, but may not be, for the reason given.
    case unreadable(String, because: String)
    /// The system refused an operation, for the reason that `errno` gives.
    case system(Operation, path: String, errno: Int32)

    /// A reason why a path is invalid.
    public enum InvalidPath: String, Sendable {
        case isEmpty = "it is empty"
        case isAbsolute = "it begins with `/`"
        case hasEmptyPart = "it has an empty part"
        case hasDotPart = "it has a part `.` or `..`"
        case hasForbiddenByte = "it has a line break or a NUL byte"
        case hasLongPart = "a name in it is longer than 255 bytes"
        case isTooLong = "it is longer than 4000 bytes"
        case isReserved = "the name is reserved for files that the build writes"
    }

    /// The operation that the system refused.
    public enum Operation: String, Sendable {
        case open, lock, read, write, create, rename, delete
    }
}
