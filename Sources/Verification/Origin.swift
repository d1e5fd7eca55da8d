/// The program that made a site, the instant, the audience and the records: what is needed to make the same site again.
public struct Origin: Sendable, Equatable {
    /// The instant that the build is for, in seconds since 1970.
    public let now: Int
    /// The audience: `public` or `internal`.
    public let audience: String
    /// The program and its version, such as `allclear 1.0.0`.
    public let generator: String
    /// The full name of the commit; `nil` if the records were not kept in git.
    public let revision: String?
    /// Whether there were changes that were not committed.
    public let isModified: Bool
    /// The extent of git's history: `complete`, `from` and a day, or `none`.
    public let history: String
}

extension Origin {
    /// Reads a site's origin from its files.
    public init(of files: some PublishedFiles) throws(Unreadable) {
        let file = try files.json("api/statistics.json")
        now = try file.instant("now")
        (audience, generator) = (try file.text("audience"), try file.text("generator"))
        revision = try file.textIfAny("revision")
        history = try file.text("history")
        isModified = try file.value("modified") == .bool(true)
        // Anything else might be an option of git, or a name that means another commit tomorrow.
        let isName = revision?.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) } ?? true
        guard isName, [nil, 40, 64].contains(revision?.utf8.count) else {
            throw Unreadable("`revision` is not the full name of a commit")
        }
    }
}
