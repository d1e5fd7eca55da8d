import StatusModel

extension Localizer {
    /// Returns the status as a label, such as "Major outage".
    func label(of status: ComponentStatus) -> String {
        switch status {
        case .operational: text.statusOperational
        case .underMaintenance: text.statusMaintenance
        case .degradedPerformance: text.statusDegraded
        case .partialOutage: text.statusPartial
        case .majorOutage: text.statusMajor
        }
    }

    /// Returns the status for use within a sentence, such as "major outage".
    func phrase(for status: ComponentStatus) -> String {
        switch status {
        case .operational: text.statusShortOperational
        case .underMaintenance: text.statusShortMaintenance
        case .degradedPerformance: text.statusShortDegraded
        case .partialOutage: text.statusShortPartial
        case .majorOutage: text.statusShortMajor
        }
    }

    /// Returns the share of a status that counts as downtime, such as "partial outage 30%".
    func share(of thousandths: Int, for status: ComponentStatus) -> String {
        let (whole, tenths) = thousandths.quotientAndRemainder(dividingBy: 10)
        let share = conventions.numbers.percentage("\(whole)\(tenths == 0 ? "" : ".\(tenths)")")
        return text.statusWeight(share: share, status: phrase(for: status))
    }

    /// Returns a sentence about components in the status, such as "Website is down" or "Website and API are down".
    func sentence(on components: String, count: Int, in status: ComponentStatus) -> String {
        switch status {
        case .operational: text.statusSentenceOperational(count, components: components)
        case .underMaintenance: text.statusSentenceMaintenance(count, components: components)
        case .degradedPerformance: text.statusSentenceDegraded(count, components: components)
        case .partialOutage: text.statusSentencePartial(count, components: components)
        case .majorOutage: text.statusSentenceMajor(count, components: components)
        }
    }

    /// Returns the site's own name for the phase, or else a name such as "Identified" or "In progress".
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

    /// Returns the name of a severity, such as "High", or for the team its level and name, such as "SEV-2, High".
    func label(of severity: Severity) -> String {
        isForTeam ? levelAndName(of: severity) : severity.name ?? severity.level
    }

    /// Returns the level and name of a severity, such as "SEV-2, High".
    func levelAndName(of severity: Severity) -> String {
        severity.name.map { text.severityNamed(level: severity.level, name: $0) } ?? severity.level
    }

    /// Returns the status's class in the style sheet, which is also the name of its mark.
    static func kind(of status: ComponentStatus) -> String { status.shortName }
}
