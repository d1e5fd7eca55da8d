import ArgumentParser
import Diagnostics
import Publishing
import Records
import StatusModel
import StatusSite

/// `allclear build`: reads, checks, renders and publishes the site.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Builds the site.",
        discussion: """
            Nothing is written while a record has a mistake. Exit status 0: published. 1: not published. 3: \
            published around broken records (--best-effort).
            """
    )

    @OptionGroup var options: SiteOptions

    @Option(
        help: ArgumentHelp(
            "Where the site is written; public/ in the site's folder unless told.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var output: String?

    @Flag(help: "Publish around records that have mistakes: for the night when a live outage must be told.")
    var bestEffort = false

    @Flag(help: "Write also over files in the output that no build has written.")
    var force = false

    func run() throws {
        let stopwatch = Clock.Stopwatch()
        let now = try options.now()
        let reading = try SiteReading(of: options.site, at: now)
        let talk = Talk()
        talk.tell(reading.diagnostics)
        guard let site = reading.site, !reading.diagnostics.hasErrors || bestEffort && reading.isPublishable
        else {
            talk.say("nothing was written: \(DiagnosticCount(reading.diagnostics))")
            throw ExitCode(1)
        }
        let outputs = site.outputs(at: now)
        let summary = try publish(outputs, talk: talk)
        print("\(summary.sentence) from \(site.recordCount) records in \(stopwatch.milliseconds) ms")
        if reading.diagnostics.hasErrors {
            talk.say("published around broken records: \(DiagnosticCount(reading.diagnostics))")
            throw ExitCode(3)
        }
    }
}

private extension Build {
    func publish(_ outputs: [Output], talk: Talk) throws -> PublishingSummary {
        let folder = output ?? options.site + "/public"
        do {
            return try Publishing.publish(
                outputs,
                into: folder,
                force: force,
                waiting: { talk.say("waiting for another build to end") }
            )
        } catch {
            talk.say("error: \(error)")
            throw ExitCode(1)
        }
    }
}

extension PublishingSummary {
    /// What a person wants to know of it.
    fileprivate var sentence: String {
        "\(files) files: \(created) new, \(replaced) changed, \(unchanged) unchanged, \(deleted) deleted"
    }
}
