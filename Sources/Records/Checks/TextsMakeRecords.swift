import Diagnostics
import StatusModel

/// A check that prepared texts, and rules for alerts, make valid records, because at night it is too late to find out.
enum TextsMakeRecords: SiteCheck {
    static func check(_ site: CheckedSite, into findings: Findings) {
        let configuration = site.configuration
        let reader = RecordReader(
            configuration: configuration, index: RecordIndex(paths: []), now: site.now,
            checks: Checks([SeverityIsInUse.self, ComponentsAreInService.self]))
        var known: [String: Set<String>] = [:]
        for text in configuration.page.texts {
            guard let place = configuration.textPlaces[text.id] else { continue }
            let mistakes = mistakes(in: text, at: site.now, by: reader)
            known[text.id] = Set(mistakes.map(\.message))
            findings.add(mistakes.map { $0.asFound("in a record made from `\(text.id)`", at: place) })
        }
        let texts = Dictionary(configuration.page.texts.map { ($0.id, $0) }) { first, _ in first }
        for (rule, place) in zip(configuration.page.alerts, configuration.alertPlaces) {
            guard var text = texts[rule.text] else { continue }
            text.severity = rule.severity
            text.components = [StatusChange(rule.component, rule.status)]
            let mistakes = mistakes(in: text, at: site.now, by: reader)
                .filter { known[text.id]?.contains($0.message) != true }
            findings.add(mistakes.map { $0.asFound("in a record made by this rule", at: place) })
        }
    }

    private static func mistakes(
        in text: ReadyText, at now: Instant, by reader: RecordReader
    ) -> [Diagnostic] {
        TextTrial(of: text, at: now, by: reader)?.outcome.mistakes ?? []
    }
}

extension Diagnostic {
    /// Returns the diagnostic at the location of its cause.
    fileprivate func asFound(_ where: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(severity, id, "\(`where`): \(message)", at: place, hint: hint)
    }
}
