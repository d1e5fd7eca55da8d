import Alerts
import Diagnostics
import StatusModel

/// A payload of alerts, which is added to a ledger that is then written and read again.
struct ReadAlerts {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var violations: [String] {
        let delivery: Delivery
        do throws(UnreadableDelivery) {
            delivery = try Delivery(reading: bytes)
        } catch {
            return (0...bytes.count).contains(error.offset) ? [] : ["a mistake is outside of the payload"]
        }
        var ledger = AlertLedger()
        let isSnapshot = !delivery.listedSources.isEmpty
        for hour in 0..<3 {
            _ = ledger.add(
                delivery, by: .ofAllAlerts, at: StoredAlerts.now + 3_600 * hour, isSnapshot: isSnapshot)
        }
        let before = ledger.files.map(\.bytes)
        var violations = StoredAlerts(ledger).violations
        if ledger.add(delivery, by: .ofAllAlerts, at: StoredAlerts.now).isNew
            || ledger.files.map(\.bytes) != before
        {
            violations.append("the same delivery again changes the ledger")
        }
        return violations
    }
}

/// One month of the ledger of alerts, as git or an author left it.
struct ReadLedger {
    private let file: SourceFile

    init(_ bytes: [UInt8]) { file = SourceFile(path: "alerts/2026-11.csv", bytes: bytes) }

    var violations: [String] {
        let found = Findings()
        var ledger = AlertLedger()
        ledger.read(file, reporting: found)
        let once = ledger
        ledger.read(file, reporting: Findings())
        let isUnion = ledger == once
        return found.all.misplaced(in: file) + StoredAlerts(ledger).violations
            + (isUnion ? [] : ["the same rows again change the ledger"])
    }
}

/// A ledger that is written and read again.
private struct StoredAlerts {
    private let ledger: AlertLedger

    static let now = Instant(seconds: 1_795_827_547)  // 2026-11-28T00:59:07Z

    init(_ ledger: AlertLedger) { self.ledger = ledger }

    var violations: [String] {
        let found = Findings()
        var again = AlertLedger()
        for file in ledger.files {
            again.read(SourceFile(path: file.path, bytes: file.bytes), reporting: found)
        }
        var violations = found.all.map { "a row that was written is broken: \($0.message)" }
        if again != ledger { violations.append("the ledger is another one once it was written") }
        let told = AlertStory(
            of: ledger, by: .ofAllAlerts, at: Self.now, accepting: Set(ledger.episodes.map(\.id)))
        let count =
            told.incidents.map(\.episodes.count).reduce(0, +) + told.withoutRule.count + told.tooOld.count
            + told.ahead.count
        if count != ledger.episodes.count { violations.append("an alert is in no story, or in two") }
        return violations
    }
}

extension AlertRules {
    fileprivate static let ofAllAlerts = AlertRules(
        [
            AlertRule(
                match: AlertRule.Match(), component: 0, severity: 0, status: .majorOutage, text: "down")
        ],
        components: [Component(id: "web", name: "Web")],
        severities: [Severity(level: "SEV-1")]
    )
}
