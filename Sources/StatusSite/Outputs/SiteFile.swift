/// A file of the site that is planned and not rendered yet.
public struct SiteFile: Sendable {
    /// Its path from the site's root, as in `incidents/pool-exhausted.html`.
    public let path: String
    /// What it is.
    public let kind: OutputKind
    /// Gives its bytes; the same ones at each call, on any thread.
    public let render: @Sendable () -> [UInt8]

    /// Plans a file.
    init(_ kind: OutputKind, path: String, render: @escaping @Sendable () -> [UInt8]) {
        (self.kind, self.path, self.render) = (kind, path, render)
    }
}
