/// What a build did to the output directory.
public struct PublishingSummary: Hashable, Sendable {
    /// Files that were not there before.
    public internal(set) var created = 0
    /// Files that were there with other bytes.
    public internal(set) var replaced = 0
    /// Files that were there with the same bytes, and were not touched.
    public internal(set) var unchanged = 0
    /// Files of an earlier build that this one has no more.
    public internal(set) var deleted = 0
    /// The size of the whole site in bytes, touched or not.
    public internal(set) var bytes = 0
}

extension PublishingSummary {
    /// All files of the site.
    public var files: Int { created + replaced + unchanged }
}
