import Diagnostics
import Reliability
import StatusModel

/// An incident's report for programs: facts without the program's own wording, each part on its own line, and the
/// footer last.
struct IncidentReportJSON {
    private let report: IncidentReportText
    private let source: IncidentReport.Source

    init(_ report: IncidentReportText, from source: IncidentReport.Source) {
        (self.report, self.source) = (report, source)
    }
}

extension IncidentReportJSON {
    /// The object in UTF-8.
    ///
    /// The footer's digest covers all bytes up to the comma in front of its key.
    var bytes: [UInt8] {
        var top: [UInt8] = []
        var json = JSONWriter(expecting: 8_192)
        json.object { json in
            writeHead(to: &json)
            part("updates", of: &json) { $0.lines(of: record.updates, write) }
            part("timeline", of: &json) { $0.lines(of: entries, write) }
            part("action_items", of: &json) { $0.lines(of: record.postMortem?.actionItems ?? [], write) }
            part("effect", of: &json) { $0.lines(of: effects, write) }
            if site.isForTeam { part("policy", of: &json) { $0.lines(of: judgements, write) } }
            top = json.bytes
            part("foot", of: &json) { writeFoot(below: top, to: &$0) }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

private extension IncidentReportJSON {
    var site: Site { report.site }
    var page: StatusPage { site.page }
    var incident: IncidentFacts { report.incident }
    var record: Record { incident.record }
    var entries: [PostMortem.TimelineEntry] { record.postMortem?.sections.flatMap(\.timeline) ?? [] }
    var effects: [MonthEffect] { site.history.monthEffects(of: incident.timeline) }

    var judgements: [Judgement] {
        PolicyCompliance(of: record, on: page, now: site.now).judgements
    }

    func part(_ name: StaticString, of json: inout JSONWriter, _ write: (inout JSONWriter) -> Void) {
        json.newLine()
        json.key(name)
        write(&json)
    }

    func writeHead(to json: inout JSONWriter) {
        json.member("id", record.id)
        json.member("title", record.title)
        json.member("url", "\(page.url)/\(record.pagePath)")
        json.member("site", page.title)
        json.member("severity", page.severities[incident.severity].level)
        json.member("phase", incident.phase.counted.rawValue)
        json.member("started_at", incident.begins)
        json.member("ended_at", incident.ends)
        json.member("resolved_at", incident.resolvedAt)
        if site.isForTeam {
            json.member("detected_at", record.detectedAt)
            json.member("acknowledged_at", record.acknowledgedAt)
        }
        json.member("now", site.now)
        json.member("audience", page.audience.rawValue)
        json.member("affected_seconds", incident.affectedSeconds)
        json.member("root_cause", report.words(of: .rootCause) ?? record.lastStated { $0.rootCause })
        json.member("fix", report.words(of: .resolution) ?? record.lastStated { $0.fix })
        json.key("impact")
        json.array(of: record.knownImpact, write)
        if site.isForTeam {
            json.key("internal")
            json.array(of: record.internalDetails, write)
        }
        json.key("components")
        json.array(of: incident.timeline.spans) { json, span in
            json.object { json in
                json.member("id", page.components[span.component].id)
                json.member("status", span.status.name)
                json.member("from", span.range.from)
                json.member("until", span.isOpen ? nil : span.range.to)
            }
        }
    }

    func write(to json: inout JSONWriter, _ detail: Record.Detail) {
        json.object { json in
            json.member("label", detail.label)
            json.member("text", detail.text)
        }
    }

    func write(to json: inout JSONWriter, _ update: Update) {
        json.object { json in
            json.member("at", update.at)
            json.member("phase", update.phase.counted.rawValue)
            json.member("text", update.prose.text)
        }
    }

    func write(to json: inout JSONWriter, _ entry: PostMortem.TimelineEntry) {
        json.object { json in
            json.member("at", entry.at)
            json.member("time", entry.time)
            json.member("text", entry.prose.text)
        }
    }

    func write(to json: inout JSONWriter, _ item: ActionItem) {
        json.object { json in
            json.member("text", item.text)
            json.member("done", item.isDone)
            json.member("due", item.dueOn?.description)
            guard site.isForTeam else { return }
            json.member("owner", item.owner)
            json.member("ticket", item.ticket)
        }
    }

    func write(to json: inout JSONWriter, _ effect: MonthEffect) {
        json.object { json in
            json.member("component", page.components[effect.component].id)
            json.member("month", effect.month.description)
            json.member("downtime_milliseconds", effect.downtimeMilliseconds)
            json.member("budget_spent", effect.spentBasisPoints?.asPercentage)
            json.member("budget_left_seconds", effect.budget?.remainingSeconds)
            json.member("month_downtime_milliseconds", effect.uptime.downtimeMilliseconds)
            json.member("month_observed_seconds", effect.uptime.observedSeconds)
            json.member("month_uptime", effect.uptime.text)
        }
    }

    func write(to json: inout JSONWriter, _ judgement: Judgement) {
        json.object { json in
            json.member("rule", judgement.rule.rawValue)
            json.member("verdict", judgement.verdict.rawValue)
            json.member("due_at", judgement.dueAt)
            json.member("done_at", judgement.doneAt)
        }
    }

    func writeFoot(below top: [UInt8], to json: inout JSONWriter) {
        json.object { json in
            json.member("record", record.path)
            json.member("generator", source.provenance.generator)
            json.member("revision", source.provenance.revision?.short)
            json.key("modified")
            json.value(source.provenance.revision?.isModified)
            json.member("record_sha256", source.recordDigest)
            json.member("sha256", SHA256.hexDigest(of: top))
            json.member("rebuild", source.command)
        }
    }
}

extension IncidentReportText {
    /// Returns the plain text of the post-mortem's section of that kind; `nil` if it is empty.
    fileprivate func words(of kind: PostMortem.Kind) -> String? {
        postMortem?.sections.first { $0.kind == kind && !$0.prose.isEmpty }?.prose.text
    }
}
