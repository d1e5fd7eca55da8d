import StatusModel

extension Words {
    /// As in "History of Website in 2026".
    func heading(of list: RecordList, on page: StatusPage) -> String {
        let year = list.year.map { "\($0)" }
        let name: String? =
            switch list.subject {
            case .everything: nil
            case .component(let index): components[index]
            case .severity(let rank): label(of: page.severities[rank])
            }
        guard let name, let year else { return "History of \(name ?? year ?? "")" }
        return "History of \(name) in \(year)"
    }

    /// What leads from a year back to the history.
    var wholeHistory: String { "Whole history" }

    /// What leads from a year of a list to the list's other years.
    var allYears: String { "All years" }

    /// How much there is, as in "3 incidents, 1 maintenance".
    func counts(of occurrences: [Occurrence]) -> String {
        let incidents = occurrences.count { $0.kind == .incident }
        let notices = occurrences.count { $0.kind == .notice }
        let maintenance = occurrences.count - incidents - notices
        var parts = [incidents == 0 ? "no incidents" : count(incidents, "incident", "incidents")]
        if maintenance > 0 { parts.append("\(grouped(maintenance)) maintenance") }
        if notices > 0 { parts.append(count(notices, "announcement", "announcements")) }
        return parts.joined(separator: ", ")
    }
}
