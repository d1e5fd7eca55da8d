public import Diagnostics
public import StatusModel

/// A check that the windows of a series that have begun stay as they were announced, and its rule with them.
enum SeriesKeepsItsPast: SiteCheck {
    static let id = Diagnostic.ID("series-changed")

    static func check(_ site: CheckedSite, into findings: Findings) {
        for series in site.changedSeries {
            findings.error(id, at: series.place, series.change.message, hint: series.change.hint)
        }
    }
}

extension CheckedSite {
    /// A series that differs from what its former versions announced for windows that have begun.
    public struct ChangedSeries {
        let place: SourceLocation
        let change: Change

        /// Makes a finding about a series.
        public init(at place: SourceLocation, _ change: Change) {
            self.place = place
            self.change = change
        }

        /// The part of a series that differs from its announcement, although the series has begun.
        public enum Change: Equatable, Sendable {
            /// The window of a day.
            case window(Day)
            /// The rule by which it recurs.
            case rule
            /// It no longer has a rule.
            case recursNoMore
            /// It has a rule, but began as a single window.
            case beganAlone
        }
    }
}

private extension CheckedSite.ChangedSeries.Change {
    var message: String {
        switch self {
        case .window(let day): "the window of \(day) has started, but was announced differently"
        case .rule: "the rule was changed after this series started"
        case .recursNoMore: "`repeat` was removed after this series started"
        case .beganAlone: "`repeat` was added after this maintenance started"
        }
    }

    var hint: String {
        switch self {
        case .window: "change only future windows; say what happened to this one in an update"
        case .rule:
            "restore the rule; to change it, end the series with an earlier `repeat_until` and start another record"
        case .recursNoMore: "restore `repeat`, then end the series with an earlier `repeat_until`"
        case .beganAlone: "remove `repeat`, then create another record for future windows"
        }
    }
}

extension RecordReader {
    /// Returns the location of the keys that make a record maintenance.
    public func placeOfMaintenance(in file: SourceFile) -> SourceLocation {
        place(of: "maintenance", in: file)
    }

    /// Returns the location of a key in the front matter of a record; the start of the front matter if the key is not
    /// there.
    func place(of key: String, in file: SourceFile) -> SourceLocation {
        var reading = Reading(file: file, slug: RecordIndex.slug(ofPath: file.path))
        return read(&reading, into: Findings())?.frontMatter.place(of: key) ?? file.start
    }
}
