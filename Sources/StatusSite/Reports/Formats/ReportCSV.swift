import Reliability
import StatusModel

/// A report's figures as CSV (RFC 4180), with one figure per row: `period,section,subject,figure,unit,value`.
struct ReportCSV {
    let report: PeriodReport
    let page: StatusPage
    private let severities: [Severity.Rank]
    private let provenance: Provenance
    /// The file's bytes.
    private(set) var bytes = Array("period,section,subject,figure,unit,value\r\n".utf8)
    /// The beginning of each row.
    private let start: [UInt8]

    init(_ text: ReportText) {
        (report, page, provenance) = (text.report, text.page, text.provenance)
        severities = text.site.shownSeverities
        start = Array("\(text.report.period),".utf8)
        writeReport()
        guard report.standing.hasFigures else { return }
        writeUptime()
        write(byTheClock: report.whole.byTheClock, of: "")
        writeOutageFree()
        writeBurns()
        writeIncidents()
        writeResponses()
        writeMaintenance()
        writeFollowUp()
        if let policy = report.policy { write(policy) }
        if let alerts = report.alerts { write(alerts) }
        if let before = report.before { write(before) }
    }
}

extension ReportCSV {
    /// Writes a figure; one that does not exist has an empty value.
    ///
    /// It writes byte by byte for speed: a file has hundreds of rows, and a site dozens of files.
    mutating func row(
        _ section: String,
        _ subject: String,
        _ figure: String,
        _ unit: String,
        _ value: String?
    ) {
        bytes += start
        bytes.append(contentsOf: section.utf8)
        appendField(subject)
        appendField(figure)
        appendField(unit)
        appendField(value ?? "")
        bytes.append(contentsOf: "\r\n".utf8)
    }

    private mutating func appendField(_ field: String) {
        bytes.append(UInt8(ascii: ","))
        field.appendAsFieldOfCSV(to: &bytes)
    }

    mutating func row(_ section: String, _ subject: String, _ figure: String, _ unit: String, _ value: Int?) {
        row(section, subject, figure, unit, value.map(String.init))
    }

    /// Writes a range's figures.
    mutating func write(_ uptime: Uptime, of subject: String, in section: String) {
        row(section, subject, "observed", "seconds", uptime.observedSeconds)
        row(
            section,
            subject,
            "downtime",
            "seconds",
            text(ExactSeconds(milliseconds: uptime.downtimeMilliseconds))
        )
        row(section, subject, "maintenance", "seconds", uptime.maintenanceSeconds)
        row(section, subject, "degraded", "seconds", uptime.degradedSeconds)
        row(section, subject, "outages", "count", uptime.outages)
        row(section, subject, "uptime", "ratio", uptime.ratio.map(text))
    }

    /// Writes a range's figures in which each second counts once.
    mutating func write(byTheClock uptime: Uptime, of subject: String) {
        write(uptime, of: subject, in: "by_the_clock")
        row("by_the_clock", subject, "affected", "seconds", uptime.affectedSeconds)
    }
}

private extension ReportCSV {
    mutating func writeReport() {
        row("report", "", "from", "instant", report.range.from.description)
        row("report", "", "to", "instant", report.range.to.description)
        row("report", "", "now", "instant", report.asOf.description)
        row("report", "", "standing", "text", report.standing.key)
        row("report", "", "audience", "text", page.audience.rawValue)
        row("report", "", "generator", "text", provenance.generator)
        row("report", "", "revision", "text", provenance.revision?.short)
        row("report", "", "modified", "text", provenance.revision.map { $0.isModified ? "true" : "false" })
    }

    mutating func writeUptime() {
        write(report.whole.componentTime, of: "", in: "uptime")
        for figures in report.components {
            let id = page.components[figures.component].id
            write(figures.uptime, of: id, in: "uptime")
            guard let budget = figures.budget else { continue }
            row("budget", id, "target", "percent", text(budget.target.percent))
            row(
                "budget",
                id,
                "allowed",
                "seconds",
                text(ExactSeconds(microseconds: budget.allowedMicroseconds))
            )
            row(
                "budget",
                id,
                "consumed",
                "seconds",
                text(ExactSeconds(microseconds: budget.consumedMicroseconds))
            )
            row(
                "budget",
                id,
                "remaining",
                "seconds",
                text(ExactSeconds(microseconds: budget.remainingMicroseconds))
            )
            row(
                "budget",
                id,
                "consumed",
                "percent",
                budget.consumedBasisPoints.map { text(Double($0) / 100) }
            )
            row("budget", id, "burn_rate", "ratio", budget.burnRate.map(text))
        }
    }

