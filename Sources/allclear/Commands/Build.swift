import ArgumentParser
import Diagnostics
import Publishing
import Records
import StatusModel
import StatusSite

/// `allclear build`: reads, checks, renders and publishes the site.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build the site.",
        discussion: """
            Writes the site to public/. If there are errors, nothing is written. For example:

              allclear build
              allclear build --audience internal
              allclear build --output /var/www/status

            Exit status: 0 if the site was written; 1 if not (the previous site does not change); 3 if it \
            was written without the records that have errors (--best-effort).
            """
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var readers: AudienceOption

    @Option(
        help: ArgumentHelp(
            """
            The folder to write to. (default: public/ in the site's folder; internal/ with \
            --audience internal; gallery/ with --gallery)
            """,
            valueName: "folder"
        ),
        completion: .directory
    )
    var output: String?

    @Flag(help: "Build even if some records have errors, without those records. For use during an outage.")
    var bestEffort = false

    @Flag(help: "Overwrite files in the output folder that were not written by a build.")
    var force = false

    @Flag(
        help: """
            Write sample pages in every state to gallery/ instead, with your templates and styles. Useful \
            for restyling.
            """
    )
    var gallery = false

    func validate() throws {
        if output?.isEmpty == true { throw ValidationError("--output needs the name of a folder") }
        try validateGallery()
    }

    func run() throws {
        let stopwatch = Clock.Stopwatch()
        if gallery { return try buildGallery(stopwatch) }
        let (console, progress) = (Console(), Progress())
        let work = try prepare(console, progress)
        let summary = try publish(work.outputs, console: console, progress: progress)
        try console.write(
            line: "\(folder): \(summary.sentence), from \(work.source) in \(stopwatch.milliseconds) ms"
        )
        if let broken = work.broken {
            try console.say("the site was written without the records that have errors: \(broken)")
            throw ExitCode(3)
        }
    }
}

private extension Build {
    /// The outputs to publish, and what to report afterwards.
    ///
    /// Nothing else that was read stays in memory while the outputs are rendered.
    struct Work {
        let outputs: [Output]
        let source: RecordCount
        /// The number of mistakes in the records that are left out; `nil` if none is.
        let broken: DiagnosticCount?
    }

    func prepare(_ console: Console, _ progress: Progress) throws -> Work {
        let now = try options.now()
        let search = try RevisionSearch(in: options.site)
        let versions = VersionLog.reading(of: options.site, until: now)
        let reading = try SiteReading(
            of: options.site, at: now, isToBePublished: true, edits: .git(versions),
            progress: progress)
        if let gap = reading.edits.gap {
            try console.warn(of: gap, so: "incident pages do not show edits")
        }
        try console.tell(reading.diagnostics)
        let isSound = !reading.diagnostics.hasErrors
        guard let site = reading.site, isSound || bestEffort && reading.isPublishable else {
            try console.say("nothing was written: \(DiagnosticCount(reading.diagnostics))")
            throw ExitCode(1)
        }
        let provenance = try search.provenance(of: site.page, for: readers.audience)
        return Work(
            outputs: site.outputs(for: readers.audience, provenance: provenance),
            source: RecordCount(reading.recordCount ?? 0),
            broken: isSound ? nil : DiagnosticCount(reading.diagnostics)
        )
    }
}

extension Build {
    /// The name of the output folder: each audience has its own, so that no mistake publishes internal texts, and
    /// so has the gallery.
    var folder: String {
        let name = gallery ? "gallery" : readers.audience.rawValue
        return output ?? (options.site == "." ? name : options.site + "/" + name)
    }

    func publish(_ outputs: [Output], console: Console, progress: Progress) throws -> PublishingSummary {
        try console.reportingErrors {
            try OutputFolder(folder, isNamed: output != nil).check(beside: options.site)
        }
        do {
            return try progress.show("writing files", of: outputs.count) { step throws(PublishingError) in
                try Publishing.publish(
                    outputs.map { $0.calling(step) },
                    into: folder,
                    followingLink: output != nil,
                    force: force,
                    waiting: {
                        // A message that cannot be printed does not prevent the wait.
                        progress.say { try? console.say("waiting for another build to finish") }
                    }
                )
            }
        } catch {
            try console.say("error: \(error)")
            if case .foreignFiles(let paths) = error {
                try console.show(paths.map { "`\($0)`" })
                try console.say(
                    """
                    hint: move them away, choose another folder with `--output`, or overwrite them \
                    with `--force`
                    """
                )
            }
            throw ExitCode(1)
        }
    }
}

extension PublishingSummary {
    /// A summary for a person.
    var sentence: String {
        "\(files) files: \(created) new, \(replaced) changed, \(unchanged) unchanged, \(deleted) deleted"
    }
}
