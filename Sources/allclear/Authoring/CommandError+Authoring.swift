import Diagnostics
import Records
import StatusModel

extension CommandError {
    /// Explains why an update cannot be written to the file.
    init(_ mistake: AuthoringMistake, in path: String) {
        switch mistake {
        case .unsound(let found):
            let hint = "`allclear stamp` adds missing times to committed updates"
            let lacksTimes = found.contains { $0.id == .missingTime }
            self.init("`\(path)` has errors; fix them first", hint: lacksTimes ? hint : nil, found)
        case .refused(let found):
            self.init("`\(path)` would have errors", outcome: .nothingWritten, found)
        case .markerInText(let marker):
            self.init(
                "`\(marker)` in the text would not be read as text",
                hint: marker.hasPrefix("[")
                    ? """
                    leave it out, because the phase is an argument; if you mean it as text, write \
                    `\\\(marker)`
                    """
                    : "write the post-mortem in the file, below the updates"
            )
        case .trailerInText(let name):
            self.init(
                "the text has a line `\(name):`, which would be read as a trailer",
                hint: Self.remedies[name] ?? "remove it from the text, and add the line to the file by hand"
            )
        case .mistakeInText(let word):
            self.init("the text: \(word.reason)", hint: word.hint)
        case .textMisread:
            self.init(
                "the text would not be read as you wrote it",
                hint:
                    """
                    look for a code block, a comment or a link definition, in the text or at the end \
                    of the file
                    """
            )
        case .nothingToRead:
            self.init(
                "readers would see no text",
                hint: "a link definition, a comment or a horizontal line is not shown as text: add a sentence"
            )
        case .visibilityIsStated(let visibility):
            self.init(
                "`\(path)` says `visibility: \(visibility.rawValue)`",
                hint: "change that line in the file instead of using `--visibility`"
            )
        case .ticksMisread:
            self.init(
                "items cannot be ticked in the front matter of `\(path)` as it is written",
                hint: "add them by hand, in the policy's words: `internal: {checklist: [\u{2026}]}`"
            )
        case .hasPostMortem(let place):
            self.init(
                "there is already a post-mortem, at \(place.path):\(place.line)",
                hint: "continue it there", outcome: .nothingWritten
            )
        case .notResolved:
            self.init(
                "`\(path)` is not resolved",
                hint: "add a `[RESOLVED]` update first", outcome: .nothingWritten
            )
        case .noIncident:
            self.init("`\(path)` is not an incident", hint: "only incidents have post-mortems")
        case .latestLiesAhead(let place, let instant):
            self.init(
                "\(place.path):\(place.line): the latest update is dated \(instant), which is in the future",
                hint: "correct its time first"
            )
        }
    }

    /// The trailers that have an option instead.
    private static let remedies = [
        "Severity": "remove the line, and use `--severity LEVEL`",
        "Updated": "remove the line: the time is added for you",
        "Next update": "remove the line, and use `--next-update 20m`",
        "Components": "remove the line, and use `--component id=status`",
    ]
}

extension CommandError {
    /// Explains why a file could not be written safely.
    init(_ failure: CarefulWriting.Failure, of place: String) {
        switch failure {
        case .exists: self.init("`\(place)` already exists", outcome: .nothingWritten)
        case .changed:
            self.init(
                "`\(place)` was changed in the meantime",
                hint: "check the file, and try again", outcome: .nothingWritten
            )
        case .leavesSite:
            self.init(
                "`\(place)` is behind a symbolic link, which could point outside the site",
                hint: "replace the link with the folder itself", outcome: .nothingWritten
            )
        case .unconfirmed(let words):
            self.init(
                "`\(place)` was written, but may not have been fully saved to disk: \(words)",
                hint: "check the file and the disk"
            )
        case .system(let words): self.init("`\(place)` cannot be written: \(words)")
        }
    }
}
