import StatusModel

/// The number of components with a status.
struct TallyContext: TemplateContext {
    let kind: String
    let words: String

    static let vocabulary = Vocabulary<Self>([
        .text("kind", "the status: `major`, `partial`, `degraded`, `maintenance` or `operational`") {
            $0.kind
        },
        .text("words", "the number of components with that status, for example 4 down") { $0.words },
    ])

    /// Returns the tallies of the components in service that make headlines, the worst status first.
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
    /// Returns a tally such as "4 down" or "45 working".
    func tally(_ count: Int, _ status: ComponentStatus) -> String {
        switch status {
        case .operational: text.tallyOperational(count)
        case .underMaintenance: text.tallyMaintenance(count)
        case .degradedPerformance: text.tallyDegraded(count)
        case .partialOutage: text.tallyPartial(count)
        case .majorOutage: text.tallyMajor(count)
        }
    }

    /// Returns the state of several components, such as "3 down, 2 partially down" or "All 6 operational".
    func state(of parts: [Site.Affected]) -> String {
        if let part = parts.first, parts.count == 1, part.status == .operational {
            return text.groupOperational(part.components.count)
        }
        return enumeration(
            parts.filter { $0.status != .operational }.map { tally($0.components.count, $0.status) })
    }
}
