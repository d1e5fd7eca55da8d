import Diagnostics
import StatusModel
import Testing

@testable import Importers

/// Whatever an incident of Statusfy says, its record says the same. What it says is worked out from its plan.
///
/// Source: Statusfy's guide, "Incidents", and its program's `systems`: an incident gives its severity to its systems
/// until it is `resolved`; maintenance does so from `scheduled` on.
@Suite struct StatusfyPropertyTests {
    @Test(arguments: 0..<600)
    func aRecordSaysWhatTheIncidentSays(seed: Int) throws {
        var plan = IncidentPlan(seed: seed)
        let last = plan.isForeseen ? plan.until : .distantFuture
        try plan.sighting.expect(
            of: .statusfy(plan.text),
            components: ["Crane API", "Web"],
            seed: seed,
            until: last
        )
    }
}

private struct IncidentPlan {
    private var chance: Chance
    private let title: String
    private let date: Instant
    private let window: (from: Instant, until: Instant)?
    private let severity: String
    private let isResolved: Bool
    private let modified: Instant?
    private let affected: [String]
    private var body = ""
    private var times: [Instant] = []
    private var ends: [Instant] = []

    init(seed: Int) {
        var chance = Chance(seed: seed)
        title = chance.pick(Said.titles)
        date = Instant(seconds: 1_709_280_000 + 60 * chance.number(0...1_000))
        let from = date + 3_600 * chance.number(0...48)
        window = chance.once(in: 3) ? (from, from + 60 * chance.number(1...300)) : nil
        let outages = ["major-outage", "partial-outage", "degraded-performance"]
        severity =
            window == nil
            ? chance.pick(outages + ["under-maintenance"])
            : chance.pick(outages + Array(repeating: "under-maintenance", count: 6))
        isResolved = !chance.once(in: 3)
        modified = chance.once(in: 2) ? date + 60 * chance.number(-10...500) : nil
        affected = chance.some(of: ["crane", "web"])
        let count = chance.number(0...4)
        self.chance = chance
        for _ in 0..<count { writeBlock() }
    }

    private var isMaintenance: Bool { window != nil && severity == "under-maintenance" }

    var until: Instant { window?.until ?? date }

    /// Of maintenance that nobody called resolved it is only certain that it lasts for its window.
    var isForeseen: Bool { isMaintenance && !isResolved }

    var sighting: Sighting {
        let status: ComponentStatus =
            switch severity {
            case "major-outage": .majorOutage
            case "partial-outage": .partialOutage
            case "degraded-performance": .degradedPerformance
            default: .underMaintenance
            }
        let begin = isMaintenance ? window?.from ?? date : date
        return Sighting(
            title: title,
            startedAt: begin,
            overAt: isResolved ? max(end, begin) : nil,
            components: affected.map { $0 == "crane" ? "Crane API" : "Web" },
            statuses: [(begin, status)]
        )
    }

    /// The last update that says so; else the window's end, the last change, the last update or the start.
    private var end: Instant {
        if let end = ends.max() { return max(end, date) }
        let last = times.max() ?? date
        if isMaintenance { return max(times.max() ?? until, until) }
        if let modified, modified >= date { return max(modified, last) }
        return max(last, date)
    }

    private mutating func writeBlock() {
        let text = chance.pick(Said.texts)
        guard chance.once(in: 2) else { return body += text + "\n\n" }
        let word = chance.pick([
            "Investigating", "Identified", "Monitoring", "Resolved", "Update", "Rope", "Complete",
        ])
        let base = isMaintenance && chance.once(in: 2) ? window?.from ?? date : date
        let at = base + 60 * (chance.once(in: 12) ? -chance.number(1...60) : chance.number(0...400))
        body += "::: update \(word) | \(at.written)\n\(text)\n:::\n\n"
        times.append(at)
        if word == "Resolved" || word == "Complete" { ends.append(at) }
    }
}

extension IncidentPlan {
    /// The file, in one of the ways to write it.
    var text: String {
        mutating get {
            let keys = [
                ("id", "7k2"), ("title", title), ("date", date.written), ("severity", severity),
                ("modified", modified?.written), ("scheduled", window?.from.written),
            ].compactMap { key, value in value.map { (key, $0.escapedByNumbers) } }
            let minutes = window.map { ($0.until.seconds - $0.from.seconds) / 60 }
            let names = affected.map { "\"\($0)\"" }.joined(separator: ", ")
            switch chance.number(0...2) {
            case 0:
                let lines =
                    keys.map { "\"\($0.0)\": \"\($0.1)\"" } + (minutes.map { ["\"duration\": \($0)"] } ?? [])
                return "---json\n{\n"
                    + (lines + ["\"affectedsystems\": [\(names)]", "\"resolved\": \(isResolved)"]).joined(
                        separator: ",\n"
                    ) + "\n}\n---\n" + body
            case 1:
                let lines =
                    keys.map { "\($0.0) = \"\($0.1)\"" } + (minutes.map { ["duration = \($0)"] } ?? [])
                return "---toml\n"
                    + (lines + ["affectedsystems = [\(names)]", "resolved = \(isResolved)"]).joined(
                        separator: "\n"
                    ) + "\n---\n" + body
            default:
                let lines = keys.map { "\($0.0): \"\($0.1)\"" } + (minutes.map { ["duration: \($0)"] } ?? [])
                return "---\n"
                    + (lines + ["affectedsystems: [\(names)]", "resolved: \(isResolved)"]).joined(
                        separator: "\n"
                    ) + "\n---\n" + body
            }
        }
    }
}
