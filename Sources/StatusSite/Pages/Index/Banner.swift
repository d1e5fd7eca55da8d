import Reliability
import StatusModel

/// The answer to "is it broken, and what exactly": one sentence, and the state of the work on it.
struct Banner: TemplateContext {
    let kind: String
    let sentence: String
    let detail: String
    let began: TimeContext?
    let updated: TimeContext?
    let promised: TimeContext?

    static let vocabulary = Vocabulary<Self>([
        .text(
            "kind",
            "the worst that is wrong: `major`, `partial`, `degraded`, `maintenance`, `notice` (an incident that "
                + "affects no component) or `operational`"
        ) { $0.kind },
        .text("sentence", "what is wrong, as in Story API is down") { $0.sentence },
        .text("detail", "how far the work on it has come, in a sentence") { $0.detail },
        .section("began", "when the first of what is open began") { $0.began },
        .section("updated", "when something was last said of it") { $0.updated },
        .section("promised", "when the next update is promised, unless that is past") { $0.promised },
    ])
}

extension Banner {
    init(of site: Site) {
        let affected = site.affectedComponents
        let incidents = site.openIncidents
        let records = incidents.isEmpty ? site.runningMaintenance.map(\.record) : incidents.map(\.record)
        let starts = incidents.isEmpty ? site.runningMaintenance.map(\.startsAt) : incidents.map(\.startedAt)
        kind =
            affected.first.map { Words.kind(of: $0.status) } ?? (incidents.isEmpty ? "operational" : "notice")
        sentence = Self.sentence(of: site, affected)
        detail = Self.detail(of: site, affected)
        began = starts.min().map { TimeContext($0, site.words) }
        updated = records.compactMap { $0.updates.last?.at }.max().map { TimeContext($0, site.words) }
        promised = records.compactMap { $0.updates.last?.nextUpdateAt }.filter { $0 > site.now }.min()
            .map { TimeContext($0, site.words) }
    }

    /// "Story API is down, Website and Voice are slow": the worst first.
    private static func sentence(of site: Site, _ affected: [Site.Affected]) -> String {
        let open = site.openIncidents
        if affected.isEmpty {
            guard let first = open.first else { return "All systems are operational" }
            return open.count == 1
                ? "\(site.words.label(of: first.phase)): \(first.record.title)"
                : "\(site.words.count(open.count, "incident is", "incidents are")) open"
        }
        let clauses = affected.map { part in
            let isAll = part.components.count == site.currentComponents.count && part.components.count > 2
            let names = site.words.list(site.words.names(of: part.components), atMost: 3)
            return site.words.sentence(
                isAll ? "All components" : names,
                isOne: part.components.count == 1,
                in: part.status
            )
        }
        return clauses.joined(separator: ", ")
    }

    private static func detail(of site: Site, _ affected: [Site.Affected]) -> String {
        let open = site.openIncidents
        if open.isEmpty {
            let running = site.runningMaintenance
            if running.isEmpty { return "No incident is open." }
            return running.count == 1
                ? "\(running[0].record.title)." : "\(running.count) maintenance windows are under way."
        }
        if open.count > 1 { return affected.isEmpty ? "" : "\(open.count) incidents are open." }
        return affected.isEmpty ? "" : "\(site.words.label(of: open[0].phase))."
    }
}

extension Site {
    /// Components that have the same status other than operational.
    struct Affected {
        let status: ComponentStatus
        let components: [Component.Index]
    }

    /// What is not operational, the worst first, without what is retired.
    var affectedComponents: [Affected] {
        let current = currentComponents
        return ComponentStatus.allCases.reversed().filter { $0 != .operational }.compactMap { status in
            let components = current.filter { history.status(of: $0) == status }
            return components.isEmpty ? nil : Affected(status: status, components: components)
        }
    }
}
