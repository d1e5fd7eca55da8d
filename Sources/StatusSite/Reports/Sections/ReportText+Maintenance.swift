import Reliability
import StatusModel

extension ReportText {
    /// The time under maintenance, and the lead time of its windows.
    var maintenance: ReportSection? {
        let figures = report.maintenance
        guard figures.windows > 0 || figures.seconds > 0 else { return nil }
        var section = ReportSection(anchor: "maintenance", heading: text.reportMaintenanceTitle)
        section.sentences = [words.sentence(of: [time, windows]), leadTime].compactMap { $0 }
        section.remark = text.reportMaintenanceRemark(phase: words.label(of: .scheduled))
        return section
    }
}

private extension ReportText {
    /// The time under maintenance, such as "2 h of maintenance".
    var time: String {
        let duration = duration(report.maintenance.seconds)
        return isRunning
            ? text.reportMaintenanceTimeSoFar(duration: duration)
            : text.reportMaintenanceTime(duration: duration)
    }

    /// The number of windows, such as "2 windows began in October 2026".
    var windows: String {
        let count = report.maintenance.windows
        return count == 0
            ? text.reportMaintenanceNoWindow(period: name)
            : text.reportMaintenanceWindows(count, period: name)
    }

    var leadTime: String? {
        let figures = report.maintenance
        let given = figures.leadTime.median.map(duration).map { median in
            figures.leadTime.n == 1
                ? text.reportMaintenanceNoticeOne(duration: median)
                : text.reportMaintenanceNotice(figures.leadTime.n, duration: median)
        }
        let missing =
            figures.unannounced == 0 ? nil : text.reportMaintenanceUnannounced(figures.unannounced)
        let sentences = [given, missing].compactMap { $0 }
        return sentences.isEmpty ? nil : words.text.together(sentences)
    }
}
