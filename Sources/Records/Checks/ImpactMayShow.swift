import Diagnostics
import StatusModel

/// A public impact that looks like a figure of the business is told of, until the site says which of them are internal.
enum ImpactMayShow: RecordCheck {
    static let id = Diagnostic.ID("impact-in-public")
    static let subject = RecordSubject.soundRecord

    static func check(_ record: Record, in assembly: RecordAssembly, into findings: Findings) {
        let text = assembly.body.text
        guard assembly.configuration.page.internalImpact == nil, record.visibility == .public else { return }
        for detail in record.impact where detail.looksInternal {
            findings.add(detail.told(at: assembly.place(ofImpact: detail.label)))
        }
        guard let account = record.postMortem, account.visibility == .public,
            let part = assembly.body.parts.postMortem
        else { return }
        for detail in account.impact where detail.looksInternal {
            findings.add(detail.told(at: text.location(of: detail.label, from: part.offset)))
        }
    }
}

extension RecordAssembly {
    /// Where the front matter states the impact of that label; all of it where it has none.
    fileprivate func place(ofImpact label: String) -> SourceLocation {
        let value = frontMatter.map?.value("impact")
        let entry = value?.entries?.first { $0.key.string == label }
        return entry?.key.location ?? value?.location ?? frontMatter.place(of: "impact")
    }
}

extension Record.Detail {
    /// Whether everyone may see it, and it names revenue, a cost or an amount of money.
    fileprivate var looksInternal: Bool {
        let key = Self.key(of: label)
        return !isInternal && (key.hasPrefix("revenue") || key.hasPrefix("cost") || namesMoney(text))
    }

    fileprivate func told(at place: SourceLocation) -> Diagnostic {
        let what = label.isEmpty ? "this impact" : "`\(label)`"
        let name = label.isEmpty ? "revenue" : label
        return Diagnostic(
            .warning, ImpactMayShow.id, "everyone sees \(what)", at: place,
            hint: "end it with `(internal)`, or write in `status.yml` which labels only the team sees: "
                + "`site: {internal_impact: [\(name)]}`, or `[]` if everyone may see all")
    }
}
