public import Diagnostics

/// The tools whose sites can be imported.
public enum ImportFormat: String, CaseIterable, Sendable {
    /// cState: Hugo's content files in `content/issues`.
    case cstate
    /// Statusfy: Markdown files in `content`, with containers for updates.
    case statusfy
    /// Statuspage: responses of version 2 of its API, as JSON.
    case statuspage
    /// Upptime: a repository with `.upptimerc.yml`, and issues of GitHub as JSON.
    case upptime
}

extension ImportFormat {
    /// Returns all contents of the files as a site; `nil` if they are not files of this tool.
    ///
    /// The same files give the same bytes on every machine.
    ///
    /// - Parameters:
    ///   - files: all files of the folder, with paths relative to it.
    ///   - statusFile: the site's existing `status.yml`, if there is one: the records have to fit it.
    ///   - show: runs the longest part of the work, and may show its progress: it receives the number of steps, and
    ///     the work, which calls its argument for each step.
    public func imported(
        from files: [SourceFile],
        for statusFile: SourceFile? = nil,
        showing show: (_ count: Int, _ work: (_ step: () -> Void) -> Imported) -> Imported = { $1 {} }
    ) -> Imported? {
        let files = files.sorted { $0.path.precedes($1.path) }
        return harvest(of: files).map { harvest in
            show(harvest.findings.count) { Imported(writing: harvest, for: statusFile, step: $0) }
        }
    }

    /// The source that the user has to name for this format.
    public var source: String {
        switch self {
        case .cstate: "the folder that contains `config.yml` and `content/issues/`"
        case .statusfy: "the folder that contains `content/`, with the incidents, and `locales/`"
        case .statuspage:
            "the file `incidents.json`, or a folder with `summary.json` and all pages of the list of incidents"
        case .upptime:
            """
            the folder that contains `.upptimerc.yml` and `history/`, with the GitHub issues in \
            `issues.json`
            """
        }
    }

    private func harvest(of files: [SourceFile]) -> Harvest? {
        switch self {
        case .cstate: CState(files).harvest
        case .statusfy: Statusfy(files).harvest
        case .statuspage: Statuspage(files).harvest
        case .upptime: Upptime(files).harvest
        }
    }
}
