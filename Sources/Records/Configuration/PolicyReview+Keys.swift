import Diagnostics
import StatusModel

extension StatusPage.PolicyReview {
    private static let hint = "write `{last: 2026-01-02, every: 90d}`"

    /// What the part under `policy_review:` says.
    struct Written {
        var lastOn: Day?
        var every: Int?
    }

    /// The part under `policy_review:`.
    static let keys = KeyTable<Written>(
        "`policy_review`",
        [
            .required("last", .day, "The day the policy was last reviewed.", hint: hint) {
                $0.lastOn = $1
            },
            .required("every", .duration, "How often it is to be.", hint: hint) { $0.every = $1 },
        ]
    )

    init?(reading value: YAMLValue, into findings: Findings) {
        var written = Written()
        Self.keys.read(value, into: &written, findings)
        guard let lastOn = written.lastOn, let every = written.every else { return nil }
        self.init(lastOn: lastOn, every: every)
    }
}
