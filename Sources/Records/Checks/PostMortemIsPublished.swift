import Diagnostics
import Reliability
import StatusModel

/// A check that a post-mortem that the severity requires is published in time.
///
/// Days count by the calendar, whatever the hours of the policy's other limits.
enum PostMortemIsPublished: RecordCheck {
    static let id = Diagnostic.ID("overdue-post-mortem")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let severity = assembly.severity(of: incident), let within = severity.postMortem?.within,
            let dueAt = assembly.overdue(.postMortem, after: incident)
        else { return }
        findings.warning(
            id, at: assembly.placeOfPostMortem(of: incident),
            "no post-mortem has been published, but `\(severity.level)` requires one within `\(Duration(seconds: within))` (by \(assembly.written(dueAt)))",
            hint: assembly.hintToPublish(incident))
    }
}

extension RecordAssembly {
    var today: Day { configuration.page.zone.day(of: now) }

    fileprivate func hintToPublish(_ incident: Record) -> String {
        guard incident.postMortem?.isWritten != true else {
            return
                "to publish it, add `Published: \(today)` under its heading; until then, only the team sees it"
        }
        let beginning =
            body.parts.postMortem == nil
            ? "start it with `allclear post-mortem \(incident.id)`" : "write it below its heading"
        return
            "\(beginning), then publish it with `Published: \(today)` under the heading; until then, "
            + "you can add `Scheduled:` to tell the team when to expect it"
    }

    /// Returns the time by which the post-mortem, or the meeting about it, was due if the team still owes it; `nil` if
    /// that time has not passed.
    func overdue(_ rule: Judgement.Rule, after incident: Record) -> Instant? {
        OwedAfterwards.postMortems(after: incident, on: configuration.page, now: now)
            .first { $0.what == .postMortem(rule) && $0.isOverdue(at: now) }?.dueAt
    }

    /// Returns the location of the post-mortem's heading or, if there is none, of what resolved the incident.
    func placeOfPostMortem(of incident: Record) -> SourceLocation {
        if let part = body.parts.postMortem { return body.text.location(ofLineAt: part.offset) }
        return placeOfResolution(of: incident)
    }

    /// Returns the location of the update that resolved the incident or, if there is none, of `ended`.
    func placeOfResolution(of incident: Record) -> SourceLocation {
        let index = incident.updates.firstIndex {
            $0.at == incident.resolvedAt && $0.phase == .resolved
        }
        return index.map { place(ofUpdate: $0) } ?? frontMatter.place(of: "ended")
    }
}
