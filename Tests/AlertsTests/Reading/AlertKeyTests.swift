import Testing

@testable import Alerts

@Suite struct AlertKeyTests {
    @Test func harmlessKeysAreStoredAsTheyAre() {
        #expect(AlertKey.stored("f3bccb86f3eac425", from: "alertmanager") == "f3bccb86f3eac425")
        #expect(AlertKey.stored("Q1ZT5W0LQ7K2", from: "pagerduty") == "Q1ZT5W0LQ7K2")
        let longest = String(repeating: "a", count: 40)
        #expect(AlertKey.stored(longest, from: "x") == longest)
        #expect(AlertKey.stored(longest + "a", from: "x") != longest + "a")
    }

    /// By `printf '%s\0%s' SOURCE KEY | sha256sum | cut -c1-16`.
    @Test(
        arguments: [
            (
                "cloudwatch", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-5xx",
                "e45a7d86e3aca327"
            ),
            ("datadog", "9bd4ac313a4d1e8fae2482df7b77628/1f3a", "b83e0d04c71cc4d3"),
            ("x", "k", "92c63324f72f4b12"),
            ("x", "../../.github/workflows/own", "6d22e2adc5306e5b"),
            ("pingdom", "2048467", "2d4196ea6af136a0"),
            ("alertmanager", "1234567", "d9fcdf23e7fd8658"),
        ]
    )
    func allOthersAreHashed(source: String, key: String, stored: String) {
        #expect(AlertKey.stored(key, from: source) == stored)
    }
}
