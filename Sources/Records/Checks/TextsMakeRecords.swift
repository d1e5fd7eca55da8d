import Diagnostics
import StatusModel

/// A ready text is held to what is asked of a record while all is quiet: at night it is too late.
enum TextsMakeRecords: SiteCheck {
    static func check(_ site: CheckedSite, into findings: Findings) {
        let configuration = site.configuration
        let reader = RecordReader(
            configuration: configuration, index: RecordIndex(paths: []), now: site.now,
            checks: Checks([SeverityIsInUse.self, ComponentsAreInService.self]))
        for text in configuration.page.texts {
            guard let place = configuration.textPlaces[text.id],
                let trial = TextTrial(of: text, at: site.now, by: reader)
            else { continue }
            for mistake in trial.outcome.mistakes {
                findings.add(
                    Diagnostic(
                        mistake.severity, mistake.id, "in a record made of `\(text.id)`: \(mistake.message)",
                        at: place, hint: mistake.hint))
            }
        }
    }
}
