import StatusModel

/// A page's worth of records: those of a year, of a component, of a severity or of a tag, or of one of these in a
/// year.
struct RecordList: Sendable {
    let subject: Subject
    /// The year in which they began; nothing for all years.
    let year: Int?
    /// Where the page is, from the site's root.
    let path: String
    /// The records' places in ``Site/historyEntries``, newest first.
    let places: [Int]

    /// What the records have in common beside the year.
    enum Subject: Hashable, Sendable {
        case everything
        case component(Component.Index)
        case severity(Severity.Rank)
        case tag(String, inAddresses: String)
    }
}

extension RecordList {
    /// How many records a page lists where pages of their own hold the parts.
    static let limit = 500

    /// Whether it is the list of its parts' pages, as it would be too long: a year's months, or the years
    /// of a component or severity.
    var isSplit: Bool {
        places.count > Self.limit && (year == nil || subject == .everything)
    }

    /// The name of a list's file. No two lists have the same, and no month: `component-`, `severity-` and
    /// `tag-` begin no number, and a component's id may hold what it likes behind them.
    static func path(of subject: Subject, in year: Int?, on page: StatusPage, anchors: [String]) -> String {
        let name: String? =
            switch subject {
            case .everything: nil
            case .component(let index): name(ofComponent: page.components[index].id)
            case .severity(let rank): "severity-\(anchors[rank])"
            case .tag(_, let name): "tag-\(name)"
            }
        return path(of: name, in: year)
    }

    /// The name of the file of a component's list, or of where it was under a former id.
    static func path(ofComponent id: String, in year: Int?) -> String {
        path(of: name(ofComponent: id), in: year)
    }

    private static func name(ofComponent id: String) -> String { "component-\(id)" }

    private static func path(of name: String?, in year: Int?) -> String {
        let period = year.map { "\(Period.year($0))" }
        return "history/\([period, name].compactMap { $0 }.joined(separator: "-")).html"
    }
}
