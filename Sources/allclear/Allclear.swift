import ArgumentParser
import Foundation

/// The program: it turns incident records into a status site.
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

    /// Runs the program, on its first thread from beginning to end: an asynchronous `main` ends that thread, which
    /// glibc alone does not support.
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

    /// The program's version, which `statistics.json` also states.
    static let version = "0.1.0"

    /// The address of the program's archives, by version.
    ///
    /// `OWNER` stands for the account that publishes them.
    static let releases = "https://github.com/OWNER/allclear/releases/download"

    /// The name of the generator, as files state it.
    static let generator = "allclear \(version)"
}

extension String {
    /// The argument, changed so that a list in Markdown, such as `- like this`, is not read as an option.
    ///
    /// It gets a space in front, which titles and texts drop again.
    fileprivate var readAsText: String {
        first == "-" && dropFirst().first?.isWhitespace == true ? " " + self : self
    }
}
