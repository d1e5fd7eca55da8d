public import Diagnostics
public import StatusModel

/// The windows of a series that have begun stay as they were announced, and its rule with them.
enum SeriesKeepsItsPast: SiteCheck {
    static let id = Diagnostic.ID("series-changed")

    static func check(_ site: CheckedSite, into findings: Findings) {
        for change in site.changedSeries {
            if let day = change.day {
                findings.error(
                    id, at: change.place, "the window of \(day) has begun, and was announced otherwise",
                    hint: "change days to come alone; write as an update what became of that window")
            } else {
                findings.error(
                    id, at: change.place, "this series has begun, and recurred otherwise then",
                    hint: "restore its rule, end it with an earlier `repeat_until`, and begin another record")
            }
        }
    }
}

extension CheckedSite {
    /// A series that is other than its former versions announced windows that have begun.
    public struct ChangedSeries {
        let place: SourceLocation
        /// The day of a window that is other; `nil` if the rule is.
        let day: Day?

        /// Makes a finding about a series.
        ///
        /// - Parameter day: the day of a window that is other; `nil` if the rule is.
        public init(at place: SourceLocation, day: Day?) {
            (self.place, self.day) = (place, day)
        }
    }
}

extension RecordReader {
    /// The place of the keys that make a record maintenance.
    public func placeOfMaintenance(in file: SourceFile) -> SourceLocation {
        place(of: "maintenance", in: file)
    }

    /// Where the front matter of a record has the key, or begins if it does not have it.
    func place(of key: String, in file: SourceFile) -> SourceLocation {
        var reading = Reading(file: file, slug: RecordIndex.slug(ofPath: file.path))
        return read(&reading, into: Findings())?.frontMatter.place(of: key) ?? file.start
    }
}
