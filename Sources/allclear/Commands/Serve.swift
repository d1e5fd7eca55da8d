import ArgumentParser
import StatusModel

/// `allclear serve`: the site in a local browser, rebuilt and reloaded at each save.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the site in a browser, and again at each save.",
        discussion: """
            Open the address that it prints. Whenever status.yml, a record, a template or a static file is \
            saved, the page reloads. A mistake is shown over the page, which stays as it was until the \
            mistake is mended. Nothing is written to disk, and no other computer can see the preview. \
            Ctrl-C ends it.
            """
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var readers: AudienceOption

    @Option(help: "The port to listen on; 0 takes any that is free.")
    var port: UInt16 = 8642

    @Flag(help: "Open the site in the browser.")
    var open = false

    func run() async throws {
        do {
            try await serve(on: PreviewServer(on: port))
        } catch let error as PortError {
            Talk().say("error: \(error)")
            Talk().say("hint: \(error.hint)")
            throw ExitCode(1)
        }
    }
}

private extension Serve {
    /// Shows the site until the person ends it.
    func serve(on server: PreviewServer) async throws {
        let source = PreviewSource(
            folder: options.site,
            givenNow: options.givenNow,
            audience: readers.audience
        )
        let (stopwatch, watch) = (Clock.Stopwatch(), SiteWatch(of: source.folder))
        let first = try PreviewState(of: source, progress: Progress())
        var talk = PreviewTalk()
        talk.tell(first, after: stopwatch.milliseconds)
        let (preview, listener) = (Preview(showing: first), talk)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await interruption() }
            group.addTask { try await server.serve(preview) }
            group.addTask { try await preview.follow(source, watch: watch, talk: listener) }
            Talk().say("the site is at \(server.address); Ctrl-C ends it")
            if open { Browser.open(server.address) }
            // Whichever ends first ends all.
            try await group.next()
            group.cancelAll()
        }
    }
}

extension Preview {
    /// Shows the site anew at each save.
    fileprivate nonisolated func follow(
        _ source: PreviewSource,
        watch: SiteWatch,
        talk: PreviewTalk
    ) async throws {
        var (watch, talk) = (watch, talk)
        while true {
            try await watch.change()
            let stopwatch = Clock.Stopwatch()
            let next = try PreviewState(of: source, after: await state)
            await show(next)
            talk.tell(next, after: stopwatch.milliseconds)
        }
    }
}
