/// The times and phases of each record's updates, as `api/v2/incidents/` shows them.
struct RecordTimes {
    /// The updates of one record.
    struct Told {
        let json: JSON
        /// The updates, oldest first, without the publication of a post-mortem but with those that maintenance gets
        /// on schedule.
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

        /// Returns the instant at which an update first reported the phase.
        func first(_ status: String) -> Int? { updates.first { $0.status == status }?.at }

        /// Whether it was open again after it was resolved, and not in the same second.
        var isReopened: Bool {
            var resolvedAt: Int?
            for update in updates {
                let isResolved = update.status == "resolved"
                if !isResolved, let resolvedAt, resolvedAt != update.at { return true }
                resolvedAt = isResolved ? resolvedAt ?? update.at : nil
            }
            return false
        }

        /// Returns the instant at which a maintenance window ended.
        ///
        /// A window that was cancelled before it began ended with the update that said so.
        func end(of window: Claims.WindowClaim) -> Int? {
            guard window.isOver else { return nil }
            let ran = updates.contains { Claims.WindowClaim.isRunning($0.status) }
            guard !ran, let closed = first("completed"), closed <= window.from else { return window.until }
            return closed
        }

        /// The instant at which it was finally resolved.
        var resolvedAt: Int? {
            guard updates.last?.status == "resolved" else { return nil }
            return updates.reversed().prefix { $0.status == "resolved" }.last?.at
        }
    }
}
