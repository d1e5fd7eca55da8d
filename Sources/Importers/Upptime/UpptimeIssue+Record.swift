import Diagnostics
import JSONFiles
import StatusModel

extension UpptimeIssue {
    /// Returns the record of an outage.
    ///
    /// - Parameters:
    ///   - name: the id of the record.
    ///   - ids: the ids of the sites that the issue names.
    func incident(named name: String, of ids: [String]) -> RecordDescription {
        let severity = UpptimeSeverity(ofTitle: title)
        var record = RecordDescription(
            id: name,
            title: title,
            kind: .incident(severity: severity.rawValue, started: openedAt, ended: nil),
            state: SourceState(overAt: closedAt, components: Set(ids), worst: severity.status),
            place: object.place
        )
        record.aliases = [String(number)]
        record.affect(ids, with: severity.status)
        record.updates = [
            UpdateDescription(at: openedAt, phase: .investigating, text: HTMLText(markdown: body).markdown)
        ]
        record.updates += comments.filter { $0.at != finalComment?.at }.map {
            UpdateDescription(at: $0.at, text: HTMLText(markdown: $0.text).markdown)
        }
        if let closedAt {
            let place = record.updates.firstIndex { $0.at > closedAt } ?? record.updates.count
            record.updates.insert(
                UpdateDescription(at: closedAt, phase: .resolved, text: finalText),
                at: place
            )
        }
        return record
    }

    /// Returns the record of maintenance; refuses an issue without its times.
    func maintenance(named name: String, on sites: UpptimeSites) throws(Refusal) -> RecordDescription {
        let plan = UpptimePlan(in: body)
        guard let from = plan.instant("start"), let until = plan.instant("end"), until > from else {
            throw Refusal("maintenance needs `<!-- start: … end: … -->` with two times", at: place)
        }
        // Expected downtime is not counted.
        let down = plan.list("expectedDown").compactMap { sites.id(ofLabel: $0) }
        let degraded = plan.list("expectedDegraded").compactMap { sites.id(ofLabel: $0) }
        var record = RecordDescription(
            id: name,
            title: title,
            kind: .maintenance(from: from, until: until),
            state: SourceState(
                // Upptime closes the issue some time after the maintenance ends.
                overAt: max(from, min(closedAt ?? until, until)),
                components: Set(down + degraded),
                worst: degraded.allSatisfy(down.contains) ? .underMaintenance : .degradedPerformance
            ),
            place: object.place
        )
        record.aliases = [String(number)]
        record.affect(down, with: .underMaintenance)
        record.affect(degraded, with: .degradedPerformance)
        tell(plan.rest.markdown, from: from, until: until, in: &record)
        return record
    }

    /// Remarks about HTML that the texts lose.
    var losses: [Remark] {
        let texts = [isMaintenance ? UpptimePlan(in: body).rest : HTMLText(markdown: body)]
        return (texts + comments.map { HTMLText(markdown: $0.text) }).flatMap(\.losses).map {
            Remark(losing: $0, at: place)
        }
    }

    /// Returns the slugs in `expectedDown` and `expectedDegraded` that no site has.
    func unknownSlugs(on sites: UpptimeSites) -> [String] {
        let plan = UpptimePlan(in: body)
        return (plan.list("expectedDown") + plan.list("expectedDegraded")).filter {
            sites.id(ofLabel: $0) == nil
        }
    }
}

private extension UpptimeIssue {
    static let resolved = "**Resolved:**"

    var place: SourceLocation { object.json["body"].map(object.place) ?? object.place }

    /// The comment that Upptime writes just before it closes an issue.
    var finalComment: Comment? {
        guard let closedAt else { return nil }
        return comments.last { $0.text.hasPrefix(Self.resolved) && abs($0.at - closedAt) < 120 }
    }

    var finalText: String {
        finalComment.map {
            HTMLText(markdown: String($0.text.dropFirst(Self.resolved.count).trimmingBlanks)).markdown
        }
            ?? ""
    }

    /// Adds the updates of maintenance, which Upptime always ends on schedule.
    func tell(_ text: String, from: Instant, until: Instant, in record: inout RecordDescription) {
        let end = closedAt.map { min($0, until) }
        if openedAt < from || !comments.isEmpty && openedAt < end ?? .distantFuture {
            record.updates = [UpdateDescription(at: openedAt, phase: .scheduled, text: text)]
        } else {
            record.summary = text
        }
        let said = comments.map { UpdateDescription(at: $0.at, text: HTMLText(markdown: $0.text).markdown) }
        record.updates += said.filter { $0.at < end ?? .distantFuture }
        guard let end else { return }
        let phase: Phase = closedAt.map { $0 < from } ?? false ? .cancelled : .completed
        record.updates.append(UpdateDescription(at: end, phase: phase, text: ""))
        record.updates += said.filter { $0.at >= end }
    }
}
