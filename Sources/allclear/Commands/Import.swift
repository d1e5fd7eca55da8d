public import ArgumentParser
import Diagnostics
public import Importers
import Records

/// `allclear import`: converts another tool's records to records of a site.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import records and settings from another status page tool.",
        discussion: """
            For example:

              allclear import cstate ../old-status --dry-run
              allclear import statuspage incidents.json --into status

            Prints a summary to standard error, with fully imported files first and refused files last, \
            and with the file and line of everything that was not converted. Existing files are not \
            changed, so you can run an import again. If status.yml already exists, the records \
            must use its components and severities.

            Exit status: 0 if everything was imported; 1 if nothing was (no file is written); 3 if some \
            files were refused and all others imported.
            """
    )

    @Argument(help: "The tool that the files come from.")
    var format: ImportFormat

    @Argument(
        help: ArgumentHelp("The folder that contains the files, or one file.", valueName: "path"),
        completion: .directory
    )
    var path: String

    @Option(
        help: ArgumentHelp("The site's folder, for status.yml and incidents/.", valueName: "folder"),
        completion: .directory
    )
    var into = "."

    @Flag(help: "Show what would be imported, but write nothing.")
    var dryRun = false

    func validate() throws {
        if path.isEmpty || into.isEmpty { throw ValidationError("the name of a folder must not be empty") }
    }

    func run() throws {
        let console = Console()
        try console.reportingErrors {
            let imported = try imported(telling: console)
            let arrivals = try Arrivals(of: imported, in: into)
            if !dryRun, !imported.isRefused { try arrivals.write() }
            let report = ImportReport(of: imported, arrivals, from: path, into: into, isDryRun: dryRun)
            try console.tell(report.text)
            if imported.isRefused { throw ExitCode(1) }
            if imported.hasRefusals { throw ExitCode(3) }
        }
    }
}

extension ImportFormat: ExpressibleByArgument {}

private extension Import {
    func imported(telling console: Console) throws -> Imported {
        let files = try SourceFolder(path).files {
            try console.say("skipped `\(path)/\($0)/`, which contains generated files")
        }
        let imported = format.imported(from: files, for: try statusFile()) { count, work in
            Progress().show("importing", of: count, during: work)
        }
        guard let imported else {
            throw CommandError(
                "`\(path)` contains no \(format.rawValue) files",
                hint: "give \(format.source)"
            )
        }
        return imported
    }

    /// Returns the site's own file, which determines how a build reads the records, or `nil` if it is still to be
    /// created.
    func statusFile() throws -> SourceFile? {
        try SitePlace("status.yml", in: into).bytes().map { SourceFile(path: "status.yml", bytes: $0) }
    }
}
