import Alerts
import Diagnostics
import Records
import StatusModel

/// One run of `allclear alert`: it turns a delivery into files, and prints a sentence for everything that changes
/// nothing.
///
/// Records are written before the ledger that names them. If a run ends in between, the next one finds the record.
struct AlertRun {
    /// Whether every record that was due could be written.
    private(set) var isWhole = true
    private let site: AuthoredSite
    private let console: Console
    private let rules: AlertRules
    private var files: LedgerFiles
    /// The episodes that the delivery mentioned; `nil` if there was none.
    private var touched: Set<AlertEpisode.ID>?
    private var steps: [Step] = []

    init(in site: AuthoredSite, console: Console) throws {
        let page = site.configuration.page
        (self.site, self.console) = (site, console)
        rules = AlertRules(page.alerts, components: page.components, severities: page.severities)
        files = try LedgerFiles(of: site)
    }

    /// A file that was written or is to be withdrawn, and what to do with it.
    struct Step {
        let fate: Fate
        let path: String

        enum Fate: String {
            /// A part of the ledger, for the main branch.
            case ledger
            /// A record for the main branch.
            case publish
            /// A record for a branch of its own, until a person publishes it.
            case review
            /// A record that awaits review, but whose incident ended before anybody published it.
            case withdraw
        }

        /// The fate and the path.
        var line: String { "\(fate.rawValue) \(path)" }
    }
}

extension AlertRun {
    /// Adds the delivery to the ledger.
    mutating func take(_ delivery: Delivery, isSnapshot: Bool, explaining: Bool) throws {
        for remark in delivery.remarks { try console.say(remark) }
        if explaining { try explain(delivery) }
        let intake = files.ledger.add(delivery, by: rules, at: site.now, isSnapshot: isSnapshot)
        touched = intake.touched
        for sentence in Self.sentences(about: intake.unmatched) { try console.say(sentence) }
        if !intake.isNew, !intake.touched.isEmpty { try console.say("nothing new") }
    }

    /// Notes that an incident gets no record.
    ///
    /// - Parameter name: the record's path, file name or id.
    mutating func decline(_ name: String) throws {
        let id = RecordIndex.id(of: name)
        let episodes = files.ledger.episodes.filter { $0.record?.fileName.map(RecordIndex.id) == id }
        guard !episodes.isEmpty else {
            let names = files.ledger.recordNames.map(RecordIndex.id)
            throw CommandError(
                "the ledger has no record `\(name)`",
                hint: nearest(to: id, in: names).map { "did you mean `\($0)`?" })
        }
        files.ledger.note(.declined, of: episodes.map(\.id))
    }

    /// Writes what is due now.
    ///
    /// - Parameters:
    ///   - acceptsAnyStart: whether to accept alerts that began long ago, or begin later.
    ///   - statesTimes: whether updates state their time even if they await review.
    mutating func follow(acceptingAnyStart acceptsAnyStart: Bool, statingTimes statesTimes: Bool) throws {
        let all = Set(files.ledger.episodes.map(\.id))
        let story = AlertStory(
            of: files.ledger, by: rules, at: site.now,
            accepting: acceptsAnyStart ? touched ?? all : [])
        try sayWhatIsLeftAside(in: story)
        var named = files.ledger.recordNames
        for incident in story.incidents {
            try say(incident)
            noteWhatIsKnown(of: incident)
            let rule = rules.rules[incident.rule]
            let writer = AlertRecordWriter(
                site: site, named: named, statesTimes: statesTimes, console: console)
            do {
                guard let outcome = try writer.follow(incident, by: rule) else { continue }
                note(outcome, of: incident, by: rule)
                named.formUnion(files.ledger.recordNames)
            } catch let error as CommandError {
                isWhole = false
                try console.report(error)
            }
        }
        if touched == nil, steps.isEmpty, isWhole { try console.say("nothing is due") }
    }

    /// Writes the ledger.
    ///
    /// - Returns: all files that were written, the ledger first.
    mutating func finish() throws -> [Step] {
        try files.write(in: site).map { Step(fate: .ledger, path: $0) } + steps
    }
}

