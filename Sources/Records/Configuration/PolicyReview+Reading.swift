import Diagnostics
import StatusModel

extension MapShape {
    /// The part under `policy_review:`.
    static let policyReview = MapShape(
        "`policy_review`",
        [
            .required("last", .written(.day), "The day the policy was last looked over."),
            .required("every", .written(.duration), "How often it is to be."),
        ]
    )
}

extension StatusPage.PolicyReview {
    init?(reading value: YAMLValue, into findings: Findings) {
        let hint = "write `{last: 2026-01-02, every: 90d}`"
        guard let map = MappingReader(value, as: .policyReview, into: findings) else { return nil }
        for key in MapShape.policyReview.required where !map.has(key) {
            map.reportMissing(key, hint: hint)
        }
        guard let last = map.day("last"),
            let every = map.duration("every")
        else { return nil }
        self.init(lastOn: last, every: every)
    }
}
