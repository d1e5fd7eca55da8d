/// The maintenance of a range.
struct Maintenance {
    let windows: Int
    /// The seconds in which any window ran.
    let seconds: Int
    let notice: Responses.Summary

    init(_ figures: Figures, during range: Stretch, without calledOff: Set<String>) {
        let now = figures.claims.now
        let ran = figures.claims.windows.compactMap { window -> (Claims.WindowClaim, Stretch)? in
            let isRunning = ["in_progress", "verifying"].contains(window.phase)
            let end = isRunning ? now : min(window.until ?? now, now)
            return end > window.from && !calledOff.contains(window.slug)
                ? (window, Stretch(from: window.from, until: end)) : nil
        }
        let begun = ran.filter { range.contains($0.1.from) }
        windows = begun.count
        notice = Responses.Summary(
            of: begun.compactMap { window, _ in window.announcedAt.map { window.from - $0 } })
        seconds = Course(marking: ran.map(\.1)).marked(during: range)
    }
}
