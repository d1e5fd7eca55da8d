import Reliability
import StatusModel

extension StatisticsFile {
    func write(_ incident: IncidentFacts, to json: inout JSONWriter) {
        let (record, timeline) = (incident.record, incident.timeline)
        json.object { json in
            write(record, to: &json)
            json.member("severity", page.severities[incident.severity].level)
            json.member("phase", incident.phase.counted.rawValue)
            json.member("started_at", incident.begins)
            json.member("detected_at", record.detectedAt)
            json.member("acknowledged_at", record.acknowledgedAt)
            json.member("noticed_at", record.noticedAt)
            json.member("identified_at", record.identifiedAt)
            json.member("mitigated_at", incident.mitigatedAt)
            json.member("restored_at", timeline.restoredAt)
            json.member("resolved_at", incident.resolvedAt)
            for metric in ResponseTimes.Metric.allCases {
                json.key(metric.key)
                json.value(incident.times[metric])
            }
            json.key("components")
            write(timeline, to: &json)
            json.member("detected_by", record.detectedBy?.rawValue)
            json.member("start_is_stated", record.isStartStated)
            json.member("time_affected", incident.affectedSeconds)
            json.member("reopened", incident.isReopened)
            json.key("tags")
            json.array(of: record.tags)
            json.member("ended_at", record.until)
            json.member("statuspage_id", page.statuspageID(of: record))
        }
    }

    func write(maintenance record: Record, to json: inout JSONWriter) {
        json.object { json in
            write(record, to: &json)
            json.member("phase", record.phase(at: history.now)?.rawValue)
            json.member("from", record.begins)
            json.member("until", record.actualOrPlannedEnd)
            json.key("components")
            json.array(of: record.maintenanceStatuses.lazy.map { page.components[$0.component].id })
            json.member("announced_at", record.announcedAt)
            json.member("statuspage_id", page.statuspageID(of: record))
            guard let seriesWindow = record.seriesWindow else { return }
            json.member("series", Record.pageSlug(of: record.slug))
            json.member("announce", seriesWindow.news.rawValue)
        }
    }

    func write(notice record: Record, to json: inout JSONWriter) {
        json.object { json in
            write(record, to: &json)
            json.member("from", record.begins)
            json.member("until", record.until)
        }
    }
}

extension StatisticsFile {
    private func write(_ record: Record, to json: inout JSONWriter) {
        json.member("id", record.id)
        json.member("slug", record.slug)
        json.member("title", record.title)
    }

    /// Writes the effect of this incident alone on each component that it affected.
    private func write(_ timeline: IncidentTimeline, to json: inout JSONWriter) {
        json.object { json in
            for component in timeline.components {
                let downtime = history.downtimeMilliseconds(of: component, by: timeline)
                json.key(text: page.components[component].id)
                json.object { json in
                    json.member("worst", timeline.worst(of: component).name)
                    json.member("downtime_seconds", ExactSeconds(milliseconds: downtime))
                }
            }
        }
    }
}
