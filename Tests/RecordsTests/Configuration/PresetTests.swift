import Diagnostics
import Foundation
import StatusModel
import Testing

@testable import Records

/// The policies in `presets/` can be taken over as they are.
@Suite struct PresetTests {
    private static func severities(of preset: String) throws -> [Severity] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "presets/\(preset).yml")
        let site = "site: {title: Example Status, url: \"https://status.example.com\"}\n"
        let diagnostics = Findings()
        let file = SourceFile(
            path: "status.yml",
            bytes: Array((site + (try String(contentsOf: path, encoding: .utf8))).utf8)
        )
        let configuration = Configuration(reading: file, into: diagnostics)
        #expect(diagnostics.all.isEmpty, "\(TerminalFormat(colors: false).text(for: diagnostics.all))")
        return try #require(configuration).page.severities
    }

    private static let presets = [
        ("sev-1-3", ["SEV-1", "SEV-2", "SEV-3"]), ("sev-1-4", ["SEV-1", "SEV-2", "SEV-3", "SEV-4"]),
        ("p0-p3", ["P0", "P1", "P2", "P3"]),
    ]

    @Test(arguments: presets)
    func presetIsReadWithoutAMistake(preset: String, levels: [String]) throws {
        #expect(try Self.severities(of: preset).map(\.level) == levels)
    }

    @Test(arguments: presets)
    func levelAnswersToTheOtherSchemes(preset: String, levels: [String]) throws {
        for (rank, severity) in try Self.severities(of: preset).enumerated() {
            let names = [severity.level] + severity.aliases
            #expect(names.contains("SEV-\(rank + 1)") && names.contains("P\(rank)"))
        }
    }

    @Test(arguments: presets)
    func higherLevelIsTheStricter(preset: String, levels: [String]) throws {
        let severities = try Self.severities(of: preset)
        for (higher, lower) in zip(severities, severities.dropFirst()) {
            let limits = [
                \Severity.acknowledgeWithin, \.noticeWithin, \.identifyWithin, \.resolveWithin, \.updateEvery,
            ]
            for limit in limits {
                guard let strict = higher[keyPath: limit], let lax = lower[keyPath: limit] else { continue }
                #expect(strict < lax)
            }
            #expect(higher.componentStatus ?? .operational > lower.componentStatus ?? .operational)
        }
    }

    @Test(arguments: presets)
    func presetLeavesNoKeyOfAPublicLevelOut(preset: String, levels: [String]) throws {
        for severity in try Self.severities(of: preset) where severity.visibility == .public {
            #expect(severity.name != nil && severity.responders != nil && severity.postMortem != nil)
            #expect(!severity.definition.isEmpty && !severity.examples.isEmpty)
            #expect(severity.acknowledgeWithin != nil && severity.noticeWithin != nil)
            #expect(severity.identifyWithin != nil && severity.resolveWithin != nil)
            #expect(severity.updateEvery != nil && severity.componentStatus != nil)
            #expect(!severity.notifications.isEmpty && !severity.escalations.isEmpty)
            #expect(!severity.checklists.isEmpty)
        }
    }

    /// The highest level asks for something all along, in few words.
    @Test(arguments: presets)
    func highestLevelHasChecklistsByPhase(preset: String, levels: [String]) throws {
        let highest = try #require(try Self.severities(of: preset).first)
        #expect(highest.checklists.map(\.stage) == [.investigating, .identified, .resolved, .after])
        #expect(highest.checklistItems.count <= 10)
    }
}