private extension AlertRun {
    /// Notes for alerts that fire again that they belong to the record, wherever it is, or to the decision against it.
    mutating func noteWhatIsKnown(of incident: AlertIncident) {
        let record: AlertRecord? =
            switch incident.state {
            case .told(let file): .file(file)
            case .declined: .declined
            case .held, .passed, .toTell: nil
            }
        if let record { files.ledger.note(record, of: incident.withoutRecord.map(\.id)) }
    }

    mutating func note(
        _ outcome: AlertRecordWriter.Outcome, of incident: AlertIncident, by rule: AlertRule
    ) {
        switch outcome {
        case .stands(let path, let isChanged):
            files.ledger.note(.file(path.fileName), of: incident.withoutRecord.map(\.id))
            if isChanged { steps.append(Step(fate: rule.then == .review ? .review : .publish, path: path)) }
        case .withdrawn(let path):
            files.ledger.note(.declined, of: incident.episodes.map(\.id))
            steps.append(Step(fate: .withdraw, path: path))
        }
    }

    // MARK: - Sentences

    /// Labels can have any values, but their keys are enough to write a rule.
    static func sentences(about unmatched: [AlertFact]) -> [String] {
        let kinds = Set(unmatched.map { [$0.source] + $0.labels.keys.sorted { $0.precedes($1) } })
        return kinds.sorted { $0.lexicographicallyPrecedes($1) }.map { kind in
            let keys = kind.dropFirst().map { "`\($0)`" }
            let labels = keys.isEmpty ? "no labels" : "the labels " + keys.joined(separator: ", ")
            return "no rule under `alerts` matches an alert from `\(kind[0])` with \(labels)"
        }
    }

    func explain(_ delivery: Delivery) throws {
        for (number, fact) in delivery.facts.enumerated() {
            try console.say("alert \(number + 1), from `\(fact.source)`:")
            let outcomes = rules.explain(fact)
            if outcomes.isEmpty { try console.say("  `status.yml` has no rules under `alerts`") }
            for (index, outcome) in outcomes.enumerated() {
                try console.say("  rule \(index + 1) \(outcome.sentence)")
            }
        }
    }

    func sayWhatIsLeftAside(in story: AlertStory) throws {
        let sets = [
            (story.tooOld, "started more than 24 hours ago"), (story.ahead, "starts in the future"),
        ]
        for (episodes, reason) in sets {
            for episode in episodes where touched?.contains(episode.id) == true {
                try console.say(
                    "an alert from `\(episode.id.source)` \(reason), at \(time(episode.id.startedAt)): "
                        + "it is in the ledger, but does not create a record")
                try console.say("hint: to accept it, use `--accept-start`")
            }
        }
        let orphans = story.withoutRule.filter { touched?.contains($0.id) == true }
        for kind in Set(orphans.map { [$0.component, $0.severity] }).sorted(by: {
            $0.lexicographicallyPrecedes($1)
        }) {
            try console.say(
                "no rule under `alerts` creates `\(kind[1])` incidents for `\(kind[0])` anymore")
        }
    }

    /// Prints why an incident that the delivery is about has no record yet.
    func say(_ incident: AlertIncident) throws {
        guard let touched, incident.episodes.contains(where: { touched.contains($0.id) }) else { return }
        let page = site.configuration.page
        let rule = rules.rules[incident.rule]
        let name = "`\(page.components[rule.component].id)`, `\(page.severities[rule.severity].level)`"
        switch incident.state {
        case .held(let until): try console.say("\(name): held until \(clock(until))")
        case .passed: try console.say("\(name): over before it was published")
        case .declined: try console.say("\(name): its record was declined")
        case .toTell, .told: break
        }
    }

    func time(_ instant: Instant) -> String { site.configuration.page.zone.writtenExactly(instant) }

    /// Returns the instant, as a time alone if it is today.
    func clock(_ instant: Instant) -> String {
        let zone = site.configuration.page.zone
        let written = time(instant)
        guard zone.day(of: instant) == zone.day(of: site.now) else { return written }
        return String(written.drop { $0 != " " }.dropFirst())
    }
}

extension AlertRuleOutcome {
    /// The end of a sentence: "rule 1 …".
    fileprivate var sentence: String {
        switch self {
        case .matches: "matches"
        case .anotherSource: "does not match: it is for another source"
        case .missingLabel(let label): "does not match: the alert has no label `\(label)`"
        case .otherValue(let label): "does not match: the label `\(label)` has another value"
        case .comesLater: "also matches, but an earlier rule comes first"
        }
    }
}
