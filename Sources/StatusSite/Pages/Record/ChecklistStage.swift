import StatusModel

/// The checklist of an incident for one stage.
struct ChecklistStage: TemplateContext {
    let stage: String
    let items: [ChecklistRow]

    static let vocabulary = Vocabulary<Self>([
        .text("stage", "the phase in which its items are due, for example Investigating") { $0.stage },
        .list("items", "its items") { $0.items },
    ])
}

/// An item of an incident's checklists.
struct ChecklistRow: TemplateContext {
    let item: HTML
    let isTicked: Bool

    static let vocabulary = Vocabulary<Self>([
        .html("item", "the item with its number, for example 2. Lead named") { $0.item },
        .flag("isTicked", "whether the record lists it as done") { $0.isTicked },
    ])
}

extension ChecklistStage {
    /// Returns the checklists that the policy at the incident's start requires.
    static func all(of incident: Record, layout: Layout) -> [ChecklistStage] {
        let (page, words) = (layout.site.page, layout.words)
        guard let rank = incident.highestSeverity else { return [] }
        let severity = page.rules.severity(rank, at: incident.from)
        return incident.checklist(of: severity, in: page.zone, at: layout.site.now).byStage
            .map { stage, items in
                ChecklistStage(
                    stage: words.label(ofStage: stage),
                    items: items.map { ChecklistRow(item: words.numbered($0), isTicked: $0.isDone) }
                )
            }
    }
}

extension Localizer {
    /// Returns the label of a stage: that of its phase, such as "Investigating", or "After the incident".
    func label(ofStage stage: Checklist.Stage) -> String {
        switch stage {
        case .investigating: label(of: .investigating)
        case .identified: label(of: .identified)
        case .monitoring: label(of: .monitoring)
        case .resolved: label(of: .resolved)
        case .after: text.checklistAfter
        }
    }

    /// Returns an item with its number, such as "2. Lead named".
    func numbered(_ item: ChecklistItem) -> HTML {
        html.checklistItem(item: HTML(item.prose), number: HTML(escaping: grouped(item.number)))
    }
}
