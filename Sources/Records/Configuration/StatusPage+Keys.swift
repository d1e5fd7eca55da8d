import Diagnostics
public import StatusModel

extension StatusPage {
    /// The contents of `status.yml`, and the places in it that later checks point at.
    struct Written {
        var page = StatusPage(title: "", url: "")
        /// The groups that are listed, then those that only components name.
        var groups = ComponentGroups()
        /// The site's own ids from another page.
        var ids = KeptIDs.Written()
        /// The components' ids from another page, in the components' order.
        var componentIDs: [KeptIDs.Written] = []
        /// The location of the part under `site`.
        var sitePlace: SourceLocation?
        /// The place of the site's language.
        var languagePlace: SourceLocation?
        /// The site's mailing list, with its location.
        var mailingList: MailingList.Written?
        /// The place of the key for the policy's review.
        var policyReviewPlace: SourceLocation?
        /// The level whose incidents make the policy's review due.
        var reviewedAfter: Placed<String>?
        /// The checklists that have names.
        var checklists = NamedChecklists()
        /// The rules for post-mortems of all levels.
        var postMortem: Severity.PostMortemDuty.Written?
        /// The levels, the highest first.
        var severities: [Severity.Written] = []
        /// The value of `texts`, which is read once all components and levels that it may name are known.
        var texts: YAMLValue?
        /// The places of the texts, by their ids.
        var textPlaces: [String: SourceLocation] = [:]
        /// The value of `alerts`, which is read once all texts are known, too.
        var alerts: YAMLValue?
        /// The places of the rules for alerts, in their order.
        var alertPlaces: [SourceLocation] = []
        /// The value of `rules_until`, which is read last, once all components, groups and levels that it may name are
        /// known.
        var formerRules: YAMLValue?
    }

    /// The keys of `status.yml`.
    ///
    /// The site comes first, because the days of components are in its zone, and groups come before the components in
    /// them.
    static let keys = KeyTable<Written>(
        "`status.yml`",
        [
            .requiredPart(
                "site", .map(siteKeys.shape), "The site's title, address, time zone and other settings.",
                hint: "add `site:` with a `title` and a `url` under it"
            ) {
                $0.sitePlace = $1.location
                siteKeys.read($1, into: &$0, $2)
            },
            .part(
                "groups", .list(.map(ComponentGroup.keys.shape)),
                "The groups of components, in the order shown."
            ) { $0.groups = ComponentGroups(in: $1, into: $2) },
            .part(
                "components", .list(.map(Component.keys.shape)),
                "The parts of the service, in the order shown.", changesStatus: true
            ) {
                let components = Component.list(
                    in: $1, zone: $0.page.zone, groups: &$0.groups, into: $2)
                $0.page.components = components.map(\.component)
                $0.componentIDs = components.map(\.ids)
                let lists = [$0.mailingList] + components.map(\.mailingList)
                $2.reportDoubles(among: lists.compactMap { $0 })
            },
            .part("uptime", .map(UptimeWeights.keys.shape), "How downtime is counted.") {
                UptimeWeights.keys.read($1, into: &$0.page.weights, $2)
            },
            .part(
                "checklists", .named(.texts), "Lists of what to do, under names that levels refer to."
            ) { $0.checklists = NamedChecklists(in: $1, into: $2) },
            postMortemKey,
            .part(
                "severities", .named(.orNothing(.map(Severity.keys.shape))),
                "The severity policy: levels from the highest to the lowest, each with its rules.",
                changesStatus: true
            ) { $0.severities = Severity.policy(in: $1, checklists: $0.checklists, into: $2) },
            .part("team", .map(Team.keys.shape), "Links and roles for the team's own pages; internal.") {
                Team.keys.read($1, into: &$0.page.team, $2)
            },
            .key("tickets", .ticketAddress, "The address of a ticket, with `{}` for its id; internal.") {
                $0.page.team.ticketAddress = $1
            },
            .part(
                "phases", .named(.texts, by: Phase.allCases.map(\.rawValue)),
                "The site's own words for phases."
            ) { $0.page.phaseLabels = Phase.labels(in: $1, into: $2) },
            .part(
                "texts", .named(.map(ReadyText.keys.shape)),
                "Prepared texts, under ids of your choice; `{name}` in them is a blank."
            ) { (written, value, _) in written.texts = value },
            .part(
                "alerts", .list(.map(AlertRule.keys.shape)),
                "Which alerts become incidents, and with which texts; the first rule that matches applies."
            ) { (written, value, _) in written.alerts = value },
            .part(
                "rules_until", .byDay(.map(FormerRules.keys.shape)),
                "The rules that applied before a given day, if they were different."
            ) { (written, value, _) in written.formerRules = value },
        ]
    )