    mutating func writeIncidents() {
        let figures = report.incidents
        row("incidents", "", "started", "count", figures.started)
        row("incidents", "", "open_at_start", "count", figures.openAtStart)
        row("incidents", "", "open_at_end", "count", figures.openAtEnd)
        for rank in severities {
            let count = figures.bySeverity[rank]
            row("incidents_by_severity", page.severities[rank].level, "started", "count", count)
        }
        for component in figures.byComponent {
            let id = page.components[component.component].id
            row("incidents_by_component", id, "started", "count", component.bySeverity.reduce(0, +))
            for (rank, count) in component.bySeverity.enumerated() where count > 0 {
                row("incidents_by_component", id, "started_\(page.severities[rank].level)", "count", count)
            }
        }
        for (tag, figures) in report.responses.byTag {
            row("incidents_by_tag", tag, "started", "count", figures.incidents)
            row("incidents_by_tag", tag, "time_affected", "seconds", figures.affectedSeconds)
        }
        writePattern()
        for month in report.months {
            let name = month.month.description
            row("months", name, "started", "count", month.incidents)
            row("months", name, "time_to_restore_n", "count", month.restore.n)
            row("months", name, "time_to_restore_median", "seconds", month.restore.median)
        }
    }

    /// Writes who noticed the incidents first, how many were reopened, and when in the week they began.
    mutating func writePattern() {
        let pattern = report.responses.pattern
        row("incidents", "", "time_affected", "seconds", report.responses.all.affectedSeconds)
        row("incidents", "", "reopened", "count", pattern.reopened)
        for detector in Record.Detector.allCases {
            row(
                "incidents_by_detector", detector.rawValue, "started", "count",
                pattern.byDetector[detector] ?? 0)
        }
        for (place, count) in pattern.byWeekday.enumerated() {
            row("incidents_by_weekday", "\(place + 1)", "started", "count", count)
        }
        for (hour, count) in pattern.byHour.enumerated() {
            row("incidents_by_hour", "\(hour)", "started", "count", count)
        }
    }

    mutating func writeOutageFree() {
        let time = report.outageFree
        row("without_outage", "", "since", "instant", time.since?.description)
        row("without_outage", "", "days", "count", time.days)
        row("without_outage", "", "longest", "seconds", time.longest?.seconds)
    }

    mutating func writeBurns() {
        for burn in report.burns {
            let id = page.components[burn.component].id
            for spent in burn.windows {
                let window = spent.window.rawValue
                row("burn", id, "burn_rate_\(window)", "ratio", spent.budget.burnRate.map(text))
                row("burn", id, "runs_out_at_\(window)", "instant", spent.runsOutAt?.description)
            }
        }
    }

    /// Returns a number as in JSON.
    func text(_ number: some JSONValue) -> String {
        var bytes: [UInt8] = []
        number.append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension PeriodReport.Standing {
    /// Its name for programs.
    var key: String {
        switch self {
        case .ended: "ended"
        case .running: "running"
        case .beforeRecords: "before_records"
        case .ahead: "ahead"
        }
    }
}

extension String {
    /// Appends the text as a field of CSV.
    ///
    /// A spreadsheet treats text as a formula if it begins with `=`, `+`, `-` or `@`, or the full-width form of one,
    /// with a tab or with a line break, unless an apostrophe precedes it (OWASP, "CSV Injection"). Numbers stay numbers.
    func appendAsFieldOfCSV(to bytes: inout [UInt8]) {
        let isFormula = unicodeScalars.first?.beginsFormulas == true && Double(self) == nil
        let isQuoted = utf8.contains { $0 <= UInt8(ascii: ",") && ",\"\r\n".utf8.contains($0) }
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        guard isQuoted else { return bytes.append(contentsOf: utf8) }
        for byte in utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension Unicode.Scalar {
    fileprivate var beginsFormulas: Bool {
        switch self {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
        default: false
        }
    }
}
