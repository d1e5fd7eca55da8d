import StatusModel
import Testing

@testable import Alerts

/// The instant at which a run is due, for random ledgers and rules: a run then does something, a run before does nothing,
/// and after a run the next instant is in the future.
@Suite struct DueTests {
    @Test(arguments: 0..<40) func runIsDueWhenItDoesSomething(seed: Int) {
        var chance = Chance(seed: seed)
        for _ in 0..<50 {
            var night = Night(by: &chance)
            let due = night.dueAt
            if let due, due > night.now {
                night.now = Instant(seconds: Int.random(in: night.now.seconds..<due.seconds, using: &chance))
                let isEarly = night.run()
                #expect(!isEarly, "seed \(seed): a run does something before \(due), at \(night.now)")
            }
            night.now = due.map { max($0, night.now) } ?? night.now
            let isDone = night.run()
            #expect(isDone == (due != nil), "seed \(seed): due at \(due as Any), and now is \(night.now)")
            let next = night.dueAt
            #expect(
                next.map { $0 > night.now } ?? true, "seed \(seed): due at \(next as Any), after \(night.now)"
            )
        }
    }
}

/// A site at some instant: its rules, its ledger, and its records by their names.
private struct Night {
    var now: Instant
    private var ledger = AlertLedger()
    private var records: [String: AlertedRecord] = [:]
    private let rules: AlertRules

    private static let names = ["a.md", "b.md", "c.md"]

    init(by chance: inout Chance) {
        now = Instant(seconds: clock("12:00:00").seconds + Int.random(in: -900...900, using: &chance))
        let rules = (0..<3).map { place in
            AlertRule(
                match: AlertRule.Match(source: place == 2 ? nil : "x"), component: place % 2, severity: 0,
                status: .majorOutage, text: "t",
                hold: [0, 60, 300, 3_600].randomElement(using: &chance) ?? 0,
                quiet: [0, 300, 900, 3_600].randomElement(using: &chance) ?? 0,
                then: AlertRule.Handling.allCases.randomElement(using: &chance) ?? .review,
                whenOver: AlertRule.Ending.allCases.randomElement(using: &chance) ?? .nothing)
        }
        self.rules = AlertRules(
            rules, components: [Component(id: "a", name: "A"), Component(id: "b", name: "B")],
            severities: [Severity(level: "SEV-1")])
        for name in Self.names {
            let states: [AlertedRecord] = [.goesOn, .isOver, .missing]
            records[name] = states.randomElement(using: &chance)
        }
        // Some are old, some begin only later, and many are near one another.
        let origin = now.seconds - Int.random(in: 0...25 * 3_600, using: &chance)
        for _ in 0..<Int.random(in: 1...9, using: &chance) {
            addEpisode(at: origin + 60 * Int.random(in: -90...150, using: &chance), by: &chance)
        }
    }

    private mutating func addEpisode(at start: Int, by chance: inout Chance) {
        let id = AlertEpisode.ID(
            source: Bool.random(using: &chance) ? "x" : "y",
            key: "aaaaaaa\(Int.random(in: 0...2, using: &chance))",
            startedAt: Instant(seconds: start))
        var row = LedgerRow(
            detectedAt: id.startedAt,
            rule: .init(component: Bool.random(using: &chance) ? "a" : "b", severity: "SEV-1"))
        let end = id.startedAt + 60 * Int.random(in: 0...90, using: &chance)
        switch Int.random(in: 0...4, using: &chance) {
        case 0, 1: row.endedAt = end
        case 2: ledger.insertEnd(end, of: id.sender)
        case 3:
            row.absence.miss(at: end)
            row.absence.miss(at: end + Int.random(in: 60...180, using: &chance))
        default: break
        }
        // Nobody has a record of what has not begun.
        if start <= now.seconds, Int.random(in: 0...3, using: &chance) == 0 {
            row.record = Self.names.randomElement(using: &chance).map(AlertRecord.file)
            if Int.random(in: 0...4, using: &chance) == 0 { row.record = .declined }
        }
        ledger.join(row, to: id)
    }
}

extension Night {
    var dueAt: Instant? {
        AlertStory(of: ledger, by: rules, at: now).dueAt { records[$0] ?? .missing }
    }

    /// Does what `allclear alert --due` does.
    ///
    /// - Returns: whether that changed anything.
    mutating func run() -> Bool {
        let before = (ledger, records)
        for incident in AlertStory(of: ledger, by: rules, at: now).incidents {
            let rule = rules.rules[incident.rule]
            let saysEnd = incident.ending(by: rule).map { $0.at <= now } ?? false
            switch incident.state {
            case .held, .passed: break
            case .declined: ledger.note(.declined, of: incident.withoutRecord.map(\.id))
            case .toTell:
                let name = "\(records.count).md"
                records[name] = saysEnd ? .isOver : .goesOn
                ledger.note(.file(name), of: incident.withoutRecord.map(\.id))
            case .told(let name):
                ledger.note(.file(name), of: incident.withoutRecord.map(\.id))
                let isWithdrawn = incident.withdrawal(by: rule).map { $0 <= now } ?? false
                if records[name] == .goesOn, saysEnd { records[name] = .isOver }
                if records[name] ?? .missing == .missing, isWithdrawn {
                    ledger.note(.declined, of: incident.episodes.map(\.id))
                }
            }
        }
        return before.0 != ledger || before.1 != records
    }
}
