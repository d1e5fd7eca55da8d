import Diagnostics
import Foundation

/// The reason why a file or a folder is not read.
enum Obstacle: Error, Equatable {
    /// The system refused, for the reason that `errno` gives.
    case system(Int32)
    /// It is a symbolic link that points outside its folder, or to nothing.
    case leavesFolder
    /// It is a symbolic link, which is not allowed here.
    case isLink
    /// It belongs to git, whose files may contain tokens.
    case isOfGit
    /// It is a pipe, a device or anything else but a regular file.
    case isNoFile
    case nameIsNotUTF8
    case nameHasControlCharacter
}

extension Obstacle {
    /// The end of a sentence: "`x` cannot be read: …".
    var reason: String {
        switch self {
        case .system(let code): String(cString: strerror(code))
        case .leavesFolder: "it is a symbolic link that points outside its folder, or to nothing"
        case .isLink: "it is a symbolic link"
        case .isOfGit: "it belongs to git"
        case .isNoFile: "it is not a regular file"
        case .nameIsNotUTF8: "its name is not UTF-8"
        case .nameHasControlCharacter: "its name has a line break or another control character"
        }
    }

    /// Returns the finding for the author of the file.
    func diagnostic(at path: String) -> Diagnostic {
        let place = SourceLocation.top(of: path)
        return switch self {
        case .system, .isNoFile:
            Diagnostic(
                .error, .unreadableFile, "`\(path)` cannot be read: \(reason)", at: place,
                hint: self == .isNoFile ? "replace it with a file" : "check its permissions")
        case .leavesFolder:
            Diagnostic(
                .error, .linkLeavesSite,
                "`\(path)` is a symbolic link that points outside `\(path.prefix { $0 != "/" })/`, or to nothing",
                at: place, hint: "replace it with what it links to")
        case .isLink:
            Diagnostic(
                .error, .linkLeavesSite, "`\(path)` must not be a symbolic link", at: place,
                hint: "replace it with what it links to")
        case .isOfGit:
            Diagnostic(
                .error, .linkLeavesSite, "`\(path)` belongs to git, so it is not published",
                at: place, hint: "move it out of the folder")
        case .nameIsNotUTF8, .nameHasControlCharacter:
            Diagnostic(
                .error, .unusableName, "`\(path)` cannot be read: \(reason)", at: place, hint: "rename it")
        }
    }
}
