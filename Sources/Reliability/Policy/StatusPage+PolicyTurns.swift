import StatusModel

extension StatusPage {
    /// Returns the instants at which verdicts on the policy change if nobody does anything, on a page that was cut at
    /// `now`: limits pass, steps of ladders become due, silences grow too long.
    ///
    /// The public only sees those on post-mortems.
    func policyTurns(at now: Instant) -> [Instant] {
        let rules = self.rules
        return records.flatMap { incident -> [Instant] in
            guard let rank = incident.highestSeverity else { return [] }
            let isForTeam = audience == .internal
            let severity = rules.severity(rank, at: incident.from)
            guard isForTeam || severity.postMortem?.isRequired == true else { return [] }
            let awaited = PolicyCompliance(of: incident, on: self, now: now).judgements.filter {
                $0.verdict == .open && (isForTeam || $0.rule == .postMortem)
            }
            // At the limit itself, a rule is still met. A planned event meets it when it happens.
            let limits = awaited.compactMap { judgement in
                judgement.doneAt.map { now < $0 ? $0 : nil } ?? judgement.dueAt.map { $0 + 1 }
            }
            guard isForTeam, incident.isOpen else { return limits }
            let clock = rules.clock(of: severity, at: incident.from)
            return limits + [incident.nextUpdate(on: self)].compactMap { $0.map { $0.at + 1 } }
                + EscalationStep.toCome(for: incident, by: severity, clock: clock, now: now).map(\.dueAt)
                + incident.turnsOfSilence(severity, clock, now: now)
        }
    }
}

private extension Record {
    /// Returns the instants at which the current silence becomes too long, and at which it becomes the longest of those
    /// that count.
    func turnsOfSilence(_ severity: Severity, _ clock: PolicyClock, now: Instant) -> [Instant] {
        let silences = Silence.all(of: self, now: now)
        guard let limit = severity.updateEvery, let last = silences.last, last.isOpen else { return [] }
        let judged = silences.filter { !$0.isExcused }
        // While a promise excuses it, it is compared with others only if all of them are excused.
        guard !last.isExcused || judged.isEmpty else { return [] }
        let others = (judged.isEmpty ? silences : judged).filter { !$0.isOpen }
        let longest = others.map { clock.seconds(during: $0.range) }.max()
        let lengths = [last.isExcused ? nil : limit, longest].compactMap { $0 }
        return lengths.map { clock.instant($0, after: last.range.from) + 1 }
    }
}
