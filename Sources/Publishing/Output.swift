/// One file of a site: where it goes, and how its bytes are made.
public struct Output: Sendable {
    /// Where the file goes, relative to the output directory, its parts separated by `/`:
    /// `incidents/2026-01-02.html`.
    public let path: String
    /// Makes the file's bytes. It is called once a build, on any thread, and its result is not kept.
    public let render: @Sendable () -> [UInt8]

    /// Makes an output. The path is checked when it is published.
    public init(path: String, render: @escaping @Sendable () -> [UInt8]) {
        self.path = path
        self.render = render
    }
}
