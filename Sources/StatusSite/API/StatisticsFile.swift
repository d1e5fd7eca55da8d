public import Reliability
public import StatusModel

/// `api/statistics.json`: every number of the site, for programs.
///
/// Seconds are numbers, instants RFC 3339 in UTC, and missing values `null`. Each component, group and record is on its
/// own line, so that a difference between two builds is readable. If there are many records, the file only has the
/// newest, and the files of their years have all.
public struct StatisticsFile: Sendable {
    let page: StatusPage
    let history: StatusHistory
    let periods: [NamedRange]
    let provenance: Provenance

    /// A range with its name in the file: `90d`, `2026-Q1`.
    struct NamedRange: Sendable {
        let name: String
        let range: TimeRange
    }

    /// Makes the file of a page that only has what its audience may see, and of that page's history.
    ///
    /// - Parameter provenance: the program, and the state of the records that it builds from.
    public init(of page: StatusPage, history: StatusHistory, provenance: Provenance) {
        (self.page, self.history, self.provenance) = (page, history, provenance)
        periods = history.periods.all.map {
            NamedRange(name: $0.description, range: $0.range(in: page.zone))
        }
    }

    /// Returns the file's bytes.
    ///
    /// - Parameter nextChangeAt: when a page will next change on schedule, without a commit.
    public func render(nextChangeAt: Instant?) -> [UInt8] {
        // About the size of a component and a record, so that the bytes are rarely moved.
        var json = JSONWriter(
            expecting: 45_000 * page.components.count + 1_000 * min(Self.limit, history.incidents.count))
        json.object { json in
            json.member("now", history.now)
            json.member("generator", provenance.generator)
            json.newLine()
            json.key("site")
            writeSite(nextChangeAt: nextChangeAt, to: &json)
            json.newLine()
            json.key("groups")
            json.lines(of: page.componentsByGroup.enumerated().filter { !$1.isEmpty }) { json, group in
                write(group.offset, of: group.element, to: &json)
            }
            json.newLine()
            json.key("components")
            let incidents = history.incidents.prefix(Self.limit)
            let maintenance = page.records(of: .maintenance).prefix(Self.limit)
            let spans = history.spans(of: incidents, maintenance)
            json.lines(of: page.components.indices) { json, index in
                writeComponent(index, spans[index], to: &json)
            }
            json.newLine()
            writeRecords(incidents, maintenance, to: &json)
            json.newLine()
            json.key("notices")
            json.lines(of: page.records(of: .notice)) { json, notice in write(notice: notice, to: &json) }
            json.newLine()
            json.key("years")
            json.lines(of: Year.all(of: page, history)) { json, year in write(year, to: &json) }
            json.newLine()
            writeOrigin(to: &json)
        }
        return json.bytes
    }
}

extension StatisticsFile {
    private func writeSite(nextChangeAt: Instant?, to json: inout JSONWriter) {
        json.object { json in
            json.member("title", page.title)
            json.member("url", page.url)
            json.member("time_zone", page.zone.name)
            json.key("status")
            json.object { json in
                json.member("indicator", history.pageStatus.indicator.rawValue)
                json.member("description", history.pageStatus.description)
            }
            json.member("next_change_at", nextChangeAt)
            writeUptime(to: &json) { history.uptimeOfWhole(during: $0) }
            json.key("response_times")
            writeResponses(to: &json)
            json.member(outageFree: history.outageFree(during: .always))
            json.key("trend")
            json.array(of: history.trend(of: page)) { json, month in
                json.object { json in
                    json.member("period", month.month.description)
                    json.members(of: month)
                }
            }
            json.member("since", page.since)
            json.member("target", history.rules.siteTarget(at: history.now)?.percent)
            json.member("first_record_at", page.firstRecordAt.flatMap { $0 <= history.now ? $0 : nil })
        }
    }
}
