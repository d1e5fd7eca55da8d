import Diagnostics
import Testing

@testable import Importers

/// Files of another tool, and what becomes of them.
struct Source {
    let files: [SourceFile]
    private let format: ImportFormat

    init(_ format: ImportFormat, _ files: [String: String]) {
        self.format = format
        self.files = files.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    }

    /// One issue of a cState site with two systems.
    static func cstate(_ issue: String, configuration: String = cstateConfiguration) -> Source {
        Source(.cstate, ["config.yml": configuration, "content/issues/issue.md": issue])
    }

    /// One incident of a Statusfy site with two systems.
    static func statusfy(_ incident: String) -> Source {
        Source(.statusfy, ["locales/en.json": statusfyNames, "content/incident.md": incident])
    }

    static let cstateConfiguration = """
        title: Harbour Status
        baseURL: https://status.example.com/
        params:
          systems:
            - name: Crane API
            - name: Web
        """

    static let statusfyNames = """
        {
          "title": "Harbour Status",
          "systems": {"items": {"crane": {"title": "Crane API"}, "web": {"title": "Web"}}}
        }
        """
}

extension Source {
    func imported() throws -> Imported { try #require(format.imported(from: files)) }

    /// The only record's text.
    func record() throws -> String {
        let (records, remarks) = (try imported().records, try remarks())
        try #require(records.count == 1, "\(remarks)")
        return String(decoding: records[0].bytes, as: UTF8.self)
    }

    /// What follows the only record's front matter.
    func body() throws -> String {
        String(try record().split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)[2])
    }

    /// The front matter of the only record, between its lines `---`.
    func frontMatter() throws -> String {
        String(try record().split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)[1])
    }

    /// What is said of files that are to be records, as `line:column message`.
    func remarks() throws -> [String] {
        try imported().results.filter { $0.outcome != .settings }.flatMap(\.remarks).map {
            "\($0.location.line):\($0.location.column) \($0.message)"
        }
    }

    func settings() throws -> String {
        String(decoding: try imported().statusFile.bytes, as: UTF8.self)
    }
}
