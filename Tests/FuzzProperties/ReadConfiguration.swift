import Diagnostics
import Records

/// A `status.yml` that is read twice.
struct ReadConfiguration {
    private let file: SourceFile

    init(_ bytes: [UInt8]) {
        file = SourceFile(path: "status.yml", bytes: bytes)
    }

    var violations: [String] {
        let (found, again) = (Findings(), Findings())
        let configuration = Configuration(reading: file, into: found)
        _ = Configuration(reading: SourceFile(path: file.path, bytes: file.bytes), into: again)
        var violations = found.all.misplaced(in: file)
        if found.all != again.all { violations.append("the second reading finds other mistakes") }
        guard let configuration, !found.hasErrors else {
            if !found.hasErrors { violations.append("it is refused without an error") }
            return violations
        }
        return violations + RenderedSite(of: configuration.page).violations
    }
}
