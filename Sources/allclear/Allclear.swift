import ArgumentParser

/// Incident records in, a status site out.
@main
struct Allclear: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allclear",
        abstract: "Turns incident records into a static status site.",
        discussion: """
            A site is a folder with `status.yml` and records in `incidents/`. Start with `allclear check`, \
            which tells every mistake with its place, then `allclear build`.
            """,
        version: version,
        subcommands: [Build.self, Check.self, Announce.self, Report.self]
    )

    /// The program's version, as `statistics.json` names it too.
    static let version = "0.1.0"

    /// What made a file, as files name it.
    static let generator = "allclear \(version)"
}
