import StatusModel

/// The end of an incident on Statuspage's page, regardless of what its updates become here.
extension StatuspageIncident {
    /// Whether it is over by its current status: if it was reopened, it may still have the time of its first end.
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

    /// The updates, without post-mortems.
    var said: [StatuspageUpdate] { updates.filter { $0.word != "postmortem" } }

    /// Whether it was written only after it was over.
    var isAfterthought: Bool {
        guard window == nil, let resolvedAt, isOver else { return false }
        return said.count <= 1 && said.allSatisfy { StatuspagePhase.isFinal($0.word) && $0.at < resolvedAt }
    }

    /// When it is over at Statuspage: the first final update after its last other phase.
    ///
    /// Maintenance that was never started ends with its window.
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

    /// The end, if no update states it.
    var unsaidEnd: Instant {
        let last = said.last?.at ?? startedAt
        return max(resolvedAt ?? window?.until ?? last, last)
    }

    /// Whether its status says that maintenance is under way.
    var isPutUnderWay: Bool { window != nil && ["in_progress", "verifying"].contains(object.text("status")) }
}
