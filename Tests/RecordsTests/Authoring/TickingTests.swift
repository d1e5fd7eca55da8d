import Diagnostics
import Foundation
import StatusModel
import Testing

@testable import Records

/// Ticks go into the front matter, whatever form it has; all other bytes stay.
@Suite struct TickingTests {
    private static let status = """
        site: {title: Example Status, url: "https://status.example.com"}
        components: [{id: web, name: Website}]
        severities:
          SEV-1:
            checklist:
              investigating: [Lead named, "Who: a scribe"]
              resolved: ["Errors, and times, as before", "- a list?", "Logs at `x` # kept (if needed)"]
          SEV-2: {}
        """

    /// What stands between the other keys, and what it becomes by two ticks. `END` stands for the end of the front matter.
    static let forms = [
        // Without `internal`: at the end.
        ("", "END", "internal:\n  checklist:\n    - Lead named\n    - \"Who: a scribe\"\n"),
        // A map of lines without a list; in its own indentation, and above the next key.
        (
            "internal:\n    lead: Ada   # the first\n\n# below\ntags: [a]\n", "   # the first",
            "\n    checklist:\n      - Lead named\n      - \"Who: a scribe\""
        ),
        // A value over several lines.
        (
            "internal:\n  lead: Ada\n    and Bo\n  # who\ntags: [a]\n", "and Bo",
            "\n  checklist:\n    - Lead named\n    - \"Who: a scribe\""
        ),
        (
            "internal:\n  note: |\n    one\n    # two\n\ntags: [a]\n", "# two\n\n",
            "  checklist:\n    - Lead named\n    - \"Who: a scribe\"\n"
        ),
        // A map between brackets.
        ("internal: {lead: 'A ''da'}\n", "'A ''da'", ", checklist: [Lead named, \"Who: a scribe\"]"),
        ("internal: {rooms: [a, b]}\n", "internal: {", "checklist: [Lead named, \"Who: a scribe\"], "),
        ("internal: {\n  lead: Ada, # her\n}\n", "lead: Ada", ", checklist: [Lead named, \"Who: a scribe\"]"),
        // A list of lines, indented or not, with a comment behind it.
        (
            "internal:\n  checklist:\n    - lost item # why\n  # c\n  lead: Ada\n", "# why",
            "\n    - Lead named\n    - \"Who: a scribe\""
        ),
        (
            "internal:\n  lead: Ada\n  Checklist:\n  - lost\n\n", "- lost",
            "\n  - Lead named\n  - \"Who: a scribe\""
        ),
        (
            "internal:\n  checklist:\n    - lost\n      item\ntags: [a]\n", "      item",
            "\n    - Lead named\n    - \"Who: a scribe\""
        ),
        (
            "internal:\n  checklist:\n    - >-\n      lost\n      # item\n", "# item",
            "\n    - Lead named\n    - \"Who: a scribe\""
        ),
        // A list between brackets, over one line or several.
        ("internal: {checklist: [lost], lead: Ada}\n", "lost", ", Lead named, \"Who: a scribe\""),
        (
            "internal:\n  checklist: [\n    \"lo\\\"st\", # why\n  ]\n", "\"lo\\\"st\"",
            ", Lead named, \"Who: a scribe\""
        ),
        (
            "internal:\n  checklist: [\"lo\n    st\"]\n", "st\"", ", Lead named, \"Who: a scribe\""
        ),
        ("internal: {checklist: [lost\n    item]}\n", "[", "Lead named, \"Who: a scribe\", "),
    ]

