import Diagnostics
import StatusModel

/// A check for windows of a series that last longer than the others because the clocks are set back during them.
enum WindowsKeepTheirLength: RecordCheck {
    static let id = Diagnostic.ID("longer-window")
    static let subject = RecordSubject.maintenance

    static func check(_ maintenance: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let series = maintenance.series, !assembly.frontMatter.isDraft else { return }
        let usual = series.rule.seconds
        for window in series.windows
        where window.range.seconds > usual && !window.isMoved && window.range.to > assembly.now {
            let (day, longer) = (window.day, (window.range.seconds - usual) / 60)
            findings.warning(
                id, at: assembly.frontMatter.from?.place ?? assembly.frontMatter.place(of: "maintenance"),
                "the clocks go back on \(day), so this window lasts \(longer) minutes longer",
                hint: "to keep its length, move it to another time: `moved: {\(day): …}`")
        }
    }
}
