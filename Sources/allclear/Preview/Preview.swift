/// What is shown now, and the open pages that wait for what comes next.
actor Preview {
    private(set) var state: PreviewState
    private var pages: [Int: AsyncStream<String>.Continuation] = [:]
    private var count = 0

    init(showing state: PreviewState) {
        self.state = state
    }
}

extension Preview {
    /// Shows another state, and tells the open pages.
    func show(_ state: PreviewState) {
        self.state = state
        tellPages()
    }

    /// Tells each open page which version is shown. One that has been closed is found out by that alone.
    func tellPages() {
        for page in pages.values { page.yield(state.version) }
    }

    /// The version that is shown, and each one that follows, for a page that has been opened.
    func versions() -> AsyncStream<String> {
        let (versions, page) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
        count += 1
        let number = count
        pages[number] = page
        page.onTermination = { [weak self] _ in
            Task { await self?.forget(number) }
        }
        page.yield(state.version)
        return versions
    }

    private func forget(_ number: Int) {
        pages[number] = nil
    }
}
