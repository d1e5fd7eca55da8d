import Diagnostics
import StatusModel

/// An open incident's readers wait for the update that they were promised.
@Sendable func checkPromisedUpdateIsGiven(
    of incident: Record,
    in assembly: RecordAssembly,
    into findings: Findings
) {
    guard incident.isOpen, let last = incident.updates.indices.last,
        let promisedAt = incident.updates[last].nextUpdateAt, promisedAt < assembly.now
    else { return }
    findings.warning(
        .brokenPromise, at: assembly.place(of: .nextUpdate, ofUpdate: last),
        "the update promised for \(assembly.written(promisedAt)) has not come",
        hint: assembly.hintToWriteUpdate(of: incident))
}
