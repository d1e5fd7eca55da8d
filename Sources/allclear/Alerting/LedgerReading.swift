import Alerts
import Diagnostics
import Records
import StatusModel

/// The ledger of alerts compared with a site's records: when more is due, and which alerts no record covers.
struct LedgerReading {
    private let ledger: AlertLedger
    private let page: StatusPage
    private let now: Instant
    private let rules: AlertRules

    /// - Parameters:
    ///   - files: the months of the ledger; broken rows in them are reported and left out.
    ///   - page: the whole page of the site.
    init(of files: [SourceFile], beside page: StatusPage, at now: Instant, into findings: Findings) {
        var ledger = AlertLedger()
        for file in files { ledger.read(file, reporting: findings) }
        (self.ledger, self.page, self.now) = (ledger, page, now)
        rules = AlertRules(page.alerts, components: page.components, severities: page.severities)
    }
}

extension LedgerReading {
    /// Returns when `allclear alert --due` next has something to do, or `nil` if it has nothing, as far as is known
    /// now.
    ///
    /// - Parameter sources: the site's folder, including drafts.
    func dueAt(in sources: SiteSources) -> Instant? {
        let records = Dictionary(page.records.map { ($0.path, $0) }) { first, _ in first }
        let paths = Dictionary(sources.records.map { ($0.fileName, $0) }) { first, _ in first }
        return AlertStory(of: ledger, by: rules, at: now).dueAt { name in
            guard let path = paths[name] else { return .missing }
            let isOver =
                records[path]?.saysThatItIsOver
                ?? sources.files.record(path).map { sources.reader?.saysThatItIsOver($0) == true }
            return isOver == true ? .isOver : .goesOn
        }
    }

    /// The incidents that the rules make from alerts, for the team's reports.
    var alertedIncidents: [AlertedIncident] {
        let story = AlertStory(of: ledger, by: rules, at: now, accepting: Set(ledger.episodes.map(\.id)))
        let slugs = Dictionary(page.records.map { ($0.path.fileName, $0.slug) }) { first, _ in first }
        return story.incidents.map { incident in
            let outcome: AlertedIncident.Outcome =
                switch incident.state {
                case .held, .passed: .tooShort
                case .declined: .declined
                case .toTell: .untold
                case .told(let file): slugs[file].map { .told(slug: $0) } ?? .untold
                }
            let alerts = incident.episodes.map { TimeRange(from: $0.id.startedAt, to: $0.endedAt ?? now) }
            return AlertedIncident(
                component: rules.rules[incident.rule].component, alerts: alerts, outcome: outcome)
        }
    }

    /// A warning for every incident that the rules made from alerts and that no record covers.
    var untoldAlerts: [Diagnostic] {
        let story = AlertStory(
            of: ledger, by: rules, at: now, accepting: Set(ledger.episodes.map(\.id)))
        let told = DeclaredSpans(of: page, at: now)
        return story.incidents.compactMap { incident in
            guard case .toTell(let since) = incident.state, since < now - Self.patience,
                incident.startedAt > now - Self.memory,
                !told.overlap(incident, of: rules.rules[incident.rule].component, at: now)
            else { return nil }
            return warning(of: incident)
        }
    }
}

private extension LedgerReading {
    /// The time by which `allclear alert --due` may run late, in seconds.
    static let patience = 3_600
    /// The age beyond which alerts cause no more reminders, in seconds.
    static let memory = 90 * 86_400

    func warning(of incident: AlertIncident) -> Diagnostic {
        let component = page.components[rules.rules[incident.rule].component].id
        let span = [incident.startedAt, incident.endedAt].compactMap { $0 }.map(page.zone.written)
        let month = Zone.utc.day(of: incident.startedAt).description.prefix(7)
        return Diagnostic(
            .warning, .untoldAlerts,
            "alerts for `\(component)` \(span.count == 1 ? "have fired since" : "fired between") "
                + "\(span.joined(separator: " and ")), but no record covers them",
            at: .top(of: "\(AlertLedger.folder)/\(month).csv"),
            hint: "write a record, or run `allclear alert --due --accept-start` to create one")
    }
}

extension Diagnostic.ID {
    /// The rules made an incident from alerts, but no record covers it.
    static let untoldAlerts = Diagnostic.ID("untold-alerts")
}

/// The times during which incidents affected each component, according to the records.
private struct DeclaredSpans {
    /// By component: the spans in the order of their starts, each with the latest end so far.
    private var spans: [Component.Index: [(from: Instant, latestEnd: Instant)]] = [:]

    init(of page: StatusPage, at now: Instant) {
        let incidents = page.records.filter { $0.kind == .incident }.sorted { $0.begins < $1.begins }
        for record in incidents {
            let changes = record.components + record.updates.flatMap(\.changes)
            let end = record.resolvedAt ?? max(now, record.begins)
            for component in Set(changes.map(\.component)) {
                let latest = max(end, spans[component]?.last?.latestEnd ?? end)
                spans[component, default: []].append((record.begins, latest))
            }
        }
    }

    /// Whether a record covers the component at a time at which the incident's alerts were firing.
    func overlap(_ incident: AlertIncident, of component: Component.Index, at now: Instant) -> Bool {
        let (all, end) = (spans[component] ?? [], incident.endedAt ?? now)
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle].from <= end { low = middle + 1 } else { high = middle }
        }
        return low > 0 && all[low - 1].latestEnd >= incident.startedAt
    }
}

extension SiteReading {
    /// Returns the mistakes in the ledger of alerts, and warnings of alerts that no record covers; none if
    /// `status.yml` has errors.
    func mistakesInLedger(at now: Instant) -> [Diagnostic] {
        let found = Findings()
        let files = sources.files.ledgers(into: found)
        guard let page = site?.page, !files.isEmpty else { return found.all }
        let ledger = LedgerReading(of: files, beside: page, at: now, into: found)
        return found.all + ledger.untoldAlerts
    }
}
