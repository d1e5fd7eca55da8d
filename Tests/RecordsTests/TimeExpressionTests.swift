import StatusModel
import Testing

@testable import Records

@Suite struct TimeExpressionTests {
    @Test(arguments: [
        "2026-01-02T17:05Z", "2026-01-02T18:05+01:00", "2026-01-02 17:05 UTC", "2026-01-02 17:05:00 GMT",
        "2026-01-02T17:05:00.9Z", "2026-01-02T17:05:00-00:00", "2026-01-02t17:05z", "2026-01-02 12:05 -0500",
        "2026-01-02 22:35 +0530",
    ])
    func allFormsNameTheSameInstant(text: String) {
        // date -u -d 2026-01-02T17:05Z +%s
        #expect(Instant(writtenAs: text)?.seconds == 1_767_373_500)
    }

    @Test(arguments: [
        "2023-07-94", "2026-02-29T10:00Z", "2026-01-02T015:00Z", "2026-01-02T24:00Z", "2026-01-02T17:60Z",
        "9:05",
        "2026-1-2", "17:05 CET", "yesterday", "", "2026-01-02T", "2026-01-02T17", "2026-01-02 7:05",
        "1969-12-31",
    ])
    func whatIsNoTimeIsNotGuessed(text: String) {
        #expect(TimeExpression(text) == nil)
    }

    @Test func dayAndTimeMayStandAlone() {
        #expect(TimeExpression("17:05 UTC") == TimeExpression("17:05Z"))
        #expect(TimeExpression("2026-01-02")?.time == nil)
    }
}
