import ArgumentParser
import Diagnostics
import Verification

/// `allclear verify`: checks that a published site's figures follow from its incidents.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check that the figures of a published site follow from its incidents.",
        discussion: """
            For example:

              allclear verify https://status.example.com
              allclear verify public --repo .

            Using an independent implementation, recomputes every figure from the published files alone: \
            uptime, days, error budgets, response times, the Statuspage API, badges, feeds, reports and \
            pages. docs/verifying.md explains what this proves and what it does not.

            With --repo, also rebuilds the site from the revision and for the time stated on the \
            published site, and compares all files byte by byte. For a folder, this also \
            finds files that are not part of the site.

            Exit status: 0 if all figures agree; 1 if a figure or file differs (the first mismatch of each \
            kind is shown with both values); 2 if something could not be read.
            """
    )

    @Argument(help: "The address of the site, which is fetched with curl, or a folder that contains it.")
    var site: String

    @Option(
        help: ArgumentHelp(
            "The site's folder in a clone of its repository, to rebuild it from.", valueName: "folder"),
        completion: .directory
    )
    var repo: String?

    func run() throws {
        let console = Console()
        do {
            let files = try PublishedSite.named(site)
            let ledger = Verification.run(on: files)
            for line in ledger.lines + [ledger.total] { try console.write(line: line) }
            let isRebuilt = try repo.map { try rebuilds(files, from: $0, console) } ?? true
            if ledger.hasDisagreements || !isRebuilt { throw ExitCode(1) }
            if ledger.hasUnreadable { throw ExitCode(2) }
        } catch let error as Unreadable {
            try console.say("error: \(error.reason)")
            try error.hint.map { try console.say("hint: \($0)") }
            throw ExitCode(2)
        } catch let error as GitError {
            try console.say("error: \(error)")
            try error.hint.map { try console.say("hint: \($0)") }
            throw ExitCode(2)
        }
    }
}

private extension Verify {
    /// The maximum number of files to name that differ or cannot be read.
    static let named = 10

    /// Rebuilds the site, and reports whether the result is the same.
    func rebuilds(_ files: any PublishedFiles, from repository: String, _ console: Console) throws -> Bool {
        let comparison = try Rebuild(of: try Origin(of: files), in: repository).compare(with: files)
        let (same, differing, added) = (comparison.same, comparison.differing, comparison.added)
        if differing.isEmpty {
            try console.write(line: "rebuilt: all \(same) files are identical")
        } else {
            let verb = differing.count == 1 ? "differs" : "differ"
            try console.write(line: "rebuilt: \(differing.count) of \(same + differing.count) files \(verb)")
            try console.write(line: "  \(comparison.reason)")
            try name(differing, console)
        }
        if !added.isEmpty {
            let files = added.count == 1 ? "1 file is" : "\(added.count) files are"
            try console.write(line: "not rebuilt: \(files) only in the published folder")
            try name(added, console)
        }
        return differing.isEmpty && added.isEmpty
    }

    func name(_ paths: [String], _ console: Console) throws {
        for path in paths.prefix(Self.named) { try console.write(line: "  \(path.shortened)") }
        if paths.count > Self.named { try console.write(line: "  …") }
    }
}

extension Ledger {
    /// A line for each kind of figure and, if a figure disagrees, the first one with both values.
    fileprivate var lines: [String] { entries.flatMap { [$0.sentence] + $0.disagreement + $0.gaps } }

    /// The result for all figures, such as "all 37,000 figures agree".
    fileprivate var total: String {
        let differing = entries.reduce(0) { $0 + $1.disagreeing }
        let count = entries.reduce(differing) { $0 + $1.agreeing }
        let unread = entries.reduce(0) { $0 + $1.unreadable.count }
        guard count > 0 else { return "no figure could be read" }
        let figures = "\(count.grouped) figure\(count == 1 ? "" : "s")"
        let result =
            differing > 0
            ? "\(differing.grouped) of \(figures) \(differing == 1 ? "differs" : "differ")"
            : unread > 0 ? "\(figures) agree" : "all \(figures) agree"
        let parts = unread == 1 ? "1 part of the site" : "\(unread.grouped) parts of the site"
        return unread > 0 ? "\(result), but \(parts) could not be read" : result
    }
}

extension Int {
    /// The number with commas, such as "37,000".
    fileprivate var grouped: String {
        self < 1_000 ? "\(self)" : (self / 1_000).grouped + "," + "\(1_000 + self % 1_000)".dropFirst()
    }
}

extension Ledger.Entry {
    /// The result for its figures, such as "uptime: 412 figures agree".
    fileprivate var sentence: String {
        guard agreeing + disagreeing > 0 else { return "\(kind.rawValue): no figure could be read" }
        let agreeing = agreeing == 1 ? "1 figure agrees" : "\(agreeing) figures agree"
        let rest = disagreeing == 0 ? "" : disagreeing == 1 ? ", 1 does not" : ", \(disagreeing) do not"
        return "\(kind.rawValue): \(agreeing)\(rest)"
    }

    fileprivate var disagreement: [String] {
        guard let first else { return [] }
        return [
            "  \(first.place.shortened)", "    published   \(first.published.shortened)",
            "    recomputed  \(first.recomputed.shortened)",
        ]
    }

    fileprivate var gaps: [String] {
        unreadable.prefix(Verify.named).map { "  cannot be read: \($0.shortened)" }
            + (unreadable.count > Verify.named
                ? ["  cannot be read: \(unreadable.count - Verify.named) more"] : [])
    }
}

extension String {
    /// The text, shortened to the space of a line, because a file's contents may be of any length.
    fileprivate var shortened: String {
        let room = 300
        return unicodeScalars.count <= room
            ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(room))) + "…"
    }
}
