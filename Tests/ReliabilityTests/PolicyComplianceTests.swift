import StatusModel
import Testing

@testable import Reliability

/// All times are minutes from the start of an incident; the policy is: acknowledge 5, notice 10, identify
/// 15, resolve 60, update every 15, a post-mortem within a day, escalate after 15 and 60.
@Suite struct PolicyComplianceTests {
    @Test func limitsCountFromTheDetection() throws {
        var incident = try incident(updates: [(12, .investigating), (18, .identified), (62, .resolved)])
        incident.detectedAt = incident.from + 4 * minute
        incident.acknowledgedAt = incident.from + 9 * minute

        let judged = try judge(incident, after: 100)
        #expect(judged[.acknowledge] == .met)  // 9 ≤ 4 + 5
        #expect(judged[.firstUpdate] == .met)  // 12 ≤ 4 + 10
        #expect(judged[.identify] == .met)  // 18 ≤ 4 + 15
        #expect(judged[.resolve] == .met)  // 62 ≤ 4 + 60
    }

    @Test func aSecondTooLateIsMissed() throws {
        var incident = try incident(updates: [(10, .investigating), (15, .identified), (60, .resolved)])
        #expect(try judge(incident, after: 100)[.identify] == .met)
        incident.updates[1].at = incident.from + 15 * minute + 1
        let judged = try judge(incident, after: 100)
        #expect(judged[.identify] == .missed)
        #expect(judged[.firstUpdate] == .met)
        #expect(judged[.resolve] == .met)
    }

    @Test func firstUpdateShowsThatSomebodyTookItOn() throws {
        #expect(try judge(try incident(updates: [(5, .investigating)]), after: 6)[.acknowledge] == .met)
        #expect(try judge(try incident(updates: [(6, .investigating)]), after: 6)[.acknowledge] == .missed)
    }

    @Test func whatCanStillBeMetIsOpen() throws {
        let fresh = try incident(updates: [(2, .investigating)])
        let judged = try judge(fresh, after: 15)
        #expect(judged[.firstUpdate] == .met)
        #expect(judged[.identify] == .open)
        #expect(judged[.resolve] == .open)
        #expect(judged[.updates] == .open)
        #expect(judged[.postMortem] == nil)
        #expect(try judge(fresh, after: 18)[.identify] == .missed)
    }

