import Reliability
import StatusModel

/// The figures that `api/statistics.json` and reports write in the same way.
extension JSONWriter {
    /// Writes the members of a range's figures.
    ///
    /// - Parameter target: the objective, which determines the number of decimals in the text.
    mutating func members(of uptime: Uptime, beside target: Target?) {
        members(of: uptime, beside: target, meanTimeBetweenFailures: uptime.meanTimeBetweenFailures)
    }

    private mutating func members(
        of uptime: Uptime, beside target: Target? = nil, meanTimeBetweenFailures: Int?
    ) {
        member("from", uptime.range.from)
        member("to", uptime.range.to)
        member("observed_seconds", uptime.observedSeconds)
        member("downtime_seconds", ExactSeconds(milliseconds: uptime.downtimeMilliseconds))
        member("maintenance_seconds", uptime.maintenanceSeconds)
        member("uptime", uptime.ratio)
        member("text", uptime.text(beside: target))
        member("mtbf_seconds", meanTimeBetweenFailures)
        member("degraded_seconds", uptime.degradedSeconds)
        member("outages", uptime.outages)
    }

    /// Writes the members of the figures of several components together.
    ///
    /// The time between failures counts each second once, so that a whole never fails less often than its parts.
    mutating func members(of whole: WholeUptime) {
        let clock = whole.byTheClock
        members(of: whole.componentTime, meanTimeBetweenFailures: clock.meanTimeBetweenFailures)
        member(byTheClock: clock)
    }

    /// Writes the member `by_the_clock`.
    mutating func member(byTheClock uptime: Uptime) {
        key("by_the_clock")
        object { json in
            json.member("observed_seconds", uptime.observedSeconds)
            json.member("downtime_seconds", ExactSeconds(milliseconds: uptime.downtimeMilliseconds))
            json.member("affected_seconds", uptime.affectedSeconds)
            json.member("uptime", uptime.ratio)
            json.member("text", uptime.text)
            json.member("degraded_seconds", uptime.degradedSeconds)
        }
    }

    /// Writes response times, of all incidents and by group.
    mutating func value(_ report: ResponseReport, of page: StatusPage) {
        object { json in
            json.key("all")
            json.value(report.all)
            json.key("by_severity")
            json.groups(report.bySeverity.lazy.map { (page.severities[$0].level, $1) })
            json.key("by_component")
            json.groups(report.byComponent.lazy.map { (page.components[$0].id, $1) })
            json.key("by_tag")
            json.groups(report.byTag.lazy.map { ($0, $1) })
            json.members(of: report.pattern)
        }
    }

    /// Writes who noticed incidents first, how many were reopened, and when in the week they began.
    private mutating func members(of pattern: IncidentPattern) {
        key("detected_by")
        object { json in
            for detector in Record.Detector.allCases {
                json.key(text: detector.rawValue)
                json.value(pattern.byDetector[detector] ?? 0)
            }
        }
        key("detected_by_share")
        object { json in
            for detector in Record.Detector.allCases {
                json.key(text: detector.rawValue)
                json.value(pattern.share(foundBy: detector))
            }
        }
        member("reopened", pattern.reopened)
        key("by_weekday")
        array(of: pattern.byWeekday)
        key("by_hour")
        array(of: pattern.byHour)
    }

    /// Writes the time without an outage.
    mutating func member(outageFree time: OutageFreeTime) {
        key("without_outage")
        object { json in
            json.member("since", time.since)
            json.member("days", time.days)
            json.member("longest_seconds", time.longest?.seconds)
            json.member("longest_from", time.longest?.from)
            json.member("longest_to", time.longest?.to)
        }
    }

    /// Writes how fast an error budget was spent recently.
    mutating func member(_ burn: BudgetBurn?) {
        key("burn")
        guard let burn else { return value(nil as Int?) }
        object { json in
            for spent in burn.windows {
                json.key(text: spent.window.rawValue)
                json.object { json in
                    json.member("burn_rate", spent.budget.burnRate)
                    json.member("runs_out_at", spent.runsOutAt)
                }
            }
        }
    }

    /// Writes the incidents of a month and their time to restore.
    mutating func members(of month: MonthFigures) {
        member("incidents", month.incidents)
        key("time_to_restore")
        value(month.restore)
    }

    /// Writes the response times of a set of incidents.
    mutating func value(_ figures: ResponseFigures) {
        object { json in
            json.member("incidents", figures.incidents)
            json.member("open", figures.open)
            json.member("time_affected", figures.affectedSeconds)
            for metric in ResponseTimes.Metric.allCases {
                json.key(metric.key)
                json.value(figures[metric])
            }
        }
    }

    /// Writes the summary of durations.
    mutating func value(_ summary: Summary) {
        object { json in
            json.member("n", summary.n)
            json.member("mean", summary.mean)
            json.member("median", summary.median)
            json.member("p90", summary.p90)
            json.member("n_from_first_update", summary.fromFirstUpdate)
        }
    }

    private mutating func groups(_ groups: some Sequence<(String, ResponseFigures)>) {
        object { json in
            for (name, figures) in groups {
                json.key(text: name)
                json.value(figures)
            }
        }
    }
}

extension ResponseTimes.Metric {
    /// The key for programs.
    var key: StaticString {
        switch self {
        case .detect: "time_to_detect"
        case .acknowledge: "time_to_acknowledge"
        case .firstUpdate: "time_to_notice"
        case .identify: "time_to_identify"
        case .mitigate: "time_to_mitigate"
        case .restore: "time_to_restore"
        case .resolve: "time_to_resolve"
        }
    }
}
