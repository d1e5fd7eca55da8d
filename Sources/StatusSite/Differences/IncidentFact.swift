import Reliability
import StatusModel

/// A fact about one incident that a month's figures depend on: its severity, a time, or the verdict on a rule.
struct IncidentFact {
    /// The name, such as "time to resolve".
    let name: String
    let value: String
    /// Whether later events cannot change it.
    let isSettled: Bool
    /// Whether it is a detail of a verdict, so that it is not listed separately when it is added or removed.
    var isDetail = false
}

extension IncidentFact {
    /// Returns the changes for incidents that started in the month: first of their number, then of the facts on each.
    static func changes(of month: Period, _ pairs: SitePairs) -> [PastChange] {
        let words = pairs.after.words
        let count = { (site: Site) in
            site.history.incidentCount(startedDuring: month.range(in: site.page.zone))
        }
        let (before, after) = (count(pairs.before), count(pairs.after))
        let number = PastChange("incidents", in: month, from: "\(before)", to: "\(after)", words: words)
        return [number].compactMap { $0 }
            + (pairs.incidents[month] ?? []).flatMap { pair in
                changes(of: pair, pairs).compactMap {
                    PastChange($0, in: month, from: $1, to: $2, words: words)
                }
            }
    }

    /// Returns the changes in a month that is not over that are only due to the policy: the verdicts on incidents whose
    /// records are unchanged.
    ///
    /// Everything else may still change.
    ///
    /// - Parameter edited: the slugs of the other records.
    static func changesByRules(
        of month: Period, _ pairs: SitePairs, edited: Set<String>
    ) -> [PastChange] {
        (pairs.incidents[month] ?? []).flatMap { pair -> [PastChange] in
            guard let before = pair.before.map({ pairs.before.history.incidents[$0] }),
                let after = pair.after.map({ pairs.after.history.incidents[$0] }),
                !edited.contains(after.record.slug)
            else { return [] }
            return changes(
                from: pairs.before.verdicts(on: before), to: pairs.after.verdicts(on: after),
                wasOpen: before.isOpen, isOpen: after.isOpen
            )
            .compactMap { name, one, other in
                PastChange(
                    "\(name) for `\(after.record.slug)`", in: month, from: one, to: other,
                    words: pairs.after.words)
            }
        }
    }

    /// Returns the changes in the facts of an incident; all of its facts if it is new or gone.
    private static func changes(
        of pair: SitePairs.IncidentPair, _ pairs: SitePairs
    ) -> [(name: String, before: String?, after: String?)] {
        let before = pair.before.map { pairs.before.history.incidents[$0] }
        let after = pair.after.map { pairs.after.history.incidents[$0] }
        let slug = (after ?? before)?.record.slug ?? ""
        return changes(
            from: before.map { pairs.before.facts(of: $0, ranks: pairs.ranks, on: pairs.after) } ?? [],
            to: after.map { pairs.after.facts(of: $0) } ?? [],
            wasOpen: after != nil && before?.isOpen == true, isOpen: after?.isOpen ?? false
        )
        .map { ("\($0) for `\(slug)`", $1, $2) }
    }

    /// Returns the changed facts, without those that an incident that is or was open may get in its course.
    private static func changes(
        from before: [IncidentFact], to after: [IncidentFact], wasOpen: Bool, isOpen: Bool
    ) -> [(name: String, before: String?, after: String?)] {
        let old = Dictionary(before.map { ($0.name, $0) }) { first, _ in first }
        let new = Dictionary(after.map { ($0.name, $0) }) { first, _ in first }
        let moved = before.filter { fact in
            fact.isSettled
                && (new[fact.name].map { $0.isSettled && $0.value != fact.value }
                    ?? !(wasOpen || isOpen || fact.isDetail))
        }
        let come = wasOpen ? [] : after.filter { $0.isSettled && !$0.isDetail && old[$0.name] == nil }
        return moved.map { ($0.name, $0.value, new[$0.name]?.value) } + come.map { ($0.name, nil, $0.value) }
    }
}

