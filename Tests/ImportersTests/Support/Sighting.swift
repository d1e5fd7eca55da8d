import Diagnostics
import Reliability
import StatusModel
import TestSupport
import Testing

@testable import Importers
@testable import Records

/// What readers of the other tool's page see of one incident, as its plan says and its text is made from it.
struct Sighting {
    let title: String
    let startedAt: Instant
    /// `nil` while it is open.
    var overAt: Instant?
    /// The components that suffer, by name.
    var components: [String]
    /// What they suffer, and from when on, oldest first.
    var statuses: [(from: Instant, status: ComponentStatus)]

    func status(of component: String, at instant: Instant) -> ComponentStatus {
        guard components.contains(component), overAt.map({ instant < $0 }) ?? true else {
            return .operational
        }
        return statuses.last { $0.from <= instant }?.status ?? .operational
    }

    /// The instants at which something may change, and those beside them.
    var instants: [Instant] {
        let turns = statuses.map(\.from) + [startedAt, overAt, startedAt + 100 * 86_400].compactMap { $0 }
        return turns.flatMap { [$0 + -1, $0, $0 + 1] }
    }
}

extension Sighting {
    /// Sees the same on the imported page, which has to pass `check`.
    func expect(
        of source: Source,
        components all: [String],
        seed: Int,
        until last: Instant = .distantFuture
    ) throws {
        let imported = try source.imported()
        let remarks = imported.results.flatMap(\.remarks).map(\.message)
        try #require(imported.records.count == 1, "seed \(seed): \(remarks)\n\(source.text)")
        let page = try Corpora.site(of: imported)
        let records = page.records
        #expect(records.map(\.title) == [title], "seed \(seed)")
        #expect(page.components.map(\.name) == all, "seed \(seed): no component comes or goes")
        for instant in instants where instant < last {
            let history = StatusHistory(of: page.seen(by: .public, at: instant), now: instant)
            for (index, component) in page.components.enumerated() {
                let (ours, theirs) = (history.status(of: index), status(of: component.name, at: instant))
                if ours != theirs {
                    let written = imported.records.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
                    Issue.record(
                        "seed \(seed): \(component.name) is \(ours) at \(instant), not \(theirs)\n\(source.text)\n---\n\(written)"
                    )
                    return
                }
            }
        }
        if last == .distantFuture {
            #expect(
                page.incidents.allSatisfy { $0.isOpen == (overAt == nil) },
                "seed \(seed)\n\(source.text)"
            )
        }
    }
}

extension Source {
    /// The files as they are.
    var text: String {
        files.map { "\($0.path):\n" + String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
    }
}

/// Texts that people write, and that a record could take for more than text.
enum Said {
    static let texts = [
        "The crane waits.", "Two lines\nof text.", "- a list\n- of two",
        "A table:\n\n| a | b |\n| - | - |\n| 1 | 2 |",
        "[RESOLVED 11:00 UTC] All is well.", "[RESOLVED] by itself", "RESOLVED 11:00 UTC: all is well",
        "(RESOLVED 11:00)", "**Resolved** – by itself", "### Resolved 01:45", "- [RESOLVED 10:00 UTC] a list",
        "> [RESOLVED 10:00 UTC] a quote", "[MONITORNG] a slip", "[GELÖST 10:00 UTC] Alles gut.",
        "[RESOLVED]: done",
        "［RESOLVED］ wide", "[FINAL]\nthe end", "Components: web operational", "Severity: none",
        "Escalated: Ada",
        "Update 22:23: more", "Updated: yesterday", "Next update: 15m\nand more", "Visibility: internal",
        "Published: 2024-01-01", "# Post-mortem\n\nA rope.", "# RCA", "```\n[RESOLVED 10:00 UTC]\n```",
        "    [RESOLVED 10:00 UTC]", "Until: 2024-03-09 10:00 UTC", "<b>Resolved</b>: yes<br /><br />Thanks",
        "<p>one</p><p>two<br>three</p>", "Vec<String> & a < b", "See [it](https://example.com/a).",
        "text\n---\nmore",
        "> Components: web operational", "- Escalated: Ada", "`[RESOLVED]` in code", "Fxi: a slip",
        "Root cause: rope",
        "日本語のテキスト。", "🏗️ emoji", "", "end with \\", "* star\n*\n", "1. one\n2. two", "<!-- hidden -->seen",
    ]

    static let titles = [
        "Late", "Crane API: late", "caf\u{E9} & \"tea\"", "It's #1", "100% down", "a \\ b", "🏗️ crane", "クレーン",
        "[RESOLVED] late", "- dash", "* star", "yes", "2024-03-01", "{a}", "a, b", "@home", "'quoted'",
        "ends with:",
    ]
}

extension Instant {
    /// As RFC 3339 has it.
    var written: String { description }
}
