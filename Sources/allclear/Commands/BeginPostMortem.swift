import ArgumentParser
import Diagnostics
import Records
import StatusModel
import StatusSite

/// `allclear post-mortem`: adds the outline of a post-mortem below the updates.
struct BeginPostMortem: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post-mortem",
        abstract: "Start the post-mortem of a resolved incident.",
        discussion: """
            For example:

              allclear post-mortem 2026-01-02-slow
              allclear post-mortem slow --edit

            Adds the sections that the policy lists for the severity, with the timeline and the impact \
            filled in from the record. Replace each `[…]` with your text. Only the team sees the \
            post-mortem until you add a `Published:` line. The rest of the file does not change.
            """
    )

    @Argument(
        help: "The incident: its id, its file, or any part of its id or title that matches no other record.",
        completion: Completions.records
    )
    var id: String?

    @Flag(help: "Open the record in your editor (VISUAL or EDITOR) after writing it, then check it again.")
    var edit = false

    @OptionGroup var options: SiteOptions

    func run() throws {
        let console = Console()
        try console.reportingErrors {
            let site = try AuthoredSite(options)
            let path = try site.path(
                ofRecordCalled: id, orOneOf: .postMortem, asking: Prompt(), telling: console)
            let file = try site.file(path)
            let changed = try written(into: file, in: site)
            try site.check(changed, changing: file, for: console)
            try site.replace(file, with: changed)
            try console.write(line: site.place(of: path))
            if edit { try site.edit(path, changing: file, for: console) }
            try console.say(
                """
                replace each `[…]` with your text, and when it is ready, add `Published:` with the \
                date below the heading; next:
                """
            )
            let subject = "\(RecordIndex.id(of: path)): post-mortem"
            try console.show([site.commit(of: [path], subject: subject)])
        }
    }
}

private extension BeginPostMortem {
    func written(into file: SourceFile, in site: AuthoredSite) throws -> SourceFile {
        do {
            return try site.reader.adding(site.postMortemDraft(for: file), to: file)
        } catch { throw CommandError(error, in: file.path) }
    }
}

extension AuthoredSite {
    /// Returns the post-mortem of the record in the file, as far as the record provides it, in the site's language.
    fileprivate func postMortemDraft(for file: SourceFile) -> PostMortemDraft {
        let steps = record(in: file)?.happened(by: now).flatMap { incident in
            templates?.steps(of: incident, on: configuration.page)
        }
        return PostMortemDraft(
            templates?.postMortemHeadings.first ?? "Post-mortem",
            steps: (steps ?? []).map {
                PostMortemDraft.Step(at: $0.at, $0.label, text: $0.text, isInternal: $0.isInternal)
            })
    }
}
