import ArgumentParser
import Diagnostics
import Publishing
import StatusModel

extension Build {
    /// Refuses options that cannot be combined with `--gallery`.
    func validateGallery() throws {
        guard gallery else { return }
        if readers.audience != .public {
            throw ValidationError(
                "--gallery shows both audiences: leave out --audience"
            )
        }
        if options.clock.givenNow != nil {
            throw ValidationError("--gallery has a fixed time: leave out --now")
        }
        if bestEffort {
            throw ValidationError("--gallery does not read your records: leave out --best-effort")
        }
    }

    /// Writes fictional sites in every state, without reading the site's records.
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
            line: "\(folder): \(summary.sentence), \(count) sample sites in \(stopwatch.milliseconds) ms"
        )
    }
}