    @Test(arguments: forms)
    func ticksFindTheirPlace(keys: String, behind: String, added: String) throws {
        let record = Self.record(keys)
        let place = try #require(
            record.range(of: behind == "END" ? "components: {web: partial}\n" : behind)?.upperBound)
        var expected = record
        expected.insert(contentsOf: added, at: place)
        #expect(try ticking(["Lead named", "Who: a scribe"], in: record) == expected)
        // With the line ends of Windows, and a byte order mark.
        let windows = { (text: String) in "\u{FEFF}" + text.replacing("\n", with: "\r\n") }
        #expect(try ticking(["Lead named", "Who: a scribe"], in: windows(record)) == windows(expected))
    }

    @Test(arguments: [
        (
            "internal:\n  checklist: Lead named # who\n",
            "internal:\n  checklist: [Lead named, \"Who: a scribe\"] # who\n"
        ),
        (
            "internal: {checklist: \"Lead named\"}\n",
            "internal: {checklist: [\"Lead named\", \"Who: a scribe\"]}\n"
        ),
        (
            "internal:\n  checklist: Errors, and times, as before\n  lead: Ada\n",
            "internal:\n  checklist: \n    - Errors, and times, as before\n    - \"Who: a scribe\"\n  lead: Ada\n"
        ),
    ])
    func oneTextBecomesAList(keys: String, expected: String) throws {
        #expect(try ticking(["Who: a scribe"], in: Self.record(keys)) == Self.record(expected))
    }

    /// Whatever an item says is text again, between brackets and in lines.
    @Test(arguments: [
        "", "internal:\n  lead: Ada\n", "internal: {lead: Ada}\n", "internal: {checklist: [Lead named]}\n",
    ])
    func everyItemIsReadBack(keys: String) throws {
        let items = ["Errors, and times, as before", "- a list?", "Logs at `x` # kept (if needed)"]
        let changed = try ticking(items, in: Self.record(keys))
        let reading = try #require(try site.read(changed).record)
        #expect(reading.tickedItems.suffix(3) == items)
    }

    @Test func fileWithErrorsIsRefused() throws {
        #expect(throws: AuthoringMistake.self) {
            try ticking(["Lead named"], in: Self.record("internal: {checklist: []}\n"))
        }
        #expect(throws: AuthoringMistake.self) {
            try ticking(["Lead named"], in: Self.record("").replacing("SEV-1", with: "SEV-9"))
        }
    }

    /// The front matter between brackets has no line to write on.
    @Test func formWithoutAPlaceIsRefused() throws {
        let record = "---\n{title: x, severity: SEV-1, started: 2026-01-02T16:00Z}\n---\n"
        #expect(throws: AuthoringMistake.self) { try ticking(["Lead named"], in: record) }
    }

    @Test func onlyIncidentsHaveAChecklist() throws {
        let file = SourceFile(path: "incidents/slow.md", bytes: Array(Self.record("").utf8))
        let found = try #require(try reader.checklist(in: file))
        #expect(found.severity.level == "SEV-1" && found.items.map(\.number) == [1, 2, 3, 4, 5])
        #expect(
            found.items.map(\.stage) == [.investigating, .investigating, .resolved, .resolved, .resolved])
        let notice = "---\ntitle: x\nnotice: {from: 2026-01-02T16:00Z}\n---\n"
        let other = SourceFile(path: "incidents/slow.md", bytes: Array(notice.utf8))
        #expect(try reader.checklist(in: other) == nil)
    }
}

private extension TickingTests {
    static func record(_ keys: String) -> String {
        """
        ---
        title: Slow # as "ever"
        severity: SEV-1
        started: 2026-01-02T16:00Z
        \(keys)components: {web: partial}
        ---

        [INVESTIGATING 17:05 UTC] We look into it.

        """
    }

    var site: SampleSite { get throws { try SampleSite(status: Self.status) } }

    var reader: RecordReader {
        get throws {
            let site = try site
            return RecordReader(
                configuration: site.configuration, index: RecordIndex(paths: site.paths), now: site.now,
                checks: site.checks)
        }
    }

    func ticking(_ items: [String], in record: String) throws -> String {
        let file = SourceFile(path: "incidents/slow.md", bytes: Array(record.utf8))
        return String(decoding: try reader.ticking(items, in: file).bytes, as: UTF8.self)
    }
}
