import StatusModel

/// When it is over on Statuspage's page, whatever its updates become here.
extension StatuspageIncident {
    /// What it is now counts: one that was opened again may still bear the time of its first end.
    var isOver: Bool {
        guard let status = object.text("status") else { return resolvedAt != nil }
        return StatuspagePhase.isFinal(status) || StatuspagePhase.isUpdate(status) && resolvedAt != nil
    }

    /// When it ended; the distant future while it is open.
    var endedAt: Instant {
        isOver
            ? [resolvedAt, updates.last?.at, window?.until, startedAt].compactMap { $0 }.max() ?? startedAt
            : .distantFuture
    }

    /// What was said of it while it was going on.
    var said: [StatuspageUpdate] { updates.filter { $0.word != "postmortem" } }

    /// Whether it was written down afterwards, as a whole.
    var isAfterthought: Bool {
        guard window == nil, let resolvedAt, isOver else { return false }
        return said.count <= 1 && said.allSatisfy { StatuspagePhase.isFinal($0.word) && $0.at < resolvedAt }
    }

    /// From when on it is over there: the first word of its last end. By the clock, while nobody put maintenance under
    /// way.
    var overAt: Instant? {
        guard isOver else {
            let isUnderWay = isPutUnderWay || said.contains { StatuspagePhase.isOfWork($0, in: window) }
            return isUnderWay ? nil : window?.until
        }
        if isAfterthought, let resolvedAt { return max(resolvedAt, startedAt) }
        let words = said.filter { !StatuspagePhase.isUpdate($0.word) }
        let last = words.lastIndex { !StatuspagePhase.isFinal($0.word) } ?? -1
        return max(words.dropFirst(last + 1).first?.at ?? unsaidEnd, startedAt)
    }

    /// When it ended, where no update says so.
    var unsaidEnd: Instant {
        let last = said.last?.at ?? startedAt
        return max(resolvedAt ?? window?.until ?? last, last)
    }

    /// Whether its status says that maintenance is under way.
    var isPutUnderWay: Bool { window != nil && ["in_progress", "verifying"].contains(object.text("status")) }
}
