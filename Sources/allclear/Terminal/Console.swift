import ArgumentParser
import Diagnostics

/// Where everything goes that the program writes for people and programs: data to standard output, words about it to
/// standard error.
///
/// What records and names say can neither move a terminal's cursor nor give a command in the log of a CI job: each
/// text is neutralized here. A stream that cannot be written to ends the command.
struct Console: Sendable {
    /// What a command makes: lines for people, or a document in a format.
    func write(_ document: [UInt8], as format: StreamFormat) throws(StandardStream.Failure) {
        try StandardStream.output.write(format.neutralized(String(decoding: document, as: UTF8.self)))
    }

    /// What is harmless in its own format already: diagnostics, encoded mails, a schema, help.
    func write(verbatim text: String) throws(StandardStream.Failure) {
        try StandardStream.output.write(text)
    }

    /// A line of what a command makes, such as the path of a file.
    func write(line: String) throws(StandardStream.Failure) {
        try StandardStream.output.write(StreamFormat.text.neutralized(printable(line)) + "\n")
    }
}

extension Console {
    /// A line about what goes on.
    func say(_ sentence: String) throws(StandardStream.Failure) {
        try tell("allclear: \(printable(sentence))\n")
    }

    /// Mistakes, with their places.
    func tell(_ diagnostics: [Diagnostic]) throws(StandardStream.Failure) {
        let format = TerminalFormat(colors: StandardStream.error.hasColors)
        try StandardStream.error.write(format.text(for: diagnostics))
    }

    /// Lines without the program's name in front: what a person may copy.
    func show(_ lines: [String]) throws(StandardStream.Failure) {
        try tell(lines.map { "  \(printable($0))\n" }.joined())
    }

    /// A text of many lines, or one that ends within a line.
    func tell(_ text: String) throws(StandardStream.Failure) {
        try StandardStream.error.write(StreamFormat.text.neutralized(text))
    }
}

extension Console {
    /// Does the work. If that fails, reports why and ends with status 1.
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

    /// An error, after the mistakes that caused it and before what to do about it.
    func report(_ error: CommandError) throws(StandardStream.Failure) {
        try tell(error.diagnostics)
        try say("error: \(error.reason)")
        if let hint = error.hint { try say("hint: \(hint)") }
        try show(error.list)
    }

    /// Tells what ended the program.
    ///
    /// - Returns: its exit status.
    func tell(end: any Error) -> Int32 {
        do {
            if end is StandardStream.Failure || end is GitError || end is SystemLimits.Failure { throw end }
            let (text, status) = (Allclear.fullMessage(for: end), Allclear.exitCode(for: end).rawValue)
            if text.isEmpty { return status }
            // Help and completions are asked for: they are data.
            if status == 0 { try write(verbatim: text + "\n") } else { try tell(text + "\n") }
            return status
        } catch {
            // Where it is standard error, there is nobody to be told.
            try? say("error: \(error)")
            return 1
        }
    }
}
