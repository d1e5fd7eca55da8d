import Diagnostics
import StatusModel

/// A check for maintenance that is past its end without a final update: readers are told that it is over, but only by
/// the clock, or that it is still in progress.
enum MaintenanceIsCompleted: RecordCheck {
    static let id = Diagnostic.ID("maintenance-not-completed")
    static let subject = RecordSubject.maintenance

    static func check(_ maintenance: Record, in assembly: RecordAssembly, into findings: Findings) {
        // Errors in the rule of a series have been reported.
        guard !assembly.frontMatter.hidesSeries else { return }
        guard maintenance.series != nil else {
            return check(window: maintenance, in: assembly, into: findings)
        }
        // Windows of a series are over on schedule, because nobody writes an update each week.
        for window in maintenance.allWindows where window.closesAt == nil {
            check(window: window, in: assembly, into: findings)
        }
    }

    private static func check(window: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let plannedEnd = window.plannedEnd, plannedEnd <= assembly.now, !assembly.frontMatter.isDraft,
            !window.updates.contains(where: { $0.phase.isFinal })
        else { return }
        let isRunning = window.closesAt == nil
        findings.warning(
            id, at: assembly.frontMatter.place(of: "maintenance"),
            isRunning
                ? "this maintenance is still in progress after its planned end"
                : "this maintenance counts as completed at its planned end, because no update says so",
            hint: "add a `[COMPLETED]` update with its time")
    }
}
