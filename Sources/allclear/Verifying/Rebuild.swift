import Diagnostics
import Foundation
import Publishing
import StatusModel
import StatusSite
import Verification

/// A published site, rebuilt from a clone of its records for the revision and the instant that it states.
struct Rebuild {
    /// The files built from the clone.
    private let outputs: [Output]
    private let origin: Origin
    /// The clone, which is read while the files are rendered.
    private let scratch: ScratchClone
    /// The missing part of the clone's history, because of which no edits are known.
    private let gap: HistoryGap?
    /// Whether templates or static files have been changed since that revision, which does not cover them.
    private let hasOtherTemplates: Bool

    /// - Parameter repository: the site's folder in a clone.
    init(of origin: Origin, in repository: String) throws {
        guard let revision = origin.revision else {
            throw Unreadable(
                "the site does not say which revision it was built from",
                hint: "it was built outside a git repository: leave out `--repo`, or build it from a clone")
        }
        guard let audience = Audience(rawValue: origin.audience) else {
            throw Unreadable("`\(origin.audience)` is not an audience")
        }
        let git = Git(at: repository)
        let commit = try git.mainCommit(with: try git.commit(named: revision))
        let scratch = try ScratchClone(of: git, at: commit)
        try scratch.write(Self.folders)
        let now = Instant(seconds: origin.now)
        // A build with only the end of the history does not show edits.
        let edits: RecordEdits.Source =
            origin.history == "complete"
            ? .git(VersionLog.reading(of: scratch.site, until: now)) : .none
        let reading = try SiteReading(of: scratch.site, at: now, isToBePublished: true, edits: edits)
        guard let site = reading.site, !reading.diagnostics.hasErrors else {
            throw Unreadable("the site at \(commit.prefix(12)) has errors")
        }
        let provenance = Provenance(
            generator: Allclear.generator,
            revision: Provenance.Revision(commit: revision, isModified: origin.isModified),
            history: Provenance.History(named: origin.history) ?? .none)
        outputs = site.outputs(for: audience, provenance: provenance)
        (self.origin, self.scratch) = (origin, scratch)
        gap = reading.edits.gap
        hasOtherTemplates = try git.changes(Self.outside, since: commit)
    }

    /// The files and folders of a site.
    private static let folders = ["status.yml", "incidents"] + outside
    /// Those that are not records: the revision that a site states is the last that touched records.
    private static let outside = ["static", "site-templates"]
}

extension Rebuild {
    /// The result of comparing the files.
    struct Comparison {
        let same: Int
        /// The paths of the files that differ or are missing.
        let differing: [String]
        /// The paths of files that the clone does not make; not known for a site on the web.
        let added: [String]
        /// The reason why they may differ, if known.
        let reason: String
    }

    /// Compares the published files with those built from the clone.
    func compare(with files: any PublishedFiles) -> Comparison {
        withExtendedLifetime(scratch) {
            let differing = outputs.filter { output in
                guard let published = try? files.bytes(of: output.path) else { return true }
                return published != (try? output.bytes())
            }
            let paths = differing.map(\.path).sorted { $0.precedes($1) }
            let known = Set(outputs.map(\.path))
            let added = (files as? PublishedFolder)?.paths.filter { !known.contains($0) } ?? []
            return Comparison(
                same: outputs.count - paths.count, differing: paths, added: added, reason: reason)
        }
    }

    private var reason: String {
        if origin.generator != Allclear.generator {
            return
                """
                different version: the site was built by \(origin.generator), and this is \
                \(Allclear.generator)
                """
        }
        if origin.isModified {
            return "different records: the site was built with uncommitted changes"
        }
        if let gap {
            return "different history: \(gap.description), so edits are unknown"
        }
        if hasOtherTemplates {
            return "the site may have templates or static files from a later revision than its records"
        }
        return "building the records at \(origin.revision?.prefix(12) ?? "") gives different files"
    }
}

extension Provenance.History {
    /// Reads the extent of the history that a site states.
    fileprivate init?(named name: String) {
        switch name {
        case "complete": self = .complete
        case "none": self = .none
        default:
            let prefix = "from "
            let parts = name.dropFirst(prefix.count).split(separator: "-").compactMap { Int($0) }
            guard name.hasPrefix(prefix), parts.count == 3,
                let day = Day(year: parts[0], month: parts[1], day: parts[2])
            else { return nil }
            self = .from(day)
        }
    }
}
