import Diagnostics
import StatusModel

/// Maintenance past its end without a last word: readers are told that it is over, by the clock alone, or
/// that it still runs.
@Sendable func checkMaintenanceIsCompleted(
    of window: Record,
    in assembly: RecordAssembly,
    into diagnostics: inout [Diagnostic]
) {
    guard let plannedEnd = window.plannedEnd, plannedEnd <= assembly.now, !assembly.frontMatter.isDraft,
        !window.updates.contains(where: { $0.phase.isFinal })
    else { return }
    let isRunning = window.closesAt == nil
    diagnostics.append(
        Diagnostic(
            .warning,
            .maintenanceNotCompleted,
            isRunning
                ? "this maintenance still runs, past its planned end"
                : "this maintenance counts as completed at its end",
            at: assembly.frontMatter.place(of: "maintenance"),
            hint: "add an update `[COMPLETED]` with its time"
        )
    )
}
