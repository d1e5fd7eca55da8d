import Foundation
import StatusModel
import TestSupport
import Testing

@testable import StatusSite

/// A page is read on a phone with a bad connection: what the index weighs on its way, with style sheet and
/// script, is bounded.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/gzip"), "needs /usr/bin/gzip"))
struct PageWeightTests {
    @Test func theIndexOfFiftyComponentsIsAtMost40KiB() throws {
        #expect(try weight(of: RenderedSite(Self.large)) <= 40 * 1_024)
    }

    @Test func theIndexOfAFewComponentsIsAtMost14KiB() throws {
        #expect(try weight(of: RenderedSite(Sample.full)) <= 14 * 1_024)
    }

    /// What the index shows of the days before the last seven is their bars and the words below them: of the first days of
    /// a component both, of further ones the bar alone.
    @Test(arguments: [100, 300]) func anEventfulDayIsAtMost30Bytes(incidents: Int) throws {
        var (all, recent) = (Self.large, Self.large)
        all.incidents = Array(all.incidents.prefix(incidents))
        recent.incidents = all.incidents.filter { $0.from > Sample.now + -8 * 86_400 }
        let (index, calm) = try (RenderedSite(all)["index.html"], RenderedSite(recent)["index.html"])
        let days = { (index: String) in index.pieces(after: "tabindex=\"-1\"><title>").count }
        let added = try compressedSize(of: index) - compressedSize(of: calm)
        let count = days(index) - days(calm)
        #expect(count > incidents)
        #expect(added <= 30 * count, "\(added) bytes for \(count) days")
    }

    /// Fifty components and 300 incidents, some ten in three days, five of them open.
    private static var large: StatusPage {
        var page = Sample.empty
        page.components = (0..<50).map { number in
            var component = Sample.empty.components[0]
            (component.id, component.name) = ("part-\(number)", "Part \(number) of the bakery")
            component.group = number / 8
            return component
        }
        page.groups = (0..<7).map { ComponentGroup(id: "floor-\($0)", name: "Floor \($0)") }
        page.incidents = (0..<300).map(incident)
        return page
    }

    private static func incident(_ number: Int) -> Record {
        // Strides that have no divisor in common with what they are counted in reach every part and title.
        let start = Sample.now + -(number * 25_920 + 3_600)
        let status: ComponentStatus = [.degradedPerformance, .partialOutage, .majorOutage][number % 3]
        let parts = (0...number % 4).map { (number * 37 + $0 * 11) % 50 }
        var incident = Sample.incident(
            "incident-\(number)",
            "\(subjects[number * 7 % 10]) \(verbs[number * 3 % 11]) at counter \(number * 613 % 997)",
            parts.map { StatusChange($0, status) },
            from: "2026-11-20T09:00",
            []
        )
        incident.from = start
        incident.updates = [
            Update(phase: .investigating, at: start + 300, prose: Sample.prose("We look into \(number).")),
            Update(phase: .identified, at: start + 900, prose: Sample.prose("It is oven \(number).")),
        ]
        if number >= 5 {
            let end = start + 1_800 + number * 97 % 7_200
            incident.updates.append(Update(phase: .resolved, at: end, prose: Sample.prose("Over.")))
        }
        return incident
    }

    private static let subjects = [
        "Dough", "Bread", "Orders", "The oven", "Deliveries", "Receipts", "Maps", "Flour", "Ink", "Packing",
    ]
    private static let verbs = [
        "is late", "is lost", "comes out wrong", "fails", "waits in a queue", "is refused", "stays cold",
        "is not found", "burns", "arrives twice", "is slow for some",
    ]

    /// How many bytes the index and what it loads have when each is compressed.
    private func weight(of site: RenderedSite) throws -> Int {
        let assets = site.paths.filter { $0.hasPrefix("assets/style-") || $0.hasPrefix("assets/script-") }
        #expect(assets.count == 2)
        return try (["index.html"] + assets).reduce(0) { try $0 + compressedSize(of: site[$1]) }
    }

    private func compressedSize(of text: String) throws -> Int {
        let file = FileManager.default.temporaryDirectory.appending(path: "allclear-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/gzip")
        process.arguments = ["-9", "-c", file.path]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitForEnd()
        try #require(process.terminationStatus == 0)
        return data.count
    }
}
