import Diagnostics
import StatusModel

extension FrontMatter {
    /// The values of keys whose meaning depends on the kind of record, on another key or on the site.
    struct Written {
        let frontMatter: FrontMatter
        fileprivate(set) var severity: YAMLValue?
        fileprivate(set) var started: Placed<String>?
        fileprivate(set) var detected: Placed<String>?
        fileprivate(set) var acknowledged: Placed<String>?
        fileprivate(set) var ended: Placed<String>?
        fileprivate(set) var impact: YAMLValue?
        fileprivate(set) var internals: YAMLValue?
        fileprivate(set) var related: [Placed<String>] = []
        fileprivate(set) var isDraft: Bool?
        fileprivate(set) var maintenance: YAMLValue?
        fileprivate(set) var notice: YAMLValue?

        init(_ frontMatter: FrontMatter) { self.frontMatter = frontMatter }
    }

    /// The keys of a record's front matter.
    static let keys = KeyTable<Written>(
        "this record",
        [
            .required("title", .text, "The headline.", hint: "add a headline: `title: Website is slow`") {
                $0.frontMatter.title = $1
            },
            .part(
                "severity", .text, "A level of the policy in `status.yml`, by its name or an alias.",
                changesStatus: true
            ) { (written, value, _) in written.severity = value },
            .part(
                "components", componentsShape,
                "What is affected: a map from component to status, or a list.", changesStatus: true
            ) { (written, value, _) in written.frontMatter.namedComponents = value },
            .key(
                "started", .written(.instant), "When the impact began; the first update's time by default.",
                changesStatus: true
            ) { $0.started = $1 },
            .key("detected", .written(.instant), "When someone or something first noticed it.") {
                $0.detected = $1
            },
            .key("detected_by", .word(Record.Detector.byWord), "Who or what noticed it first.") {
                $0.frontMatter.detectedBy = $1
            },
            .key("acknowledged", .written(.instant), "When someone took it on.") { $0.acknowledged = $1 },
            .key(
                "ended", .written(.instant), "When the impact ended, if no update says so.",
                changesStatus: true
            ) { $0.ended = $1 },
            .part(
                "impact", .either(.text, .details), "The effect on users: text, or labels with text for each."
            ) {
                (written, value, _) in written.impact = value
            },
            .key(
                "visibility", .word(Visibility.byWord),
                "Who sees it; by default, the `visibility` of its severity applies.", hides: true
            ) { $0.frontMatter.statedVisibility = $1 },
            .part(
                "internal", .details,
                "Facts that the public never sees, such as the lead, the channel and the checklist.",
                hides: true
            ) { (written, value, _) in written.internals = value },
            .key("ticket", .text, "A public reference.") { $0.frontMatter.ticket = $1 },
            .key("links", .addresses, "Addresses for further reading.") { $0.frontMatter.links = $1 },
            .key("tags", .texts, "Words to group and count incidents by.") { $0.frontMatter.tags = $1 },
            .key("related", .names, "Ids of other records.") { $0.related = $1 },
            .key("aliases", .texts, "Former ids of this record.") {
                $0.frontMatter.aliases = $1.map(\.asSlug)
            },
            .part("ids", .map(KeptIDs.keys.shape), "The id that it keeps from Statuspage.") {
                KeptIDs.keys.read($1, into: &$0.frontMatter.ids, $2)
            },
            .key(
                "withheld", .revisions, "Revisions whose former text the page does not show.", hides: true
            ) { $0.frontMatter.withheldRevisions = $1 },
            .key("draft", .flag, "`true` keeps the record out of every output.", hides: true) {
                $0.isDraft = $1
            },
            .part(
                "maintenance", .map(maintenanceKeys.shape),
                "Marks the record as maintenance, which has no severity.", changesStatus: true
            ) { (written, value, _) in written.maintenance = value },
            .part("notice", .map(noticeKeys.shape), "Marks the record as a notice.") {
                (written, value, _) in written.notice = value
            },
        ],
        rules: [
            .atMostOne(["maintenance", "notice"]), .with("maintenance", none: keysOfIncidents),
            .with("notice", none: keysNoticesLack),
            .without(["maintenance", "notice"], needs: "severity"),
        ]
    )

    /// The keys that only incidents have.
    static let keysOfIncidents = ["severity", "started", "detected", "detected_by", "acknowledged", "ended"]

    /// The keys that notices do not have.
    static let keysNoticesLack = keysOfIncidents + ["components", "impact"]

