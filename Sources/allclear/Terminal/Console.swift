import ArgumentParser
import Diagnostics

/// The destination of everything that the program writes for people and programs: data to standard output, messages
/// about it to standard error.
///
/// Texts from records and names can neither move a terminal's cursor nor run a command in the log of a CI job: each
/// one is neutralized here. If a stream cannot be written to, the command ends.
struct Console: Sendable {
    /// Writes the result of a command: lines for people, or a document in a format.
    func write(_ document: [UInt8], as format: StreamFormat) throws(StandardStream.Failure) {
        try StandardStream.output.write(format.neutralized(String(decoding: document, as: UTF8.self)))
    }

    /// Writes text that is harmless in its own format already: diagnostics, encoded mails, a schema, help.
    func write(verbatim text: String) throws(StandardStream.Failure) {
        try StandardStream.output.write(text)
    }

    /// Writes a line of a command's result, such as the path of a file.
    func write(line: String) throws(StandardStream.Failure) {
        try StandardStream.output.write(StreamFormat.text.neutralized(printable(line)) + "\n")
    }
}

extension Console {
    /// Writes a line about what the command is doing.
    func say(_ sentence: String) throws(StandardStream.Failure) {
        try tell("allclear: \(printable(sentence))\n")
    }

    /// Writes mistakes with their locations.
    func tell(_ diagnostics: [Diagnostic]) throws(StandardStream.Failure) {
        let format = TerminalFormat(colors: StandardStream.error.hasColors)
        try StandardStream.error.write(format.text(for: diagnostics))
    }

    /// Writes lines without the program's name in front, which a person may copy.
    func show(_ lines: [String]) throws(StandardStream.Failure) {
        try tell(lines.map { "  \(printable($0))\n" }.joined())
    }

    /// Writes a text of many lines, or without a line break at its end.
    func tell(_ text: String) throws(StandardStream.Failure) {
        try StandardStream.error.write(StreamFormat.text.neutralized(text))
    }
}

extension Console {
    /// Does the work.
    ///
    /// If that fails, reports why and ends with status 1.
    func reportingErrors<Result>(of work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch {
            guard let reason = CommandError(because: error) else { throw error }
            try report(reason)
            if let outcome = reason.outcome { try say(outcome.rawValue) }
            throw ExitCode(1)
        }
    }

    /// Writes an error, after the mistakes that caused it and before the hint.
    func report(_ error: CommandError) throws(StandardStream.Failure) {
        try tell(error.diagnostics)
        try say("error: \(error.reason)")
        if let hint = error.hint { try say("hint: \(hint)") }
        try show(error.list)
    }

    /// Reports what ended the program.
    ///
    /// - Returns: its exit status.
    func tell(end: any Error) -> Int32 {
        do {
            if end is StandardStream.Failure || end is GitError || end is SystemLimits.Failure { throw end }
            let (text, status) = (Allclear.fullMessage(for: end), Allclear.exitCode(for: end).rawValue)
            if text.isEmpty { return status }
            // Help and completions were requested: they are data.
            if status == 0 { try write(verbatim: text + "\n") } else { try tell(text + "\n") }
            return status
        } catch {
            // If standard error itself fails, nobody can be told.
            try? say("error: \(error)")
            return 1
        }
    }
}
