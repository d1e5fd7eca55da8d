import Diagnostics
import StatusModel

/// The impact ends before people stop watching, or at the same time.
@Sendable func checkEndLiesBeforeResolution(
    of incident: Record,
    in assembly: RecordAssembly,
    into diagnostics: inout [Diagnostic]
) {
    guard let ended = assembly.frontMatter.ended, !incident.updates.isEmpty,
        let resolvedAt = incident.resolvedAt, ended.value > resolvedAt
    else { return }
    let (day, time) = assembly.configuration.page.zone.local(resolvedAt)
    diagnostics.append(
        Diagnostic(
            .error,
            .endAfterResolution,
            "`ended` lies after the resolution at \(day) \(time)",
            at: ended.place,
            hint: "correct one of the two, or write `[MONITORING]` until the impact has ended"
        )
    )
}
