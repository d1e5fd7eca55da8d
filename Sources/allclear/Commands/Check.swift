import ArgumentParser
import Diagnostics

/// `allclear check`: reports every mistake in every record.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check status.yml, the records and the templates for mistakes.",
        discussion: """
            Shows each mistake with its file and line and, if possible, a fix. docs/diagnostics.md explains each.

            Exit status: 0 if there are no errors; 1 if there are errors or, with --strict, warnings.
            """
    )

    @OptionGroup var options: SiteOptions

    @Option(
        help: "The output format. Use json for editors, and github to mark the lines in a pull request."
    )
    var format = Format.terminal

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    @Flag(
        help: """
            Allow updates without times: `allclear stamp` adds them on publication. Until then, such \
            updates are checked as if they were written now.
            """
    )
    var pullRequest = false

    /// The output formats.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case terminal, json, github
    }

    func run() throws {
        let now = try options.now()
        let versions = VersionLog.reading(of: options.site, until: now)
        let history = try RecordHistory(of: options.site, until: now)
        let reading = try SiteReading(
            of: options.site,
            at: now,
            isToBePublished: true,
            awaitsReview: pullRequest,
            history: history,
            edits: .git(versions),
            progress: Progress()
        )
        let diagnostics =
            (reading.diagnostics + reading.mistakesInMessages
            + reading.mistakesInLedger(at: now)).inOrder
            .map { strict ? $0.asError : $0.asChecked }
        let console = Console()
        try write(diagnostics, to: console)
        if format == .terminal {
            let source = reading.recordCount.map { "\(RecordCount($0)): " } ?? ""
            try console.say("\(source)\(DiagnosticCount(diagnostics))")
        }
        if diagnostics.hasErrors { throw ExitCode(1) }
    }

    private func write(_ diagnostics: [Diagnostic], to console: Console) throws {
        switch format {
        case .terminal:
            let format = TerminalFormat(colors: StandardStream.output.hasColors)
            try console.write(verbatim: format.text(for: diagnostics))
        case .json: try console.write(Array(JSONFormat().text(for: diagnostics).utf8), as: .json)
        case .github:
            try console.write(verbatim: GitHubFormat(folder: options.site).text(for: diagnostics))
        }
    }
}

extension Diagnostic {
    /// The same finding as an error, which prevents a build.
    fileprivate var asError: Diagnostic {
        var diagnostic = self
        diagnostic.severity = .error
        return diagnostic
    }
}
