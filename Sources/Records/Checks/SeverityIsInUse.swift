import Diagnostics
import StatusModel

/// A check that no incident has a severity that was already retired at the time.
enum SeverityIsInUse: RecordCheck {
    static let id = Diagnostic.ID("retired-severity")
    static let subject = RecordSubject.incident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        if let rank = incident.severity, assembly.isRetired(rank, at: incident.from) {
            findings.add(assembly.retired(rank, at: assembly.frontMatter.map?.value("severity")?.location))
        }
        for (index, update) in incident.updates.enumerated() {
            guard let rank = update.severity, assembly.isRetired(rank, at: update.at) else { continue }
            findings.add(assembly.retired(rank, at: assembly.place(of: .severity, ofUpdate: index)))
        }
    }
}

private extension RecordAssembly {
    func isRetired(_ rank: Severity.Rank, at instant: Instant) -> Bool {
        configuration.page.severities[rank].isRetired(on: configuration.page.zone.day(of: instant))
    }

    func retired(_ rank: Severity.Rank, at place: SourceLocation?) -> Diagnostic {
        let severities = configuration.page.severities
        let until = severities[rank].until.map { " since \($0)" } ?? ""
        let others = configuration.page.severities(inUseAt: now)
        return Diagnostic(
            .error, SeverityIsInUse.id, "`\(severities[rank].level)` has not been in use\(until)",
            at: place ?? frontMatter.place(of: "severity"),
            hint: others.isEmpty || others.count > 12
                ? "write a level that is in use, or correct its `until` in `status.yml`"
                : "write one of \(list(others.map(\.level), or: true))")
    }
}
