import ArgumentParser
import Diagnostics
import Foundation

/// What the program says to the person at the terminal, on standard error: standard output is for data.
struct Talk {
    /// A stream that a program writes to.
    enum Stream {
        case output, error
    }

    /// A line about what goes on.
    func say(_ sentence: String) {
        FileHandle.standardError.write(Data("allclear: \(sentence)\n".utf8))
    }

    /// Mistakes, with their places.
    func tell(_ diagnostics: [Diagnostic]) {
        let text = TerminalFormat(colors: Self.hasColors(on: .error)).text(for: diagnostics)
        FileHandle.standardError.write(Data(text.utf8))
    }

    /// Lines without the program's name in front: what a person may copy.
    func show(_ lines: [String]) {
        FileHandle.standardError.write(Data(lines.map { "  \($0)\n" }.joined().utf8))
    }

    /// Does the work; where it is refused, tells why and ends with status 1.
    func tellingRefusals(of work: () throws -> Void) throws {
        do {
            try work()
        } catch let refusal as Refusal {
            tell(refusal.diagnostics)
            say("error: \(refusal.reason)")
            refusal.hint.map { say("hint: \($0)") }
            throw ExitCode(1)
        }
    }

    /// An account of many lines.
    func tell(_ report: ImportReport) {
        FileHandle.standardError.write(Data(report.text.utf8))
    }

    /// Whether colours help there: at a terminal, unless NO_COLOR is set (https://no-color.org).
    static func hasColors(on stream: Stream) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return !isRefused && environment["TERM"] != "dumb"
            && isatty(stream == .output ? STDOUT_FILENO : STDERR_FILENO) == 1
    }
}

/// `1 record`, `12 records`.
struct RecordCount: CustomStringConvertible {
    let description: String

    init(_ count: Int) {
        description = "\(count) record\(count == 1 ? "" : "s")"
    }
}

/// `2 errors, 1 warning`, or `no mistakes`.
struct DiagnosticCount: CustomStringConvertible {
    let description: String

    init(_ diagnostics: [Diagnostic]) {
        let errors = diagnostics.count { $0.severity == .error }
        let parts = [(errors, "error"), (diagnostics.count - errors, "warning")]
            .filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        description = parts.isEmpty ? "no mistakes" : parts.joined(separator: ", ")
    }
}
