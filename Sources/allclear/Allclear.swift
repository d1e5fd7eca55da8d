import ArgumentParser
import Foundation

/// Incident records in, a status site out.
@main
struct Allclear: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allclear",
        abstract: "Turns incident records into a static status site.",
        discussion: """
            A site is a folder with `status.yml` and records in `incidents/`. Start with `allclear init`, which \
            sets one up; `allclear check` tells every mistake with its place, and `allclear build` writes the \
            pages. When something breaks: `allclear new`, and `allclear update` for each thing there is to say.
            """,
        version: version,
        subcommands: [
            Init.self, New.self, AddUpdate.self, Tick.self, BeginPostMortem.self, Alert.self, Stamp.self,
            Check.self, Serve.self, Build.self,
            Status.self,
            Diff.self, Announce.self, Report.self, Verify.self, Import.self, Schema.self,
            CopyTemplate.self,
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
