import Diagnostics
import Foundation
import StatusModel
import Testing

@testable import Records

/// A site that one of its records is read in.
struct RecordSite {
    /// Every record of the sites in this folder, and of the demonstration.
    static let records: [String] =
        ([ProjectFolder.path]
        + GoldenSiteTests.sites.map { GoldenSiteTests.folder + "/" + $0 })
        .flatMap { site in
            let files = FileManager.default.enumerator(atPath: site + "/incidents")?.compactMap {
                $0 as? String
            }
            return (files ?? []).filter { $0.hasSuffix(".md") }.map { "\(site)/incidents/\($0)" }
        }
        .map { String($0.dropFirst(ProjectFolder.path.count + 1)) }.sorted()

    /// Later than all records, and to the minute.
    static let now = Instant(seconds: 1_893_456_000)
    let record: String
    let reader: RecordReader
    let component: String

    init(of path: String) throws {
        let parts = path.split(separator: "incidents/", maxSplits: 1).map(String.init)
        let site = parts.count == 2 ? parts[0] : ""
        record = "incidents/" + (parts.last ?? "")
        let found = Findings()
        let file = SourceFile(
            path: "status.yml",
            bytes: Array(try ProjectFolder.text(of: site + "status.yml").utf8)
        )
        let configuration = try #require(Configuration(reading: file, into: found))
        let paths = Self.records.filter { $0.hasPrefix(site + "incidents/") }
            .map { String($0.dropFirst(site.count)) }
        reader = RecordReader(
            configuration: configuration,
            index: RecordIndex(paths: paths),
            now: Self.now
        )
        component = configuration.page.components[0].id
    }

    /// The record, where it is sound and may have updates.
    func record(in file: SourceFile) -> Record? {
        var reading = Reading(file: file, slug: "a")
        let found = Findings()
        reader.read(&reading, into: found)
        return found.hasErrors || reading.record?.kind == .notice ? nil : reading.record
    }
}
