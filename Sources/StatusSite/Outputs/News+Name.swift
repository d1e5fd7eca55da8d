import StatusModel

extension News {
    /// What tells it from its record's other news, for good; `nil` for the beginning, which goes by the record's name.
    ///
    /// - Parameter record: the record that it is of.
    func name(in record: Record) -> String? {
        switch event {
        case .begins: nil
        case .update(let place): UpdateAnchor.anchors(of: record.updates)[place]
        case .ends: "end"
        case .postMortem: "post-mortem"
        }
    }

    /// The fragment by which it is found on its record's page; `nil` if it is all of the page.
    ///
    /// - Parameter record: the record that it is of.
    func fragment(in record: Record) -> String? { event == .ends ? nil : name(in: record) }
}

extension Localizer {
    /// What news is called in front of its record's title, as in "Identified"; `nil` for a notice, which needs no word.
    func label(of news: News) -> String? {
        if news.event == .postMortem { return text.rulePostMortem }
        return news.isRestoration ? text.ruleRestore : news.phase.map(label(of:))
    }
}
