import ArgumentParser
import Foundation

/// Incident records in, a status site out.
@main
struct Allclear: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allclear",
        abstract: "Turn incident records into a static status site.",
        discussion: """
            A site is a folder with status.yml and records in incidents/. To start one, run `allclear \
            init`. Then `allclear check` reports mistakes, `allclear serve` previews the site, and \
            `allclear build` writes its pages.

            When something breaks, run `allclear new`, then `allclear update` for each update. Both ask \
            for what they need.
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "Setup", subcommands: [Init.self, Import.self, CopyTemplate.self, Schema.self]),
            CommandGroup(
                name: "Record",
                subcommands: [
                    New.self, AddUpdate.self, Tick.self, BeginPostMortem.self, Alert.self, Stamp.self,
                ]),
            CommandGroup(
                name: "Site", subcommands: [Check.self, Serve.self, Build.self, Diff.self, Verify.self]),
            CommandGroup(name: "Reporting", subcommands: [Status.self, Announce.self, Report.self]),
        ]
    )

    /// Runs the program, on its first thread from beginning to end: an asynchronous `main` ends that thread, for
    /// which glibc alone is not enough.
    static func main() {
        StandardStream.occupyClosed()
        do {
            try SystemLimits.requireMemory()
            let arguments = CommandLine.arguments.dropFirst().map(\.readAsText)
            try requireCommand(in: arguments)
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch {
            Foundation.exit(Console().tell(end: error))
        }
    }

    /// The program's version, as `statistics.json` names it too.
    static let version = "0.1.0"

    /// Where archives of the program are, by version. `OWNER` stands for whoever publishes them.
    static let releases = "https://github.com/OWNER/allclear/releases/download"

    /// What made a file, as files name it.
    static let generator = "allclear \(version)"
}

extension String {
    /// The argument so that a list in Markdown, `- as this`, is not read as an option: with a blank in front,
    /// which titles and texts do without again.
    fileprivate var readAsText: String {
        first == "-" && dropFirst().first?.isWhitespace == true ? " " + self : self
    }
}
