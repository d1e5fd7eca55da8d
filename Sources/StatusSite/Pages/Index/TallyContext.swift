import StatusModel

/// How many components have a status.
struct TallyContext: TemplateContext {
    let kind: String
    let words: String

    static let vocabulary = Vocabulary<Self>([
        .text("kind", "the status: `major`, `partial`, `degraded`, `maintenance` or `operational`") {
            $0.kind
        },
        .text("words", "the number of components with that status, for example 4 down") { $0.words },
    ])

    /// The components in service that make headlines, those with the worst status first.
    static func all(of site: Site) -> [TallyContext] {
        site.components(site.headlineComponents).map { part in
            TallyContext(
                kind: Localizer.kind(of: part.status),
                words: site.words.tally(part.components.count, part.status)
            )
        }
    }
}

extension Localizer {
    /// As in "4 down" and "45 working".
    func tally(_ count: Int, _ status: ComponentStatus) -> String {
        switch status {
        case .operational: text.tallyOperational(count)
        case .underMaintenance: text.tallyMaintenance(count)
        case .degradedPerformance: text.tallyDegraded(count)
        case .partialOutage: text.tallyPartial(count)
        case .majorOutage: text.tallyMajor(count)
        }
    }

    /// The state of components that stand together, as in "3 down, 2 partially down" and "All 6 operational".
    func state(of parts: [Site.Affected]) -> String {
        if let part = parts.first, parts.count == 1, part.status == .operational {
            return text.groupOperational(part.components.count)
        }
        return enumeration(
            parts.filter { $0.status != .operational }.map { tally($0.components.count, $0.status) })
    }
}
