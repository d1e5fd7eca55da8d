/// All maintenance windows that ran.
struct MaintenanceCourse {
    /// The windows, earliest first.
    fileprivate let windows: [Claims.WindowClaim]
    fileprivate let starts: [Int]
    fileprivate let course: Course

    /// - Parameter calledOff: the slugs of the windows that never began.
    init(_ figures: Figures, without calledOff: Set<String>) {
        let now = figures.claims.now
        let ran = figures.claims.windows.sorted { $0.from < $1.from }.compactMap { window in
            let end = window.isRunning ? now : min(window.until ?? now, now)
            return end > window.from && !calledOff.contains(window.slug)
                ? (window: window, stretch: Stretch(from: window.from, until: end)) : nil
        }
        windows = ran.map(\.window)
        starts = windows.map(\.from)
        course = Course(marking: ran.map(\.stretch))
    }
}

/// The figures of maintenance in a range.
struct Maintenance {
    let windows: Int
    /// The seconds in which any window ran.
    let seconds: Int
    let notice: Responses.Summary

    init(_ all: MaintenanceCourse, during range: Stretch) {
        let begun = all.windows[
            all.starts.firstPlace(notBefore: range.from)..<all.starts.firstPlace(notBefore: range.until)]
        windows = begun.count
        notice = Responses.Summary(
            of: begun.compactMap { window in window.announcedAt.map { window.from - $0 } })
        seconds = all.course.marked(during: range)
    }
}
