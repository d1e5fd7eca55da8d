import Diagnostics
import Foundation
import Publishing
import StatusModel
import StatusSite

/// What `check` passes, a build publishes: the names of all files are held against each other, for either audience.
extension LoadedSite {
    func checkNames(into findings: Findings) {
        // The team's first: its plan is gone before the public's is made, which is kept.
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

    /// Each path once. Two spellings of a letter are two paths, though they are the same text.
    private static func ordered(_ paths: [String]) -> [String] {
        Set(paths.map { Array($0.utf8) }).map { String(decoding: $0, as: UTF8.self) }.sorted()
    }

    /// What has the name that the page's is made of: a record, or something in `status.yml`.
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
    /// Whether it can be read is known only by opening it; that reads nothing.
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
            case .isFile: (.staticCollision, "`\(source)` has the path of `\(path)`, which the build writes")
            case .isFolder(let other):
                (
                    .staticCollision,
                    "`\(source)` has the path of a folder that the build needs for `\(other)`"
                )
            case .isBelow(let other):
                (
                    .staticCollision,
                    "`\(source)` needs a folder with the path of `\(other)`, which the build writes"
                )
            }
        return Diagnostic(.error, id, message, at: .top(of: source), hint: "rename it")
    }
}
