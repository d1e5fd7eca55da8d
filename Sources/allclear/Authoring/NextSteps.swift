import Diagnostics
import Records
import StatusModel

/// What a person does once a record is written, as commands to copy.
struct NextSteps {
    /// The command that commits the record.
    let commit: String
    /// The command for what there may be to say next.
    let update: String?

    /// The commands, in their order.
    var lines: [String] {
        [commit] + [update].compactMap { $0 }
    }
}

extension AuthoredSite {
    /// The command that commits records: in the site's repository, wherever the person stands.
    func commit(of paths: [String], subject: String) -> String {
        let files = paths.map(\.quotedForShell).joined(separator: " ")
        return "\(git) add \(files) && \(git) commit -m \(subject.quotedForShell) && \(git) push"
    }

    /// The command for an update: with the words of the ready text that the record came from, if that has some.
    ///
    /// - Parameter phase: the update's; `nil` to keep the phase.
    func update(of file: SourceFile, to phase: Phase?) -> String {
        let id = RecordIndex.id(of: file.path).quotedForShell
        let text = (try? readyText(ofRecordIn: file))?.0
        let words = phase.flatMap { text?.words(at: $0) } == nil ? "\"…\"" : "--text"
        return "allclear update \(id) \((phase?.keyword ?? "UPDATE").quotedForShell) \(words)"
    }

    private var git: String { folder == "." ? "git" : "git -C \(folder.quotedForShell)" }
}

extension String {
    /// The text as one word of a shell's command.
    var quotedForShell: String {
        let isPlain = !isEmpty && first != "-" && utf8.allSatisfy(Self.isPlainInShell)
        // By scalars: a quotation mark with a mark on it ends the word all the same.
        return isPlain ? self : "'" + unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
    }

    private static func isPlainInShell(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "-_./".utf8.contains(byte)
    }
}
