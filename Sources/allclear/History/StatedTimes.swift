import Diagnostics
import Records
import StatusModel

/// A time typed in the wrong zone, or left over from the update before, is far from the commit that brought it.
///
/// A record that came whole, with its end, was written afterwards: nothing can be said of its times.
func checkStatedTimes(
    of records: [String],
    in files: SiteFolder,
    by reader: RecordReader,
    against history: RecordHistory,
    zone: Zone,
    at now: Instant,
    into findings: Findings
) {
    let recent = records.filter { history[$0] != nil }
    let mistakes = recent.concurrentMap { path -> [Diagnostic] in
        guard let file = files.record(path), let history = history[path] else { return [] }
        let updates = reader.statedUpdates(in: file).filter { $0.at <= now }
        guard let last = updates.last, !(last.isFinal && history.beganWith(last.lines)) else { return [] }
        return updates.compactMap { $0.mistake(by: history, in: zone) }
    }
    findings.add(mistakes.joined())
}

extension StatedUpdate {
    fileprivate static let tolerance = 15 * 60

    fileprivate func mistake(by history: RecordHistory.FileHistory, in zone: Zone) -> Diagnostic? {
        let commits = history.commits(of: lines)
        guard let nearest = commits.min(by: { abs($0 - at) < abs($1 - at) }),
            abs(nearest - at) > Self.tolerance
        else { return nil }
        return Diagnostic(
            .warning, .timeFarFromCommit,
            "this update says \(zone.written(at)), and was committed at \(zone.written(nearest))", at: place,
            hint: "check the hour and the zone")
    }
}
