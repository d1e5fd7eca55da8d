import Diagnostics
import StatusModel

/// A check that the policy is reviewed as often as the team decided, and after an incident that puts it to the test.
enum PolicyIsReviewed: SiteCheck {
    static let id = Diagnostic.ID("policy-review-due")

    static func check(_ site: CheckedSite, into findings: Findings) {
        let page = site.configuration.page
        guard let review = page.policyReview, let place = site.configuration.policyReviewPlace,
            let reason = reason(for: review, on: site.assembly.page, at: site.now)
        else { return }
        findings.warning(
            id, at: place,
            "the severity policy is due for review: it was last reviewed on \(review.lastOn), and \(reason)",
            hint: "review `severities`, then set `last: \(page.zone.day(of: site.now))`")
    }

    private static func reason(
        for review: StatusPage.PolicyReview, on page: StatusPage, at now: Instant
    ) -> String? {
        if let incident = review.incident(of: page, by: now), let resolvedAt = incident.resolvedAt {
            return "`\(incident.id)` was resolved on \(page.zone.day(of: resolvedAt))"
        }
        let dueAt = review.dueAt(in: page.zone)
        return dueAt < now ? "the next review was due on \(page.zone.day(of: dueAt))" : nil
    }
}
