import Diagnostics
import StatusModel

extension MapShape {
    /// The part under `site:`.
    static let site = MapShape(
        "`site`",
        [
            .required("title", .text, "What the page is called."),
            .required("url", .written(.siteAddress), "The address that the site is published at."),
            .key("time_zone", .text, "The zone of days and times, as in `Europe/Berlin`; UTC by default."),
            .key("language", .written(.language), "The language of the pages; `en` by default."),
            .key("since", .written(.day), "The day from which on anything is counted."),
            .key("target", .number(upTo: 100, .percentage), "The objective of components without their own."),
            .key("brand", .map(.brand), "A colour and a logo."),
            .key("links", .oneOrMore(.map(.link)), "Links in the page's foot."),
            .key("business_hours", .map(.businessHours), "The hours that `hours: business` counts."),
            .key("policy_review", .map(.policyReview), "When the policy was last looked over."),
            .key(
                "internal_impact",
                .anyNumber(.text),
                "Labels of impact that only the team sees; `[]` if everyone may see all.",
                hides: true
            ),
        ]
    )
}

extension StatusPage {
    /// Reads the part under `site:`.
    init?(readingSite value: YAMLValue, into findings: Findings) {
        guard let map = MappingReader(value, as: .site, into: findings) else { return nil }
        let title = map.requiredText(
            "title",
            hint: "write what the page is called: `title: Example Status`")
        let url = StatusPage.address(in: map, into: findings)
        let zone = StatusPage.zone(in: map, into: findings)
        self.init(title: title ?? "", url: url ?? "", zone: zone)
        language = StatusPage.language(in: map, into: findings)
        since = map.day("since").map(zone.start(of:))
        target = map.target("target")
        brand = map.value("brand").flatMap { Brand(reading: $0, into: findings) } ?? Brand()
        links = map.values("links").compactMap { Link(reading: $0, into: findings) }
        businessHours = map.value("business_hours").flatMap { BusinessHours(reading: $0, into: findings) }
        policyReview = map.value("policy_review").flatMap { PolicyReview(reading: $0, into: findings) }
        if map.has("internal_impact") { internalImpact = map.texts("internal_impact") }
    }
}

private extension StatusPage {
    static func address(in map: MappingReader, into findings: Findings) -> String? {
        let hint = "write the address that the site is published at: `url: https://status.example.com`"
        guard let text = map.requiredText("url", hint: hint) else { return nil }
        guard isSiteAddress(text) else {
            let place = map.value("url")?.location ?? map.location
            let fault = text.contains { "?#".contains($0) } ? ": it has no `?` or `#`" : ""
            findings.error(
                .invalidValue, at: place, "`\(text)` is no address of a site\(fault)",
                hint: lineToWrite(
                    for: text,
                    at: place,
                    by: { correctedAddress(String($0.prefix { !"?#".contains($0) })) },
                    reads: isSiteAddress,
                    else: hint
                ))
            return nil
        }
        return String(text.reversed().drop { $0 == "/" }.reversed())
    }

    static func isSiteAddress(_ text: String) -> Bool {
        isSafeAddress(text) && !text.lowercased().hasPrefix("mailto:")
            && !text.utf8.contains(where: "?#\"<>".utf8.contains)
    }

    static func zone(in map: MappingReader, into findings: Findings) -> Zone {
        guard let value = map.value("time_zone"),
            let name = value.text(named: "time_zone", into: findings)
        else {
            return .utc
        }
        if let zone = Zone(identifier: name) { return zone }
        findings.error(
            .unknownTimeZone, at: value.location, "there is no time zone `\(name)`",
            hint: hint(forZone: name, at: value.location))
        return .utc
    }

    /// The zones of a city; else what is near to the name.
    static func hint(forZone name: String, at place: SourceLocation) -> String {
        let cities = Zone.identifiers(named: PlainTyping.of(name))
        if !cities.isEmpty { return write(cities.map { place.line(writing: $0, for: name) }) }
        let form = "write a name of the IANA time zone database, as in `Europe/Berlin`, or `UTC`"
        guard name.contains("/") else {
            return form + ": letters and offsets do not say when clocks change"
        }
        return didYouMean(name, among: Zone.identifiers) ?? form
    }

    static func language(in map: MappingReader, into findings: Findings) -> String {
        guard let value = map.value("language"), let tag = value.text(named: "language", into: findings)
        else {
            return "en"
        }
        if tag.isLanguageTag { return tag }
        findings.error(
            .invalidValue, at: value.location, "`\(tag)` is no language",
            hint: lineToWrite(
                for: tag,
                at: value.location,
                by: { String($0.prefix { $0 != "." }).replacing("_", with: "-") },
                reads: { $0.isLanguageTag },
                else: "write a language tag, as in `en` or `pt-BR`"
            ))
        return "en"
    }
}
