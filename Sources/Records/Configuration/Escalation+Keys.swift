import Diagnostics
import StatusModel

extension Severity.Escalation {
    private static let hint = "write `{after: 15m, to: On-call lead}` or `{when: data exposed, to: CEO}`"

    /// The contents of an element of `escalate:`.
    struct Written {
        var after: Int?
        var when: String?
        var to: String?
    }

    /// An element of `escalate:`.
    static let keys = KeyTable<Written>(
        "this escalation",
        [
            .key("after", .duration, "How long the incident has been open.") { $0.after = $1 },
            .key("when", .text, "What has happened, as an alternative to `after`.") { $0.when = $1 },
            .required("to", .text, "Who is called in.", hint: hint) { $0.to = $1 },
        ],
        rules: [.exactlyOne(["after", "when"])]
    )

    @Sendable init?(reading value: YAMLValue, into findings: Findings) {
        var written = Written()
        guard let map = Self.keys.read(value, into: &written, findings), let to = written.to else {
            return nil
        }
        guard map.has("after") != map.has("when") else {
            findings.error(
                .missingKey, at: value.location,
                "an escalation must have either `after` or `when`", hint: Self.hint)
            return nil
        }
        if let seconds = written.after {
            self.init(.after(seconds), to: to)
        } else if let event = written.when {
            self.init(.when(event), to: to)
        } else {
            return nil
        }
    }
}
