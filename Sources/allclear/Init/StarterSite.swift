import Diagnostics
import Records
import StatusModel

/// The site for which a repository is set up: an existing one, or a new one.
struct StarterSite {
    let configuration: Configuration
    /// `status.yml` and the example, by path; none if the site already exists.
    let texts: [String: String]

    /// - Parameter file: the existing `status.yml`.
    init(of file: SourceFile) throws {
        (configuration, texts) = (try Self.configuration(of: file), [:])
    }

    /// - Parameter now: an instant; the example is shortly before it.
    init(title: String, url: String, preset: SeverityPreset, at now: Instant) throws {
        let example = ExampleTimes(before: now)
        let words = [
            "title": title.quotedForYAML, "url": url.quotedForYAML, "since": example.day,
            "severities": preset.policy,
        ]
        let text = StarterTexts.filled(StarterTexts.text(of: "site/status.yml"), with: words)
        configuration = try Self.configuration(of: SourceFile(path: "status.yml", bytes: Array(text.utf8)))
        let severity = configuration.page.severity(with: .degradedPerformance)
        let checklist = severity?.checklistItems.map(\.quotedForYAML).joined(separator: ", ") ?? ""
        let values = ["severity": severity?.level.writtenInYAML ?? "", "checklist": "[\(checklist)]"]
        let record = StarterTexts.filled(
            StarterTexts.text(of: "site/example.md"),
            with: values.merging(example.values) { $1 }
        )
        texts = ["status.yml": text, "incidents/\(example.year)/\(example.day)-example.md": record]
    }

    private static func configuration(of file: SourceFile) throws -> Configuration {
        let found = Findings()
        let configuration = Configuration(reading: file, into: found)
        guard let configuration, !found.hasErrors else {
            throw CommandError("`status.yml` has errors", outcome: .nothingWritten, found.all)
        }
        return configuration
    }
}

extension StatusPage {
    /// Returns the highest severity that gives components the status, or the highest of all if none does.
    func severity(with status: ComponentStatus) -> Severity? {
        severities.first { $0.componentStatus == status } ?? severities.first
    }
}

/// The times of the example's incident: some hours before the instant, at whole minutes.
private struct ExampleTimes {
    private let start: Instant

    init(before now: Instant) {
        start = now - now.seconds % 300 - 3 * 3_600
    }

    /// The day on which it began.
    var day: String { time(0).prefix(10).description }
    var year: String { time(0).prefix(4).description }

    var values: [String: String] {
        [
            "started": time(0), "detected": time(3), "noticed": time(10), "identified": time(35),
            "promised": time(40), "resolved": time(55),
        ]
    }

    private func time(_ minutes: Int) -> String {
        "\(start + minutes * 60)".dropLast(4) + "Z"
    }
}
