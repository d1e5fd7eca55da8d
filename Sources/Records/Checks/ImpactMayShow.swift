import Diagnostics
import StatusModel

/// A check for public impact that looks like a business figure, until the site says who may see it.
enum ImpactMayShow: RecordCheck {
    static let id = Diagnostic.ID("impact-in-public")
    static let subject = RecordSubject.soundRecord

    static func check(_ record: Record, in assembly: RecordAssembly, into findings: Findings) {
        let (text, configuration) = (assembly.body.text, assembly.configuration)
        let listed = configuration.page.internalImpact
        // An empty list says that everyone may see everything.
        guard listed?.isEmpty != true, record.visibility == .public else { return }
        func told(_ detail: Record.Detail, at place: () -> SourceLocation) {
            guard detail.looksInternal, !configuration.internalLines.shows(label: detail.label) else {
                return
            }
            findings.add(detail.told(at: place(), isListKept: listed != nil))
        }
        for detail in record.impact { told(detail) { assembly.place(ofImpact: detail.label) } }
        guard let postMortem = record.postMortem, postMortem.visibility == .public,
            let part = assembly.body.parts.postMortem
        else { return }
        for detail in postMortem.impact {
            told(detail) { text.location(of: detail.label, from: part.offset) }
        }
    }
}

extension RecordAssembly {
    /// Returns the location of the impact with that label in the front matter; that of all impact if there is none.
    fileprivate func place(ofImpact label: String) -> SourceLocation {
        let value = frontMatter.map?.value("impact")
        let entry = value?.entries?.first { $0.key.string == label }
        return entry?.key.location ?? value?.location ?? frontMatter.place(of: "impact")
    }
}

extension Record.Detail {
    private static let wordsOfBusiness: Set = ["revenue", "revenues", "cost", "costs"]

    /// Whether everyone may see it although it names revenue, a cost or an amount of money.
    fileprivate var looksInternal: Bool {
        !isInternal && (namesBusiness || namesMoney(text))
    }

    private var namesBusiness: Bool {
        label.lowercased().split { !$0.isLetter }.contains { Self.wordsOfBusiness.contains(String($0)) }
    }

    /// - Parameter isListKept: whether the site lists labels that only the team sees.
    fileprivate func told(at place: SourceLocation, isListKept: Bool) -> Diagnostic {
        let what = label.isEmpty ? "this impact" : "`\(label)`"
        let hint =
            switch (isListKept, label.isEmpty) {
            case (true, true):
                "to hide it, end it with `(internal)`; to show it, give it a label, such as `Cost`, and add "
                    + "`Cost (public)` to `internal_impact` in `status.yml`"
            case (true, false):
                "to hide it, end it with `(internal)` or add `\(label)` to `internal_impact` in `status.yml`; "
                    + "to show it, add `\(label) (public)` there"
            case (false, true):
                "to hide it, end it with `(internal)`; to show all impact, add `site: {internal_impact: []}` to "
                    + "`status.yml`"
            case (false, false):
                "to hide it, end it with `(internal)` or add `site: {internal_impact: [\(label)]}` to "
                    + "`status.yml`; to show all impact, add `site: {internal_impact: []}` there"
            }
        return Diagnostic(.warning, ImpactMayShow.id, "everyone can see \(what)", at: place, hint: hint)
    }
}
