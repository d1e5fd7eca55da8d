import ArgumentParser
import Diagnostics
import Records
import StatusModel

/// What shells complete from the site; nothing, silently, if it cannot be read.
enum Completions {
    /// Ids of records, open ones first, then the newest.
    ///
    /// Only the newest 200 are checked for being open, so that completion stays fast.
    static let records = CompletionKind.custom { words, _, _ in
        guard let site = site(of: words) else { return [] }
        let newestFirst = site.paths.map { (id: RecordIndex.id(of: $0), path: $0) }
            .sorted { ($0.id, $0.path) > ($1.id, $1.path) }.map(\.path)
        let open = site.open(among: Array(newestFirst.prefix(200)))
        return (newestFirst.filter(open.contains) + newestFirst.filter { !open.contains($0) })
            .map { printable(RecordIndex.id(of: $0)) }
    }

    /// The phases of the record that has been named, each as one word.
    static let phases = CompletionKind.custom { words, _, _ in
        guard let site = site(of: words) else { return [] }
        let isMaintenance = site.paths.filter { words.contains(RecordIndex.id(of: $0)) }
            .contains { site.record(at: $0)?.kind == .maintenance }
        return PhaseWord.keywords(ofMaintenance: isMaintenance)
            .map { $0.split(separator: " ").joined(separator: "-") }
    }

    /// The levels of the policy.
    static let severities = CompletionKind.custom { words, _, _ in
        site(of: words).map { site in
            site.configuration.page.severities(inUseAt: site.now).map { printable($0.level) }
        } ?? []
    }

    /// The ids of prepared texts.
    static let texts = CompletionKind.custom { words, _, _ in
        site(of: words).map { $0.configuration.page.texts.map(\.id) } ?? []
    }

    /// Each component in service with each status.
    static let components = CompletionKind.custom { words, _, _ in
        guard let site = site(of: words) else { return [] }
        return site.configuration.page.components.filter { !$0.isRetired(at: site.now) }.flatMap {
            component in
            ComponentStatus.allCases.map { "\(component.id)=\($0.name)" }
        }
    }

    private static func site(of words: [String]) -> AuthoredSite? {
        let behind = zip(words, words.dropFirst()).first { $0.0 == "--site" }?.1
        let within = words.first { $0.hasPrefix("--site=") }.map { String($0.dropFirst("--site=".count)) }
        guard let options = try? SiteOptions.parse(["--site", behind ?? within ?? "."]) else { return nil }
        return try? AuthoredSite(options)
    }
}
