/// The time without outages.
struct Calm {
    /// The end of the last outage.
    let since: Int?
    /// The number of whole days from then to the end of the tracked time.
    let days: Int?
    /// The longest run without an outage; of equally long ones, the first.
    let longest: Stretch?

    /// - Parameters:
    ///   - tracked: the tracked time, earliest first.
    ///   - outages: the outages, in any order.
    init(during tracked: [Stretch], without outages: [Stretch]) {
        let tracked = Self.united(tracked)
        let outages = Self.merged(outages)
        let ends = outages.map(\.until)
        let trouble = tracked.flatMap { stretch in
            outages[ends.firstPlace(notBefore: stretch.from)...].prefix { $0.from < stretch.until }
                .filter { $0.touches(stretch) }.map { $0.common(with: stretch) }
        }
        let since = trouble.map(\.until).max()
        self.since = since
        days = since.flatMap { since in tracked.last.map { ($0.until - since) / 86_400 } }
        longest = Self.runs(within: tracked, between: trouble)
            .min { ($1.seconds, $0.from) < ($0.seconds, $1.from) }
    }

    /// Returns stretches with those that overlap merged, earliest first.
    ///
    /// A stretch without length stays if it is at the end of another, since it may be the only part within a tracked
    /// stretch that begins there.
    private static func merged(_ stretches: [Stretch]) -> [Stretch] {
        let sorted = stretches.sorted { ($0.from, $0.until) < ($1.from, $1.until) }
        return sorted.reduce(into: []) { merged, stretch in
            guard let last = merged.last, stretch.from < last.until || stretch == last else {
                return merged.append(stretch)
            }
            merged[merged.count - 1].until = max(last.until, stretch.until)
        }
    }

    /// Returns stretches with those that touch merged.
    private static func united(_ stretches: [Stretch]) -> [Stretch] {
        stretches.filter { $0.seconds > 0 }.reduce(into: []) { united, stretch in
            let isNext = united.last?.until == stretch.from
            let from = isNext ? united.removeLast().from : stretch.from
            united.append(Stretch(from: from, until: stretch.until))
        }
    }

    /// Returns the runs.
    ///
    /// A run begins with a tracked stretch, or at the end of an outage if no other continues; it lasts until the next
    /// outage begins.
    private static func runs(within tracked: [Stretch], between trouble: [Stretch]) -> [Stretch] {
        let starts = trouble.map(\.from).sorted()
        let held = Course(marking: trouble)
        let beginnings = Set(tracked.map(\.from) + trouble.map(\.until)).sorted()
        var (runs, next, place) = ([Stretch](), 0, 0)
        for beginning in beginnings {
            while place < tracked.count - 1, tracked[place + 1].from <= beginning { place += 1 }
            while next < starts.count, starts[next] <= beginning { next += 1 }
            guard held.marked(during: Stretch(from: beginning, until: beginning + 1)) == 0 else { continue }
            let end = next < starts.count ? min(starts[next], tracked[place].until) : tracked[place].until
            runs.append(Stretch(from: beginning, until: end))
        }
        return runs
    }
}
