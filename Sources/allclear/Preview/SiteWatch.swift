/// Waits until a site's files are others than they were.
struct SiteWatch {
    private let folder: String
    private let events = FolderEvents()
    private var stamps: SiteStamps

    /// - Parameter folder: the site's folder, as it is from now on.
    init(of folder: String) {
        self.folder = folder
        stamps = SiteStamps(of: folder)
    }
}

extension SiteWatch {
    /// Returns when the files are others than they were when it last did.
    mutating func change() async throws {
        var events = self.events.stream.makeAsyncIterator()
        var looks = 0
        repeat {
            let stopwatch = Clock.Stopwatch()
            // Before the look: what happens from now on is reported, and what happened before is seen.
            let isWatched = self.events.watch(SiteFolder(folder).sourceFolders)
            if SiteStamps(of: folder) != stamps { break }
            let look = stopwatch.milliseconds
            self.events.signal(afterMilliseconds: max(1000, (isWatched ? 250 : 9) * look))
            looks += 1
            // A save makes a few events. However many a program makes, looking takes a tenth of a processor.
            if looks > 3 { try await Task.sleep(for: .milliseconds(max(20, 9 * look))) }
        } while await events.next() != nil
        try Task.checkCancellation()
        // Whoever is writing is mostly done by then. What is written later is found by the next look.
        try await Task.sleep(for: .milliseconds(5))
        stamps = SiteStamps(of: folder)
    }
}
