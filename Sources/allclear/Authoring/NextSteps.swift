/// What a person does once a record is written, as commands to copy.
struct NextSteps {
    /// The record's path, from where the program runs.
    let path: String
    /// What the commit is about.
    let subject: String
    /// The command for what there may be to say next.
    let update: String?

    /// The commands, in their order.
    var lines: [String] {
        ["git add \(path.quotedForShell) && git commit -m \(subject.quotedForShell) && git push"]
            + [update].compactMap { $0 }
    }
}

extension String {
    /// The text as one word of a shell's command.
    var quotedForShell: String {
        let isPlain = !isEmpty && first != "-" && utf8.allSatisfy(Self.isPlainInShell)
        return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
    }

    private static func isPlainInShell(_ byte: UInt8) -> Bool {
        Character(Unicode.Scalar(byte)).isLetter && byte < 0x80 || (0x30...0x39).contains(byte)
            || "-_./".utf8.contains(byte)
    }
}