    /// The rules for post-mortems of all levels.
    static let postMortemKey = KeyTable<Written>.Key.dated(
        "post_mortem", .map(Severity.PostMortemDuty.keys, read: Severity.PostMortemDuty.Written.init),
        "The rules for post-mortems of all levels, unless a level says otherwise.", \Written.postMortem)

    /// The part under `site:`.
    ///
    /// The time zone comes before the keys with days in it.
    static let siteKeys = KeyTable<Written>(
        "`site`",
        [
            .required(
                "title", .text, "The title of the page.",
                hint: "add the name of the site: `title: Example Status`"
            ) { $0.page.title = $1 },
            .required(
                "url", .siteAddress(else: addressHint), "The address at which the site is published.",
                hint: addressHint
            ) { $0.page.url = $1 },
            .key(
                "ids_from",
                .siteAddress(
                    else: "write the site's old address: `ids_from: https://old.example.com`"),
                "The site's old address, which ids in feeds, the API, the calendar and emails are based on."
            ) { $0.page.idsFrom = $1 },
            .part("ids", .map(KeptIDs.keys.shape), "The id that the page keeps from Statuspage.") {
                KeptIDs.keys.read($1, into: &$0.ids, $2)
            },
            .key(
                "time_zone", .zone,
                "The time zone of days and times, such as `Europe/Berlin`; UTC by default."
            ) {
                $0.page.zone = $1
            },
            .key("language", .language, "The language of the pages; `en` by default.") {
                ($0.page.language, $0.languagePlace) = ($1.value, $1.place)
            },
            .key("since", .day, "The first day that counts.") {
                $0.page.since = $0.page.zone.start(of: $1)
            },
            .part(
                "news_since", .written(.instant),
                "Nothing from before this time appears in feeds or messages; for sites that moved from another tool."
            ) { written, value, findings in
                guard let text = value.text(named: "news_since", into: findings) else { return }
                written.page.newsSince = TimeReader(zone: written.page.zone)
                    .instant(text, at: value.location, into: findings)
            },
            .dated(
                "target", .target, "The objective of components that have none of their own.", \.page.target),
            .key("brand", .map(Brand.keys, read: Brand.init), "A color and a logo.") { $0.page.brand = $1 },
            .key("links", .oneOrMore(.map(Link.keys.shape), read: Link.init), "Links in the page's footer.") {
                $0.page.links = $1
            },
            .part(
                "subscribe", .map(Subscription.keys.shape), "How readers can subscribe to news."
            ) {
                $0.mailingList = Subscription.list(in: $1, into: $2)
                $0.page.mailingList = $0.mailingList?.list
            },
            .dated(
                "business_hours", .map(BusinessHours.keys, read: BusinessHours.init),
                "The hours that `hours: business` counts.", \.page.businessHours),
            .key(
                "policy_review", .policyReview,
                "When the policy was last reviewed, and when to review it again."
            ) {
                ($0.page.policyReview, $0.policyReviewPlace) = ($1.review, $1.key)
                $0.reviewedAfter = $1.after
            },
            .key(
                "internal_impact", .anyTexts,
                "Labels of impact that only the team sees; `[]` if everyone may see everything.", hides: true
            ) { $0.page.internalImpact = $1 },
            .key(
                "edits", .word(["dates": false]),
                "`dates`: pages say when an incident was edited after its end, but not how.", hides: true
            ) { $0.page.showsFormerWords = $1 },
        ]
    )
}

