import Diagnostics
import StatusModel

/// An open incident's readers wait for the update that they were promised.
enum PromisedUpdateIsGiven: RecordCheck {
    static let id = Diagnostic.ID("broken-promise")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard incident.isOpen, let last = incident.updates.indices.last,
            let promisedAt = incident.updates[last].nextUpdateAt, promisedAt < assembly.now
        else { return }
        findings.warning(
            id, at: assembly.place(of: .nextUpdate, ofUpdate: last),
            "the update promised for \(assembly.written(promisedAt)) has not come",
            hint: assembly.hintToWriteUpdate(of: incident))
    }
}
