import Reliability
import StatusModel

extension StatisticsFile {
    func write(_ incident: Incident, to json: inout JSONWriter) {
        let timeline = IncidentTimeline(of: incident, now: history.now)
        let times = ResponseTimes(of: incident, restoredAt: timeline.restoredAt)
        json.object { json in
            write(incident.record, to: &json)
            json.member("severity", page.severities[incident.highestSeverity].level)
            json.member("phase", incident.phase.rawValue)
            json.member("started_at", incident.startedAt)
            json.member("detected_at", incident.detectedAt)
            json.member("acknowledged_at", incident.acknowledgedAt)
            json.member("noticed_at", incident.noticedAt)
            json.member("identified_at", incident.identifiedAt)
            json.member("mitigated_at", incident.mitigatedAt)
            json.member("restored_at", timeline.restoredAt)
            json.member("resolved_at", incident.resolvedAt)
            for measure in ResponseTimes.Measure.allCases {
                json.key(measure.key)
                json.value(times[measure])
            }
            json.key("components")
            write(timeline, to: &json)
        }
    }

    func write(_ window: MaintenanceWindow, to json: inout JSONWriter) {
        json.object { json in
            write(window.record, to: &json)
            json.member("phase", window.phase(at: history.now).rawValue)
            json.member("from", window.startsAt)
            json.member("until", window.endsAt ?? window.plannedEnd)
            json.key("components")
            json.array(of: window.components.lazy.map { page.components[$0.component].id })
        }
    }
}

extension StatisticsFile {
    private func write(_ record: Record, to json: inout JSONWriter) {
        json.member("id", record.id)
        json.member("slug", record.slug)
        json.member("title", record.title)
    }

    /// Writes what the incident alone did to each component it affected.
    private func write(_ timeline: IncidentTimeline, to json: inout JSONWriter) {
        json.object { json in
            for component in timeline.components {
                let downtime = timeline.downtimeMilliseconds(of: component, weights: page.weights)
                json.key(text: page.components[component].id)
                json.object { json in
                    json.member("worst", timeline.worst(of: component).name)
                    json.member("downtime_seconds", ExactSeconds(milliseconds: downtime))
                }
            }
        }
    }
}
