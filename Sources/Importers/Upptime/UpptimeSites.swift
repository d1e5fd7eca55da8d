import Diagnostics
import JSONFiles
import StatusModel

/// The sites that Upptime monitors, by the slugs in its labels.
struct UpptimeSites {
    private var register = ComponentRegister()
    private var idsBySlug: [String: String] = [:]
    /// The ends of the last issues that name sites no longer monitored, by component id.
    private(set) var unwatchedUntil: [String: Instant] = [:]

    /// - Parameters:
    ///   - summary: `history/summary.json`, with the slugs that Upptime made from names.
    ///   - histories: the files `history/SLUG.yml` by slug.
    init(of settings: UpptimeSettings, summary: JSON?, histories: [String: UpptimeHistory]) {
        for site in settings.watched {
            let listed = summary?.elements.first { $0["name"]?.text == site.name }?["slug"]?.text
            let sameURL = histories.filter { $0.value.url != nil && $0.value.url == site.url }.keys
            let slug =
                site.slug ?? listed ?? (sameURL.count == 1 ? sameURL.first : nil) ?? Self.slug(of: site.name)
            let since = histories[slug]?.startedAt.map { Zone.utc.day(of: $0) }
            idsBySlug[slug] = register.id(of: slug) {
                ComponentDescription(id: $0, name: site.name, since: since)
            }
        }
    }

    var descriptions: [ComponentDescription] { register.components }
}

extension UpptimeSites {
    /// Returns the site of a label; `nil` if the label is not that of a site.
    func id(ofLabel label: String) -> String? { idsBySlug[label] }

    /// Returns the site that a title names, and adds it if it is no longer monitored.
    mutating func id(ofName name: String, until end: Instant) -> String {
        if let known = register.components.first(where: { $0.name == name && unwatchedUntil[$0.id] == nil }) {
            return known.id
        }
        let id = register.id(of: name) { ComponentDescription(id: $0, name: name) }
        unwatchedUntil[id] = max(unwatchedUntil[id] ?? .distantPast, end)
        return id
    }

    /// Moves the first day of a site back to its first issue, if that is older than its file.
    mutating func witness(_ ids: [String], at instant: Instant) {
        let day = Zone.utc.day(of: instant)
        for id in ids { register.update(id) { $0.since = $0.since.map { min($0, day) } } }
    }

    /// Retires the sites that are no longer monitored, and returns their number.
    mutating func retireUnwatched() -> Int {
        let gone = unwatchedUntil.filter { $0.value < .distantFuture }
        for (id, end) in gone { register.update(id) { $0.until = Zone.utc.day(of: end).advanced(by: 1) } }
        return gone.count
    }

    private static func slug(of name: String) -> String {
        name.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }
}

/// The file `history/SLUG.yml`: the current state of a site, and the start of its monitoring.
struct UpptimeHistory {
    private(set) var url: String?
    private(set) var startedAt: Instant?

    init(_ file: SourceFile) {
        for line in file.sourceLines ?? [] {
            // Older versions wrote a list of maps with one key each.
            let text = line.text.hasPrefix("- ") ? line.text.dropFirst(2) : line.text[...]
            if text.hasPrefix("url:") { url = String(text.dropFirst(4).trimmingBlanks) }
            if text.hasPrefix("startTime:") { startedAt = LooseTime(text.dropFirst(10))?.instant }
        }
    }
}
