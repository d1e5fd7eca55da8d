import Foundation
import Publishing

/// The folder that a build writes into: nothing in the tree that is built may choose it.
struct OutputFolder {
    private let path: String
    /// Whether a person named it; otherwise it is in the site's folder.
    private let isNamed: Bool

    init(_ path: String, isNamed: Bool) {
        self.path = path
        self.isNamed = isNamed
    }
}

extension OutputFolder {
    /// Refuses a folder in which a build could do harm.
    func check(beside site: String) throws {
        for link in links { try check(link) }
        let (place, site) = (Self.realPlace(of: path), Self.realPlace(of: site))
        if site.isAt(orBelow: place) {
            throw refusal(
                "\(place == "/" ? "is the root of the disk" : "contains the site's own files")"
            )
        }
        if place.split(separator: "/").contains(where: Folder.isOfGit) || Self.isThere(place + "/.git") {
            throw refusal("belongs to git, or is the top of a repository")
        }
        let kept = ["alerts", "incidents", "static", "site-templates"].map {
            (site == "/" ? "" : site) + "/" + $0
        }
        if kept.contains(where: { place.isAt(orBelow: $0) }) || !isOutput(place) && Self.holdsSite(place) {
            throw refusal("contains source files of a site")
        }
    }
}

private extension OutputFolder {
    func refusal(_ reason: String) -> CommandError {
        CommandError(
            "`\(path)` \(reason)",
            hint: "use `--output` with a folder used only for the site", outcome: .nothingWritten)
    }

    /// Refuses a link that git tracks: it came with the tree, and points wherever its author wants.
    func check(_ link: String) throws {
        func refusal(_ reason: String) -> CommandError {
            CommandError(
                "`\(link)` is a symbolic link \(reason)",
                hint: "replace it with a folder, or choose another with `--output`", outcome: .nothingWritten)
        }
        guard isNamed else { throw refusal("that could point anywhere") }
        let (parent, name) = link.parted
        do {
            let tracked = try Git(at: parent).fields(of: ["ls-files", "-z", "--", ":(literal)" + name])
            guard tracked.isEmpty else { throw refusal("that git tracks, so it could point anywhere") }
        } catch GitError.noRepository {
        } catch let error as GitError {
            throw refusal("that git may track: \(error)")
        }
    }

    /// The links in the path and, if a person named it, the folders above it.
    var links: [String] {
        var ends = path.indices.filter { $0 != path.startIndex && path[$0] == "/" }
        ends.append(path.endIndex)
        let places = ends.map { String(path[..<$0]) }.filter { $0.last != "/" }
        return (isNamed ? places : places.suffix(1)).filter(Self.isLink)
    }

    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    static func holdsSite(_ place: String) -> Bool {
        isThere(place + "/status.yml")
            || Folder.site(place).files(below: "incidents") { _ in false }.contains {
                $0.path.hasSuffix(".md")
            }
    }

    /// Returns the path with all links followed, as far as it exists; what does not exist yet is not a link.
    static func realPlace(of path: String) -> String {
        if let place = Folder.resolved(path) { return place }
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = names.last, names.count > 1 || path != "." else { return path }
        let parent = names.count > 1 ? names.dropLast().joined(separator: "/") : "."
        let place = realPlace(of: parent.isEmpty ? "/" : parent)
        switch name {
        case "", ".": return place
        case "..": return URL(filePath: place).deletingLastPathComponent().path
        default: return (place == "/" ? "" : place) + "/" + name
        }
    }
}
