import Diagnostics
import StatusModel
import Testing

@testable import Importers

/// Whatever an issue of Upptime says, its record says the same. What it says is worked out from its plan.
///
/// Source: Upptime's program: an issue is open while its site is down, and maintenance lasts from `start` to `end`, or
/// until somebody closes the issue before that.
@Suite struct UpptimePropertyTests {
    @Test(arguments: 0..<400)
    func aRecordSaysWhatTheIssueSays(seed: Int) throws {
        let plan = UpptimePlanOfATest(seed: seed)
        let settings = "owner: a\nrepo: b\nsites:\n  - {name: Crane API, url: x}\n  - {name: Web, url: y}\n"
        let source = Source(.upptime, [".upptimerc.yml": settings, "issues.json": plan.text])
        try plan.sighting.expect(of: source, components: ["Crane API", "Web"], seed: seed)
    }
}

private struct UpptimePlanOfATest {
    let sighting: Sighting
    let text: String

    init(seed: Int) {
        var chance = Chance(seed: seed)
        let openedAt = Instant(seconds: 1_709_280_000 + chance.number(0...10_000))
        let closedAt = chance.once(in: 4) ? nil : openedAt + chance.number(0...8_000)
        let isMaintenance = chance.once(in: 3)
        let isDegraded = chance.once(in: 3)
        let slugs = chance.some(of: ["crane-api", "web"])
        let from = openedAt + chance.number(-3_000...6_000)
        let until = from + chance.number(1...6_000)
        let outage = slugs.count == 1 ? slugs : ["web"]
        let name = outage == ["web"] ? "Web" : "Crane API"
        let title =
            isMaintenance
            ? chance.pick(Said.titles) : "\(name) \(isDegraded ? "has degraded performance" : "is down")"
        let plan =
            "<!--\nstart: \(from.written)\nend: \(until.written)\nexpectedDown: \(slugs.joined(separator: ", "))\n-->\n"
        var comments: [(at: Instant, text: String)] = []
        for _ in 0..<chance.number(0...3) {
            comments.append((openedAt + chance.number(0...9_000), chance.pick(Said.texts)))
        }
        if let closedAt, !isMaintenance { comments.append((closedAt, "**Resolved:** It is back up.")) }
        let keys = [
            ("title", (isMaintenance ? "" : "🛑 ") + title), ("createdAt", openedAt.written),
            ("closedAt", closedAt?.written), ("body", (isMaintenance ? plan : "") + chance.pick(Said.texts)),
        ].compactMap { key, value in value.map { "\"\(key)\": \"\($0.escapedByNumbers)\"" } }
        let labels = (isMaintenance ? ["maintenance"] : ["status"] + outage).map { "\"\($0)\"" }
        let said = comments.map {
            "{\"createdAt\": \"\($0.at.written)\", \"body\": \"\($0.text.escapedByNumbers)\"}"
        }
        text =
            "[{\"number\": 7, \"labels\": [\(labels.joined(separator: ","))], \(keys.joined(separator: ",")), "
            + "\"comments\": [\(said.joined(separator: ","))]}]"
        let names = (isMaintenance ? slugs : outage).map { $0 == "web" ? "Web" : "Crane API" }
        sighting = Sighting(
            title: title,
            startedAt: isMaintenance ? from : openedAt,
            overAt: isMaintenance ? min(closedAt ?? until, until) : closedAt,
            components: names,
            statuses: [
                isMaintenance
                    ? (from, .underMaintenance) : (openedAt, isDegraded ? .degradedPerformance : .majorOutage)
            ]
        )
    }
}
