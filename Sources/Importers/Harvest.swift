import Diagnostics

/// What the reader of a format found, before anything is written.
struct Harvest {
    var site: SiteDescription
    /// One for each file, or for each part of a file that holds many incidents.
    var findings: [Finding]
}

/// A file, or a part of one, and what it is.
struct Finding {
    let path: String
    var part: String?
    var outcome: Outcome
    var remarks: [Remark] = []

    enum Outcome {
        case record(RecordDescription)
        case refused
        /// What every record is read by: without it they would be read wrongly.
        case refusedSettings
        case settings
        case notARecord(String)
    }
}

/// Why a file cannot become a record.
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