    @Test func monitoringShowsThatTheCauseIsKnown() throws {
        #expect(
            try judge(try incident(updates: [(2, .investigating), (9, .monitoring)]), after: 20)[.identify]
                == .met
        )
    }

    /// Restored within 30 minutes, and watched for 20 between that and the resolution.
    @Test func serviceIsRestoredAndWatched() throws {
        func judged(restoredAfter minutes: Int?, resolvedAfter end: Int?, now: Int = 200) throws
            -> [Judgement.Rule: Judgement.Verdict]
        {
            var incident = try incident(updates: [(2, .investigating)])
            if let minutes {
                var update = Update(phase: .monitoring, at: incident.from + minutes * minute)
                update.changes = [StatusChange(0, .operational)]
                incident.updates.append(update)
            }
            if let end { incident.updates.append(Update(phase: .resolved, at: incident.from + end * minute)) }
            return try judge(incident, after: now)
        }
        #expect(try judged(restoredAfter: 30, resolvedAfter: nil)[.restore] == .met)
        #expect(try judged(restoredAfter: 31, resolvedAfter: nil)[.restore] == .missed)
        #expect(try judged(restoredAfter: nil, resolvedAfter: nil, now: 30)[.restore] == .open)
        #expect(try judged(restoredAfter: nil, resolvedAfter: nil, now: 31)[.restore] == .missed)

        #expect(try judged(restoredAfter: 30, resolvedAfter: nil)[.watch] == nil)
        #expect(try judged(restoredAfter: 30, resolvedAfter: 50)[.watch] == .met)
        #expect(try judged(restoredAfter: 30, resolvedAfter: 49)[.watch] == .missed)
        // Without a word on when it worked again, its impact ends as it is resolved: nobody watched.
        #expect(try judged(restoredAfter: nil, resolvedAfter: 50)[.watch] == .missed)
    }

    @Test func whatAffectedNothingIsNotWatched() throws {
        var incident = try incident(updates: [(2, .investigating), (9, .resolved)])
        incident.components = []
        #expect(try judge(incident, after: 100)[.watch] == nil)
        incident.until = incident.from + 5 * minute
        #expect(try judge(incident, after: 100)[.watch] == .missed)
    }

    @Test func stepThatIsDueAtOnceHasAsLongAsTakingTheIncidentOn() throws {
        func isLate(_ updates: (minutes: Int, phase: Phase)..., within limit: Int? = 5) throws -> Bool? {
            var severity = severity
            severity.acknowledgeWithin = limit.map { $0 * minute }
            severity.escalations = [Severity.Escalation(.after(0), to: "On call")]
            var page = page(component("api"))
            page.severities[1] = severity
            let incident = try incident(updates: updates)
            let judged = PolicyCompliance(of: incident, on: page, now: incident.from + 100 * minute)
            return judged.escalations.first.flatMap { $0.madeAt == nil ? nil : $0.isLate }
        }
        #expect(try isLate((5, .investigating)) == false)
        #expect(try isLate((6, .investigating)) == true)
        #expect(try isLate((60, .investigating), within: nil) == false)
        #expect(try isLate() == nil)
    }

    @Test func longestSilenceDecides() throws {
        // 2 to 17 are 15 minutes, 17 to 33 are 16.
        let silent = try incident(updates: [(2, .investigating), (17, .identified), (33, .resolved)])
        let compliance = try compliance(of: silent, after: 100)
        #expect(compliance.verdict(.updates) == .missed)
        #expect(compliance.longestSilence?.range.seconds == 16 * minute)
        let judgement = try #require(compliance.judgements.first { $0.rule == .updates })
        #expect(judgement.startsAt == silent.from + 17 * minute)
        #expect(judgement.dueAt == silent.from + 32 * minute)
        #expect(judgement.doneAt == silent.from + 33 * minute)
    }

    @Test func keptPromiseExcusesALongerSilence() throws {
        var patient = try incident(updates: [(2, .investigating), (40, .identified), (50, .resolved)])
        patient.updates[0].nextUpdateAt = patient.from + 40 * minute
        #expect(try judge(patient, after: 100)[.updates] == .met)
        #expect(try judge(patient, after: 100)[.promise] == .met)
        patient.updates[0].nextUpdateAt = patient.from + 39 * minute
        #expect(try judge(patient, after: 100)[.updates] == .missed)
        #expect(try judge(patient, after: 100)[.promise] == .missed)
    }

    @Test func runningSilenceIsMissedOnceItIsTooLong() throws {
        let open = try incident(updates: [(2, .investigating)])
        #expect(try judge(open, after: 17)[.updates] == .open)
        #expect(try judge(open, after: 18)[.updates] == .missed)
        var promising = open
        promising.updates[0].nextUpdateAt = open.from + 30 * minute
        #expect(try judge(promising, after: 30)[.updates] == .open)
        #expect(try judge(promising, after: 31)[.updates] == .missed)
        #expect(try judge(promising, after: 31)[.promise] == .missed)
    }

    @Test func whatLiesBetweenAResolutionAndAReopeningIsNoSilence() throws {
        let reopened = try incident(
            updates: [(2, .investigating), (9, .resolved), (200, .investigating), (210, .resolved)]
        )
        let compliance = try compliance(of: reopened, after: 300)
        #expect(compliance.verdict(.updates) == .met)
        #expect(compliance.longestSilence?.range.seconds == 10 * minute)
        #expect(compliance.verdict(.resolve) == .missed)
    }

    @Test func internalIncidentOwesThePublicNoNotice() throws {
        var hidden = try incident(updates: [(50, .resolved)])
        hidden.visibility = .internal
        #expect(try judge(hidden, after: 100)[.firstUpdate] == nil)
    }

    @Test func postMortemIsDueFromTheResolution() throws {
        // Resolved on 2 January at 17:30: due by the 3rd at 17:30, so the 3rd is in time, the 4th is not.
        var done = try incident(updates: [(2, .investigating), (30, .resolved)])
        #expect(try judge(done, after: 30 + 24 * 60)[.postMortem] == .open)
        #expect(try judge(done, after: 31 + 24 * 60)[.postMortem] == .missed)
        done.postMortem = PostMortem(title: "Post-mortem")
        done.postMortem?.publishedOn = Day(year: 2026, month: 1, day: 3)
        #expect(try judge(done, after: 10_000)[.postMortem] == .met)
        done.postMortem?.publishedOn = Day(year: 2026, month: 1, day: 4)
        #expect(try judge(done, after: 10_000)[.postMortem] == .missed)
        done.hasInternalPostMortem = true
        #expect(try judge(done, after: 10_000)[.postMortem] == nil)
    }

    /// Resolved on 2 January at 17:30, with two hours to meet: by 19:30.
    @Test func meetingIsJudgedByItsDateOrElseByThePublication() throws {
        var done = try incident(updates: [(2, .investigating), (30, .resolved)])
        let start = done.from
        func meeting(after minutes: Int) throws -> Judgement? {
            var page = page(component("api"))
            page.severities[1] = severity
            page.severities[1].postMortem?.heldWithin = 120 * minute
            let now = done.from + minutes * minute
            return PolicyCompliance(of: done, on: page, now: now).judgements.first {
                $0.rule == .postMortemHeld
            }
        }
        #expect(try judge(done, after: 100)[.postMortemHeld] == nil)  // no limit, no judgement
        #expect(try meeting(after: 150)?.verdict == .open)
        #expect(try meeting(after: 150)?.dueAt == done.from + 150 * minute)
        #expect(try meeting(after: 151)?.verdict == .missed)
        done.postMortem = PostMortem(title: "Post-mortem")
        done.postMortem?.scheduledAt = start + 150 * minute
        // Planned in time, it may be put off until it is past.
        #expect(try meeting(after: 149)?.verdict == .open)
        #expect(try meeting(after: 150)?.verdict == .met)
        done.postMortem?.scheduledAt = start + 150 * minute + 1
        #expect(try meeting(after: 100)?.verdict == .missed)
        // Without a date, it was held when the post-mortem was published: on the 3rd, which is too late.
        done.postMortem?.scheduledAt = nil
        done.postMortem?.publishedOn = Day(year: 2026, month: 1, day: 3)
        #expect(try meeting(after: 10_000)?.verdict == .missed)
        #expect(try meeting(after: 10_000)?.doneAt == at("2026-01-03T00:00Z"))
        done.postMortem?.publishedOn = Day(year: 2026, month: 1, day: 2)
        #expect(try meeting(after: 10_000)?.verdict == .met)
        done.hasInternalPostMortem = true
        #expect(try meeting(after: 10_000) == nil)
    }

    @Test func meetingIsNotJudgedOfAnOpenIncidentOrWhereNoneIsRequired() throws {
        var page = page(component("api"))
        page.severities[1].postMortem = Severity.PostMortemDuty(isRequired: true, heldWithin: minute)
        let open = try incident(updates: [(2, .investigating)])
        let done = try incident(updates: [(2, .resolved)])
        func rules(_ incident: Record) -> [Judgement.Rule] {
            PolicyCompliance(of: incident, on: page, now: incident.from + day).judgements.map(\.rule)
        }
        #expect(rules(open) == [])
        #expect(rules(done) == [.postMortemHeld, .postMortem])
        page.severities[1].postMortem?.isRequired = false
        #expect(rules(done) == [])
    }

    @Test func escalationsFallDueWhileItIsOpen() throws {
        var long = try incident(updates: [(2, .investigating), (20, .identified), (50, .resolved)])
        long.updates[1].escalatedTo = ["on-call LEAD"]
        let steps = try compliance(of: long, after: 100).escalations
        #expect(steps.map(\.to) == ["On-call lead"])
        #expect(steps.first?.dueAt == long.from + 15 * minute)
        #expect(steps.first?.madeAt == long.from + 20 * minute)

        let closed = try incident(updates: [(2, .investigating), (15, .resolved)])
        #expect(try compliance(of: closed, after: 100).escalations.isEmpty)

        let longer = try incident(updates: [(2, .investigating)])
        #expect(try compliance(of: longer, after: 59).escalations.map(\.to) == ["On-call lead"])
        #expect(
            try compliance(of: longer, after: 60).escalations.map(\.madeAt) == [nil, nil]
        )
    }

    /// Ten minutes, and after two days twenty more: the lead is due a quarter of an hour after it was reopened. Ten more
    /// would not have been enough, though it had been open for twenty in all.
    @Test func escalationsFallDueInOneUnbrokenRun() throws {
        let twoDays = 2 * 24 * 60
        func reopened(for minutes: Int) throws -> [EscalationStep] {
            let incident = try incident(updates: [
                (0, .investigating), (10, .resolved), (twoDays, .investigating),
                (twoDays + minutes, .resolved),
            ])
            return try compliance(of: incident, after: 2 * twoDays).escalations
        }
        #expect(try reopened(for: 10).isEmpty)
        #expect(try reopened(for: 20).map(\.to) == ["On-call lead"])
        #expect(try reopened(for: 20).map(\.dueAt) == [at("2026-01-04T17:15Z")])
    }

    @Test func businessHoursStopTheClock() throws {
        // Friday 17:00 until Monday 09:00 counts nothing: due at 09:05, 09:10 and so on.
        var page = page(component("api"))
        page.severities[1] = severity
        page.severities[1].hours = .business
        page.businessHours = BusinessHours(
            weekdays: [0, 1, 2, 3, 4],
            from: TimeOfDay(seconds: 9 * hour),
            until: TimeOfDay(seconds: 17 * hour)
        )
        let weekend = ReliabilityTests.incident(
            from: try at("2026-01-02T17:00Z"),
            says(.investigating, at: try at("2026-01-05T09:10Z")),
            resolved(try at("2026-01-05T09:30Z"))
        )
        let judged = PolicyCompliance(of: weekend, on: page, now: try at("2026-01-06T00:00Z"))
        #expect(judged.verdict(.firstUpdate) == .met)
        #expect(judged.verdict(.acknowledge) == .missed)
        #expect(judged.verdict(.identify) == .missed)
        #expect(judged.verdict(.resolve) == .met)
    }

    @Test func tallyCountsByRuleAndSeverity() throws {
        var tally = PolicyTally()
        let met = try incident(updates: [(2, .investigating), (9, .identified), (20, .resolved)])
        let missed = try incident(updates: [(30, .resolved)])
        tally.add(try compliance(of: met, after: 100), severity: 0)
        tally.add(try compliance(of: missed, after: 100), severity: 1)
        #expect(tally[.firstUpdate, 0].met == 1)
        #expect(tally[.firstUpdate, 1].missed == 1)
        #expect(tally[.firstUpdate].total == 2)
        #expect(tally[.promise].total == 0)
        #expect(tally[.postMortem].open == 2)
    }
}

