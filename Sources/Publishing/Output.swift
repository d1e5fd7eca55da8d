/// One file of a site: its path, and the source of its bytes.
public struct Output: Sendable {
    /// The path of the file, relative to the output directory, with its parts separated by `/`:
    /// `incidents/2026-01-02.html`.
    public let path: String
    let content: Content

    /// The source of a file's bytes.
    enum Content: Sendable {
        /// The bytes are rendered, once for each build, on any thread, and are not kept.
        case rendered(@Sendable () -> [UInt8])
        /// The bytes are those of another file, copied in pieces, however large it is.
        case copied(name: String, open: @Sendable () throws(PublishingError) -> Int32)
    }

    /// Makes an output whose bytes are rendered.
    ///
    /// The path is checked when the output is published.
    public init(path: String, render: @escaping @Sendable () -> [UInt8]) {
        self.path = path
        content = .rendered(render)
    }

    /// Makes an output that is a copy of a file.
    ///
    /// - Parameters:
    ///   - name: the name of the file in errors.
    ///   - open: opens the file for reading; the descriptor is closed after the file has been copied.
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
    /// Returns the file's bytes, all at once.
    public func bytes() throws(PublishingError) -> [UInt8] {
        try Material(content).bytes()
    }

    /// Returns the same file at another path; bytes that are rendered are changed, those that are copied
    /// are not.
    public func moved(to path: String, _ change: @escaping @Sendable ([UInt8]) -> [UInt8]) -> Output {
        switch content {
        case .rendered(let render): Output(path: path) { change(render()) }
        case .copied(let name, let open): Output(path: path, copyOf: name, open: open)
        }
    }

    /// Returns the same file, with a closure that is called each time its bytes have been requested.
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
