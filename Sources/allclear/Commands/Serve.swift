import ArgumentParser
import Dispatch
import StatusModel
import Synchronization

/// `allclear serve`: shows the site in a local browser, rebuilt and reloaded after each save.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Preview the site in a browser, and reload it when you save.",
        discussion: """
            Open the address that it prints. When you save status.yml, a record, a template or a static \
            file, the page reloads. If there is an error, it is shown on top of the last good page until \
            you fix it. Nothing is written to disk, and the preview is visible only on this computer. \
            Press Ctrl-C to stop.
            """
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var readers: AudienceOption

    @Option(help: "The port to listen on, or 0 for any free port.")
    var port: UInt16 = 8642

    @Flag(help: "Open the site in your browser.")
    var open = false

    func run() throws {
        let source = PreviewSource(
            folder: options.site,
            givenNow: options.clock.givenNow,
            audience: readers.audience
        )
        let (port, opensBrowser) = (port, open)
        // For the system's file notifications, the site and a browser's connections.
        try SystemLimits.requireFiles(32)
        do {
            try waitForEnd {
                try await Self.serve(source, on: PreviewServer(on: port), openingBrowser: opensBrowser)
            }
        } catch let error as PortError {
            try Console().say("error: \(error)")
            try Console().say("hint: \(error.hint)")
            throw ExitCode(1)
        }
    }
}

private extension Serve {
    /// Shows the site until the person ends the program.
    static func serve(
        _ source: PreviewSource,
        on server: PreviewServer,
        openingBrowser opensBrowser: Bool
    ) async throws {
        let (stopwatch, watch) = (Clock.Stopwatch(), SiteWatch(of: source.folder))
        let first = try PreviewState(of: source, progress: Progress())
        var console = PreviewConsole()
        try console.tell(first, after: stopwatch.milliseconds)
        let (preview, listener) = (Preview(showing: first), console)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await interruption() }
            group.addTask { try await server.serve(preview) }
            group.addTask { try await preview.follow(source, watch: watch, console: listener) }
            try Console().say("the site is at \(server.address); press Ctrl-C to stop")
            if opensBrowser { Browser.open(server.address) }
            // The first task to end ends all.
            try await group.next()
            group.cancelAll()
        }
    }
}

/// Runs asynchronous work while this thread waits: the program's first thread must not end before the program.
private func waitForEnd(of work: @escaping @Sendable () async throws -> Void) throws {
    let end = DispatchSemaphore(value: 0)
    let result = Mutex<Result<Void, any Error>>(.success(()))
    Task {
        do {
            try await work()
        } catch {
            result.withLock { $0 = .failure(error) }
        }
        end.signal()
    }
    end.wait()
    try result.withLock { try $0.get() }
}

extension Preview {
    /// Shows the site again after each save.
    fileprivate nonisolated func follow(
        _ source: PreviewSource,
        watch: SiteWatch,
        console: PreviewConsole
    ) async throws {
        var (watch, console) = (watch, console)
        while true {
            try await watch.change()
            let stopwatch = Clock.Stopwatch()
            let next = try PreviewState(of: source, after: await state)
            await show(next)
            try console.tell(next, after: stopwatch.milliseconds)
        }
    }
}
