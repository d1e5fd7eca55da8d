public import Diagnostics
public import StatusModel

/// A check that announced maintenance moves only by an update, because nobody is told of a new time in the front matter.
enum MaintenanceMovesByUpdate: SiteCheck {
    static let id = Diagnostic.ID("maintenance-moved")

    static func check(_ site: CheckedSite, into findings: Findings) {
        let zone = site.configuration.page.zone
        for change in site.changedMaintenance {
            let (record, announced) = (change.record, change.announced)
            guard record.series == nil, announced.from != record.from || announced.until != record.until
            else { continue }
            let times = [announced.from, announced.until].compactMap { $0 }.map(zone.written)
            findings.error(
                id, at: change.timesPlace,
                "this was announced for \(times.joined(separator: " to ")), but no update says that it has moved",
                hint: "restore these times, then add an update with `From:` or `Until:`")
        }
    }
}

extension CheckedSite {
    /// Announced maintenance as it is, and as it was when its latest update was written.
    public struct ChangedMaintenance {
        let record: Record
        let announced: Record
        let timesPlace: SourceLocation
        let componentsPlace: SourceLocation

        /// Makes a finding about maintenance.
        ///
        /// - Parameters:
        ///   - file: the record's file as it is.
        ///   - record: the record in that file.
        ///   - announced: the record in the file as it was when the latest update was written.
        ///   - reader: the reader of the file.
        public init(in file: SourceFile, _ record: Record, announced: Record, by reader: RecordReader) {
            self.record = record
            self.announced = announced
            timesPlace = reader.placeOfMaintenance(in: file)
            componentsPlace = reader.place(of: "components", in: file)
        }
    }
}
