/// Why a site was not published. In every case the site that stood before still stands.
public enum PublishingError: Error, Hashable, Sendable {
    /// A path of the plan that cannot be a file's in the output directory.
    case invalidPath(String, because: InvalidPath)
    /// Two outputs have this path.
    case duplicatePath(String)
    /// An output has this path, and another lies below it.
    case pathIsDirectory(String, of: String)
    /// These paths exist and no build has written them; all that were met, sorted.
    case foreignFiles([String])
    /// A file stands where a directory must be.
    case fileInPlaceOfDirectory(String)
    /// A directory stands where a file must be.
    case directoryInPlaceOfFile(String)
    /// A symbolic link stands where a directory must be, the output directory included: to write through it could leave the output.
    case symbolicLink(String)
    /// This file, which was to be copied, is not one that may be, for that reason.
    case unreadable(String, because: String)
    /// The system refused an operation, for the reason that `errno` gives.
    case system(Operation, path: String, errno: Int32)

    /// What is wrong with a path.
    public enum InvalidPath: String, Sendable {
        case isEmpty = "it is empty"
        case isAbsolute = "it begins with `/`"
        case hasEmptyPart = "it has an empty part"
        case hasDotPart = "it has a part `.` or `..`"
        case hasForbiddenByte = "it has a line break or a NUL byte"
        case hasLongPart = "a name in it is longer than 255 bytes"
        case isTooLong = "it is longer than 4000 bytes"
        case isReserved = "the name is reserved for files of the build"
    }

    /// What the system was asked for.
    public enum Operation: String, Sendable {
        case open, lock, read, write, create, rename, delete
    }
}
