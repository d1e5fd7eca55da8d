import StatusModel

extension AlertLedger {
    /// The ends without a start of an alert, by the starts to which they belong.
    struct Ends {
        /// The earliest of those ends at or after a start and before the next one.
        var byStart: [Instant: Instant] = [:]
        /// The ends that have no effect: before all starts, later than the earliest one of a start, or of an episode
        /// whose own end is known.
        var idle: [Instant] = []
    }

    /// The starts of all alerts, each alert's in order.
    var starts: [AlertSender: [Instant]] {
        Dictionary(grouping: rows.keys, by: \.sender).mapValues { $0.map(\.startedAt).sorted() }
    }

    /// Assigns an alert's ends without a start, each to the latest start before it.
    func ends(of sender: AlertSender, startingAt starts: [Instant]) -> Ends {
        var ends = Ends()
        var next = 0
        for end in (looseEnds[sender] ?? []).sorted() {
            while next < starts.count, starts[next] <= end { next += 1 }
            guard next > 0 else {
                ends.idle.append(end)
                continue
            }
            let startedAt = starts[next - 1]
            let id = AlertEpisode.ID(source: sender.source, key: sender.key, startedAt: startedAt)
            if rows[id]?.endedAt == nil, ends.byStart[startedAt] == nil {
                ends.byStart[startedAt] = end
            } else {
                ends.idle.append(end)
            }
        }
        return ends
    }
}

extension AlertLedger {
    /// The episodes by source, key and start, each with its end.
    ///
    /// The end is, in order of preference:
    ///
    /// - the one that was reported with its start, or else the earliest one reported without a start before the next
    ///   start;
    /// - the one that snapshots agree on;
    /// - the end of an earlier episode of the same alert that continued beyond its start, or the alert's next start,
    ///   since an alert fires only once at a time. So an end that was lost does not keep an incident open forever.
    public var episodes: [AlertEpisode] {
        let starts = starts
        return starts.keys.sorted().flatMap { episodes(of: $0, startingAt: starts[$0] ?? []) }
    }

    private func episodes(of sender: AlertSender, startingAt starts: [Instant]) -> [AlertEpisode] {
        let ends = ends(of: sender, startingAt: starts)
        var episodes: [AlertEpisode] = []
        var reach = Instant.distantPast
        for (place, startedAt) in starts.enumerated() {
            let id = AlertEpisode.ID(source: sender.source, key: sender.key, startedAt: startedAt)
            guard let row = rows[id] else { continue }
            var episode = AlertEpisode(id, row)
            let reported = row.endedAt ?? ends.byStart[startedAt]
            if let end = reported {
                episode.endedAt = end
                reach = max(reach, end)
            } else if let end = row.absence.end {
                (episode.endedAt, episode.isEndedByAbsence) = (max(end, startedAt), true)
            } else if reach >= startedAt {
                episode.endedAt = reach
            } else if place + 1 < starts.count {
                episode.endedAt = starts[place + 1]
            }
            episodes.append(episode)
        }
        return episodes
    }
}

extension AlertEpisode {
    fileprivate init(_ id: ID, _ row: LedgerRow) {
        self.init(
            id: id,
            endedAt: nil,
            detectedAt: row.detectedAt,
            acknowledgedAt: row.acknowledgedAt,
            component: row.rule.component,
            severity: row.rule.severity,
            record: row.record
        )
    }
}
