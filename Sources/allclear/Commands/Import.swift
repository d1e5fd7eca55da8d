public import ArgumentParser
import Diagnostics
public import Importers
import Records

/// `allclear import`: another tool's records as records of a site here.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes records and status.yml of another status page's files.",
        discussion: """
            Says on standard error what became of each file, with the place of everything that could not be \
            carried over; what was imported whole comes first, what was refused last. Files that are there \
            already are left alone: an import can be run again at any time. Where `status.yml` is there, every \
            record has to fit it. Exit status 0: everything was imported; 3: some files were refused, and all \
            others imported; 1: nothing was imported or written.
            """
    )

    @Argument(help: "What the files were made for.")
    var format: ImportFormat

    @Argument(
        help: ArgumentHelp("The folder that holds them, or the file.", valueName: "path"),
        completion: .directory
    )
    var path: String

    @Option(
        help: ArgumentHelp("The site's folder, which gets status.yml and incidents/.", valueName: "folder"),
        completion: .directory
    )
    var into = "."

    @Flag(help: "Tell what would be imported, and write nothing.")
    var dryRun = false

    func validate() throws {
        if path.isEmpty || into.isEmpty { throw ValidationError("a folder's name is empty") }
    }

    func run() throws {
        let console = Console()
        try console.tellingRefusals {
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
            try console.say("passed over: `\(path)/\($0)/`, which tools made")
        }
        let imported = format.imported(from: files, for: try statusFile()) { count, work in
            Progress().show("importing", of: count, during: work)
        }
        guard let imported else {
            throw Refusal(
                "there is nothing of \(format.rawValue) in `\(path)`",
                hint: "name \(format.source)"
            )
        }
        return imported
    }

    /// The site's own, by which a build will read the records; nothing where it is to be made.
    func statusFile() throws -> SourceFile? {
        try SitePlace("status.yml", in: into).bytes().map { SourceFile(path: "status.yml", bytes: $0) }
    }
}
