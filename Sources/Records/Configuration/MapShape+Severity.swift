import StatusModel

extension MapShape {
    /// A level's rules under `severities:`.
    static let severity = MapShape(
        "a severity",
        [
            .key("name", .text, "What readers see beside the level, as in `Critical`."),
            .key("aliases", .texts, "Other names that records may use."),
            .key("definition", .texts, "What makes an incident one of this severity."),
            .key("examples", .texts, "Incidents that would be."),
            .key(
                "component_status",
                .freely(ComponentStatus.words),
                "The status of components that a record lists without one."
            ),
            .key(
                "visibility",
                .word(Visibility.byWord.keys.sorted()),
                "Who sees its incidents unless they say otherwise.",
                hides: true
            ),
            .key("responders", .text, "Who answers; internal."),
            .key("acknowledge_within", .written(.duration), "By when a person takes it on; internal."),
            .key("notice_within", .written(.duration), "By when the public hears of it; internal."),
            .key("identify_within", .written(.duration), "By when the cause is known; internal."),
            .key("resolve_within", .written(.duration), "By when it is resolved; internal."),
            .key("update_every", .written(.duration), "The longest silence between updates."),
            .key("hours", .word(Severity.Hours.byWord.keys.sorted()), "Which hours the limits count."),
            .key("notify", .oneOrMore(.either(.text, .details)), "Who is told, and how; internal."),
            .key("post_mortem", .map(.postMortemDuty), "Whether a post-mortem is due, and by when."),
            .key("escalate", .oneOrMore(.map(.escalation)), "Who is called in, and when; internal."),
            .key("checklist", .texts, "What to see to before an incident is closed; internal."),
        ]
    )

    /// The part under `post_mortem:`.
    static let postMortemDuty = MapShape(
        "`post_mortem`",
        [
            .key("required", .flag, "Whether it is required; `true` by default."),
            .key("within", .written(.duration), "By when after the resolution it is published."),
        ]
    )

    /// An element of `escalate:`.
    static let escalation = MapShape(
        "an escalation",
        [
            .key("after", .written(.duration), "How long the incident has been open."),
            .key("when", .text, "Or what has happened."),
            .required("to", .text, "Who is called in."),
        ],
        rules: [.exactlyOne(["after", "when"])]
    )
}
