import Diagnostics
import StatusModel

/// A post-mortem that the severity demands is published in time; days count by the calendar, whatever the
/// hours of the policy's other limits.
@Sendable func checkPostMortemIsPublished(
    of incident: Incident,
    in assembly: RecordAssembly,
    into diagnostics: inout [Diagnostic]
) {
    guard let severity = assembly.severity(of: incident), let duty = severity.postMortem, duty.isRequired,
        let within = duty.within, let resolvedAt = incident.resolvedAt, resolvedAt + within < assembly.now
    else { return }
    let today = assembly.configuration.page.zone.day(of: assembly.now)
    let account = incident.record.postMortem
    if let publishedOn = account?.publishedOn, publishedOn <= today { return }
    diagnostics.append(
        Diagnostic(
            .warning,
            .overduePostMortem,
            "`\(severity.level)` demands a post-mortem within `\(Duration(seconds: within))`: it has been due since \(assembly.written(resolvedAt + within))",
            at: assembly.placeOfAccount(of: incident),
            hint: account == nil
                ? "add `# Post-mortem` with a line `Published: \(today)` under it; until then, `Scheduled:` tells readers when it will be"
                : "write `Published: \(today)` under its heading; until then, `Scheduled:` tells readers when it will be"
        )
    )
}

extension RecordAssembly {
    /// The post-mortem's heading; where there is none, what resolved the incident.
    fileprivate func placeOfAccount(of incident: Incident) -> SourceLocation {
        if let part = body.parts.postMortem { return body.text.location(ofLineAt: part.offset) }
        return placeOfResolution(of: incident)
    }

    /// The update that resolved the incident; `ended` where there are none.
    func placeOfResolution(of incident: Incident) -> SourceLocation {
        let index = incident.record.updates.firstIndex {
            $0.at == incident.resolvedAt && $0.phase == .resolved
        }
        return index.map { place(ofUpdate: $0) } ?? frontMatter.place(of: "ended")
    }
}
