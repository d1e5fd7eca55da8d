public import Diagnostics
public import StatusModel

/// A policy is looked over as often as its team said it would.
public func checkPolicyIsReviewed(
    of configuration: Configuration,
    at now: Instant,
    into findings: Findings
) {
    let zone = configuration.page.zone
    guard let review = configuration.page.policyReview, let place = configuration.policyReviewPlace,
        review.dueAt(in: zone) < now
    else { return }
    findings.warning(
        .policyReviewDue, at: place,
        "the severity policy was last gone through on \(review.lastOn), and its review has been due since \(zone.day(of: review.dueAt(in: zone)))",
        hint: "go through `severities`, and write `last: \(zone.day(of: now))`")
}

extension StatusPage.PolicyReview {
    /// When the next look is due: whole days count by the calendar, however long the clocks make them.
    fileprivate func dueAt(in zone: Zone) -> Instant {
        let day = 86_400
        return zone.start(of: lastOn.advanced(by: every / day)) + every % day
    }
}
