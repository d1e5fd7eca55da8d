public import Diagnostics
public import StatusModel

/// A reason why an update, a post-mortem or a record cannot be written as requested.
public enum AuthoringMistake: Error, Sendable {
    /// The file already has errors.
    case unsound([Diagnostic])
    /// With the change, the file would have errors.
    case refused([Diagnostic])
    /// The text has a marker that would begin another update or the post-mortem; the value is the marker as written.
    case markerInText(String)
    /// The text has a line that would be read as a trailer with that name.
    case trailerInText(String)
    /// The text itself has a mistake.
    case mistakeInText(UnknownWord)
    /// The text would not be read as it is written.
    case textMisread
    /// The text has nothing to read, such as only a link definition.
    case nothingToRead
    /// The front matter already states another visibility.
    case visibilityIsStated(Visibility)
    /// The front matter is written in a form to which ticks cannot be added.
    case ticksMisread
    /// There is already a post-mortem, whose heading is at that location.
    case hasPostMortem(SourceLocation)
    /// The incident is not resolved.
    case notResolved
    /// The record is maintenance or a notice.
    case noIncident
    /// The latest update is later than the new one.
    case latestLiesAhead(SourceLocation, at: Instant)
}