extension Site {
    /// - Parameters:
    ///   - ranks: the ranks of the page's severities on the later page.
    ///   - later: the later page; `nil` if this is it.
    fileprivate func facts(
        of incident: IncidentFacts, ranks: [Severity.Rank: Severity.Rank]? = nil, on later: Site? = nil
    ) -> [IncidentFact] {
        let severities = (later ?? self).page.severities
        let rank = ranks.map { $0[incident.severity] } ?? incident.severity
        let severity = rank.map { severities[$0].level } ?? page.severities[incident.severity].level
        let times = ResponseTimes.Metric.allCases.compactMap { metric in
            incident.times[metric].map {
                IncidentFact(
                    name: metric == .firstUpdate ? "time to first update" : "time to \(metric.rawValue)",
                    value: words.plainExactDuration($0),
                    isSettled: !incident.isOpen || metric != .restore)
            }
        }
        let course: [(String, String?, Bool)] = [
            ("`severity`", severity, !incident.isOpen),
            ("start", incident.begins.description, true),
            ("`detected_by`", incident.record.detectedBy?.rawValue, true),
            (
                "time affected",
                incident.affectedSeconds > 0 ? words.plainExactDuration(incident.affectedSeconds) : nil,
                !incident.isOpen
            ),
            ("reopened", incident.isReopened ? "yes" : nil, !incident.isOpen),
        ]
        return course.compactMap { name, value, isSettled in
            value.map { IncidentFact(name: name, value: $0, isSettled: isSettled) }
        } + times + verdicts(on: incident)
    }

    /// Returns the verdicts on the policy's rules that the readers may see; promises and steps are in their order.
    fileprivate func verdicts(on incident: IncidentFacts) -> [IncidentFact] {
        let compliance = PolicyCompliance(of: incident.record, on: page, now: now)
        let judgements = compliance.judgements.filter { isForTeam || $0.rule == .postMortem }
        var numbers: [Judgement.Rule: Int] = [:]
        let rules = judgements.flatMap { judgement in
            let number = numbers[judgement.rule, default: 0] + 1
            numbers[judgement.rule] = number
            let name = "\(judgement.rule.key)\(number == 1 ? "" : " \(number)")"
            let verdict = IncidentFact(
                name: name, value: judgement.verdict.rawValue, isSettled: judgement.verdict != .open)
            return [verdict]
                + [delay(on: name, judgement.doneAt.flatMap { _ in judgement.missedBy(asOf: now) })]
                .compactMap { $0 }
        }
        guard isForTeam else { return rules }
        return rules
            + compliance.escalations.flatMap { step in
                let name = "escalation to \(step.to)"
                let verdict = IncidentFact(
                    name: name, value: step.madeAt.map { _ in step.isLate ? "late" : "on time" } ?? "missed",
                    isSettled: step.madeAt != nil || !incident.isOpen)
                return [verdict] + [delay(on: name, step.lateSeconds)].compactMap { $0 }
            }
    }
}

extension Site {
    /// Returns how late something was done; `nil` if it was not late.
    private func delay(on name: String, _ seconds: Int?) -> IncidentFact? {
        seconds.map {
            IncidentFact(
                name: "lateness on \(name)", value: words.plainExactDuration($0), isSettled: true,
                isDetail: true)
        }
    }
}

extension Judgement.Rule {
    /// The key in `status.yml`, in backticks; a promise is in an update.
    fileprivate var key: String {
        switch self {
        case .acknowledge: "`acknowledge_within`"
        case .firstUpdate: "`notice_within`"
        case .identify: "`identify_within`"
        case .restore: "`restore_within`"
        case .resolve: "`resolve_within`"
        case .watch: "`watch_for`"
        case .updates: "`update_every`"
        case .promise: "promised update"
        case .postMortemHeld: "`held_within`"
        case .postMortem: "`post_mortem`"
        }
    }
}
