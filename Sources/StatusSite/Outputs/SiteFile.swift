/// A planned file of the site, which is not rendered yet.
public struct SiteFile: Sendable {
    /// Its path from the site's root, such as `incidents/pool-exhausted.html`.
    public let path: String
    /// The kind of output.
    public let kind: OutputKind
    /// The function that returns the bytes; the same ones for each call, on any thread.
    public let render: @Sendable () -> [UInt8]

    /// Plans a file.
    init(_ kind: OutputKind, path: String, render: @escaping @Sendable () -> [UInt8]) {
        (self.kind, self.path, self.render) = (kind, path, render)
    }
}
