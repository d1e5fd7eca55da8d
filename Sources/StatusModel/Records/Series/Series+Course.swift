extension Series {
    /// Assigns the updates of a series, one after the other, to the windows that they are about.
    public struct Course: Sendable {
        private let windows: [Window]
        /// The instants at which the windows begin and end, by the updates so far.
        private var starts: [Instant]
        private var ends: [Instant]

        /// Makes the course of a series before its first update.
        public init(of series: Series) {
            windows = series.windows
            starts = series.windows.map(\.range.from)
            ends = series.windows.map(\.range.to)
        }
    }

    /// The subject of an update of a series.
    public enum Place: Hashable, Sendable {
        /// The whole series.
        case series
        /// One window, by its place in the series.
        case window(Int)
    }
}

extension Series.Course {
    /// The number of seconds after a window's end in which an update may still say that it has begun or is over.
    private static let afterwards = 12 * 3_600
    /// The number of seconds before a window in which it may be cancelled or mentioned.
    private static let ahead = 7 * 86_400

    /// Returns the subject of an update, or `nil` if it is about none of the windows.
    ///
    /// - Parameters:
    ///   - phase: the phase that it reports; `nil` if it keeps the one before.
    ///   - instant: the time of the update.
    public func place(of phase: Phase?, at instant: Instant) -> Series.Place? {
        let next = firstWindow(after: instant)
        let begun = next > 0 ? next - 1 : nil
        if let begun, instant < ends[begun] { return .window(begun) }
        switch phase {
        case .inProgress, .verifying, .completed:
            return begun.flatMap { instant - ends[$0] <= Self.afterwards ? .window($0) : nil }
        case .scheduled where begun == nil, nil where begun == nil: return .series
        case .cancelled, nil:
            guard next < windows.count, starts[next] - instant <= Self.ahead else { return nil }
            return .window(next)
        default: return nil
        }
    }

    /// Takes into account that an update moved a window, or its end.
    ///
    /// The windows keep their order.
    public mutating func take(_ update: Update, about place: Series.Place) {
        guard case .window(let window) = place else { return }
        if let end = update.until { ends[window] = end }
        guard let start = update.from else { return }
        let isAfter = window == 0 || starts[window - 1] < start
        let isBefore = window + 1 == starts.count || start < starts[window + 1]
        if isAfter, isBefore { starts[window] = start }
    }

    /// Returns the window that is nearest to the instant.
    public func nearest(to instant: Instant) -> Series.Window {
        let next = firstWindow(after: instant)
        guard next > 0 else { return windows[0] }
        guard next < windows.count else { return windows[next - 1] }
        let isNextNearer = starts[next] - instant < instant - ends[next - 1]
        return windows[isNextNearer ? next : next - 1]
    }

    /// Returns the place of the first window that begins after the instant, or the number of windows if there is none.
    private func firstWindow(after instant: Instant) -> Int {
        var (low, high) = (0, windows.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
