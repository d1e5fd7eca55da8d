import Diagnostics
import Reliability
import StatusModel

/// Somebody takes an open incident on as soon as its severity's policy says.
enum IncidentIsAcknowledged: RecordCheck {
    static let id = Diagnostic.ID("late-acknowledgement")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let limit = assembly.missedLimit(.acknowledge, of: incident) else { return }
        findings.warning(
            id, at: assembly.frontMatter.place(of: "started"),
            "nobody has taken this incident on: by `\(limit.level)`, that has been due since \(limit.since)",
            hint: "write since when somebody has: `acknowledged: \(assembly.written(assembly.now))`")
    }
}

extension RecordAssembly {
    /// A limit that an open incident has missed and still has to meet: the level that sets it, and when it passed. `nil`
    /// if there is none.
    func missedLimit(_ rule: Judgement.Rule, of incident: Record) -> (level: String, since: String)? {
        guard let severity = severity(of: incident),
            let limit = due(for: incident)?.limits.first(where: { $0.rule == rule }),
            limit.verdict == .missed, let dueAt = limit.dueAt
        else { return nil }
        return (severity.level, written(dueAt))
    }
}
