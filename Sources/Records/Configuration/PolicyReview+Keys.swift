import Diagnostics
import StatusModel

extension StatusPage.PolicyReview {
    private static let hint = "write `{last: 2026-01-02, every: 90d}`"

    /// The contents of the part under `policy_review:`.
    struct Written {
        var lastOn: Day?
        var every: Int?
        var after: Placed<String>?
    }

    /// The part under `policy_review:`.
    static let keys = KeyTable<Written>(
        "`policy_review`",
        [
            .required("last", .day, "The day the policy was last reviewed.", hint: hint) {
                $0.lastOn = $1
            },
            .required("every", .duration, "How often to review it.", hint: hint) { $0.every = $1 },
            .key(
                "after", .placedText,
                "An incident of this level or a higher one makes a review due."
            ) {
                $0.after = $1
            },
        ]
    )

    /// Reads the part.
    ///
    /// The level is looked up once all levels are known.
    static func read(_ value: YAMLValue, into findings: Findings) -> (Self, after: Placed<String>?)? {
        var written = Written()
        keys.read(value, into: &written, findings)
        guard let lastOn = written.lastOn, let every = written.every else { return nil }
        return (Self(lastOn: lastOn, every: every), written.after)
    }
}
