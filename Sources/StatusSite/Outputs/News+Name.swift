import StatusModel

extension News {
    /// Returns a permanent name that is unique among the record's news; `nil` for the beginning, which has the record's
    /// name.
    ///
    /// - Parameter record: the record that the news belongs to.
    func name(in record: Record) -> String? {
        switch event {
        case .begins: nil
        case .update(let place): UpdateAnchor.anchors(of: record.updates)[place]
        case .ends: "end"
        case .postMortem: "post-mortem"
        }
    }

    /// Returns the fragment of its place on the record's page; `nil` if it is the whole page.
    ///
    /// - Parameter record: the record that the news belongs to.
    func fragment(in record: Record) -> String? { event == .ends ? nil : name(in: record) }
}

extension Localizer {
    /// Returns the label of news before its record's title, such as "Identified"; `nil` for a notice, which needs none.
    func label(of news: News) -> String? {
        if news.event == .postMortem { return text.rulePostMortem }
        return news.isRestoration ? text.ruleRestore : news.phase.map(label(of:))
    }
}
