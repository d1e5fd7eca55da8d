import Reliability
import StatusModel

extension StatisticsFile {
    /// Writes the response times of the recent ranges, of all time, and of every period.
    func writeResponses(to json: inout JSONWriter) {
        let recent = [RecentRange.month, .quarter, .year].map {
            NamedRange(name: $0.rawValue, range: $0.range(endingAt: history.now))
        }
        let always = TimeRange(from: .distantPast, to: .distantFuture)
        json.object { json in
            for named in recent + [NamedRange(name: "all", range: always)] + periods {
                json.newLine()
                json.key(text: named.name)
                write(history.responses(during: named.range), to: &json)
            }
        }
    }

    private func write(_ report: ResponseReport, to json: inout JSONWriter) {
        json.object { json in
            json.key("all")
            write(report.all, to: &json)
            json.key("by_severity")
            write(report.bySeverity.lazy.map { (page.severities[$0].level, $1) }, to: &json)
            json.key("by_component")
            write(report.byComponent.lazy.map { (page.components[$0].id, $1) }, to: &json)
            json.key("by_tag")
            write(report.byTag.lazy.map { ($0, $1) }, to: &json)
        }
    }

    private func write(_ groups: some Sequence<(String, ResponseFigures)>, to json: inout JSONWriter) {
        json.object { json in
            for (name, figures) in groups {
                json.key(text: name)
                write(figures, to: &json)
            }
        }
    }

    private func write(_ figures: ResponseFigures, to json: inout JSONWriter) {
        json.object { json in
            json.member("incidents", figures.incidents)
            json.member("open", figures.open)
            for measure in ResponseTimes.Measure.allCases {
                json.key(measure.key)
                write(figures[measure], to: &json)
            }
        }
    }

    private func write(_ summary: Summary, to json: inout JSONWriter) {
        json.object { json in
            json.member("n", summary.n)
            json.member("mean", summary.mean)
            json.member("median", summary.median)
            json.member("p90", summary.p90)
        }
    }
}

extension ResponseTimes.Measure {
    /// What the file calls it.
    var key: StaticString {
        switch self {
        case .detect: "time_to_detect"
        case .acknowledge: "time_to_acknowledge"
        case .notice: "time_to_notice"
        case .identify: "time_to_identify"
        case .mitigate: "time_to_mitigate"
        case .restore: "time_to_restore"
        case .resolve: "time_to_resolve"
        }
    }
}
