import Diagnostics
import StatusModel

/// What lies ahead of the build's time has not happened, and is left out.
@Sendable func checkTimesLieInThePast(
    of incident: Incident,
    in assembly: RecordAssembly,
    into diagnostics: inout [Diagnostic]
) {
    let frontMatter = assembly.frontMatter
    let times = [
        ("started", frontMatter.started), ("detected", frontMatter.detected),
        ("acknowledged", frontMatter.acknowledged), ("ended", frontMatter.ended),
    ]
    for (key, time) in times {
        guard let time, time.value > assembly.now else { continue }
        diagnostics.append(inFuture("`\(key)`", at: time.place))
        // The rest of an incident that lies ahead as a whole does so too.
        if key == "started" { return }
    }
}
