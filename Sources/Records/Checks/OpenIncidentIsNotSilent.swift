import Diagnostics
import StatusModel

/// A check that an open incident has updates as often as its severity's policy requires.
///
/// If the last update promised the next, ``PromisedUpdateIsGiven`` checks that promise instead. If there is no update
/// yet, ``LimitsAreKept`` checks the limit for the first update, if there is one.
enum OpenIncidentIsNotSilent: RecordCheck {
    static let id = Diagnostic.ID("silent-incident")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let next = incident.nextUpdate(on: assembly.configuration.page), next.reason == .policy,
            next.at < assembly.now, let severity = assembly.severity(of: incident),
            let every = severity.updateEvery,
            !incident.updates.isEmpty || severity.noticeWithin == nil
                || incident.visibility == .internal
        else { return }
        let lastWordAt = incident.updates.last?.at ?? incident.from
        let what =
            incident.updates.isEmpty
            ? "there has been no update since the start at" : "the last update was at"
        let hours = severity.hours == .business ? " of business hours" : ""
        findings.warning(
            id, at: assembly.placeOfLatestWord(on: incident),
            "\(what) \(assembly.written(lastWordAt)), and `\(severity.level)` requires one every `\(Duration(seconds: every))`\(hours)",
            hint: assembly.hintToWriteUpdate(of: incident))
    }
}

extension RecordAssembly {
    /// Returns a hint about what to write into an open incident that needs an update.
    func hintToWriteUpdate(of incident: Record) -> String {
        let word = incident.updates.isEmpty ? Phase.investigating.keyword : "UPDATE"
        return "add an update, even if there is nothing new: `[\(word) \(written(now))]`"
    }
}
