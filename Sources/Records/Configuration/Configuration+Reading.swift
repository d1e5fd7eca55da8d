public import Diagnostics
import StatusModel

extension Configuration {
    /// Reads `status.yml` whole and reports every mistake in it. Nothing where it has errors.
    public convenience init?(reading file: SourceFile, into findings: Findings) {
        let found = Findings()
        defer { findings.add(found.all) }
        guard let text = SourceText(of: file, into: found) else { return nil }
        guard let root = YAMLText(file: text.file, range: text.range).compose(into: found) else {
            if !found.hasErrors {
                findings.error(
                    .missingKey, at: file.start, "`status.yml` is empty",
                    hint: "begin with `site:` and a `title` and `url` under it")
            }
            return nil
        }
        guard let page = StatusPage(reading: root, into: found), !found.hasErrors else { return nil }
        self.init(
            page: page,
            policyReviewPlace: Self.entry("policy_review", ofSiteIn: root)?.key.location,
            languagePlace: Self.entry("language", ofSiteIn: root)?.value.location
        )
    }
}

private extension Configuration {
    static func entry(
        _ name: String,
        ofSiteIn root: YAMLValue
    ) -> (key: YAMLValue, value: YAMLValue)? {
        root.entries?.first { $0.key.string == "site" }?.value.entries?.first { $0.key.string == name }
    }
}

extension MapShape {
    /// All of `status.yml`.
    static let status = MapShape(
        "`status.yml`",
        [
            .required("site", .map(.site), "What the site is called, where it is, and how it reckons."),
            .key("components", .list(.map(.component)), "The parts of the service, in the order shown."),
            .key("uptime", .map(.uptime), "How downtime is counted."),
            .key(
                "severities",
                .named(.orNothing(.map(.severity))),
                "The severity policy: levels from the highest to the lowest, each with its rules."
            ),
            .key(
                "phases",
                .named(.texts, by: Phase.allCases.map(\.rawValue)),
                "The site's own words for phases."
            ),
        ]
    )
}

extension StatusPage {
    fileprivate init?(reading root: YAMLValue, into findings: Findings) {
        guard let map = MappingReader(root, as: .status, into: findings) else { return nil }
        guard let site = map.value("site") else {
            map.reportMissing(
                "site",
                hint: "write `site:` with a `title` and `url` under it")
            return nil
        }
        guard var page = StatusPage(readingSite: site, into: findings) else { return nil }
        if let value = map.value("components") {
            page.components = Component.list(in: value, zone: page.zone, into: findings)
        }
        if let value = map.value("uptime") { page.weights.read(value, into: findings) }
        if let value = map.value("severities") {
            page.severities = Severity.policy(in: value, into: findings)
        }
        if let value = map.value("phases") { page.phaseLabels = Phase.labels(in: value, into: findings) }
        self = page
    }
}
