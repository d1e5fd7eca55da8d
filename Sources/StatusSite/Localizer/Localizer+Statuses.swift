import StatusModel

extension Localizer {
    /// As a label of its own: "Major outage".
    func label(of status: ComponentStatus) -> String {
        switch status {
        case .operational: text.statusOperational
        case .underMaintenance: text.statusMaintenance
        case .degradedPerformance: text.statusDegraded
        case .partialOutage: text.statusPartial
        case .majorOutage: text.statusMajor
        }
    }

    /// Within a sentence: "major outage".
    func phrase(for status: ComponentStatus) -> String {
        switch status {
        case .operational: text.statusShortOperational
        case .underMaintenance: text.statusShortMaintenance
        case .degradedPerformance: text.statusShortDegraded
        case .partialOutage: text.statusShortPartial
        case .majorOutage: text.statusShortMajor
        }
    }

    /// How much a second in the status counts as downtime, as in "partial outage 30%".
    func share(of thousandths: Int, for status: ComponentStatus) -> String {
        let (whole, tenths) = thousandths.quotientAndRemainder(dividingBy: 10)
        let share = conventions.numbers.percentage("\(whole)\(tenths == 0 ? "" : ".\(tenths)")")
        return text.statusWeight(share: share, status: phrase(for: status))
    }

    /// What is said of so many components in the status, as in "Website is down" and "Website and API are
    /// down".
    func sentence(on components: String, count: Int, in status: ComponentStatus) -> String {
        switch status {
        case .operational: text.statusSentenceOperational(count, components: components)
        case .underMaintenance: text.statusSentenceMaintenance(count, components: components)
        case .degradedPerformance: text.statusSentenceDegraded(count, components: components)
        case .partialOutage: text.statusSentencePartial(count, components: components)
        case .majorOutage: text.statusSentenceMajor(count, components: components)
        }
    }

    /// The site's own word for the phase, or else: "Identified", "In progress".
    func label(of phase: Phase) -> String {
        if !phaseLabels.isEmpty, let label = phaseLabels[phase] { return label }
        return switch phase {
        case .investigating: text.phaseInvestigating
        case .identified: text.phaseIdentified
        case .mitigating: text.phaseMitigating
        case .monitoring: text.phaseMonitoring
        case .resolved: text.phaseResolved
        case .scheduled: text.phaseScheduled
        case .inProgress: text.phaseInProgress
        case .verifying: text.phaseVerifying
        case .completed: text.phaseCompleted
        case .cancelled: text.phaseCancelled
        }
    }

    /// As in "High": the public knows a severity by its name. The team goes by levels: "SEV-2, High".
    func label(of severity: Severity) -> String {
        isForTeam ? levelAndName(of: severity) : severity.name ?? severity.level
    }

    /// As in "SEV-2, High".
    func levelAndName(of severity: Severity) -> String {
        severity.name.map { text.severityNamed(level: severity.level, name: $0) } ?? severity.level
    }

    /// The status's class in the style sheet, and its mark's name.
    static func kind(of status: ComponentStatus) -> String { status.shortName }
}
