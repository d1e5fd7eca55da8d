import Diagnostics
import Reliability
import StatusModel

/// A check that the length of an incident that its post-mortem states roughly matches its times, because readers see
/// both.
enum StatedDowntimeIsOurs: RecordCheck {
    static let id = Diagnostic.ID("stated-downtime")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let postMortem = incident.postMortem, !postMortem.impact.isEmpty, !incident.isOpen,
            let lengths = IncidentLengths(
                of: incident, by: assembly.configuration.rules, at: assembly.now)
        else { return }
        for detail in postMortem.impact {
            let ours = lengths.named(detail.label)
            guard let first = ours.first, let stated = StatedLength(detail.text)?.seconds,
                !ours.contains(where: { isAbout($0, stated) })
            else { continue }
            findings.warning(
                id, at: assembly.place(ofFact: detail),
                "this says `\(detail.text)`, but according to the record's times, it is "
                    + "\(StatedLength(seconds: first))",
                hint: "correct the one that is wrong: this line, or the times and the components' statuses")
        }
    }

    /// Whether the stated length differs from ours by a tenth of ours at most.
    private static func isAbout(_ ours: Int, _ stated: Int) -> Bool { abs(stated - ours) * 10 <= ours }
}

extension RecordAssembly {
    /// Returns the location of a fact in the post-mortem's Impact section.
    fileprivate func place(ofFact detail: Record.Detail) -> SourceLocation {
        let sections = record?.postMortem?.sections ?? []
        let line = zip(sections, sectionLines).first { $0.0.kind == .impact }?.1
        return body.text.location(
            of: detail.label, from: line.map(body.text.start(ofLine:)) ?? body.parts.postMortem?.offset ?? 0)
    }
}
