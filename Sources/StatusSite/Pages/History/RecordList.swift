import StatusModel

/// The records of one page: those of a year, component, severity or tag, or of one of the last three in a year.
struct RecordList: Sendable {
    let subject: Subject
    /// The year in which they began; `nil` for all years.
    let year: Int?
    /// The page's path from the site's root.
    let path: String
    /// The records' places in ``Site/historyEntries``, newest first.
    let places: [Int]

    /// The subject that the records have in common.
    enum Subject: Hashable, Sendable {
        case everything
        case component(Component.Index)
        case severity(Severity.Rank)
        case tag(String, inAddresses: String)
    }
}

extension RecordList {
    /// The number of records that a page lists if its parts can have their own pages.
    static let limit = 500

    /// Whether it lists the pages of its parts because it would be too long: a year's months, or the years of a
    /// component, severity or tag.
    var isSplit: Bool {
        places.count > Self.limit && (year == nil || subject == .everything)
    }

    /// Returns the path of a list's file.
    ///
    /// Every list has a different one, which also differs from those of months: `component-`, `severity-` and `tag-` do
    /// not begin with a number, and a component's id may be anything after them.
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

    /// Returns the path of a component's list, also under a former id.
    static func path(ofComponent id: String, in year: Int?) -> String {
        path(of: name(ofComponent: id), in: year)
    }

    private static func name(ofComponent id: String) -> String { "component-\(id)" }

    private static func path(of name: String?, in year: Int?) -> String {
        let period = year.map { "\(Period.year($0))" }
        return "history/\([period, name].compactMap { $0 }.joined(separator: "-")).html"
    }
}
