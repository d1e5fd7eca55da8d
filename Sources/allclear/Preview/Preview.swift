/// The present state of the preview, and the open pages that wait for the next one.
actor Preview {
    private(set) var state: PreviewState
    private var pages: [Int: AsyncStream<String>.Continuation] = [:]
    private var count = 0

    init(showing state: PreviewState) {
        self.state = state
    }
}

extension Preview {
    /// Shows another state, and notifies the open pages.
    func show(_ state: PreviewState) {
        self.state = state
        for page in pages.values { page.yield(shownEvent) }
    }

    /// Returns the events for a page that has been opened: the version that is shown, and each one that follows.
    func events() -> AsyncStream<String> {
        let (events, page) = AsyncStream.makeStream(of: String.self)
        count += 1
        let number = count
        pages[number] = page
        page.onTermination = { [weak self] _ in
            Task { await self?.forget(number) }
        }
        page.yield(shownEvent)
        return events
    }

    private var shownEvent: String { "data: \(state.version)\n\n" }

    private func forget(_ number: Int) {
        pages[number] = nil
    }
}
