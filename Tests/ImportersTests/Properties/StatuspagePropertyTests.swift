import Diagnostics
import StatusModel
import Testing

@testable import Importers

/// Whatever an incident of Statuspage says, its record says the same. What it says is worked out from its plan.
///
/// Source: Statuspage's description of its API: each update bears the statuses of the components that it names, and
/// an incident is over while its status is `resolved` or `postmortem`.
@Suite struct StatuspagePropertyTests {
    @Test(arguments: 0..<600)
    func aRecordSaysWhatTheIncidentSays(seed: Int) throws {
        let plan = StatuspagePlan(seed: seed)
        try plan.sighting.expect(of: .statuspage(plan.text), components: ["Web", "Crane API"], seed: seed)
    }
}

private struct StatuspagePlan {
    let sighting: Sighting
    let text: String

    init(seed: Int) {
        var chance = Chance(seed: seed)
        let startedAt = Instant(seconds: 1_709_280_000 + chance.number(0...10_000))
        let component = chance.pick([("c1", "Crane API"), ("c2", "Web")])
        let trouble: [ComponentStatus] = [.degradedPerformance, .partialOutage, .majorOutage]
        var (at, before, statuses) = (
            startedAt, ComponentStatus.operational, [(from: Instant, status: ComponentStatus)]()
        )
        var updates:
            [(at: Instant, word: String, text: String, before: ComponentStatus, after: ComponentStatus)] = []
        var words = (0..<chance.number(1...4)).map { _ in
            chance.pick(["investigating", "identified", "monitoring"])
        }
        let isOver = !chance.once(in: 3)
        if isOver { words += Array(repeating: "resolved", count: chance.number(1...2)) }
        if isOver, chance.once(in: 4) { words.insert("resolved", at: chance.number(1...words.count - 1)) }
        for word in words {
            let after = word == "resolved" ? ComponentStatus.operational : chance.pick(trouble)
            updates.append((at, word, chance.pick(Said.texts), before, after))
            statuses.append((at, after))
            before = after
            at = at + chance.number(1...4_000)
        }
        let last = words.lastIndex { $0 != "resolved" } ?? -1
        let end = isOver ? updates[last + 1].at : nil
        let title = chance.pick(Said.titles)
        var keys = ["\"status\": \"\(words[words.count - 1])\"", "\"impact\": \"minor\""]
        keys.append("\"started_at\": \"\(startedAt.written)\"")
        if let end { keys.append("\"resolved_at\": \"\(end.written)\"") }
        let list = updates.reversed().map { update in
            "{\"status\": \"\(update.word)\", \"display_at\": \"\(update.at.written)\", "
                + "\"body\": \"\(update.text.escapedByNumbers)\", \"affected_components\": [{\"code\": \"\(component.0)\", "
                + "\"name\": \"\(component.1)\", \"old_status\": \"\(update.before.name)\", "
                + "\"new_status\": \"\(update.after.name)\"}]}"
        }
        text =
            "{\"id\": \"i1\", \"name\": \"\(title.escapedByNumbers)\", \(keys.joined(separator: ", ")), "
            + "\"incident_updates\": [\(list.joined(separator: ","))]}"
        sighting = Sighting(
            title: title,
            startedAt: startedAt,
            overAt: end,
            components: [component.1],
            statuses: statuses
        )
    }
}
