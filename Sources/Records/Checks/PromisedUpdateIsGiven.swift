import Diagnostics
import StatusModel

/// A check that readers of an open incident got the update that they were promised.
enum PromisedUpdateIsGiven: RecordCheck {
    static let id = Diagnostic.ID("broken-promise")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let next = incident.nextUpdate(on: assembly.configuration.page), next.reason == .promise,
            next.at < assembly.now, let last = incident.updates.indices.last
        else { return }
        findings.warning(
            id, at: assembly.place(of: .nextUpdate, ofUpdate: last),
            "the update promised for \(assembly.written(next.at)) has not been posted",
            hint: assembly.hintToWriteUpdate(of: incident))
    }
}
