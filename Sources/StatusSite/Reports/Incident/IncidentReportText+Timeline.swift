import StatusModel

extension IncidentReportText {
    /// The events and what readers were told of them, in one sequence, in UTC and in the site's zone.
    var timeline: ReportSection {
        var section = ReportSection(anchor: "timeline", heading: text.incidentReportTimeline)
        let isUTC = words.zone.name == Zone.utc.name
        var table = ReportTable(
            caption: text.incidentReportTimeline,
            columns: [.init(title: text.recordTimelineTime)]
                + (isUTC ? [] : [.init(title: text.incidentReportColumnLocal)])
                + [.init(title: text.recordTimelineWhat)],
            isNumeric: false
        )
        table.rows = steps.map { step in
            let written = step.entry?.time ?? ""
            let times = [step.at.map { utc.dateAndTime($0) } ?? written]
            let local = isUTC ? [] : [step.at.map { words.dateAndTime($0) } ?? ""]
            return (times + local + [what(happenedAt: step)]).map { ReportCell($0) }
        }
        section.tables = [table]
        return section
    }

    /// The steps with known times in order, then those whose times the author's words do not state.
    private var steps: [TimelineStep] {
        let entries = postMortem?.sections.flatMap(\.timeline) ?? []
        let steps = TimelineStep.steps(of: entries, beside: record.updates, words)
        guard steps.contains(where: { $0.at == nil }) else { return steps }
        return TimelineStep.steps(of: [], beside: record.updates, words) + steps
    }

    private func what(happenedAt step: TimelineStep) -> String {
        let told = step.update.map { place in
            let update = record.updates[place]
            let phase = words.label(of: update.phase)
            return update.prose.isEmpty
                ? phase
                : text.recordPhaseAndTitle(phase: phase, title: words.line(of: update.prose, within: .max))
        }
        guard let entry = step.entry else { return told ?? "" }
        // An entry that was drafted from an update says the same.
        return words.line(of: entry.prose, within: .max)
    }
}
