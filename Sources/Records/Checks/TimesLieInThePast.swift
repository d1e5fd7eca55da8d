import Diagnostics
import StatusModel

/// A check for times of an incident that are after the build's time, and are therefore left out.
enum TimesLieInThePast: RecordCheck {
    static let id = Diagnostic.ID.timeInFuture
    static let subject = RecordSubject.incident

    static func check(_ incident: Record, in assembly: RecordAssembly, into findings: Findings) {
        let frontMatter = assembly.frontMatter
        let times =
            [
                ("started", frontMatter.started), ("detected", frontMatter.detected),
                ("acknowledged", frontMatter.acknowledged), ("ended", frontMatter.ended),
            ] + frontMatter.escalations.map { (FrontMatter.escalatedKey, $0.at) }
        for (key, time) in times {
            guard let time, time.value > assembly.now else { continue }
            // If the incident starts in the future, so is everything else in it.
            if key == "started" {
                return findings.add(startInFuture(time, at: assembly.now))
            }
            findings.add(inFuture("`\(key)`", at: time.place))
        }
    }
}

/// The tolerance for clocks, in seconds: those of machines differ by minutes, not by more.
private let slack = 15 * 60

/// Returns the warning for an incident that starts in the future.
///
/// In a build, it is only a warning, because the clock may be slow or `--now` in the past: the incident is left out. For
/// an author who checks the record, it is an error, since the day or the time zone is wrong.
private func startInFuture(_ started: Placed<Instant>, at now: Instant) -> Diagnostic {
    let ahead = started.value - now
    guard ahead > slack else { return inFuture("`started`", at: started.place) }
    return Diagnostic(
        .warning, .timeInFuture,
        "`started` is \(words(ahead)) in the future, so the incident is left out until then",
        at: started.place,
        hint: "check the date and the time zone; if the work is planned, use `maintenance`",
        isErrorOfCheck: true)
}

/// Returns a duration in words, such as `2 days`, `5 hours` or `20 minutes`.
private func words(_ seconds: Int) -> String {
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute")]
    let (length, unit) = units.first { seconds >= $0.0 } ?? (60, "minute")
    let count = seconds / length
    return "\(count) \(unit)\(count == 1 ? "" : "s")"
}
