/// When something was said about each record, and in which phase, as `api/v2/incidents/` tells it.
struct RecordTimes {
    /// Of one incident.
    struct Told {
        let json: JSON
        /// The oldest first, without the publication of a post-mortem. Those of maintenance by the clock are among them.
        let updates: [(status: String, at: Int)]
        /// Whether a post-mortem was published.
        let hasPostMortem: Bool

        /// - Parameter json: the `incident` of a file.
        init(_ json: JSON) throws(Unreadable) {
            self.json = json
            let all = try json.list("incident_updates").reversed().mapThrowing {
                (update) throws(Unreadable) in
                (status: try update.text("status"), at: try update.instant("created_at"))
            }
            updates = all.filter { $0.status != "postmortem" }
            hasPostMortem = updates.count < all.count
        }

        /// When an update first reported the phase.
        func first(_ status: String) -> Int? { updates.first { $0.status == status }?.at }

        /// Whether it went on after it was resolved, and not in the same second.
        var isReopened: Bool {
            var resolvedAt: Int?
            for update in updates {
                let isResolved = update.status == "resolved"
                if !isResolved, let resolvedAt, resolvedAt != update.at { return true }
                resolvedAt = isResolved ? resolvedAt ?? update.at : nil
            }
            return false
        }

        /// When a maintenance window was over; called off before it began, it was with the update that said so.
        func end(of window: Claims.WindowClaim) -> Int? {
            guard window.isOver else { return nil }
            let ran = updates.contains { Claims.WindowClaim.isRunning($0.status) }
            guard !ran, let closed = first("completed"), closed <= window.from else { return window.until }
            return closed
        }

        /// When it was resolved for good.
        var resolvedAt: Int? {
            guard updates.last?.status == "resolved" else { return nil }
            return updates.reversed().prefix { $0.status == "resolved" }.last?.at
        }
    }
}
