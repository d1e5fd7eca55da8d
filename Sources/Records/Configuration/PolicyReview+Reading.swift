import Diagnostics
import StatusModel

extension StatusPage.PolicyReview {
    init?(reading value: YAMLValue, into diagnostics: inout [Diagnostic]) {
        let hint = "write `{last: 2026-01-02, every: 90d}`"
        guard
            let map = MappingReader(
                value,
                subject: "`policy_review`",
                keys: ["last", "every"],
                into: &diagnostics
            )
        else {
            return nil
        }
        for key in ["last", "every"] where !map.has(key) {
            map.reportMissing(key, hint: hint, into: &diagnostics)
        }
        guard let last = map.day("last", into: &diagnostics),
            let every = map.duration("every", into: &diagnostics)
        else { return nil }
        self.init(lastOn: last, every: every)
    }
}
