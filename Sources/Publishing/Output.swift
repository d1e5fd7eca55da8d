/// One file of a site: where it goes, and where its bytes come from.
public struct Output: Sendable {
    /// Where the file goes, relative to the output directory, its parts separated by `/`:
    /// `incidents/2026-01-02.html`.
    public let path: String
    let content: Content

    /// Where a file's bytes come from.
    enum Content: Sendable {
        /// They are made, once a build, on any thread, and are not kept.
        case rendered(@Sendable () -> [UInt8])
        /// They are another file's, and are copied in pieces, however large it is.
        case copied(name: String, open: @Sendable () throws(PublishingError) -> Int32)
    }

    /// Makes an output whose bytes are made. The path is checked when it is published.
    public init(path: String, render: @escaping @Sendable () -> [UInt8]) {
        self.path = path
        content = .rendered(render)
    }

    /// Makes an output that is the copy of a file.
    ///
    /// - Parameters:
    ///   - name: what the file is called in errors.
    ///   - open: opens it for reading; the descriptor is closed once it is copied.
    public init(
        path: String,
        copyOf name: String,
        open: @escaping @Sendable () throws(PublishingError) -> Int32
    ) {
        self.path = path
        content = .copied(name: name, open: open)
    }
}

extension Output {
    /// The file's bytes, all at once.
    public func bytes() throws(PublishingError) -> [UInt8] {
        try Material(content).bytes()
    }

    /// The same file at another path; bytes that are made are changed, those that are copied are not.
    public func moved(to path: String, _ change: @escaping @Sendable ([UInt8]) -> [UInt8]) -> Output {
        switch content {
        case .rendered(let render): Output(path: path) { change(render()) }
        case .copied(let name, let open): Output(path: path, copyOf: name, open: open)
        }
    }

    /// The same file, calling something each time its bytes were asked for.
    public func calling(_ step: @escaping @Sendable () -> Void) -> Output {
        switch content {
        case .rendered(let render):
            Output(path: path) {
                defer { step() }
                return render()
            }
        case .copied(let name, let open):
            Output(path: path, copyOf: name) { () throws(PublishingError) in
                defer { step() }
                return try open()
            }
        }
    }
}
