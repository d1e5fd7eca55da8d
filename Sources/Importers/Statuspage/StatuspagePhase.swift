import StatusModel

/// The meanings of Statuspage's words for phases.
enum StatuspagePhase {
    /// Returns the phase of an incident's update; `nil` for a word that is not a phase.
    static func ofIncident(_ word: String) -> Phase? {
        switch word {
        case "investigating": .investigating
        case "identified": .identified
        case "monitoring": .monitoring
        case "resolved", "completed": .resolved
        default: nil
        }
    }

    /// Returns the phase of an update of maintenance.
    ///
    /// - Parameter hasBegun: whether the update was made in the window, or after it.
    static func ofMaintenance(_ word: String, hasBegun: Bool) -> Phase? {
        switch word {
        case "scheduled": .scheduled
        case "in_progress": .inProgress
        case "verifying", "monitoring": .verifying
        case "completed", "resolved": .completed
        case "investigating", "identified": hasBegun ? .inProgress : .scheduled
        default: nil
        }
    }

    /// Whether the update starts the maintenance.
    static func isOfWork(_ update: StatuspageUpdate, in window: (from: Instant, until: Instant)?) -> Bool {
        guard let window else { return false }
        let phase = ofMaintenance(update.word, hasBegun: update.at >= window.from)
        return phase == .inProgress || phase == .verifying
    }

    /// Whether the word is not a phase.
    static func isUpdate(_ word: String) -> Bool {
        ofIncident(word) == nil && ofMaintenance(word, hasBegun: true) == nil
    }

    /// Whether an incident of that status is over.
    static func isFinal(_ status: String?) -> Bool {
        ["resolved", "completed", "postmortem"].contains(status)
    }
}
