/// Looks at a site's files until some have changed.
struct SiteWatch {
    private let folder: String
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
        while true {
            let stopwatch = Clock.Stopwatch()
            let found = SiteStamps(of: folder)
            if found != stamps { break }
            // However many files there are, to look takes a tenth of a processor at most.
            try await Task.sleep(for: .milliseconds(max(20, 9 * stopwatch.milliseconds)))
        }
        // Whoever is writing is mostly done by then. What is written later is found by the next look.
        try await Task.sleep(for: .milliseconds(5))
        stamps = SiteStamps(of: folder)
    }
}
