import Diagnostics
import Foundation
import Records
import StatusModel
import Testing

@testable import allclear

/// Which parsed records are kept from one reading of a site to the next.
@Suite struct RecordCacheTests {
    private static let path = "incidents/slow.md"
    private let site: SmallSite
    private let sources: SiteSources
    private let cache = RecordCache()

    init() throws {
        site = try SmallSite()
        let now = Instant(seconds: 1_767_441_600)  // 2026-01-03T12:00:00Z
        sources = SiteSources(SiteFolder(site.path), at: now, into: Findings())
    }

    /// The next save may fall into the same tick of the file system's clock, and leave a file that looks the same.
    @Test func recordSavedAMomentAgoIsNotKept() throws {
        let stamp = try eventually { () -> FileStamp? in
            try site.write(SmallSite.record(), to: Self.path)
            _ = try title()
            // Where the computer paused for seconds meanwhile, the record was kept by right.
            return FileStamp(of: place).isSettled ? nil : FileStamp(of: place)
        }
        #expect(cache.source(at: Self.path, standing: stamp) == nil)
    }

    @Test func recordThatHasStoodForAWhileIsKeptUntilItIsSaved() throws {
        _ = try eventually { () -> RecordSource? in
            _ = try title()
            return cache.source(at: Self.path, standing: FileStamp(of: place))
        }
        #expect(try title() == "Stories are slow")
        // As long as what it replaces.
        try site.write(SmallSite.record(title: "Stories are fast"), to: Self.path)
        #expect(try title() == "Stories are fast")
    }
}

private extension RecordCacheTests {
    var place: String { site.path + "/" + Self.path }

    /// What the record is called, read by way of the cache.
    func title() throws -> String? {
        let reader = try #require(sources.reader)
        return sources.files.read(Self.path, by: reader, cache).record?.title
    }
}