private let addressHint = "write the address where the site is published: `url: https://status.example.com`"

extension KeyForm where Value == String {
    /// The address of a site, without the slashes at its end.
    fileprivate static func siteAddress(else hint: String) -> KeyForm {
        .made(.written(.siteAddress), by: { isSiteAddress($0) ? withoutSlashes($0) : nil }) { text, place in
            noSiteAddress(text, at: place, else: hint)
        }
    }
}

private func noSiteAddress(_ text: String, at place: SourceLocation, else hint: String) -> Diagnostic {
    let fault = text.contains { "?#".contains($0) } ? ": it cannot contain `?` or `#`" : ""
    return Diagnostic(
        .error, .invalidValue, "`\(text)` is not the address of a site\(fault)", at: place,
        hint: lineToWrite(
            for: text, at: place, by: { correctedAddress(String($0.prefix { !"?#".contains($0) })) },
            reads: isSiteAddress, else: hint))
}

extension StatusPage {
    /// Checks the address of a site, in the form that `url` takes.
    ///
    /// - Throws: the mistake in it, with the address to write instead.
    public static func check(address text: String) throws(UnknownWord) {
        guard !isSiteAddress(text) else { return }
        let mistake = noSiteAddress(
            text, at: .top(of: ""), else: "write an address such as `https://status.example.com`")
        throw UnknownWord(reason: mistake.message, hint: mistake.hint)
    }
}

private func isSiteAddress(_ text: String) -> Bool {
    isSafeAddress(text) && !text.lowercased().hasPrefix("mailto:")
        && !text.utf8.contains(where: "?#\"<>".utf8.contains)
}

private func withoutSlashes(_ address: String) -> String {
    String(address.reversed().drop { $0 == "/" }.reversed())
}

extension KeyForm where Value == Zone {
    fileprivate static var zone: KeyForm {
        .made(.text, by: { Zone(identifier: $0) }) { name, place in
            Diagnostic(
                .error, .unknownTimeZone, "unknown time zone `\(name)`", at: place,
                hint: hint(forZone: name, at: place))
        }
    }
}

/// Returns a hint with the time zones of a city, or otherwise with a similar name.
private func hint(forZone name: String, at place: SourceLocation) -> String {
    let cities = Zone.identifiers(named: PlainTyping.of(name))
    if !cities.isEmpty { return write(cities.map { place.line(writing: $0, for: name) }) }
    let form = "write a name from the IANA time zone database, such as `Europe/Berlin`, or `UTC`"
    guard name.contains("/") else {
        return form + ": abbreviations and offsets do not say when the clocks change"
    }
    return didYouMean(name, among: Zone.identifiers) ?? form
}

extension KeyForm where Value == (value: String, place: SourceLocation) {
    fileprivate static var language: KeyForm {
        KeyForm(shape: .written(.language)) { map, name in
            guard let value = map.value(name), let tag = value.text(named: name, into: map.findings) else {
                return nil
            }
            let place = value.location
            if tag.isLanguageTag { return (tag, place) }
            map.findings.error(
                .invalidValue, at: place, "`\(tag)` is not a valid language",
                hint: lineToWrite(
                    for: tag, at: place,
                    by: { String($0.prefix { $0 != "." }).replacing("_", with: "-") },
                    reads: { $0.isLanguageTag }, else: "write a language tag, such as `en` or `pt-BR`"))
            return nil
        }
    }
}

extension KeyForm
where Value == (review: StatusPage.PolicyReview, after: Placed<String>?, key: SourceLocation) {
    fileprivate static var policyReview: KeyForm {
        KeyForm(shape: .map(StatusPage.PolicyReview.keys.shape)) { map, name in
            map.value(name).flatMap { StatusPage.PolicyReview.read($0, into: map.findings) }
                .map { ($0, $1, map.location(of: name)) }
        }
    }
}
