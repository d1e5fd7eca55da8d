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
        var looks = events.stream.makeAsyncIterator()
        repeat {
            // Before the look: what happens from now on is told, and what happened before is seen.
            events.watch(SiteFolder(folder).sourceFolders)
            if SiteStamps(of: folder) != stamps { break }
        } while await looks.next() != nil
        try Task.checkCancellation()
        // Whoever is writing is mostly done by then. What is written later is found by the next look.
        try await Task.sleep(for: .milliseconds(5))
        stamps = SiteStamps(of: folder)
    }
}
