import Diagnostics

/// The findings of a format's reader, before anything is written.
struct Harvest {
    var site: SiteDescription
    /// One finding for each file, or for each part of a file that holds several incidents.
    var findings: [Finding]
}

/// A file or a part of one, with its outcome.
struct Finding {
    let path: String
    var part: String?
    var outcome: Outcome
    var remarks: [Remark] = []

    enum Outcome {
        case record(RecordDescription)
        case refused
        /// The settings were refused: without them, every record would be read incorrectly.
        case refusedSettings
        case settings
        case notARecord(String)
    }
}

/// The reason why a file cannot become a record.
struct Refusal: Error {
    let remark: Remark

    init(_ message: String, at location: SourceLocation) {
        remark = Remark(message, at: location)
    }
}

extension Remark {
    static func guessedPhase(at place: SourceLocation) -> Remark {
        Remark("the first update has no phase: using `investigating`", at: place)
    }
}
