import Diagnostics
import Records
import StatusModel

extension Refusal {
    /// Why an update cannot be written into the file, in words for whoever typed it.
    init(_ mistake: AuthoringMistake, in path: String) {
        switch mistake {
        case .unsound(let found):
            let hint = "`allclear stamp` writes the missing times of updates that are committed"
            let lacksTimes = found.contains { $0.id == .missingTime }
            self.init("`\(path)` has errors; correct them first", hint: lacksTimes ? hint : nil, found)
        case .refused(let found):
            self.init("`\(path)` would have errors", hint: "nothing was written", found)
        case .markerInText(let marker):
            self.init(
                "`\(marker)` in the text would not be read as text",
                hint: marker.hasPrefix("[")
                    ? "leave it out: the phase is an argument; write `\\\(marker)` if it is meant as text"
                    : "the post-mortem is written in the file, below the updates"
            )
        case .trailerInText(let name):
            self.init(
                "the text has a line `\(name):`, which would be read as a trailer",
                hint: Self.remedies[name] ?? "write the text without it, and the line into the file by hand"
            )
        case .mistakeInText(let word):
            self.init("the text: \(word.reason)", hint: word.hint)
        case .textMisread:
            self.init(
                "the text would not be read as it is written",
                hint:
                    "look for a code block, a comment or a link's definition, in it or at the end of the file"
            )
        case .nothingToRead:
            self.init(
                "the text shows readers nothing",
                hint: "a link's definition, a comment or a line alone is no text: write what there is to know"
            )
        case .visibilityIsStated(let visibility):
            self.init(
                "`\(path)` says `visibility: \(visibility.rawValue)`",
                hint: "change that line in the file, and leave `--visibility` out"
            )
        case .ticksMisread:
            self.init(
                "the front matter of `\(path)` is written in a way that ticks find no place in",
                hint: "write them by hand, in the policy's words: `internal: {checklist: [\u{2026}]}`"
            )
        case .hasPostMortem(let place):
            self.init(
                "there is a post-mortem already, at \(place.path):\(place.line)",
                hint: "go on with it there; nothing was written"
            )
        case .notResolved:
            self.init(
                "`\(path)` is not resolved",
                hint: "a post-mortem tells of what is over: add `[RESOLVED]` first; nothing was written"
            )
        case .noIncident:
            self.init("`\(path)` is no incident", hint: "only incidents have post-mortems")
        case .latestLiesAhead(let place, let instant):
            self.init(
                "\(place.path):\(place.line): the latest update says \(instant), which lies ahead",
                hint: "correct its time first"
            )
        }
    }

    /// Trailers that have an argument of their own.
    private static let remedies = [
        "Severity": "leave the line out, and write `--severity LEVEL`",
        "Updated": "leave the line out: the time is written for you",
        "Next update": "leave the line out, and write `--next-update 20m`",
        "Components": "leave the line out, and write `--component id=status`",
    ]
}

extension Refusal {
    /// Why nothing was written at the place.
    init(_ failure: CarefulWriting.Failure, of place: String) {
        switch failure {
        case .exists: self.init("`\(place)` is there already", hint: "nothing was written")
        case .changed:
            self.init(
                "`\(place)` was changed by somebody else meanwhile",
                hint: "nothing was written: look at the file, and try again"
            )
        case .leavesSite:
            self.init(
                "`\(place)` lies behind a symbolic link, which could lead out of the site",
                hint: "put the folder itself in the link's place; nothing was written"
            )
        case .unconfirmed(let words):
            self.init(
                "`\(place)` was written, and the disk does not say that it will last: \(words)",
                hint: "look at the file, and at the disk"
            )
        case .system(let words): self.init("`\(place)` cannot be written: \(words)")
        }
    }
}
