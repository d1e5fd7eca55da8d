import Diagnostics
import StatusModel

extension RecordAssembly {
    /// Applies a raise from an internal severity to a public one.
    ///
    /// The raise itself neither publishes nor hides the record: the front matter decides, and if it does not, the raise
    /// is an error.
    func settleRaise(of record: inout Record) {
        let rules = configuration.rules
        let severities = configuration.page.severities.indices.map { rules.severity($0, at: record.from) }
        guard frontMatter.kind == .incident, let first = frontMatter.severity,
            severities[first].visibility == .internal,
            let place = record.updates.firstIndex(where: { update in
                update.severity.map { severities[$0].visibility == .public } ?? false
            })
        else { return }
        switch frontMatter.statedVisibility {
        case .public: record.firstPublicUpdate = place
        case .internal: break
        case nil where frontMatter.map?.isWritten("visibility") == true: break
        case nil:
            let level = record.updates[place].severity.map { severities[$0].level } ?? ""
            findings.add(undecided(from: severities[first].level, to: level, at: place))
        }
    }

    private func undecided(from first: String, to level: String, at update: Int) -> Diagnostic {
        Diagnostic(
            .error, .undecidedVisibility,
            "the severity was raised from `\(first)` (internal) to `\(level)` (public), but the record does not say "
                + "who can see it",
            at: place(of: .severity, ofUpdate: update),
            hint:
                "add `visibility: public` to the front matter to show the record's title, file name, impact, tags, "
                + "links, ticket, component statuses, and this and later updates, or `visibility: internal` "
                + "to keep everything internal",
            related: [Diagnostic.Note("it starts as `\(first)` here", at: frontMatter.place(of: "severity"))])
    }
}
