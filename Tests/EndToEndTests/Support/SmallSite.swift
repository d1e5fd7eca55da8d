import Foundation

/// A site in a folder of a test's own, that the test writes and changes.
struct SmallSite {
    private let scratch: Scratch

    var path: String { scratch.path }

    /// - Parameter files: files by path, beside a `status.yml` with one component and one record.
    init(_ files: [String: String] = [:]) throws {
        scratch = try Scratch()
        let all = ["status.yml": Self.configuration, "incidents/slow.md": Self.record()]
        for (path, text) in all.merging(files, uniquingKeysWith: { $1 }) { try write(text, to: path) }
    }

    /// Writes a file, with the folders above it.
    func write(_ text: String, to file: String) throws {
        let url = URL(filePath: path + "/" + file)
        let folder = url.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: url, atomically: false, encoding: .utf8)
    }

    static let configuration = """
        site: {title: Small, url: "https://status.example.com"}
        components: [{id: api, name: API}]
        severities: {SEV-1: {component_status: major_outage}}

        """

    /// The same with the day that counts from, without which there is a warning.
    static let trackedConfiguration = configuration.replacing(
        "title: Small", with: "title: Small, since: 2026-01-01")

    static func record(title: String = "Stories are slow", severity: String = "SEV-1") -> String {
        """
        ---
        title: \(title)
        severity: \(severity)
        components: {api: major_outage}
        started: 2026-01-02T16:58Z
        ---

        [RESOLVED 2026-01-02 17:45 UTC] It is over.

        """
    }
}
