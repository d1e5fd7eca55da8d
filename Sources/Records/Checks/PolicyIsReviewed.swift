import Diagnostics
import StatusModel

/// A policy is looked over as often as its team said it would.
enum PolicyIsReviewed: SiteCheck {
    static let id = Diagnostic.ID("policy-review-due")

    static func check(_ site: CheckedSite, into findings: Findings) {
        let page = site.configuration.page
        guard let review = page.policyReview, let place = site.configuration.policyReviewPlace else { return }
        let dueAt = review.dueAt(in: page.zone)
        guard dueAt < site.now else { return }
        findings.warning(
            id, at: place,
            "the severity policy was last gone through on \(review.lastOn), and its review has been due since \(page.zone.day(of: dueAt))",
            hint: "go through `severities`, and write `last: \(page.zone.day(of: site.now))`")
    }
}

extension StatusPage.PolicyReview {
    /// When the next look is due: whole days count by the calendar, however long the clocks make them.
    fileprivate func dueAt(in zone: Zone) -> Instant {
        let day = 86_400
        return zone.start(of: lastOn.advanced(by: every / day)) + every % day
    }
}
