import Reliability
import StatusModel

extension StatisticsFile {
    /// Writes a group with its overall figures, and with its parent, because its name alone may be ambiguous.
    func write(_ index: ComponentGroup.Index, of components: [Component.Index], to json: inout JSONWriter) {
        let group = page.groups[index]
        json.object { json in
            json.member("name", group.name)
            writeUptime(to: &json, history.uptimeOfWhole(components))
            json.member("id", group.id)
            json.member("parent", group.parent.map { page.groups[$0].id })
            json.key("components")
            json.array(of: components.map { page.components[$0].id })
            json.member("target", history.rules.target(ofGroup: index, at: history.now)?.percent)
        }
    }

    func writeComponent(_ index: Component.Index, _ spans: [ComponentSpan], to json: inout JSONWriter) {
        let component = page.components[index]
        json.object { json in
            json.member("id", component.id)
            json.member("name", component.name)
            json.member("group", component.group.map { page.groups[$0].name })
            json.member("status", history.status(of: index).name)
            json.member("since", component.since ?? page.since)
            json.member("target", history.rules.target(of: index, at: history.now)?.percent)
            json.key("uptime")
            writeRecentRanges(to: &json) {
                $0.members(
                    of: history.uptime(of: index, during: $1), beside: history.target(of: index, during: $1))
            }
            json.key("days")
            json.array(of: history.days(of: index, count: 90)) { json, day in write(day, to: &json) }
            json.key("periods")
            writePeriods(ofComponent: index, to: &json)
            json.member(outageFree: history.outageFree(of: index, during: .always))
            json.member(history.burn(of: index))
            json.member("until", component.until)
            json.member("counts_towards_uptime", history.rules.counts(index, at: history.now))
            json.member("makes_headline", component.makesHeadline)
            write(spans, to: &json)
            writeRules(ofComponent: index, to: &json)
        }
    }

    /// Writes the members `uptime` and `periods` of several components together.
    func writeUptime(to json: inout JSONWriter, _ uptime: (TimeRange) -> WholeUptime) {
        json.key("uptime")
        writeRecentRanges(to: &json) { $0.members(of: uptime($1)) }
        json.key("periods")
        json.array(of: periods) { json, period in
            json.object { json in
                json.members(of: uptime(period.range))
                json.member("period", period.name)
            }
        }
    }
}

extension StatisticsFile {
    private func writeRecentRanges(
        to json: inout JSONWriter,
        _ writeMembers: (inout JSONWriter, TimeRange) -> Void
    ) {
        json.object { json in
            for recent in RecentRange.allCases {
                json.key(text: recent.rawValue)
                json.object { writeMembers(&$0, recent.range(endingAt: history.now)) }
            }
        }
    }

    /// Writes the component's periods, with its error budget if it has or had an objective.
    private func writePeriods(ofComponent index: Component.Index, to json: inout JSONWriter) {
        let hasTarget = history.rules.mayHaveHadTarget(index)
        json.array(of: periods) { json, period in
            json.object { json in
                json.members(
                    of: history.uptime(of: index, during: period.range),
                    beside: history.target(of: index, during: period.range))
                json.member("period", period.name)
                guard hasTarget else { return }
                let budget = history.errorBudget(of: index, during: period.range)
                json.member(
                    "budget_seconds",
                    budget.map { ExactSeconds(microseconds: $0.allowedMicroseconds) }
                )
                json.member("burn_rate", budget?.burnRate)
            }
        }
    }

    private func write(_ day: DayRecord, to json: inout JSONWriter) {
        json.object { json in
            json.member("date", day.day)
            json.member("observed_seconds", day.uptime.observedSeconds)
            json.member("downtime_seconds", ExactSeconds(milliseconds: day.uptime.downtimeMilliseconds))
            json.member("maintenance_seconds", day.uptime.maintenanceSeconds)
            json.member("worst", day.uptime.observedSeconds > 0 ? day.worst.name : nil)
            json.key("incidents")
            json.array(of: day.incidents)
            json.member("degraded_seconds", day.uptime.degradedSeconds)
        }
    }
}

extension Target {
    /// The percentage in files for programs: 99.9.
    var percent: Double { Double(millionths) / 10_000 }
}
