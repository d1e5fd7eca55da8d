import Reliability
import StatusModel

/// The figures that `api/statistics.json` and reports write alike.
extension JSONWriter {
    /// Writes the members of a range's figures.
    mutating func members(of uptime: Uptime) {
        members(of: uptime, meanTimeBetweenFailures: uptime.meanTimeBetweenFailures)
    }

    private mutating func members(of uptime: Uptime, meanTimeBetweenFailures: Int?) {
        member("from", uptime.range.from)
        member("to", uptime.range.to)
        member("observed_seconds", uptime.observedSeconds)
        member("downtime_seconds", ExactSeconds(milliseconds: uptime.downtimeMilliseconds))
        member("maintenance_seconds", uptime.maintenanceSeconds)
        member("uptime", uptime.ratio)
        member("text", uptime.text)
        member("mtbf_seconds", meanTimeBetweenFailures)
    }

    /// Writes the members of the figures of several components together. The time between failures is by the clock, so
    /// that a whole never fails more rarely than its parts.
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
        }
    }

    /// Writes the response times of a set of incidents.
    mutating func value(_ figures: ResponseFigures) {
        object { json in
            json.member("incidents", figures.incidents)
            json.member("open", figures.open)
            for measure in ResponseTimes.Measure.allCases {
                json.key(measure.key)
                json.value(figures[measure])
            }
        }
    }

    /// Writes what durations sum up to.
    mutating func value(_ summary: Summary) {
        object { json in
            json.member("n", summary.n)
            json.member("mean", summary.mean)
            json.member("median", summary.median)
            json.member("p90", summary.p90)
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

extension ResponseTimes.Measure {
    /// What programs are told.
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
