import ArgumentParser
import Diagnostics
import Publishing
import StatusModel

extension Build {
    /// What goes ill with `--gallery`.
    func validateGallery() throws {
        guard gallery else { return }
        if readers.audience != .public {
            throw ValidationError(
                "--gallery shows what the public and what the team sees: leave out --audience"
            )
        }
        if options.clock.givenNow != nil {
            throw ValidationError("--gallery has an instant of its own: leave out --now")
        }
        if bestEffort {
            throw ValidationError("--gallery looks at no records of yours: leave out --best-effort")
        }
    }

    /// Writes made-up sites in every state. The site's records are not looked at.
    func buildGallery(_ stopwatch: Clock.Stopwatch) throws {
        let console = Console()
        let findings = Findings()
        let look = LoadedSite(lookOf: options.site, into: findings)
        try console.tell(findings.all.inOrder)
        guard let look else {
            try console.say("nothing was written: \(DiagnosticCount(findings.all))")
            throw ExitCode(1)
        }
        let gallery = Gallery(in: look)
        let summary = try publish(gallery.outputs, console: console, progress: Progress())
        let count = gallery.situations.count
        try console.write(
            line: "\(folder): \(summary.sentence), \(count) made-up sites in \(stopwatch.milliseconds) ms"
        )
    }
}
