import Diagnostics
import StatusModel

/// The text of an incident, without its containers `::: update Title | time`.
struct StatusfyBody {
    /// The whole text, including containers.
    let text: String
    /// The text outside of containers.
    private(set) var summary = ""
    /// The updates, in the order of the source.
    private(set) var entries: [UpdateCourse.Entry] = []
    /// The locations of the updates, by time.
    private(set) var places: [Instant: SourceLocation] = [:]

    /// Reads the lines; a container that is not closed extends to the next one, or to the end.
    init(_ lines: [SourceLine], into remarks: inout [Remark], of file: SourceFile) {
        text = lines.map(\.text).joined(separator: "\n").trimmedLines
        var (outside, isInside) = ([String](), false)
        for line in lines {
            let mark = line.text.trimmingBlanks
            if mark.hasPrefix(":::"), mark.utf8.count < 2_000,
                let head = mark.wholeMatch(of: /:{3,}\s*update\s+(.*?)\s*(?:\|\s*([^|]*))?/)
            {
                isInside = begin(
                    String(head.1),
                    String(head.2 ?? ""),
                    at: file.location(of: line),
                    into: &remarks
                )
                if !isInside { outside.append("**" + head.1 + "**") }
            } else if mark.count >= 3, mark.allSatisfy({ $0 == ":" }) {
                isInside = false
            } else if isInside {
                entries[entries.count - 1].text += line.text + "\n"
            } else {
                outside.append(line.text)
            }
        }
        summary = outside.joined(separator: "\n").trimmedLines
    }

    /// Begins an update; one without a time remains part of the text.
    private mutating func begin(
        _ title: String,
        _ time: String,
        at place: SourceLocation,
        into remarks: inout [Remark]
    ) -> Bool {
        guard let at = LooseTime(time), !at.isDay else {
            remarks.append(Remark("this update has no time, so it stays part of the text", at: place))
            return false
        }
        places[at.instant] = place
        entries.append(UpdateCourse.Entry(at: at.instant, word: title.isEmpty ? nil : title, text: ""))
        return true
    }
}
