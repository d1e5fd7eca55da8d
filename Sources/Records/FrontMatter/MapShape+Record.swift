import StatusModel

extension MapShape {
    /// A record's front matter.
    static let record = MapShape(
        "a record",
        [
            .required("title", .text, "The headline."),
            .key("severity", .text, "A level of the policy in `status.yml`, by its name or an alias."),
            .key("components", components, "What is affected: a map from component to status, or a list."),
            .key("started", .written(.instant), "When the impact began; the first update's time by default."),
            .key("detected", .written(.instant), "When someone or something noticed."),
            .key("acknowledged", .written(.instant), "When a person took it on."),
            .key("ended", .written(.instant), "When the impact ended, where no update says so."),
            .key("impact", .either(.text, .details), "The effect on users: a text, or labels with texts."),
            .key(
                "visibility",
                .word(Visibility.byWord.keys.sorted()),
                "Who sees it; the severity's by default.",
                hides: true
            ),
            .key("internal", .details, "What the public never sees: lead, channel, checklist.", hides: true),
            .key("ticket", .text, "A public reference."),
            .key("links", .oneOrMore(.written(.address)), "Addresses for further reading."),
            .key("tags", .texts, "Words to count by."),
            .key("related", .texts, "Ids of other records."),
            .key("aliases", .texts, "Former ids of this record."),
            .key("draft", .flag, "`true` keeps the record out of every output.", hides: true),
            .key("maintenance", .map(.maintenance), "Makes the record maintenance; no severity then."),
            .key("notice", .map(.notice), "Makes the record an announcement."),
        ],
        rules: [
            .atMostOne(["maintenance", "notice"]), .with("maintenance", none: keysOfIncidents),
            .with("notice", none: keysNoticesLack),
            .without(["maintenance", "notice"], needs: "severity"),
        ]
    )

    /// The keys that only incidents have.
    static let keysOfIncidents = ["severity", "started", "detected", "acknowledged", "ended"]

    /// The keys that notices do not have.
    static let keysNoticesLack = keysOfIncidents + ["components", "impact"]

    /// The part under `maintenance:`.
    static let maintenance = MapShape(
        "`maintenance`",
        [
            .required("from", .written(.instant), "When it begins."),
            .required("until", .written(.instant), "When it is planned to end."),
        ]
    )

    /// The part under `notice:`.
    static let notice = MapShape(
        "`notice`",
        [
            .required("from", .written(.instant), "From when on it is shown."),
            .key("until", .written(.instant), "Until when; for good by default."),
        ]
    )

    /// A map from component to status, a list of either, or one component.
    private static let components = ValueShape.oneOrMore(
        .either(.text, .named(.freely(ComponentStatus.words)))
    )
}
