import StatusModel
import Testing

@testable import Alerts

/// The ledger is a set: what it holds depends neither on the order of deliveries, nor on how often each came, nor on which
/// of two ledgers is merged into the other.
@Suite struct UnionTests {
    private static let families = [
        [
            "am-1-firing", "am-2-second-instance-joins", "am-3-repeat", "am-4-one-resolved-group-firing",
            "am-5-group-resolved", "am-6-flap-fires-again", "am-7-flap-resolved",
        ],
        [
            "pagerduty-1-triggered", "pagerduty-2-acknowledged", "pagerduty-3-resolved",
            "pagerduty-4-annotated-ignored",
        ],
        ["cloudwatch-sns-1-alarm", "cloudwatch-sns-2-ok", "cloudwatch-sns-3-insufficient-data"],
    ]

    @Test(.enabled(if: Samples.areThere, Samples.absence), arguments: families)
    func fiveThousandOrdersGiveOneLedger(family: [String]) throws {
        let deliveries = try family.map(Samples.delivery)
        try expectOneLedger(of: deliveries, orders: 5_000)
    }

    @Test func deliveriesOfAllKindsInAnyOrderGiveOneLedger() throws {
        let alerts = [
            #""key": "aaaaaaaa", "status": "firing", "started": "2026-11-28T01:00:00Z""#,
            #""key": "aaaaaaaa", "status": "firing", "started": "2026-11-28T03:00:00Z""#,
            #""key": "aaaaaaaa", "status": "resolved", "ended": "2026-11-28T02:00:00Z""#,
            #""key": "aaaaaaaa", "status": "resolved", "ended": "2026-11-28T03:30:00Z""#,
            #""key": "aaaaaaaa", "status": "resolved", "ended": "2026-11-28T00:30:00Z""#,
            #""key": "aaaaaaaa", "status": "resolved", "started": "2026-11-28T03:00:00Z", "ended": "2026-11-28T04:00:00Z""#,
            #""key": "aaaaaaaa", "status": "resolved", "started": "2026-11-28T03:00:00Z", "ended": "2026-11-28T03:45:00Z""#,
            #""key": "bbbbbbbb", "status": "resolved", "started": "2026-10-31T23:59:59Z", "ended": "2026-11-28T04:00:00Z""#,
        ]
        let deliveries = try alerts.map { try deliver("[{\"source\": \"x\", \($0)}]") }
        try expectOneLedger(of: deliveries, orders: 5_000)
    }

    private func expectOneLedger(of deliveries: [Delivery], orders: Int) throws {
        let now = clock("05:00:00")
        var once = AlertLedger()
        for delivery in deliveries { _ = once.add(delivery, by: .sample, at: now) }
        let files = once.files.map(\.bytes)
        #expect(!files.isEmpty)
        var chance = Chance(seed: 1)
        for _ in 0..<orders {
            var sequence = deliveries.flatMap {
                Array(repeating: $0, count: Int.random(in: 1...3, using: &chance))
            }
            sequence.shuffle(using: &chance)
            var ledger = AlertLedger()
            for delivery in sequence { _ = ledger.add(delivery, by: .sample, at: now) }
            guard ledger == once, ledger.files.map(\.bytes) == files else {
                Issue.record("an order gives another ledger: \(ledger.november)")
                return
            }
        }
    }

    @Test(arguments: 0..<200)
    func mergingIsAUnion(seed: Int) {
        var chance = Chance(seed: seed)
        let (a, b, c) = (ledger(by: &chance), ledger(by: &chance), ledger(by: &chance))
        #expect(union(a, b) == union(b, a))
        #expect(union(union(a, b), c) == union(a, union(b, c)))
        #expect(union(a, a) == a)
        #expect(union(a, b).readBack == union(a.readBack, b.readBack))
        // Git keeps the lines of both sides.
        #expect(union(a, b).readBack == readingLines(of: [b, a]))
    }

    private func union(_ one: AlertLedger, _ other: AlertLedger) -> AlertLedger {
        var union = one
        union.formUnion(other)
        return union
    }

    private func readingLines(of ledgers: [AlertLedger]) -> AlertLedger {
        ledgers.reduce(into: AlertLedger()) { $0.formUnion($1.readBack) }
    }

    /// A ledger with some facts of few alerts.
    private func ledger(by chance: inout Chance) -> AlertLedger {
        var ledger = AlertLedger()
        for _ in 0..<Int.random(in: 0...5, using: &chance) {
            let startedAt = clock("0\(Int.random(in: 1...3, using: &chance)):00:00")
            let sender = AlertSender(source: "x", key: Bool.random(using: &chance) ? "aaaaaaaa" : "bbbbbbbb")
            if Int.random(in: 0...3, using: &chance) == 0 {
                ledger.insertEnd(startedAt + 60 * Int.random(in: -90...90, using: &chance), of: sender)
                continue
            }
            func some(_ latest: Int) -> Instant? {
                Bool.random(using: &chance) ? startedAt + Int.random(in: 0...latest, using: &chance) : nil
            }
            let (end, detected, acknowledged, miss, again, see) = (
                some(7_200), some(3), some(3), some(600), some(600), some(600)
            )
            var row = LedgerRow(
                endedAt: end, detectedAt: detected, acknowledgedAt: acknowledged,
                rule: .init(
                    component: ["a", "b"].randomElement(using: &chance) ?? "a",
                    severity: ["S1", "S2"].randomElement(using: &chance) ?? "S1"),
                record: [nil, .declined, .file("a.md"), .file("b.md")].randomElement(using: &chance) ?? nil
            )
            if end == nil {
                if let miss { row.absence.miss(at: miss) }
                if let see { row.absence.see(at: see) }
                if let again { row.absence.miss(at: again) }
            }
            ledger.join(
                row, to: AlertEpisode.ID(source: sender.source, key: sender.key, startedAt: startedAt))
        }
        return ledger
    }
}
