import Diagnostics
import Reliability
import StatusModel

/// A check that an incident was monitored for a while before it was resolved, unless that was more than a week ago.
enum ResolutionIsWatched: RecordCheck {
    static let id = Diagnostic.ID("early-resolution")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        let week = 7 * 86_400
        guard let severity = assembly.severity(of: incident), let seconds = severity.watchFor,
            let resolvedAt = incident.resolvedAt, resolvedAt + week >= assembly.now
        else { return }
        let compliance = PolicyCompliance(of: incident, on: assembly.configuration.page, now: assembly.now)
        guard let watch = compliance.judgements.first(where: { $0.rule == .watch && $0.verdict == .missed })
        else { return }
        findings.warning(
            id, at: assembly.placeOfResolution(of: incident),
            "this resolution is too early: `\(severity.level)` requires `\(Duration(seconds: seconds))` of monitoring after the impact, which ended at \(assembly.written(watch.startsAt))",
            hint:
                "use `[MONITORING]` until that much time has passed; if the impact ended earlier, say when with "
                + "`ended:` or, in an update, with `Components: … operational since 17:22`")
    }
}
