import Diagnostics
import Reliability
import StatusModel

/// A check for post-mortems without the date of their publication, which makes them drafts.
enum PostMortemIsNoDraft: RecordCheck {
    static let id = Diagnostic.ID("unpublished-post-mortem")
    static let subject = RecordSubject.soundIncident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        guard let postMortem = incident.postMortem, postMortem.isWritten, postMortem.publishedOn == nil,
            postMortem.visibility == .public,
            incident.visibility == .public, assembly.overdue(.postMortem, after: incident) == nil
        else { return }
        findings.warning(
            id, at: assembly.placeOfPostMortem(of: incident),
            "this post-mortem is a draft that only the team sees",
            hint: "to publish it, add `Published: \(assembly.today)` under its heading")
    }
}
