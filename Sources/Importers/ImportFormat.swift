public import Diagnostics

/// The tools whose sites can be imported.
public enum ImportFormat: String, CaseIterable, Sendable {
    /// cState: Hugo's content files in `content/issues`.
    case cstate
    /// Statusfy: Markdown files in `content`, with containers for updates.
    case statusfy
    /// Statuspage: what version 2 of its API says, as JSON.
    case statuspage
    /// Upptime: a repository with `.upptimerc.yml`, and GitHub's issues as JSON.
    case upptime
}

extension ImportFormat {
    /// Everything that the files hold, as a site; nothing where they are none of that tool's.
    ///
    /// The same files give the same bytes, whatever the machine.
    ///
    /// - Parameters:
    ///   - files: all files of the folder, their paths counted from it.
    ///   - statusFile: the site's `status.yml`, where there is one already: the records have to fit it.
    ///   - show: does the longest part of the work, and may show how far it has come: it is given the number
    ///     of steps, and work that calls for each step what it is given.
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

    /// What a person has to name for it.
    public var source: String {
        switch self {
        case .cstate: "the folder that contains `config.yml` and `content/issues/`"
        case .statusfy: "the folder that contains `content/`, with the incidents, and `locales/`"
        case .statuspage: "a file `incidents.json`, or a folder with its pages and `summary.json`"
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
