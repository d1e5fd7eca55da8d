import Diagnostics
import Records
import StatusModel

/// The next steps after a record is written, as commands to copy.
struct NextSteps {
    /// The command that commits the record.
    let commit: String
    /// The command for the update that may come next.
    let update: String?

    /// The commands, in order.
    var lines: [String] {
        [commit] + [update].compactMap { $0 }
    }
}

extension AuthoredSite {
    /// Returns the command that commits records in the site's repository, wherever the person runs it.
    func commit(of paths: [String], subject: String) -> String {
        let files = paths.map(\.quotedForShell).joined(separator: " ")
        return "\(git) add \(files) && \(git) commit -m \(subject.quotedForShell) && \(git) push"
    }

    /// Returns the command for an update, with the words of the prepared text from which the record was made, if it
    /// has any.
    ///
    /// - Parameter phase: the phase of the update; `nil` to keep the record's.
    func update(of file: SourceFile, to phase: Phase?) -> String {
        let id = RecordIndex.id(of: file.path).quotedForShell
        let text = (try? readyText(ofRecordIn: file))?.0
        let words = phase.flatMap { text?.words(at: $0) } == nil ? "\"…\"" : "--text"
        return "allclear update \(id) \((phase?.keyword ?? "UPDATE").quotedForShell) \(words)"
    }

    private var git: String { folder == "." ? "git" : "git -C \(folder.quotedForShell)" }
}

extension String {
    /// The text, quoted as one word of a shell command.
    var quotedForShell: String {
        let isPlain = !isEmpty && first != "-" && utf8.allSatisfy(Self.isPlainInShell)
        // By Unicode scalars, because a quotation mark with a combining mark still ends the word.
        return isPlain ? self : "'" + unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
    }

    private static func isPlainInShell(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "-_./".utf8.contains(byte)
    }
}
