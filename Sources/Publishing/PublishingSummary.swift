/// The changes that a build made to the output directory.
public struct PublishingSummary: Hashable, Sendable {
    /// The number of files that did not exist before.
    public internal(set) var created = 0
    /// The number of files that existed with other bytes.
    public internal(set) var replaced = 0
    /// The number of files that existed with the same bytes and were not touched.
    public internal(set) var unchanged = 0
    /// The number of files of an earlier build that this one no longer has.
    public internal(set) var deleted = 0
    /// The size of the whole site in bytes, including files that were not touched.
    public internal(set) var bytes = 0
}

extension PublishingSummary {
    /// The number of files of the site.
    public var files: Int { created + replaced + unchanged }
}
