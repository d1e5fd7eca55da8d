public import Diagnostics
public import StatusModel

/// Why an update, a post-mortem or a record cannot be written as it was asked for.
public enum AuthoringMistake: Error, Sendable {
    /// The file has errors as it stands.
    case unsound([Diagnostic])
    /// It would have errors.
    case refused([Diagnostic])
    /// The text holds what would begin another update, or the post-mortem; as it is written there.
    case markerInText(String)
    /// The text has a line that would be read as a trailer of that name.
    case trailerInText(String)
    /// The text has a mistake of its own.
    case mistakeInText(UnknownWord)
    /// The text would not be read as it is written.
    case textMisread
    /// The text has nothing to read, as a link's definition alone.
    case nothingToRead
    /// The front matter says already who may see the record, and it is somebody else.
    case visibilityIsStated(Visibility)
    /// The front matter is written in a way that ticks find no place in.
    case ticksMisread
    /// There is a post-mortem already, whose heading stands there.
    case hasPostMortem(SourceLocation)
    /// The incident is not resolved.
    case notResolved
    /// The record is maintenance or a notice.
    case noIncident
    /// The latest update lies ahead.
    case latestLiesAhead(SourceLocation, at: Instant)
}
