import Diagnostics
import Records
import StatusModel

extension Harvest {
    /// Removes Statuspage ids that a record or `status.yml` cannot keep: invalid ones, and those that are already used.
    mutating func dropIDsThatCannotStay() {
        var taken: Set<String> = []
        func loss(of id: inout String?) -> String? {
            guard let text = id else { return nil }
            let isUsable = StatuspageID(kept: text) != nil
            if isUsable, taken.insert(text.lowercased()).inserted { return nil }
            id = nil
            let reason =
                isUsable ? "the id `\(text)` is already used" : "`\(text)` cannot be a Statuspage id"
            return reason + ", so it is left out"
        }
        var losses = [loss(of: &site.statuspageID)]
        for place in site.groups.indices { losses.append(loss(of: &site.groups[place].statuspageID)) }
        for place in site.components.indices { losses.append(loss(of: &site.components[place].statuspageID)) }
        if let place = settingsPlace {
            let start = SourceLocation.top(of: findings[place].path)
            findings[place].remarks += losses.compactMap { $0 }.map { Remark($0, at: start) }
        }
        for place in findings.indices {
            guard case .record(var record) = findings[place].outcome,
                let reason = loss(of: &record.statuspageID)
            else { continue }
            findings[place].outcome = .record(record)
            findings[place].remarks.append(Remark(reason, at: record.place))
        }
    }

    /// The index of the finding about the settings, if there is one.
    var settingsPlace: Int? {
        findings.firstIndex { if case .settings = $0.outcome { true } else { false } }
    }
}
