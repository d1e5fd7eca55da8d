import Diagnostics
import Foundation
import Publishing
import StatusModel
import StatusSite

/// The check of all files' names against each other, for both audiences, so that a build can publish whatever
/// passes `check`.
extension LoadedSite {
    func checkNames(into findings: Findings) {
        // The team's first, because its plan is released before the public's, which is kept, is made.
        let paths = [Audience.internal, .public].flatMap { planned(for: $0).map(\.path) }
        for path in Self.ordered(paths.filter { PublishingError.InvalidPath(of: $0) != nil }) {
            guard let flaw = PublishingError.InvalidPath(of: path) else { continue }
            findings.add(mistake(in: path, flaw))
        }
        guard !staticFiles.isEmpty else { return }
        let taken = TakenPaths(Self.ordered(paths))
        for file in staticFiles {
            guard let clash = taken.clash(with: file.path) else { continue }
            findings.add(file.mistake(clash))
        }
    }

    /// Returns each path once.
    ///
    /// Paths with different encodings of a letter are different, though they are equal as strings.
    private static func ordered(_ paths: [String]) -> [String] {
        Set(paths.map { Array($0.utf8) }).map { String(decoding: $0, as: UTF8.self) }.sorted()
    }

    /// Returns the finding about the source of the page's name: a record, or something in `status.yml`.
    private func mistake(in path: String, _ flaw: PublishingError.InvalidPath) -> Diagnostic {
        let records = page.records.map { (path: $0.path, slugs: [$0.slug] + $0.aliases) }
        let broken = page.brokenRecords.map { (path: $0.path, slugs: [$0.slug]) }
        let source = (records + broken).first { $0.slugs.contains { Record.pagePath(ofSlug: $0) == path } }?
            .path
        return Diagnostic(
            .error, .unusableName, "the site cannot have the file `\(path)`: \(flaw.rawValue)",
            at: .top(of: source ?? "status.yml"),
            hint: source == nil
                ? "shorten the id or level that it is named after"
                : "shorten the name of the record's file, or the alias")
    }
}

extension LoadedSite.StaticFile {
    /// Checks that the file can be read, by opening it without reading anything.
    func checkIsReadable(into findings: Findings) {
        switch folder.open(source) {
        case .success(let descriptor): close(descriptor)
        case .failure(let obstacle): findings.add(obstacle.diagnostic(at: source))
        }
    }

    fileprivate func mistake(_ clash: TakenPaths.Clash) -> Diagnostic {
        let (id, message): (Diagnostic.ID, String) =
            switch clash {
            case .invalid(let flaw): (.unusableName, "`\(source)` cannot be published: \(flaw.rawValue)")
            case .isFile:
                (.staticCollision, "`\(source)` has the same path as `\(path)`, which the build writes")
            case .isFolder(let other):
                (
                    .staticCollision,
                    "`\(source)` has the same path as a folder that the build needs for `\(other)`"
                )
            case .isBelow(let other):
                (
                    .staticCollision,
                    "`\(source)` needs a folder with the same path as `\(other)`, which the build writes"
                )
            }
        return Diagnostic(.error, id, message, at: .top(of: source), hint: "rename it")
    }
}
