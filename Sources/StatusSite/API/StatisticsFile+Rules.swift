import Reliability
import StatusModel

/// The origin of the figures besides records: the program that made the file, and the rules.
extension StatisticsFile {
    /// The version of the definitions in docs/statistics.md; it increases when the meaning of a figure changes.
    static let definitions = 1

    /// Writes the audience, the records' revision, and the weights and rules with the day from which each set applies.
    ///
    /// The newest are first. Those that only apply from a future day are left out.
    func writeOrigin(to json: inout JSONWriter) {
        json.member("definitions", Self.definitions)
        json.member("audience", page.audience.rawValue)
        json.member("revision", provenance.revision?.commit)
        json.key("modified")
        json.value(provenance.revision?.isModified)
        json.member("history", provenance.history.name)
        json.newLine()
        json.key("weights")
        writeDated(history.rules.weightsByDay, to: &json) { json, weights in
            for status in ComponentStatus.allCases where status != .operational {
                json.key(text: status.name)
                json.value(ExactSeconds(milliseconds: weights.value[status]))
            }
        }
        json.newLine()
        json.key("rules")
        let shown = page.shownSeverities
        writeDated(history.rules.sets, to: &json) { json, set in
            json.key("severities")
            json.lines(of: shown.map { history.rules.severity($0, at: set.at) }) { $1.write(to: &$0) }
        }
    }

    /// Writes the members `targets` and `counted` of a component: its objectives, and whether it counted towards uptime.
    func writeRules(ofComponent index: Component.Index, to json: inout JSONWriter) {
        json.key("targets")
        writeDated(history.rules.targets(of: index), to: &json) { json, target in
            json.member("target", target.value?.percent)
        }
        json.key("counted")
        writeDated(history.rules.countsByDay(of: index), to: &json) { json, counts in
            json.member("counts_towards_uptime", counts.value)
        }
    }

    /// - Parameter values: the values, the oldest first.
    private func writeDated<Value>(
        _ values: [RulesInForce.Dated<Value>], to json: inout JSONWriter,
        _ writeMembers: (inout JSONWriter, RulesInForce.Dated<Value>) -> Void
    ) {
        json.array(of: values.filter { $0.at <= history.now }.reversed()) { json, dated in
            json.object { json in
                json.member("from", dated.from)
                writeMembers(&json, dated)
            }
        }
    }
}

extension Severity {
    /// Writes the requirements of the policy that the audience may see; durations are in seconds.
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("level", level)
            json.member("component_status", componentStatus?.name)
            json.member("acknowledge_within", acknowledgeWithin)
            json.member("notice_within", noticeWithin)
            json.member("identify_within", identifyWithin)
            json.member("restore_within", restoreWithin)
            json.member("resolve_within", resolveWithin)
            json.member("watch_for", watchFor)
            json.member("update_every", updateEvery)
            json.member("hours", hours.rawValue)
            json.key("post_mortem")
            guard let postMortem else { return json.value(String?.none) }
            json.object { json in
                json.member("required", postMortem.isRequired)
                json.member("within", postMortem.within)
                json.member("held_within", postMortem.heldWithin)
            }
        }
    }
}

extension StatisticsFile {
    /// Writes the member `spans` of a component.
    func write(_ spans: [ComponentSpan], to json: inout JSONWriter) {
        json.key("spans")
        json.array(of: spans) { json, span in
            json.object { json in
                json.member("from", span.from)
                json.member("until", span.until)
                json.member("status", span.status.name)
                json.member("weight", ExactSeconds(milliseconds: span.weight))
                json.member("incident", span.record)
            }
        }
    }
}