    /// A map from component to status, a list of either, or one component.
    static let componentsShape = ValueShape.oneOrMore(
        .either(.text, .named(.freely(ComponentStatus.words))))
}

extension Record.Detector {
    fileprivate static let byWord = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

extension FrontMatter {
    /// The beginning and end of maintenance or of a notice, and the days on which maintenance recurs.
    struct Span {
        fileprivate(set) var from: Placed<String>?
        fileprivate(set) var until: Placed<String>?
        /// The rule by which maintenance recurs.
        fileprivate(set) var repeats: Placed<String>?
        fileprivate(set) var repeatUntil: Placed<Day>?
        fileprivate(set) var exceptions: [Placed<Day>] = []
        fileprivate(set) var moved: YAMLValue?
        fileprivate(set) var news: Series.News?
    }

    /// The keys that only maintenance with `repeat` has.
    static let keysOfSeries = ["repeat_until", "except", "moved", "announce"]

    /// The keys under `maintenance:`.
    static let maintenanceKeys = KeyTable<Span>(
        "`maintenance`",
        [
            .required("from", .written(.instant), "When it begins.", hint: maintenanceHint) { $0.from = $1 },
            .required("until", .written(.instant), "When it is planned to end.", hint: maintenanceHint) {
                $0.until = $1
            },
            .key("repeat", .written(.recurrence), "On which days it recurs, at the same local time.") {
                $0.repeats = $1
            },
            .key("repeat_until", .placedDay, "The last day on which it may begin.") { $0.repeatUntil = $1 },
            .key("except", .placedDays, "Days on which it does not take place.") { $0.exceptions = $1 },
            .part(
                "moved", .byDay(.written(.instant)),
                "Days on which it starts at another time, each with that time."
            ) {
                (span, value, _) in span.moved = value
            },
            .key("announce", .word(Series.News.byWord), "Which windows are announced; `first` by default.") {
                $0.news = $1
            },
        ]
    )

    /// The keys under `notice:`.
    static let noticeKeys = KeyTable<Span>(
        "`notice`",
        [
            .required(
                "from", .written(.instant), "When to start showing it.",
                hint: "write `notice: {from: 2026-01-10T22:00Z}`, with `until` if it ends"
            ) { $0.from = $1 },
            .key("until", .written(.instant), "When to stop showing it; never by default.") { $0.until = $1 },
        ]
    )

    private static let maintenanceHint =
        "write `maintenance: {from: 2026-01-10T22:00Z, until: 2026-01-11T02:00Z}`"
}

extension Series.News {
    fileprivate static let byWord = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

extension KeyForm where Value == [Placed<Day>] {
    /// One day or a list of days.
    fileprivate static var placedDays: KeyForm {
        .oneOrMore(.written(.day)) { value, findings in
            value.text(named: "except", into: findings).flatMap { text in
                if let day = Day(text) { return Placed(value: day, source: value) }
                findings.add(invalidDay(text, at: value.location))
                return nil
            }
        }
    }
}

extension KeyForm where Value == Placed<Day> {
    /// A day, with its place.
    fileprivate static var placedDay: KeyForm {
        KeyForm(shape: .written(.day)) { map, name in
            guard let day = map.day(name), let source = map.value(name) else { return nil }
            return Placed(value: day, source: source)
        }
    }
}

extension KeyForm where Value == [String] {
    /// Addresses of web pages and mailboxes.
    fileprivate static var addresses: KeyForm {
        KeyForm(shape: .oneOrMore(.written(.address))) { map, name in
            map.values(name).compactMap { value in
                guard let url = value.text(named: name, into: map.findings) else { return nil }
                if isSafeAddress(url) { return url }
                map.findings.add(unsafeAddress(url, at: value.location))
                return nil
            }
        }
    }
}

extension KeyForm where Value == [Placed<String>] {
    /// Commits, by their whole names or at least 7 digits of them.
    fileprivate static var revisions: KeyForm {
        KeyForm(shape: .texts) { map, name in
            KeyForm.names.read(map, name)?.filter { revision in
                let digits = revision.value.utf8
                let isName =
                    (7...64).contains(digits.count)
                    && digits.allSatisfy { byte in
                        "0123456789abcdef".utf8.contains(byte)
                    }
                guard !isName else { return true }
                map.findings.error(
                    .invalidValue, at: revision.place, "`\(revision.value)` is not a valid revision",
                    hint:
                        "write a revision that `allclear diff` lists, in quotation marks: `withheld: [\"1f3a5b7c9d2e\"]`"
                )
                return false
            }
        }
    }
}
