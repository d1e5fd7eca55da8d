public import Diagnostics

/// What became of a file of the other tool, or of a part of it.
public struct FileResult: Sendable {
    /// The file's path from the folder that was imported.
    public let path: String
    /// What part of the file it is about, as in "incident 7k2"; nothing where it is the whole.
    public let part: String?
    /// What became of it.
    public let outcome: Outcome
    /// What was not carried over as it stood; where it was refused, why.
    public let remarks: [Remark]

    /// The ways for a file to go.
    public enum Outcome: Hashable, Sendable {
        /// It became the record of that path.
        case imported(String)
        /// It was to be a record, and cannot become one.
        case refused
        /// It went into `status.yml`.
        case settings
        /// It is nothing that a site's records are made of, for that reason.
        case notARecord(String)
    }
}

/// Something to know about a file, with its place.
public struct Remark: Hashable, Sendable {
    /// What it is; as with diagnostics without a capital, and without a full stop.
    public let message: String
    /// Where.
    public let location: SourceLocation

    /// Makes a remark.
    public init(_ message: String, at location: SourceLocation) {
        (self.message, self.location) = (message, location)
    }
}
