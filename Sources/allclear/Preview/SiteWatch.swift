/// Waits until a site's files have changed.
struct SiteWatch {
    private let folder: String
    private let events = FolderEvents()
    private var stamps: SiteStamps

    /// - Parameter folder: the site's folder, in its present state.
    init(of folder: String) {
        self.folder = folder
        stamps = SiteStamps(of: folder)
    }
}

extension SiteWatch {
    /// Returns when the files have changed since the last time.
    mutating func change() async throws {
        var events = self.events.stream.makeAsyncIterator()
        var looks = 0
        repeat {
            let stopwatch = Clock.Stopwatch()
            // Before looking, so that each later change is reported, and each earlier one is seen.
            let isWatched = self.events.watch(SiteFolder(folder).sourceFolders)
            if SiteStamps(of: folder) != stamps { break }
            let look = stopwatch.milliseconds
            self.events.signal(afterMilliseconds: max(1000, (isWatched ? 250 : 9) * look))
            looks += 1
            // A save causes a few events. However many a program causes, looking takes a tenth of a processor.
            if looks > 3 { try await Task.sleep(for: .milliseconds(max(20, 9 * look))) }
        } while await events.next() != nil
        try Task.checkCancellation()
        // Most programs have finished writing by then. What is written later is found next time.
        try await Task.sleep(for: .milliseconds(5))
        stamps = SiteStamps(of: folder)
    }
}
