public import Diagnostics

/// The outcome of importing a file of the other tool, or a part of one.
public struct FileResult: Sendable {
    /// The file's path from the folder that was imported.
    public let path: String
    /// The part of the file, such as "incident 7k2"; `nil` for the whole file.
    public let part: String?
    /// The outcome.
    public let outcome: Outcome
    /// The values that were not imported unchanged, or, if the file was refused, the reason.
    public let remarks: [Remark]

    /// The possible outcomes.
    public enum Outcome: Hashable, Sendable {
        /// The file became the record at that path.
        case imported(String)
        /// The file should have become a record, but cannot.
        case refused
        /// The file's settings are in `status.yml`.
        case settings
        /// The file is not a source of records, for that reason.
        case notARecord(String)
    }
}

/// A remark about a file, with its location.
public struct Remark: Hashable, Sendable {
    /// The text, as in diagnostics without a capital letter and without a period.
    public let message: String
    /// The location that the remark is about.
    public let location: SourceLocation

    /// Makes a remark.
    public init(_ message: String, at location: SourceLocation) {
        (self.message, self.location) = (message, location)
    }

    /// Makes a remark about components that only records name, and that are therefore retired.
    ///
    /// - Parameter noun: the source's word for a component.
    static func retiring(_ count: Int, _ noun: String, namedBy records: String, at location: SourceLocation)
        -> Remark
    {
        let (components, areThey) =
            count == 1 ? ("1 \(noun) that is", "it is") : ("\(count) \(noun)s that are", "they are")
        return Remark(
            "\(records) use \(components) not listed here: \(areThey) marked as retired with `until` in "
                + "`status.yml`; remove `until` if that is wrong",
            at: location
        )
    }
}