private extension PolicyComplianceTests {
    var severity: Severity {
        var severity = Severity(level: "SEV-2")
        severity.acknowledgeWithin = 5 * minute
        severity.noticeWithin = 10 * minute
        severity.identifyWithin = 15 * minute
        severity.restoreWithin = 30 * minute
        severity.resolveWithin = 60 * minute
        severity.watchFor = 20 * minute
        severity.updateEvery = 15 * minute
        severity.postMortem = Severity.PostMortemDuty(isRequired: true, within: day)
        severity.escalations = [
            Severity.Escalation(.after(15 * minute), to: "On-call lead"),
            Severity.Escalation(.after(60 * minute), to: "CTO"),
            Severity.Escalation(.when("data is exposed"), to: "CEO"),
        ]
        return severity
    }

    /// An incident from 17:00 on 2 January, with updates so many minutes later.
    func incident(updates: [(minutes: Int, phase: Phase)]) throws -> Record {
        let start = try at("2026-01-02T17:00Z")
        return ReliabilityTests.incident(
            "incident",
            [StatusChange(0, .majorOutage)],
            from: start,
            updates.map { Update(phase: $0.phase, at: start + $0.minutes * minute) }
        )
    }

    func compliance(of incident: Record, after minutes: Int) throws -> PolicyCompliance {
        var page = page(component("api"))
        page.severities[1] = severity
        return PolicyCompliance(of: incident, on: page, now: incident.from + minutes * minute)
    }

    /// The verdicts by rule; of several promises the last.
    func judge(_ incident: Record, after minutes: Int) throws -> [Judgement.Rule: Judgement.Verdict] {
        Dictionary(try compliance(of: incident, after: minutes).judgements.map { ($0.rule, $0.verdict) }) {
            $1
        }
    }
}

private extension PolicyCompliance {
    func verdict(_ rule: Judgement.Rule) -> Judgement.Verdict? {
        judgements.first { $0.rule == rule }?.verdict
    }
}
