import Reliability
import StatusModel

extension ReportJSON {
    /// Writes what alerts measured, next to what records declare; this is internal.
    func write(_ figures: AlertFigures, to json: inout JSONWriter) {
        json.object { json in
            json.member("fired", figures.fired)
            json.member("incidents", figures.incidents)
            json.member("told", figures.told)
            json.key("until_first_update")
            json.value(figures.untilNotice)
            json.key("by_component")
            json.object { json in
                for row in figures.components {
                    json.key(text: page.components[row.component].id)
                    json.object { json in
                        json.member("declared_seconds", row.declaredSeconds)
                        json.member("alerting_seconds", row.alertingSeconds)
                    }
                }
            }
            json.key("untold")
            json.array(of: figures.untold) { json, incident in
                let span = incident.span
                json.object { json in
                    json.member("component", page.components[incident.component].id)
                    json.member("from", span?.from)
                    json.member("to", span?.to)
                    json.member("lasted_seconds", span?.seconds)
                }
            }
        }
    }
}
